// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/MediaCard.h"

#include "models/items/Format.h"
#include "models/items/ImagesModel.h"
#include "models/items/VisibleText.h"
#include "widgets/common/MarkedText.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColourDot.h"
#include "widgets/workspace/bodies/OverlayPainter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextOption>
#include <QToolTip>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kPadding = 6, kGap = 4, kDot = 8, kIcon = 28, kBadge = 20;

} // namespace

MediaCard::MediaCard(Theme& theme, Thumbnails& thumbnails, const OverlayPainter& overlays, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_thumbnails(thumbnails)
    , m_overlays(overlays)
{
}

QSize MediaCard::cardSize(const QFontMetrics& metrics) const
{
    return {m_side + 2 * kPadding + kGap, m_side + 2 * metrics.lineSpacing() + 2 * kPadding + 2 * kGap};
}

QSize MediaCard::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return cardSize(option.fontMetrics);
}

void MediaCard::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!index.data(ImagesModel::HasItemRole).toBool())
        return;
    const QRect card = option.rect.adjusted(0, 0, -kGap, -kGap);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(card, m_theme.color(Theme::Token::Selection));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(Theme::Token::Focus), 2));
        painter->drawRect(card.adjusted(1, 1, -1, -1));
    }
    const QRect room(card.x() + kPadding, card.y() + kPadding, m_side, m_side);
    paintPicture(*painter, room, index);
    if (m_isPicked && m_isPicked(index))
        paintPicked(*painter, room);
    const int top = room.bottom() + 1 + kGap;
    paintWords(*painter, QRect(room.x(), top, room.width(), card.bottom() - top), option, index);
    painter->restore();
}

void MediaCard::paintPicture(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const auto* model = static_cast<const ImagesModel*>(index.model());
    const MediaItem& item = *model->item(index);
    if (item.kind != LoggedKind::Image) {
        const QString size = item.sizeBytes ? u'\n' + format::bytes(*item.sizeBytes) : QString();
        return paintIcon(painter, room, mediaIcon(item.kind), mediaKindText(item.kind) + size);
    }
    const Picture* picture = m_thumbnails.find({model->runAt(index.row()), item.segment, item.path});
    if (!picture || picture->image.isNull())
        return paintIcon(painter, room, picture ? QStringLiteral("warning") : QStringLiteral("image"),
                         picture ? picture->problem : QString());
    const QRect place = placeOf(room, index);
    // Enlarged pixels stay sharp: they are what one looks for then.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, place.width() < 2 * picture->image.width());
    painter.drawImage(place, picture->image);
    m_overlays.paint(painter, place, {model->runAt(index.row()), item});
}

/// Where the picture is in its square; nowhere while there is none.
QRect MediaCard::placeOf(const QRect& room, const QModelIndex& index) const
{
    const auto* model = static_cast<const ImagesModel*>(index.model());
    const MediaItem* item = model->item(index);
    const Picture* picture = item && item->kind == LoggedKind::Image
                                 ? m_thumbnails.find({model->runAt(index.row()), item->segment, item->path})
                                 : nullptr;
    if (!picture || picture->image.isNull())
        return {};
    QRect place(QPoint(), picture->image.size().scaled(room.size(), Qt::KeepAspectRatio));
    place.moveCenter(room.center());
    return place;
}

void MediaCard::paintPicked(QPainter& painter, const QRect& room) const
{
    const QRect badge(room.right() - kBadge, room.top(), kBadge, kBadge);
    painter.fillRect(badge, m_theme.color(Theme::Token::Accent));
    m_theme.icon(QStringLiteral("check"), Theme::Token::OnAccent).paint(&painter, badge.adjusted(3, 3, -3, -3));
}

bool MediaCard::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                          const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QRect room(option.rect.x() + kPadding, option.rect.y() + kPadding, m_side, m_side);
    const QRect place = placeOf(room, index);
    const auto* model = static_cast<const ImagesModel*>(index.model());
    if (!place.contains(event->pos()))
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QPointF at(double(event->pos().x() - place.x()) / place.width(),
                     double(event->pos().y() - place.y()) / place.height());
    const QStringList names = m_overlays.namesAt(at, {model->runAt(index.row()), *model->item(index)});
    if (names.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), literalToolTip(names.join(u'\n')), view);
    return true;
}

void MediaCard::paintIcon(QPainter& painter, const QRect& room, const QString& icon, const QString& words) const
{
    painter.fillRect(room, m_theme.color(Theme::Token::Header));
    painter.setPen(m_theme.color(Theme::Token::Border));
    painter.drawRect(room.adjusted(0, 0, -1, -1));
    const QFontMetrics metrics(painter.font());
    const int below = words.isEmpty() ? 0 : 2 * metrics.lineSpacing();
    const QRect place(room.center().x() - kIcon / 2, room.center().y() - (kIcon + below) / 2, kIcon, kIcon);
    m_theme.icon(icon, Theme::Token::Muted).paint(&painter, place);
    painter.setPen(m_theme.color(Theme::Token::Muted));
    QTextOption wrapped(Qt::AlignHCenter | Qt::AlignTop);
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QRect text(room.x() + kGap, place.bottom() + 1 + kGap, room.width() - 2 * kGap,
                     room.bottom() - place.bottom() - kGap);
    painter.setClipRect(room);
    painter.drawText(text, words, wrapped);
    painter.setClipping(false);
}

void MediaCard::paintWords(QPainter& painter, const QRect& room, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = m_theme.color(Theme::Token::Text);
    const QColor muted = m_theme.color(isSelected ? Theme::Token::SelMuted : Theme::Token::Muted);
    const int line = option.fontMetrics.lineSpacing();
    const QRect caption(room.x(), room.y(), room.width(), line);
    const QString words = index.data(ImagesModel::CaptionRole).toString();
    painter.setFont(option.font);
    drawMarkedText(painter, caption, option.fontMetrics.elidedText(words, Qt::ElideRight, caption.width()), text,
                   muted);
    const QRect below = caption.translated(0, line);
    const QString step = index.data(ImagesModel::StepTextRole).toString();
    // elidedText measures in fractions and would cut what fits exactly.
    const int stepWidth = std::min(option.fontMetrics.horizontalAdvance(step) + 2, below.width() / 2);
    const auto colour = index.data(ImagesModel::RunColourRole).value<RunColour>();
    dotIcon(m_theme.runColour(colour), kDot, painter.device()->devicePixelRatioF())
        .paint(&painter, QRect(below.x(), below.y(), kDot, line), Qt::AlignCenter);
    const QRect name = below.adjusted(kDot + kGap, 0, -stepWidth - kGap, 0);
    const QString run = index.data(ImagesModel::RunNameRole).toString();
    drawMarkedText(painter, name, option.fontMetrics.elidedText(run, Qt::ElideMiddle, name.width()), muted, muted);
    painter.setPen(muted);
    painter.drawText(QRect(below.right() - stepWidth + 1, below.y(), stepWidth, line),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(step, Qt::ElideRight, stepWidth));
}

} // namespace runglass
