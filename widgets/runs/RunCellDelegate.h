// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunRoles.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/GroupCellPainter.h"
#include "widgets/runs/TabularText.h"

#include <QStyledItemDelegate>

#include <optional>

namespace runglass
{

/// Paints every cell of a view of runs by its CellKindRole: name with eye and dot, state, numbers, tags, times.
/// Heads of groups are painted by a GroupCellPainter. A ticked row looks selected. Clicks on box and eye are handled by
/// the view (RunNameLayout says where it is).
/// @thread GUI
class RunCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Kind { Table, Selector /**< one column: the name cell carries the state icon */ };

    RunCellDelegate(Theme& theme, Kind kind, QObject* parent = nullptr);

    /// Where a name that is too long is cut.
    void setCropping(Qt::TextElideMode mode) { m_cropping = mode; }
    /// Row under the pointer, -1 for none: rows light up as a whole.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    int hoveredRow() const { return m_hoveredRow; }
    /// How much of a selector's row other columns take.
    void setReserved(int width) { m_reserved = width; }
    /// A cell without its background.
    void paintContent(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    /// Nothing: the views tick, also ranges, and the style's idea of where a box is would tick twice.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    /// Width in which the cell's content fits, at least the least; quick where it is plainly no more than that.
    int contentWidth(const QModelIndex& index, const QFont& font, int least = 0) const;
    /// 26 px, more for larger fonts.
    static int rowHeight(const QFontMetrics& metrics);

private:
    void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   bool isCurrent) const;
    void paintBackground(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                         bool isCurrent) const;
    QRect paintedBehind(QPainter& painter, const QRect& room, const QString& name, const QColor& colour) const;
    void paintBox(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, bool ticked) const;
    void paintName(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintState(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintNumber(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintIcon(QPainter& painter, const QRect& place, const QString& name, const QColor& colour) const;
    int contentWidth(const QModelIndex& index, const QFont& font, CellKind kind, int text) const;
    QColor mutedOn(const QStyleOptionViewItem& option) const;
    const TabularText& tabular(const QFont& font) const;

    Theme& m_theme;
    Kind m_kind;
    GroupCellPainter m_group;
    Qt::TextElideMode m_cropping = Qt::ElideMiddle;
    int m_hoveredRow = -1;
    int m_reserved = 0;
    mutable std::optional<TabularText> m_tabular;
};

} // namespace runglass
