// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SeriesRows.h"

#include "models/formats/Json.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::size_t kMaxKeyComponents = 64;

bool isExactInDouble(const Value& value)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 53;
    return value.kind() != Value::Kind::Integer || (value.toInteger() >= -kMost && value.toInteger() <= kMost);
}

bool all(const std::vector<Value>& values, Value::Kind kind)
{
    return std::all_of(values.begin(), values.end(), [kind](const Value& value) { return value.kind() == kind; });
}

SeriesValues narrowest(std::vector<Value> values)
{
    if (all(values, Value::Kind::Integer)) {
        std::vector<std::int64_t> integers;
        for (const Value& value : values)
            integers.push_back(value.toInteger());
        return integers;
    }
    if (all(values, Value::Kind::Bool)) {
        std::vector<std::uint8_t> bools;
        for (const Value& value : values)
            bools.push_back(value.toBool() ? 1 : 0);
        return bools;
    }
    const bool isNumeric = std::all_of(values.begin(), values.end(),
                                       [](const Value& value) { return value.isNumber() && isExactInDouble(value); });
    if (!isNumeric)
        return values;
    std::vector<double> doubles;
    for (const Value& value : values)
        doubles.push_back(value.toDouble());
    return doubles;
}

} // namespace

Result<SeriesRow> readRow(std::string_view line)
{
    Result<Value> value = parseJson(line);
    if (!value)
        return value.error();
    if (!value->isObject())
        return Error{Error::Kind::Corruption, "A logged line is no JSON object.", {}};
    SeriesRow row;
    const Value& step = member(*value, "_step");
    const Value& time = member(*value, "_timestamp");
    const Value& runtime = member(*value, "_runtime");
    if (step.kind() == Value::Kind::Integer)
        row.step = step.toInteger();
    row.time = time.isNumber() ? time.toDouble() : std::numeric_limits<double>::quiet_NaN();
    if (runtime.isNumber() && std::isfinite(runtime.toDouble()))
        row.runtime = runtime.toDouble();
    row.members = std::move(value->makeObject());
    return row;
}

void SeriesRows::append(Columns& columns, const KeyPath& key, std::int64_t step, double time, Value value)
{
    Column& column = columns[key];
    column.step.push_back(step);
    column.time.push_back(time);
    column.values.push_back(std::move(value));
}

void SeriesRows::add(Value value, KeyPath& key)
{
    const bool isNested = value.isObject() && !member(value, "_type").isText() && key.size() < kMaxKeyComponents;
    if (!isNested) {
        append(m_history, key, m_step, m_time, std::move(value));
        return;
    }
    for (auto& [name, member] : value.makeObject()) {
        key.push_back(name);
        add(std::move(member), key);
        key.pop_back();
    }
}

void SeriesRows::addHistory(std::int64_t step, SeriesRow&& row)
{
    m_step = step;
    m_time = row.time;
    for (auto& [name, member] : row.members) {
        if (name.starts_with('_'))
            continue;
        KeyPath key = {name};
        add(std::move(member), key);
    }
}

void SeriesRows::addSample(std::int64_t sample, SeriesRow&& row)
{
    constexpr std::string_view kPrefix = "system.";
    for (auto& [name, member] : row.members) {
        const std::string key = name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
        // The keys of hardware have dots of their own: "gpu.0.temp" is one component.
        if (!name.starts_with('_') && !key.empty())
            append(m_system, {key}, sample, row.time, std::move(member));
    }
}

std::vector<Series> SeriesRows::take()
{
    std::vector<Series> series;
    for (const bool system : {false, true}) {
        for (auto& [key, column] : std::exchange(system ? m_system : m_history, {})) {
            Series& one = series.emplace_back();
            one.id = {0, system, key};
            one.step = std::move(column.step);
            one.time = std::move(column.time);
            one.values = narrowest(std::move(column.values));
        }
    }
    return series;
}

} // namespace runglass
