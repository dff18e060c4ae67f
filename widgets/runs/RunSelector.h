// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/runs/GroupHeadLayout.h"

#include <QTreeView>

namespace runglass
{

class GroupFolding;
class RunCellDelegate;
class Theme;

/// The list of runs at the side: eye, colour, name and state of each. A click makes a run current, Enter or a double
/// click opens it, the eye shows and hides it in charts, Space ticks it, as in the table.
/// Pinned columns stand beside the name, as far as it leaves room.
/// @thread GUI
class RunSelector : public QTreeView
{
    Q_OBJECT

public:
    explicit RunSelector(Theme& theme, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setCropping(Qt::TextElideMode mode);
    /// Marks a row (-1: none) as one under the pointer is, because the pointer is on its run elsewhere.
    void markRow(int row);

signals:
    /// The pointer, or the keys, are on another row now; invalid: on none.
    void rowHovered(const QModelIndex& index);
    /// Enter or a double click.
    void runActivated(const QModelIndex& index);
    /// The eye was clicked twice: this run alone is to be shown in charts, or all again.
    void soloRequested(const QModelIndex& index);
    /// A click on the dot of a run: below it is where a choice of colours belongs.
    void colourRequested(const QModelIndex& index, const QPoint& globalPosition);
    /// The menu key or a right click on a row, which is current then.
    void menuRequested(const QPoint& globalPosition);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void setHovered(const QModelIndex& index);
    RowPart partAt(const QModelIndex& index, const QPoint& position) const;
    bool pressPart(const QMouseEvent& event);
    void toggleShown(const QModelIndex& index);
    void toggleTicked(const QModelIndex& index);
    QRect rowRect(const QModelIndex& index) const;
    void arrangeColumns();
    int fittedWidth(int column) const;

    RunCellDelegate* m_delegate;
    GroupFolding* m_folding = nullptr; ///< null without a model of runs
};

} // namespace runglass
