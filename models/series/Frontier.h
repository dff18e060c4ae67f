// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace runglass
{

/// Which of two numbers is the better one on each axis.
struct Betterness {
    bool largerX = false, largerY = false;
};

/// Which points no other point beats: one beats another that is no better on either axis and worse on one. Points at
/// one place are on the frontier together.
/// @param x,y  of equal length; a point with NaN is never on it
/// Cost: sorting the points.
std::vector<bool> frontierOf(std::span<const double> x, std::span<const double> y, const Betterness& better);

} // namespace runglass
