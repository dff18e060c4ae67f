// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunComparison.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

bool isSameArray(const Value::Array& a, const Value::Array& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameValue);
}

bool isSameObject(const Value::Object& a, const Value::Object& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& left, const auto& right) {
        return left.first == right.first && isSameValue(left.second, right.second);
    });
}

} // namespace

bool isSameValue(const Value& a, const Value& b)
{
    if (a == b)
        return true;
    if (a.isNumber() && b.isNumber() && a.kind() != b.kind()) {
        // Not as doubles alone: an integer beyond 2^53 may be another number that rounds to the same.
        const double number = a.kind() == Value::Kind::Double ? a.toDouble() : b.toDouble();
        const std::int64_t integer = a.kind() == Value::Kind::Integer ? a.toInteger() : b.toInteger();
        constexpr double kLimit = 9223372036854775808.0;
        return std::abs(number) < kLimit && std::trunc(number) == number &&
               static_cast<std::int64_t>(number) == integer;
    }
    if (a.isArray() && b.isArray())
        return isSameArray(a.array(), b.array());
    return a.isObject() && b.isObject() && isSameObject(a.object(), b.object());
}

RunComparison compareRuns(std::shared_ptr<const RunTable> table, std::vector<std::uint32_t> rows)
{
    RunComparison comparison;
    const auto count = static_cast<std::uint32_t>(table->columns().size());
    for (std::uint32_t place = 0; place < count; ++place) {
        const Column& column = *table->columns()[place];
        const bool isName = column.id() == ColumnId{ColumnOrigin::Field, Field::Name, {}};
        const auto has = [&column](std::uint32_t row) { return column.has(row); };
        if (isName || std::none_of(rows.begin(), rows.end(), has))
            continue;
        const Value first = column.value(rows.front());
        const bool differs = std::any_of(rows.begin() + 1, rows.end(),
                                         [&](std::uint32_t row) { return !isSameValue(first, column.value(row)); });
        comparison.keys.push_back({place, differs});
    }
    comparison.table = std::move(table);
    comparison.rows = std::move(rows);
    return comparison;
}

} // namespace runglass
