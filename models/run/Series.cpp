// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Series.h"

#include <limits>

namespace runglass
{

Value Series::at(std::size_t i) const
{
    switch (kind()) {
    case SeriesKind::Integer:
        return std::get<0>(values)[i];
    case SeriesKind::Double:
        return std::get<1>(values)[i];
    case SeriesKind::Bool:
        return std::get<2>(values)[i] != 0;
    case SeriesKind::Json:
        break;
    }
    return std::get<3>(values)[i];
}

std::vector<double> Series::toDoubles() const
{
    if (const auto* doubles = std::get_if<1>(&values))
        return *doubles;
    std::vector<double> converted;
    converted.reserve(size());
    if (const auto* integers = std::get_if<0>(&values))
        for (const std::int64_t value : *integers)
            converted.push_back(static_cast<double>(value));
    else if (const auto* bools = std::get_if<2>(&values))
        for (const std::uint8_t value : *bools)
            converted.push_back(value ? 1.0 : 0.0);
    else
        for (const Value& value : std::get<3>(values))
            converted.push_back(value.toDouble());
    return converted;
}

} // namespace runglass
