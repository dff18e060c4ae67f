// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunValues.h"

#include "models/table/NaturalOrder.h"

#include <algorithm>
#include <unordered_map>

namespace runglass
{

namespace
{

void count(const Value& value, int RunValue::*counter, std::unordered_map<std::string, RunValue>& values)
{
    if (value.isArray()) {
        for (const Value& one : value.array())
            count(one, counter, values);
        return;
    }
    if (!value.isText() || value.text().empty())
        return;
    RunValue& found = values[value.text()];
    ++(found.*counter);
}

} // namespace

std::vector<RunValue> runValues(const RunTable& table, Field field, const std::vector<std::uint32_t>& chosen,
                                const CancelToken& cancel)
{
    std::unordered_map<std::string, RunValue> values;
    const Column& column = table.field(field);
    for (std::uint32_t row = 0; row < table.rowCount() && !cancel.isCanceled(); ++row)
        count(column.value(row), &RunValue::all, values);
    for (const std::uint32_t row : chosen)
        count(column.value(row), &RunValue::chosen, values);
    std::vector<std::pair<std::string, RunValue>> ordered;
    const NaturalOrder order;
    for (auto& [text, value] : values) {
        value.value = text;
        ordered.emplace_back(order.key(std::string_view(text)), std::move(value));
    }
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
        const bool isFirst = a.second.chosen > 0, isOther = b.second.chosen > 0;
        return isFirst != isOther ? isFirst : a.first < b.first;
    });
    std::vector<RunValue> found;
    found.reserve(ordered.size());
    for (auto& [key, value] : ordered)
        found.push_back(std::move(value));
    return found;
}

} // namespace runglass
