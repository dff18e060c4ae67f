// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/charts/ChartEmphasis.h"

#include <QWidget>

#include <optional>

namespace runglass
{

/// One line with the names of a chart's runs beside a dash of their colour; those without room are counted. Arrow keys
/// walk from name to name, Enter or Space chooses one.
/// @thread GUI
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    /// Borrows theme. Its accessible name is "Legend of <metric>".
    ChartLegend(QString metric, const Theme& theme, QWidget* parent = nullptr);
    void setLines(const std::vector<ChartLine>& lines);
    void setEmphasis(const ChartEmphasis& emphasis);
    /// The name that the keys are on, while it has the focus; unset: none.
    std::optional<RunRef> current() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    /// The pointer, or the keys, are on a name; unset: not any more.
    void runHovered(const std::optional<runglass::RunRef>& run);
    /// A name was clicked.
    void runChosen(const runglass::RunRef& run);
    void menuRequested(const QPoint& globalPlace);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Entry {
        ShownRun run;
        QString name;
        bool operator==(const Entry&) const = default;
    };
    struct Placed {
        QRect rect;
        QString text;
        std::size_t entry = 0;
    };
    /// Names that fit beside each other; the last one counts those that do not.
    std::vector<Placed> placed() const;
    std::optional<RunRef> runAt(const QPoint& place) const;
    QString nameOf(const Entry& entry) const;
    void showNames();
    void moveTo(std::size_t entry);
    bool step(const QKeyEvent& event);

    QString m_metric;
    const Theme& m_theme;
    std::vector<Entry> m_entries; ///< the first of them, more than ever fit
    ChartEmphasis m_emphasis;
    std::size_t m_count = 0;
    std::size_t m_current = 0; ///< entry that the keys are on
};

} // namespace runglass
