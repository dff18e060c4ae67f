// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PictureCell.h"

#include "models/items/LoggedTableModel.h"
#include "models/items/Thumbnails.h"
#include "widgets/common/Theme.h"

#include <QPainter>

namespace runglass
{

namespace
{

constexpr int kInset = 3;

} // namespace

PictureCell::PictureCell(Theme& theme, LoggedTableModel& model, Thumbnails& thumbnails, QObject* parent)
    : RunCellDelegate(theme, Kind::Table, parent)
    , m_theme(theme)
    , m_model(model)
    , m_thumbnails(thumbnails)
{
}

void PictureCell::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const std::optional<Thumbnails::Which> which = m_model.picture(index);
    if (!which)
        return RunCellDelegate::paint(painter, option, index);
    const int side = option.rect.height();
    QStyleOptionViewItem words = option;
    words.rect.setLeft(words.rect.left() + side);
    RunCellDelegate::paint(painter, words, index);
    const QRect room = QRect(option.rect.topLeft(), QSize(side, side)).adjusted(0, 0, 0, -1);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(room, m_theme.color(Theme::Token::Selection));
    painter->fillRect(room.x(), room.bottom() + 1, room.width(), 1, m_theme.color(Theme::Token::Grid));
    const QRect inside = room.adjusted(kInset, kInset, -kInset, -kInset);
    const Picture* picture = m_thumbnails.find(*which);
    if (!picture || picture->image.isNull()) {
        const QSize icon(16, 16);
        QRect place(QPoint(), icon);
        place.moveCenter(inside.center());
        m_theme.icon(picture ? QStringLiteral("warning") : QStringLiteral("image"), Theme::Token::Muted)
            .paint(painter, place);
        return;
    }
    QRect place(QPoint(), picture->image.size().scaled(inside.size(), Qt::KeepAspectRatio));
    place.moveCenter(inside.center());
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, place.width() < 2 * picture->image.width());
    painter->drawImage(place, picture->image);
    painter->restore();
}

} // namespace runglass
