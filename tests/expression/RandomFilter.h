// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"

#include <limits>
#include <random>
#include <string>
#include <vector>

namespace runglass::test
{

/// What random filters are made of.
struct FilterParts {
    std::vector<FilterColumn> columns;
    std::vector<std::string> texts; ///< values of texts, patterns and words
};

/// Makes random trees that parseFilter() can read.
class RandomFilter
{
public:
    RandomFilter(unsigned seed, FilterParts parts)
        : m_random(seed)
        , m_parts(std::move(parts))
    {
    }

    Filter filter(int depth)
    {
        Filter filter;
        const std::size_t kind = depth == 0 ? 3 + below(5) : below(8);
        if (kind >= 3) {
            filter.kind = kind == 3 ? Filter::Kind::Word : Filter::Kind::Test;
            if (kind == 3)
                filter.word = pick(m_parts.texts);
            else
                filter.test = test();
            return filter;
        }
        filter.kind = kind == 0 ? Filter::Kind::Not : kind == 1 ? Filter::Kind::And : Filter::Kind::Or;
        const std::size_t count = kind == 0 ? 1 : 2 + below(2);
        for (std::size_t i = 0; i < count; ++i)
            filter.parts.push_back(this->filter(depth - 1));
        return filter;
    }

    FilterTest test()
    {
        FilterTest test{pick(m_parts.columns), static_cast<FilterOperator>(below(13)), {}};
        switch (test.op) {
        case FilterOperator::IsNull:
        case FilterOperator::Exists:
            break;
        case FilterOperator::WithinLast:
            test.values.push_back(duration());
            break;
        case FilterOperator::Contains:
        case FilterOperator::Matches:
            test.values.push_back({FilterValue::Kind::Text, Value(pick(m_parts.texts))});
            break;
        case FilterOperator::In:
        case FilterOperator::NotIn:
            for (std::size_t count = 1 + below(3); count > 0; --count)
                test.values.push_back(below(8) == 0 ? FilterValue{FilterValue::Kind::Null, {}} : value());
            break;
        default:
            test.values.push_back(value());
        }
        return test;
    }

    FilterValue value()
    {
        switch (below(8)) {
        case 0:
            return {FilterValue::Kind::Bool, Value(below(2) == 0)};
        case 1:
            return duration();
        case 2:
            return {FilterValue::Kind::Time,
                    Value(pick<std::string>({"2026-11-23", "2026-11-23T10:00Z", "2026-11-24T01:02:03.5+09:00"}))};
        case 3:
        case 4:
            return {FilterValue::Kind::Text, Value(pick(m_parts.texts))};
        default:
            return {FilterValue::Kind::Number, number()};
        }
    }

    Value number()
    {
        constexpr std::int64_t kTwo53 = std::int64_t{1} << 53;
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        return pick<Value>({Value(0), Value(1), Value(-1), Value(0.5), Value(1.0), Value(kTwo53), Value(kTwo53 + 1),
                            Value(kTwo53 + 2), Value(static_cast<double>(kTwo53)), Value(-kTwo53 - 1), Value(1e300),
                            Value(std::numeric_limits<std::int64_t>::max()),
                            Value(std::numeric_limits<std::int64_t>::min()), Value(9223372036854775808.0),
                            Value(kInfinity), Value(-kInfinity), Value(std::numeric_limits<double>::quiet_NaN())});
    }

    FilterValue duration()
    {
        return {FilterValue::Kind::Duration, Value(pick<std::string>({"300ms", "1s", "1.5h", "2d", "1w", "5m"}))};
    }

    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    template <typename T> T pick(const std::vector<T>& all) { return all[below(all.size())]; }

private:
    std::mt19937 m_random;
    FilterParts m_parts;
};

} // namespace runglass::test
