// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QVector>

namespace runglass
{

/// How far a place is from a polyline whose x never decrease, in pixels; infinity beyond `within`.
double distanceTo(const QPolygonF& polyline, const QPointF& place, double within);

/// Whether any part of a polyline whose x never decrease lies in a box; of a single point, whether it does.
bool passesThrough(const QPolygonF& polyline, const QRectF& box);

/// The dashes of the part of a polyline that lies in clip. They count along the x axis, and up and down only as far as
/// a line that rises steeply would else be one dash: a noisy line keeps gaps that can be seen.
QVector<QLineF> dashes(const QPolygonF& polyline, const QRectF& clip);

/// What stands for a line in a legend: one stroke, or the two thicker ones of the baseline.
/// @param left  its end, half-way up
QVector<QRectF> legendDashes(const QPointF& left, double length, double width, bool isBaseline);

/// The segments of a polyline. Drawn as such, a wide pen is quick.
void addSegments(QVector<QLineF>& to, const QPolygonF& polyline);

} // namespace runglass
