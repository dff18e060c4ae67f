// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SortItemDelegate.h"

#include "models/items/SortKeysModel.h"
#include "widgets/common/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kRowHeight = 26;
constexpr int kPadding = 8;
constexpr int kGap = 8;
constexpr int kArrow = 14;
} // namespace

SortItemDelegate::SortItemDelegate(Theme& theme, Kind kind, int originRole, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_originRole(originRole)
{
}

QSize SortItemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    // The view gives each row its whole width.
    return {1, std::max(kRowHeight, option.fontMetrics.height() + 8)};
}

void SortItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const QString name = shown.text;
    shown.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &shown, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor muted = m_theme.color(selected ? Theme::Token::SelMuted : Theme::Token::Muted);
    painter->save();
    painter->setFont(option.font);
    QRect place = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    if (m_kind == Kind::Key)
        place = paintKey(*painter, place, index, muted);
    const QString text = option.fontMetrics.elidedText(name, Qt::ElideMiddle, place.width());
    painter->setPen(m_theme.color(Theme::Token::Text));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    place.setLeft(place.left() + option.fontMetrics.horizontalAdvance(text) + kGap);
    const QString origin = index.data(m_originRole).toString();
    if (option.fontMetrics.horizontalAdvance(origin) <= place.width()) {
        painter->setPen(muted);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, origin);
    }
    painter->restore();
}

/// Gives what is left for the name.
QRect SortItemDelegate::paintKey(QPainter& painter, QRect place, const QModelIndex& index, const QColor& muted) const
{
    const QFontMetrics metrics(painter.font());
    painter.setPen(muted);
    const int rankWidth = metrics.horizontalAdvance(QStringLiteral("00"));
    painter.drawText(QRect(place.left(), place.top(), rankWidth, place.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(index.row() + 1));
    place.setLeft(place.left() + rankWidth + kGap);
    const bool descending = index.data(SortKeysModel::DescendingRole).toBool();
    const QRect arrow(place.left(), place.center().y() - kArrow / 2 + 1, kArrow, kArrow);
    m_theme.icon(descending ? QStringLiteral("sort-desc") : QStringLiteral("sort-asc"), Theme::Token::Accent)
        .paint(&painter, arrow);
    place.setLeft(arrow.right() + 1 + kGap);
    const QString order = index.data(SortKeysModel::OrderRole).toString();
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, order);
    place.setRight(place.right() - metrics.horizontalAdvance(order) - kGap);
    return place;
}

bool SortItemDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (!event || event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // The models make it literal.
    QToolTip::showText(event->globalPos(), index.data(Qt::ToolTipRole).toString(), view);
    return true;
}

} // namespace runglass
