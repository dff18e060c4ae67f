// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/NotedItemDelegate.h"

#include "widgets/common/Theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kRowHeight = 26;
constexpr int kPadding = 8;
constexpr int kGap = 16;
} // namespace

NotedItemDelegate::NotedItemDelegate(const Theme& theme, int textRole, int noteRole, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_textRole(textRole)
    , m_noteRole(noteRole)
{
}

void NotedItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const QString note = index.data(m_noteRole).toString();
    const int noteWidth = note.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(note);
    const auto side = [&option](Qt::Alignment alignment) {
        return QStyle::visualAlignment(option.direction, alignment | Qt::AlignVCenter);
    };
    painter->save();
    painter->setFont(option.font);
    painter->setPen(m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted));
    painter->drawText(row, static_cast<int>(side(Qt::AlignRight)), note);
    const QRect place =
        QStyle::visualRect(option.direction, row, row.adjusted(0, 0, note.isEmpty() ? 0 : -noteWidth - kGap, 0));
    painter->setPen(m_theme.color(Theme::Token::Text));
    painter->drawText(place, static_cast<int>(side(Qt::AlignLeft)),
                      option.fontMetrics.elidedText(index.data(m_textRole).toString(), Qt::ElideMiddle, place.width()));
    painter->restore();
}

QSize NotedItemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int words = option.fontMetrics.horizontalAdvance(index.data(m_textRole).toString()) +
                      option.fontMetrics.horizontalAdvance(index.data(m_noteRole).toString());
    return {words + 2 * kPadding + kGap, std::max(kRowHeight, option.fontMetrics.height() + 8)};
}

} // namespace runglass
