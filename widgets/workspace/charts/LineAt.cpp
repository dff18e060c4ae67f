// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/LineAt.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace runglass
{

namespace
{

constexpr double kDash = 7, kGap = 5;

double distanceToSegment(const QPointF& a, const QPointF& b, const QPointF& place)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double at = length > 0 ? std::clamp(QPointF::dotProduct(place - a, along) / length, 0.0, 1.0) : 0;
    const QPointF away = place - (a + along * at);
    return std::hypot(away.x(), away.y());
}

/// Which part of a segment, 0 … 1, lies in a rectangle; nothing: the first is not below the second.
std::pair<double, double> partInside(const QPointF& from, const QPointF& step, const QRectF& clip)
{
    double begin = 0, end = 1;
    const auto cut = [&](double start, double by, double low, double high) {
        if (by == 0) {
            if (start < low || start > high)
                end = -1;
            return;
        }
        const double a = (low - start) / by, b = (high - start) / by;
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
    };
    cut(from.x(), step.x(), clip.left(), clip.right());
    cut(from.y(), step.y(), clip.top(), clip.bottom());
    return {begin, end};
}

} // namespace

double distanceTo(const QPolygonF& polyline, const QPointF& place, double within)
{
    double best = std::numeric_limits<double>::infinity();
    const auto isLeft = [](const QPointF& point, double x) { return point.x() < x; };
    auto at = std::lower_bound(polyline.begin(), polyline.end(), place.x() - within, isLeft);
    if (at != polyline.begin())
        --at;
    for (; at != polyline.end() && at->x() <= place.x() + within; ++at) {
        const QPointF& next = at + 1 == polyline.end() ? *at : *(at + 1);
        best = std::min(best, distanceToSegment(*at, next, place));
    }
    return best <= within ? best : std::numeric_limits<double>::infinity();
}

QVector<QRectF> legendDashes(const QPointF& left, double length, double width, bool isBaseline)
{
    if (!isBaseline)
        return {QRectF(left.x(), left.y() - width / 2, length, width)};
    const double part = length * 0.4, thick = width + 1;
    return {QRectF(left.x(), left.y() - thick / 2, part, thick),
            QRectF(left.x() + length - part, left.y() - thick / 2, part, thick)};
}

bool passesThrough(const QPolygonF& polyline, const QRectF& box)
{
    const auto isLeft = [](const QPointF& point, double x) { return point.x() < x; };
    auto at = std::lower_bound(polyline.begin(), polyline.end(), box.left(), isLeft);
    if (at != polyline.begin())
        --at;
    for (; at != polyline.end() && at->x() <= box.right(); ++at) {
        const QPointF& next = at + 1 == polyline.end() ? *at : *(at + 1);
        const auto [begin, end] = partInside(*at, next - *at, box);
        if (begin <= end)
            return true;
    }
    return false;
}

void addSegments(QVector<QLineF>& to, const QPolygonF& polyline)
{
    for (qsizetype i = 1; i < polyline.size(); ++i)
        to.append(QLineF(polyline[i - 1], polyline[i]));
}

QVector<QLineF> dashes(const QPolygonF& polyline, const QRectF& clip)
{
    QVector<QLineF> result;
    double along = 0; // of the dash and the gap behind it
    for (qsizetype i = 1; i < polyline.size(); ++i) {
        const QPointF from = polyline[i - 1];
        const QPointF step = polyline[i] - from;
        const double length = std::abs(step.x()) + std::min(std::abs(step.y()), 2 * std::abs(step.x()));
        const auto [begin, end] = partInside(from, step, clip);
        if (begin >= end)
            continue;
        if (length <= 0) {
            if (along < kDash)
                result.append(QLineF(from + step * begin, from + step * end));
            continue;
        }
        for (double done = begin * length; done < end * length;) {
            const bool isDash = along < kDash;
            const double left = (isDash ? kDash : kDash + kGap) - along;
            const double part = std::min(left, end * length - done);
            if (isDash)
                result.append(QLineF(from + step * (done / length), from + step * ((done + part) / length)));
            done += part;
            if (part < left)
                along += part;
            else
                along = isDash ? kDash : 0;
        }
    }
    return result;
}

} // namespace runglass
