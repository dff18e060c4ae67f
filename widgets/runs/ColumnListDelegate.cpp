// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColumnListDelegate.h"

#include "models/items/ColumnListModel.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kRow = 26;
constexpr int kPadding = 8;
constexpr int kIcon = 16;
constexpr int kGap = 6;
constexpr int kGrip = 12;
constexpr int kPinTarget = 28;

using Token = Theme::Token;

bool isVisibleList(const QModelIndex& index)
{
    const auto* columns = qobject_cast<const ColumnListModel*>(index.model());
    return columns && columns->kind() == ColumnListModel::Kind::Visible;
}

} // namespace

ColumnListDelegate::ColumnListDelegate(Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ColumnListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, std::max(kRow, option.fontMetrics.height() + 8)};
}

bool ColumnListDelegate::hasGrip(const QModelIndex& index) const
{
    return isVisibleList(index) && !index.data(ColumnListModel::FixedRole).toBool();
}

QRect ColumnListDelegate::pinRect(const QRect& row, const QModelIndex& index) const
{
    return hasGrip(index) ? QRect(row.right() - kPinTarget + 1, row.top(), kPinTarget, row.height()) : QRect();
}

void ColumnListDelegate::paintGrip(QPainter& painter, const QRect& place) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Muted));
    for (int column = 0; column < 2; ++column)
        for (int row = 0; row < 3; ++row)
            painter.drawRect(place.left() + column * 4 + 2, place.center().y() - 4 + row * 4, 2, 2);
}

void ColumnListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool visible = isVisibleList(index);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const bool selected = option.state.testFlag(QStyle::State_Selected) && focused;
    const QColor muted = m_theme.color(selected ? Token::SelMuted : Token::Muted);
    painter->save();
    if (selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.color(Token::Hover));
    QRect place = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto icon = [&](const QString& name, Token token, const QRect& at) {
        m_theme.icon(name, token).paint(painter, QRect(at.x(), at.center().y() - kIcon / 2 + 1, kIcon, kIcon));
    };
    const Token quiet = selected ? Token::SelMuted : Token::Muted;
    if (visible) {
        if (hasGrip(index))
            paintGrip(*painter, place);
        place.setLeft(place.left() + kGrip + kGap);
        icon(QStringLiteral("eye"), quiet, place);
        const QRect pin(place.right() - kIcon + 1, place.y(), kIcon, place.height());
        icon(QStringLiteral("pin"), index.data(ColumnListModel::PinnedRole).toBool() ? Token::Accent : quiet, pin);
        place.setRight(pin.left() - kGap - 1);
    } else {
        icon(QStringLiteral("plus"), quiet, place);
    }
    place.setLeft(place.left() + kIcon + kGap);
    const QString note = index.data(ColumnListModel::NoteRole).toString();
    // A little more: eliding measures in fractions and would cut what fits exactly.
    const int noteWidth =
        note.isEmpty() ? 0 : std::min(option.fontMetrics.horizontalAdvance(note) + 2, place.width() / 2);
    painter->setFont(option.font);
    painter->setPen(muted);
    painter->drawText(QRect(place.right() - noteWidth + 1, place.y(), noteWidth, place.height()),
                      Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(note, Qt::ElideRight, noteWidth));
    const QRect words = place.adjusted(0, 0, note.isEmpty() ? 0 : -noteWidth - kPadding, 0);
    painter->setPen(index.data(ColumnListModel::LeftOutRole).toBool() ? muted : m_theme.color(Token::Text));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
    if (focused) {
        painter->setPen(QPen(m_theme.color(Token::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace runglass
