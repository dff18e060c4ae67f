// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/FilterRemark.h"
#include "models/run/Value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace runglass
{

/// Where in the text something stands, in characters (code points) from 0. No part of what it means.
struct FilterSpan {
    std::size_t position = 0;
    std::size_t length = 0;

    bool operator==(const FilterSpan&) const { return true; }
};

/// A column as the filter language names it.
struct FilterColumn {
    enum class Origin {
        Field,   ///< path is its name: "created"
        Key,     ///< looked for in summary, then in config
        Config,  ///< config.path
        Summary, ///< summary.path
    };
    Origin origin = Origin::Key;
    KeyPath path;
    FilterSpan span = {};

    bool operator==(const FilterColumn&) const = default;
};

enum class FilterOperator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    IsNull,
    Exists, ///< also written "is not null"
    WithinLast,
    Contains,
    Matches,
};

/// What a column is compared with. Times and durations stay as they were written: a local time is no instant before
/// it is known where it is asked.
struct FilterValue {
    enum class Kind {
        Null,     ///< only in the lists of in and not in
        Bool,     ///< value is one
        Number,   ///< value is an integer or a double, NaN and ±Infinity too
        Text,     ///< value is a text
        Time,     ///< value is a text that parseTimestamp reads
        Duration, ///< value is a text that parseDuration reads
    };
    Kind kind = Kind::Null;
    Value value;
    FilterSpan span = {};

    bool operator==(const FilterValue&) const = default;
};

/// One condition on a column: "summary.loss < 1".
struct FilterTest {
    FilterColumn column;
    FilterOperator op = FilterOperator::Exists;
    std::vector<FilterValue> values; ///< none for IsNull and Exists, one or more for In and NotIn, else one

    bool operator==(const FilterTest&) const = default;
};

/// The tree of a filter. An And or Or inside one of its own kind is a group that was written in parentheses.
struct Filter {
    enum class Kind {
        All,  ///< no condition: every run
        And,  ///< two or more parts
        Or,   ///< two or more parts
        Not,  ///< one part
        Test, ///< test
        Word, ///< a text to search for
    };
    Kind kind = Kind::All;
    std::vector<Filter> parts = {};
    FilterTest test = {};
    std::string word = {};
    FilterSpan span = {};

    bool operator==(const Filter&) const = default;
};

/// Why a filter cannot be used, or what is odd about it.
struct FilterError {
    FilterSpan span;
    std::string found;                 ///< what stands there; "the end" behind the last character
    std::vector<std::string> expected; ///< what could stand there, as words or in our spelling; may be empty
    std::string detail;                ///< the remarks in English
    std::vector<FilterRemark> remarks; ///< what describe() puts into sentences

    bool operator==(const FilterError&) const = default;
};
/// With detail as the remarks have it.
FilterError filterError(FilterSpan span, std::string found, std::vector<FilterRemark> remarks,
                        std::vector<std::string> expected = {});

/// The filter as text that parseFilter() reads as the same tree. Empty for Kind::All.
std::string toText(const Filter& filter);
std::string toText(const FilterTest& test);
std::string toText(const FilterColumn& column);
std::string toText(const FilterValue& value);
/// "=", "≠" …, "not in", "within last".
std::string_view toText(FilterOperator op);

} // namespace runglass
