// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Distribution.h"

#include <QColor>
#include <QPen>
#include <QRectF>

#include <functional>

class QPainter;

namespace runglass
{

/// Draws what numbers of a group are like, from left to right in a row.
struct GroupPainter {
    QPainter& painter;
    QRectF rect; ///< as high as the row's shape is
    QColor fill, ink;
    QPen outline; ///< around it, where it stands out
    std::function<double(double value)> toX;

    void whisker(const Range& ends) const;
    void box(const Distribution& numbers) const;
    /// @param density  at places in even strides from the least number to the greatest; the densest is 1
    void violin(const Distribution& numbers, const std::vector<double>& density) const;

private:
    void tick(double value, double part) const;
    void quartiles(const Distribution& numbers) const;
};

} // namespace runglass
