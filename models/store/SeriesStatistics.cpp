// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/SeriesStatistics.h"

#include <cmath>

namespace runglass
{

void SeriesStatistics::add(const SeriesValues& values)
{
    // Wider than double, so that neither sums of huge values overflow nor many small ones get lost.
    long double sum = 0;
    std::uint64_t added = 0;
    const auto take = [&](double value) {
        if (!std::isfinite(value))
            return;
        min = finite + added == 0 || value < min ? value : min;
        max = finite + added == 0 || value > max ? value : max;
        sum += static_cast<long double>(value);
        ++added;
    };
    std::visit(
        [&](const auto& all) {
            for (const auto& value : all)
                take(toNumber(value));
            if (all.empty())
                return;
            first = count == 0 ? toNumber(all.front()) : first;
            last = toNumber(all.back());
            count += all.size();
        },
        values);
    if (added == 0)
        return;
    const long double before = finite == 0 ? 0 : static_cast<long double>(mean) * static_cast<long double>(finite);
    finite += added;
    mean = static_cast<double>((before + sum) / static_cast<long double>(finite));
}

} // namespace runglass
