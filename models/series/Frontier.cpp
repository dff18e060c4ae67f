// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Frontier.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace runglass
{

std::vector<bool> frontierOf(std::span<const double> x, std::span<const double> y, const Betterness& better)
{
    // Turned so that smaller is better, from the best x on: only a better y than all before is unbeaten.
    const auto turned = [](double number, bool larger) { return larger ? -number : number; };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isnan(x[i]) && !std::isnan(y[i]))
            order.push_back(i);
    }
    const auto place = [&](std::size_t i) {
        return std::pair(turned(x[i], better.largerX), turned(y[i], better.largerY));
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    std::vector<bool> isOn(x.size(), false);
    std::optional<std::pair<double, double>> best;
    for (const std::size_t i : order) {
        const auto its = place(i);
        isOn[i] = !best || its.second < best->second || its == *best;
        if (isOn[i])
            best = its;
    }
    return isOn;
}

} // namespace runglass
