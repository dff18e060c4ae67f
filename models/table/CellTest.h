// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/expression/TextPattern.h"
#include "models/run/Run.h"
#include "models/table/ColumnBinder.h"
#include "models/table/NaturalOrder.h"

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// Order of two numbers, exact where an integer beyond 2^53 meets a double; unordered with NaN.
std::partial_ordering compareNumbers(const Value& a, const Value& b);

/// A condition made ready for the cells of a column: which kinds of values it can meet was checked, times and durations
/// are numbers where the column holds such. It is about cells that are there; "≠" and "not in" are their opposites'
/// negation, and null is left out: see isNegated() and takesMissing().
/// @thread any one at a time
class CellTest
{
public:
    /// @errors what the column holds cannot be compared so: error is set
    static CellTest make(const FilterTest& test, const BoundColumn& column, TimeNs now,
                         std::optional<FilterError>& error);

    /// Whether a row matches when its cell does not.
    bool isNegated() const { return m_negated; }
    /// Whether a missing value counts as a match before it is negated ("in (1, null)").
    bool takesMissing() const { return m_takesMissing; }
    /// In for all that compares for equality; an order; Contains; Matches.
    FilterOperator op() const { return m_op; }
    /// What numbers are compared with; of an order at most one.
    const std::vector<Value>& numbers() const { return m_numbers; }

    /// Whether a cell matches; of a list whether one of its elements does.
    bool matches(const Value& cell) const;
    bool matchesText(std::string_view text) const;
    bool matchesNumber(const Value& number) const;

private:
    struct Time {
        TimeNs instant;
        std::string written;
    };

    void take(const FilterValue& value, const BoundColumn& column);
    bool matchesOne(const Value& value) const;
    bool isOrdered(std::partial_ordering order) const;

    FilterOperator m_op = FilterOperator::In;
    bool m_negated = false, m_takesMissing = false, m_ignoresCase = false;
    std::vector<Value> m_numbers;
    std::vector<bool> m_booleans;
    std::vector<std::string> m_texts; ///< ordered; folded where case does not count
    std::vector<Time> m_times;
    std::string m_orderKey; ///< of the text that texts are ordered by
    std::optional<TextPattern> m_pattern;
    std::shared_ptr<const NaturalOrder> m_natural; ///< set where texts are ordered
    mutable std::string m_folded;
};

} // namespace runglass
