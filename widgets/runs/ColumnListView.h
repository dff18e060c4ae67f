// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnId.h"

#include <QListView>

#include <functional>
#include <optional>

namespace runglass
{

class ColumnListModel;
class Theme;

/// A list of columns: a click or Space brings one to the other list, its pin or P pins it, dragging or Alt+Up and
/// Alt+Down changes the order of the visible ones, Left and Right go to the other list.
/// @thread GUI
class ColumnListView : public QListView
{
    Q_OBJECT

public:
    ColumnListView(Theme& theme, ColumnListModel& columns, QWidget* parent = nullptr);

    const ColumnListModel& columns() const { return m_columns; }
    /// Makes a change of the model, which says whether it was one, and leaves the view where it is.
    void keepPlace(const std::function<bool()>& change);
    /// Makes a column current once it is where it was sent.
    void follow(const ColumnId& id) { m_followed = id; }

signals:
    /// To the other list with it.
    void toggled(int row);
    void pinToggled(int row);
    /// A person put it there.
    void moved(int from, int to);
    /// The keyboard goes to the other list, or above the lists.
    void otherRequested();
    void leftUpwards();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool keyPressed(const QKeyEvent& event);
    void moveBy(int step);
    bool canMove(int row) const;
    int dropRow(int y) const;

    Theme& m_theme;
    ColumnListModel& m_columns;
    int m_pressed = -1;   ///< row
    bool m_onPin = false; ///< pressed there
    QPoint m_pressedAt;
    int m_dropAt = -1; ///< row that the dragged one would get; -1: none is dragged
    std::optional<ColumnId> m_followed;
};

} // namespace runglass
