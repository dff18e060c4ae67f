// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/GroupPainter.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr double kPoint = 2.5, kWhiskerTick = 0.5, kBoxHeight = 0.7, kThin = 0.12;
/// So that ink is seen on every colour.
constexpr float kFill = 0.55F;

QColor faint(QColor colour)
{
    colour.setAlphaF(kFill);
    return colour;
}

} // namespace

/// Across the row, over a part of its height.
void GroupPainter::tick(double value, double part) const
{
    const double x = toX(value), half = rect.height() * part / 2;
    painter.drawLine(QPointF(x, rect.center().y() - half), QPointF(x, rect.center().y() + half));
}

void GroupPainter::whisker(const Range& ends) const
{
    painter.setPen(QPen(ink, 1));
    painter.drawLine(QPointF(toX(ends.lo), rect.center().y()), QPointF(toX(ends.hi), rect.center().y()));
    tick(ends.lo, kWhiskerTick);
    tick(ends.hi, kWhiskerTick);
}

void GroupPainter::box(const Distribution& numbers) const
{
    // Outside of the box, through which they would be seen.
    whisker({numbers.whiskers.lo, numbers.lowerQuartile});
    whisker({numbers.upperQuartile, numbers.whiskers.hi});
    const double left = toX(numbers.lowerQuartile), width = std::max(1.0, toX(numbers.upperQuartile) - left);
    const double height = rect.height() * kBoxHeight;
    painter.setPen(outline.style() == Qt::NoPen ? QPen(ink, 1) : outline);
    painter.setBrush(faint(fill));
    painter.drawRect(QRectF(left, rect.center().y() - height / 2, width, height));
    painter.setPen(QPen(ink, 2));
    tick(numbers.median, kBoxHeight);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(Qt::NoBrush);
    for (const double number : numbers.sorted) {
        if (!numbers.whiskers.contains(number))
            painter.drawEllipse(QPointF(toX(number), rect.center().y()), kPoint, kPoint);
    }
}

void GroupPainter::violin(const Distribution& numbers, const std::vector<double>& density) const
{
    QPolygonF shape;
    const double half = rect.height() / 2, y = rect.center().y();
    const auto place = [&](std::size_t i) {
        return rect.left() + rect.width() * static_cast<double>(i) / static_cast<double>(density.size() - 1);
    };
    for (std::size_t i = 0; i < density.size(); ++i)
        shape.append(QPointF(place(i), y - half * density[i]));
    for (std::size_t i = density.size(); i-- > 0;)
        shape.append(QPointF(place(i), y + half * density[i]));
    painter.setPen(outline.style() == Qt::NoPen ? QPen(fill, 1) : outline);
    painter.setBrush(faint(fill));
    painter.drawPolygon(shape);
    quartiles(numbers);
}

/// A thin box with the median across it.
void GroupPainter::quartiles(const Distribution& numbers) const
{
    const double left = toX(numbers.lowerQuartile), width = std::max(1.0, toX(numbers.upperQuartile) - left);
    const double height = rect.height() * kThin;
    painter.fillRect(QRectF(left, rect.center().y() - height / 2, width, height), ink);
    painter.setPen(QPen(ink, 2));
    tick(numbers.median, kWhiskerTick);
}

} // namespace runglass
