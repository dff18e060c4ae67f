// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/Thumbnails.h"

#include <QStyledItemDelegate>

#include <functional>

namespace runglass
{

class OverlayPainter;
class Theme;

/// Paints a cell of an ImagesModel: the picture, or the icon of a file of another kind, its caption, and below that the
/// run with its colour and the step.
/// @thread GUI
class MediaCard : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Borrows all of them.
    MediaCard(Theme& theme, Thumbnails& thumbnails, const OverlayPainter& overlays, QObject* parent = nullptr);

    /// Which cards are marked as picked.
    void setPicked(std::function<bool(const QModelIndex& index)> isPicked) { m_isPicked = std::move(isPicked); }

    /// The sides of the square that pictures fit into.
    void setSide(int side) { m_side = side; }
    int side() const { return m_side; }
    /// How large a card is in a font, with the gap to the next.
    QSize cardSize(const QFontMetrics& metrics) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Over a picture what its masks and boxes show there.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintPicture(QPainter& painter, const QRect& room, const QModelIndex& index) const;
    QRect placeOf(const QRect& room, const QModelIndex& index) const;
    void paintPicked(QPainter& painter, const QRect& room) const;
    void paintIcon(QPainter& painter, const QRect& room, const QString& icon, const QString& words) const;
    void paintWords(QPainter& painter, const QRect& room, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;

    Theme& m_theme;
    Thumbnails& m_thumbnails;
    const OverlayPainter& m_overlays;
    std::function<bool(const QModelIndex&)> m_isPicked;
    int m_side = 160;
};

} // namespace runglass
