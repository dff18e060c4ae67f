// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

namespace runglass
{

/// What is to be written beside a point.
struct PointLabel {
    QPointF place;
    QString text;
};

struct PlacedLabel {
    QRectF rect;
    QString text; ///< cut in the middle where it is very long
};

/// Labels at the right, the left, above or below of their points, so that none covers a point or another label. Those
/// that find no room are left out.
/// @param labels  the most important first
/// @param points  all that are drawn, of a radius
/// @thread GUI
std::vector<PlacedLabel> placeLabels(const std::vector<PointLabel>& labels, const std::vector<QPointF>& points,
                                     double radius, const QRectF& room, const QFont& font);

} // namespace runglass
