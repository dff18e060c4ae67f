// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace runglass
{

/// Short labels for the ticks of an axis, all with the same number of decimals: "0.25", "10k", "1.5M", "2e-05".
/// @param step  distance of the ticks
std::vector<QString> axisTexts(const std::vector<double>& ticks, double step);

} // namespace runglass
