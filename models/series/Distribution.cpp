// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Distribution.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

namespace runglass
{

namespace
{

struct Moments {
    double mean = 0, deviation = std::numeric_limits<double>::quiet_NaN();
};

Moments momentsOf(std::span<const double> numbers)
{
    // Welford's way: no sum that is larger than the numbers.
    Moments result;
    double squares = 0, count = 0;
    for (const double number : numbers) {
        const double from = number - result.mean;
        result.mean += from / ++count;
        squares += from * (number - result.mean);
    }
    if (count > 1)
        result.deviation = std::sqrt(squares / (count - 1));
    return result;
}

} // namespace

double quantileOf(std::span<const double> sorted, double part)
{
    if (sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double place = std::clamp(part, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

Distribution distributionOf(std::vector<double> numbers)
{
    constexpr double kReach = 1.5;
    Distribution result;
    result.sorted = std::move(numbers);
    std::sort(result.sorted.begin(), result.sorted.end());
    const Moments moments = momentsOf(result.sorted);
    result.mean = moments.mean;
    result.deviation = moments.deviation;
    result.lowerQuartile = quantileOf(result.sorted, 0.25);
    result.median = quantileOf(result.sorted, 0.5);
    result.upperQuartile = quantileOf(result.sorted, 0.75);
    const double reach = kReach * (result.upperQuartile - result.lowerQuartile);
    const auto low = std::lower_bound(result.sorted.begin(), result.sorted.end(), result.lowerQuartile - reach);
    const auto high = std::upper_bound(low, result.sorted.end(), result.upperQuartile + reach);
    result.whiskers = {*low, *std::prev(high)};
    return result;
}

std::vector<double> densityOf(std::span<const double> numbers, std::span<const double> places)
{
    const auto count = static_cast<double>(numbers.size());
    const double width = momentsOf(numbers).deviation * std::pow(count, -0.2);
    if (!(width > 0))
        return {};
    const double height = 1 / (count * width * std::sqrt(2 * std::numbers::pi));
    std::vector<double> result(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const double number : numbers) {
            const double away = (places[i] - number) / width;
            result[i] += std::exp(-away * away / 2);
        }
        result[i] *= height;
    }
    return result;
}

} // namespace runglass
