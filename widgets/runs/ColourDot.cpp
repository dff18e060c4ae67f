// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColourDot.h"

#include <QColor>
#include <QPainter>
#include <QPixmap>

namespace runglass
{

QIcon dotIcon(const QColor& colour, int side, qreal ratio)
{
    QPixmap dot(QSize(side, side) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(0.5, 0.5, side - 1, side - 1));
    return QIcon(dot);
}

} // namespace runglass
