// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Series.h"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace runglass
{

/// One line of a history or of system metrics.
struct SeriesRow {
    Value::Object members;
    std::optional<std::int64_t> step;
    double time = 0; ///< seconds since 1970; NaN when the line has none
    std::optional<double> runtime;
};

/// @errors Corruption: no JSON object
Result<SeriesRow> readRow(std::string_view line);

/// Rows → one series a metric: nested objects become keys of several components, media objects stay whole, keys that
/// begin with "_" are the SDK's own and left out.
/// @thread any one at a time
class SeriesRows
{
public:
    /// Steps must not fall from row to row.
    void addHistory(std::int64_t step, SeriesRow&& row);
    /// @param sample  its number, which is its step
    void addSample(std::int64_t sample, SeriesRow&& row);
    /// Gives the series away, ordered by key: those of history, then those of the system.
    std::vector<Series> take();

private:
    struct Column {
        std::vector<std::int64_t> step;
        std::vector<double> time;
        std::vector<Value> values;
    };
    using Columns = std::map<KeyPath, Column>;

    void add(Value value, KeyPath& key);
    static void append(Columns& columns, const KeyPath& key, std::int64_t step, double time, Value value);

    Columns m_history, m_system;
    std::int64_t m_step = 0; ///< of the row at hand
    double m_time = 0;
};

} // namespace runglass
