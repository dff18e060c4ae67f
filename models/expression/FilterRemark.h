// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// One sentence about a filter that cannot be used, or is odd: what it says, and what is put into it.
struct FilterRemark {
    enum class Kind {
        Unexpected, ///< something that cannot stand there: the error's found and expected
        // What else is wrong where something cannot stand, or how it is written.
        QuoteKeyword,
        QuoteText,
        QuoteMark,
        QuoteOpen,
        ListInParentheses,
        WriteAnd,
        WriteMatches,
        WriteIt,
        TextInColumn,
        ColumnAsValue,
        ApiObject,
        // What was read and makes no sense.
        TooDeep,
        TooLong,
        ColumnMissing,
        NoColumn,
        NameGap,
        ColumnFirst,
        NullOrder,
        NotFirst,
        BadPattern,
        ApiProblem,
        // What leet writes and has no counterpart.
        ReadAsLeet,
        WriteExists,
        NameTheKey,
        WriteEqual,
        // Columns.
        NotKnownYet,
        NoRunHas,
        InternalKey,
        InBoth,
        Nowhere,
        IsIt, ///< arguments: one or more columns
        NotInTable,
        HoldsKeys,
        // What a column holds and is compared with.
        Holds, ///< arguments: the column, then kinds of values; "lists" as the first one: lists of the others
        CompareTime,
        CompareSeconds,
        CompareQuoted,
        CompareNumber,
        CompareText,
        CompareBool,
        OnlyExists,
        OnlyTextSearched,
        OnlyTimesWithin,
        BoolOrder,
        ListOrder,
        NoState,
    };

    Kind kind = Kind::Unexpected;
    std::vector<std::string> arguments = {};

    bool operator==(const FilterRemark&) const = default;
};

struct FilterError;

/// Gives a text of this library in another language; the text itself where it has no other.
using FilterTranslation = std::function<std::string(const char*)>;

/// What is wrong with a filter, or odd, as a person reads it: its remarks, and where it is in the text.
std::string describe(const FilterError& error, const FilterTranslation& translate);
/// What RE2 says of a pattern ("missing ]: [a"), in another language.
std::string describePatternProblem(std::string_view problem, const FilterTranslation& translate);

} // namespace runglass
