// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"

#include <optional>

namespace runglass
{

/// One metric while it is being read: grows a value at a time and turns into a wider kind when it must.
class SeriesColumn
{
public:
    /// row tells values of one logged row apart from those of the next: a second value in a row replaces the first.
    void addInteger(std::uint64_t row, std::int64_t step, double time, std::int64_t value)
    {
        auto* doubles = std::get_if<std::vector<double>>(&m_values);
        constexpr std::int64_t kSurelyExact = std::int64_t{1} << 53;
        if (doubles && goesOn(row, step) && value > -kSurelyExact && value < kSurelyExact)
            append(row, step, time, *doubles, static_cast<double>(value));
        else
            addIntegerToAny(row, step, time, value);
    }
    void addDouble(std::uint64_t row, std::int64_t step, double time, double value)
    {
        auto* doubles = std::get_if<std::vector<double>>(&m_values);
        if (doubles && goesOn(row, step))
            append(row, step, time, *doubles, value);
        else
            addDoubleToAny(row, step, time, value);
    }
    void addBool(std::uint64_t row, std::int64_t step, double time, bool value);
    /// Any value; numbers and bools find the columns above.
    void add(std::uint64_t row, std::int64_t step, double time, Value value);

    bool isEmpty() const { return m_step.empty(); }
    /// Gives the series away; steps are brought in order if they were not. Values that are added later make the next
    /// one.
    Series take(SeriesId id);
    /// A value that was added lies before one that was given away.
    bool isBehind() const { return m_behind; }

private:
    bool goesOn(std::uint64_t row, std::int64_t step) const
    {
        return !m_step.empty() && row != m_lastRow && m_step.back() <= step;
    }
    void place(std::uint64_t row, std::int64_t step, double time);
    /// The usual case, once the kind is known.
    template <typename T>
    void append(std::uint64_t row, std::int64_t step, double time, std::vector<T>& values, T value)
    {
        m_lastRow = row;
        m_step.push_back(step);
        m_time.push_back(time);
        values.push_back(value);
    }
    void addIntegerToAny(std::uint64_t row, std::int64_t step, double time, std::int64_t value);
    void addDoubleToAny(std::uint64_t row, std::int64_t step, double time, double value);
    void widenToDouble();
    void widenToJson();
    std::size_t valueCount() const;
    void sortBySteps();

    std::vector<std::int64_t> m_step;
    std::vector<double> m_time;
    SeriesValues m_values;
    std::uint64_t m_lastRow = 0;
    std::size_t m_expected = 0;              ///< values until the next take, as a guess
    std::optional<std::int64_t> m_lastTaken; ///< greatest step that was given away
    bool m_exactInDouble = true;             ///< every integer so far
    bool m_ordered = true;                   ///< steps so far
    bool m_behind = false;
};

} // namespace runglass
