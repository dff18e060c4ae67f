// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupKeyDelegate.h"

#include "models/items/GroupKeysModel.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kHeight = 26, kMargin = 2;
constexpr int kPadding = 8, kGap = 6;
constexpr int kCross = 14;
constexpr int kWidest = 300;
constexpr qreal kRadius = 4;

QRect chipOf(const QRect& item)
{
    return item.adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

QRect crossOf(const QRect& item)
{
    const QRect chip = chipOf(item);
    return {chip.right() - kPadding - kCross + 1, chip.center().y() - kCross / 2 + 1, kCross, kCross};
}

QString originOf(const QModelIndex& index)
{
    return index.data(GroupKeysModel::OriginRole).toString();
}

} // namespace

GroupKeyDelegate::GroupKeyDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize GroupKeyDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics& metrics = option.fontMetrics;
    const QString origin = originOf(index);
    const int words = metrics.horizontalAdvance(index.data().toString()) +
                      (origin.isEmpty() ? 0 : kGap + metrics.horizontalAdvance(origin));
    return {std::min(words + 2 * kPadding + kGap + kCross + 2 * kMargin + 2, kWidest),
            std::max(kHeight, metrics.height() + 8) + 2 * kMargin};
}

void GroupKeyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect chip = chipOf(option.rect), cross = crossOf(option.rect);
    const QColor muted = m_theme.color(selected ? Theme::Token::SelMuted : Theme::Token::Muted);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = selected && option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(hasFocus ? QPen(m_theme.color(Theme::Token::Focus), 2)
                             : QPen(m_theme.color(Theme::Token::Control)));
    painter->setBrush(m_theme.color(selected ? Theme::Token::Selection : Theme::Token::Chip));
    painter->drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter->setFont(option.font);
    QRect place(chip.x() + kPadding, chip.y(), cross.x() - kGap - chip.x() - kPadding, chip.height());
    const QString name = index.data().toString(), origin = originOf(index);
    const QString shown = option.fontMetrics.horizontalAdvance(name) <= place.width()
                              ? name
                              : option.fontMetrics.elidedText(name, Qt::ElideMiddle, place.width());
    painter->setPen(m_theme.color(selected ? Theme::Token::Text : Theme::Token::ChipText));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    place.setLeft(place.left() + option.fontMetrics.horizontalAdvance(shown) + kGap);
    if (option.fontMetrics.horizontalAdvance(origin) <= place.width() + 1) {
        painter->setPen(muted);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, origin);
    }
    painter->drawPixmap(
        cross, recolouredIcon(QStringLiteral("close"), cross.size(), painter->device()->devicePixelRatioF(), muted));
    painter->restore();
}

bool GroupKeyDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                   const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect target = crossOf(option.rect).adjusted(-kGap, -kGap, kPadding, kGap);
    if (mouse->button() != Qt::LeftButton || !target.contains(mouse->pos()))
        return false;
    return model->removeRow(index.row());
}

} // namespace runglass
