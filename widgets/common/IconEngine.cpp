// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/IconEngine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace runglass
{

namespace
{

constexpr qreal kDisabledOpacity = 0.5;

/// The largest square in the middle: icons keep their shape.
QRectF squareIn(const QSizeF& size)
{
    const qreal side = std::min(size.width(), size.height());
    return {(size.width() - side) / 2, (size.height() - side) / 2, side, side};
}

} // namespace

QPixmap recolouredIcon(const QString& name, const QSize& size, qreal ratio, const QColor& colour)
{
    const QSize pixels(static_cast<int>(std::lround(size.width() * ratio)),
                       static_cast<int>(std::lround(size.height() * ratio)));
    if (pixels.isEmpty())
        return {};
    const QString key = QStringLiteral("runglass/%1/%2x%3@%4/%5")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(ratio)
                            .arg(colour.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(name));
    QPainter painter(&image);
    renderer.render(&painter, squareIn(QSizeF(pixels)));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    pixmap = QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon applicationIcon()
{
    QIcon icon;
    QSvgRenderer renderer(QStringLiteral(":/icons/runglass.svg"));
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(QPixmap::fromImage(image));
    }
    return icon;
}

IconEngine::IconEngine(QString name, Colour colour)
    : m_name(std::move(name))
    , m_colour(std::move(colour))
{
}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : qApp->devicePixelRatio();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // Qt asks with the size in device pixels here.
    QColor colour = m_colour(mode, state);
    if (mode == QIcon::Disabled)
        colour.setAlphaF(static_cast<float>(kDisabledOpacity));
    const QSize logical(static_cast<int>(std::lround(size.width() / scale)),
                        static_cast<int>(std::lround(size.height() / scale)));
    return recolouredIcon(m_name, logical, scale, colour);
}

QIconEngine* IconEngine::clone() const
{
    return new IconEngine(m_name, m_colour);
}

} // namespace runglass
