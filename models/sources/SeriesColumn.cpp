// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SeriesColumn.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::size_t kFewValues = 1024;
constexpr double kIntegerEnd = 9223372036854775808.0; // 2^63

bool isExact(std::int64_t value)
{
    const auto converted = static_cast<double>(value);
    return converted < kIntegerEnd && static_cast<std::int64_t>(converted) == value;
}

/// The SDK writes 2.0 as "2": in a mixed column a whole number is an integer.
Value numberOf(double value)
{
    if (std::abs(value) < kIntegerEnd && value == std::trunc(value))
        return static_cast<std::int64_t>(value);
    return value;
}

template <typename T> void reorder(std::vector<T>& column, const std::vector<std::size_t>& order)
{
    std::vector<T> sorted;
    sorted.reserve(column.size());
    for (const std::size_t i : order)
        sorted.push_back(std::move(column[i]));
    column = std::move(sorted);
}

} // namespace

std::size_t SeriesColumn::valueCount() const
{
    return std::visit([](const auto& values) { return values.size(); }, m_values);
}

void SeriesColumn::place(std::uint64_t row, std::int64_t step, double time)
{
    if (!m_step.empty() && row == m_lastRow) {
        std::visit([](auto& values) { values.pop_back(); }, m_values);
        return;
    }
    m_ordered = m_ordered && (m_step.empty() || m_step.back() <= step);
    m_behind = m_behind || (m_lastTaken && step < *m_lastTaken);
    m_lastRow = row;
    if (m_step.empty()) {
        m_step.reserve(m_expected);
        m_time.reserve(m_expected);
    }
    m_step.push_back(step);
    m_time.push_back(time);
}

void SeriesColumn::widenToDouble()
{
    std::vector<double> doubles;
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&m_values)) {
        doubles.reserve(std::max<std::size_t>(integers->capacity(), 16));
        for (const std::int64_t value : *integers)
            doubles.push_back(static_cast<double>(value));
    }
    doubles.reserve(std::max<std::size_t>(m_expected, 16));
    m_values = std::move(doubles);
}

void SeriesColumn::widenToJson()
{
    std::vector<Value> all;
    all.reserve(valueCount() + 1);
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&m_values))
        all.assign(integers->begin(), integers->end());
    else if (const auto* doubles = std::get_if<std::vector<double>>(&m_values))
        std::transform(doubles->begin(), doubles->end(), std::back_inserter(all), numberOf);
    else if (const auto* bools = std::get_if<std::vector<std::uint8_t>>(&m_values))
        for (const std::uint8_t value : *bools)
            all.emplace_back(value != 0);
    m_values = std::move(all);
}

void SeriesColumn::addIntegerToAny(std::uint64_t row, std::int64_t step, double time, std::int64_t value)
{
    place(row, step, time);
    if (valueCount() == 0)
        m_values = std::vector<std::int64_t>();
    if (auto* integers = std::get_if<std::vector<std::int64_t>>(&m_values)) {
        m_exactInDouble = m_exactInDouble && isExact(value);
        integers->push_back(value);
        return;
    }
    auto* doubles = std::get_if<std::vector<double>>(&m_values);
    if (doubles && isExact(value)) {
        doubles->push_back(static_cast<double>(value));
        return;
    }
    if (!std::holds_alternative<std::vector<Value>>(m_values))
        widenToJson();
    std::get<std::vector<Value>>(m_values).emplace_back(value);
}

void SeriesColumn::addDoubleToAny(std::uint64_t row, std::int64_t step, double time, double value)
{
    place(row, step, time);
    if (auto* doubles = std::get_if<std::vector<double>>(&m_values)) {
        doubles->push_back(value);
        return;
    }
    const bool integers = std::holds_alternative<std::vector<std::int64_t>>(m_values);
    if (valueCount() == 0 || (integers && m_exactInDouble)) {
        widenToDouble();
        std::get<std::vector<double>>(m_values).push_back(value);
        return;
    }
    if (!std::holds_alternative<std::vector<Value>>(m_values))
        widenToJson();
    std::get<std::vector<Value>>(m_values).emplace_back(value);
}

void SeriesColumn::addBool(std::uint64_t row, std::int64_t step, double time, bool value)
{
    place(row, step, time);
    if (valueCount() == 0)
        m_values = std::vector<std::uint8_t>();
    if (auto* bools = std::get_if<std::vector<std::uint8_t>>(&m_values)) {
        bools->push_back(value ? 1 : 0);
        return;
    }
    if (!std::holds_alternative<std::vector<Value>>(m_values))
        widenToJson();
    std::get<std::vector<Value>>(m_values).emplace_back(value);
}

void SeriesColumn::add(std::uint64_t row, std::int64_t step, double time, Value value)
{
    switch (value.kind()) {
    case Value::Kind::Integer:
        return addInteger(row, step, time, value.toInteger());
    case Value::Kind::Double:
        return addDouble(row, step, time, value.toDouble());
    case Value::Kind::Bool:
        return addBool(row, step, time, value.toBool());
    default:
        break;
    }
    place(row, step, time);
    if (!std::holds_alternative<std::vector<Value>>(m_values))
        widenToJson();
    std::get<std::vector<Value>>(m_values).push_back(std::move(value));
}

void SeriesColumn::sortBySteps()
{
    std::vector<std::size_t> order(m_step.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) { return m_step[a] < m_step[b]; });
    reorder(m_step, order);
    reorder(m_time, order);
    std::visit([&order](auto& values) { reorder(values, order); }, m_values);
}

Series SeriesColumn::take(SeriesId id)
{
    // Damage or a hand-made log; the store and the charts rely on the order.
    if (!m_ordered)
        sortBySteps();
    if (!m_step.empty())
        m_lastTaken = std::max(m_lastTaken.value_or(m_step.back()), m_step.back());
    Series series{std::move(id), std::exchange(m_step, {}), std::exchange(m_time, {}), std::exchange(m_values, {})};
    m_exactInDouble = m_ordered = true;
    // The next slice of a long log is as long as this one; what a living run adds is short.
    m_expected = series.size() < kFewValues ? 0 : series.size();
    return series;
}

} // namespace runglass
