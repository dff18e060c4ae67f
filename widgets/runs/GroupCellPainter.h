// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/GroupText.h"
#include "widgets/common/Theme.h"

#include <QFont>
#include <QModelIndex>

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace runglass
{

class TabularText;

/// Paints the heads of groups: value and count, and beside them what columns hold in all runs of the group, with a
/// histogram for numbers. The background is there already.
/// @thread GUI
class GroupCellPainter
{
public:
    GroupCellPainter(Theme& theme, bool isSelector)
        : m_theme(theme)
        , m_isSelector(isSelector)
    {
    }

    /// 44 px, more for larger fonts.
    static int rowHeight(const QFontMetrics& metrics);
    void paint(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
               const TabularText& tabular) const;
    /// Width in which a cell's content fits; a guess while that is not known.
    int contentWidth(const QModelIndex& index, const QFont& font, const TabularText& tabular) const;

private:
    void paintHead(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintHeadText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                       const QRect& place) const;
    void paintNumbers(QPainter& painter, const QStyleOptionViewItem& option, const GroupCellText& cell,
                      const TabularText& tabular) const;
    void paintBars(QPainter& painter, const QRect& place, const GroupCellText& cell) const;
    void paintValues(QPainter& painter, const QStyleOptionViewItem& option, const GroupCellText& cell,
                     bool isRight) const;
    void paintIcon(QPainter& painter, const QRect& place, const QString& name, const QColor& colour) const;
    void paintBox(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                  Qt::CheckState state) const;
    QColor mutedOn(const QStyleOptionViewItem& option) const;

    Theme& m_theme;
    bool m_isSelector;
};

} // namespace runglass
