// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowValue.h"

#include "models/expression/FilterLiteral.h"

#include <algorithm>
#include <vector>

namespace runglass
{

namespace
{

constexpr std::string_view kSpace = " \t\r\n";

bool takesTextAsIs(FilterOperator op)
{
    return op == FilterOperator::Contains || op == FilterOperator::Matches;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(kSpace);
    return start == std::string_view::npos ? std::string_view()
                                           : text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

bool isQuote(char character)
{
    return character == '\'' || character == '"';
}

/// Where a text in quotes that begins the field ends; npos: nowhere.
std::size_t closingQuote(std::string_view text)
{
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] != text.front())
            continue;
        if (at + 1 == text.size() || text[at + 1] != text.front())
            return at;
        ++at;
    }
    return std::string_view::npos;
}

/// Cuts at commas outside quotes. A quote inside a word is a part of it.
std::vector<std::string_view> pieces(std::string_view field)
{
    std::vector<std::string_view> found;
    while (true) {
        const std::size_t start = std::min(field.find_first_not_of(kSpace), field.size());
        std::size_t from = start;
        if (start < field.size() && isQuote(field[start])) {
            const std::size_t close = closingQuote(field.substr(start));
            from = close == std::string_view::npos ? field.size() : start + close;
        }
        const std::size_t comma = field.find(',', from);
        found.push_back(trimmed(field.substr(0, comma)));
        if (comma == std::string_view::npos)
            return found;
        field.remove_prefix(comma + 1);
    }
}

std::string unquoted(std::string_view text)
{
    std::string result;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        result += text[at];
        at += text[at] == text.front() ? 1 : 0;
    }
    return result;
}

bool isUnclosed(std::string_view piece)
{
    return isQuote(piece.front()) && closingQuote(piece) == std::string_view::npos;
}

FilterValue readValue(std::string_view piece, bool textsOnly)
{
    if (isQuote(piece.front()) && closingQuote(piece) + 1 == piece.size())
        return {FilterValue::Kind::Text, Value(unquoted(piece))};
    FilterValue literal = literalValue(piece);
    if (textsOnly && literal.kind != FilterValue::Kind::Null)
        return {FilterValue::Kind::Text, Value(piece)};
    return literal;
}

void readOne(RowTest& row, std::string_view piece, bool textsOnly)
{
    FilterValue value = readValue(piece, textsOnly);
    FilterOperator& op = row.test.op;
    if (op == FilterOperator::WithinLast) {
        value = literalValue(piece);
        if (value.kind != FilterValue::Kind::Duration)
            row.problem = RowTest::Problem::NoDuration;
    } else if (value.kind == FilterValue::Kind::Null) {
        if (op != FilterOperator::Equal && op != FilterOperator::NotEqual)
            row.problem = RowTest::Problem::NullHasNoOrder;
        op = op == FilterOperator::Equal ? FilterOperator::IsNull : FilterOperator::Exists;
        return;
    }
    row.test.values.push_back(std::move(value));
}

} // namespace

ValueCount valueCount(FilterOperator op)
{
    if (op == FilterOperator::Exists || op == FilterOperator::IsNull)
        return ValueCount::None;
    return op == FilterOperator::In || op == FilterOperator::NotIn ? ValueCount::List : ValueCount::One;
}

RowTest readRowTest(FilterColumn column, FilterOperator op, std::string_view field, bool textsOnly)
{
    RowTest row{{std::move(column), op, {}}};
    const ValueCount count = valueCount(op);
    if (count == ValueCount::None)
        return row;
    if (takesTextAsIs(op)) {
        row.test.values.push_back({FilterValue::Kind::Text, Value(field)});
        row.problem = field.empty() ? RowTest::Problem::Empty : RowTest::Problem::None;
        return row;
    }
    std::vector<std::string_view> all =
        count == ValueCount::List ? pieces(field) : std::vector<std::string_view>{trimmed(field)};
    std::erase_if(all, [](std::string_view piece) { return piece.empty(); });
    if (all.empty())
        row.problem = RowTest::Problem::Empty;
    for (const std::string_view piece : all) {
        if (isUnclosed(piece))
            row.problem = RowTest::Problem::UnclosedQuote;
        else if (count == ValueCount::List)
            row.test.values.push_back(readValue(piece, textsOnly));
        else
            readOne(row, piece, textsOnly);
    }
    return row;
}

std::string rowValueText(const FilterValue& value, FilterOperator op, bool textsOnly)
{
    if (value.kind != FilterValue::Kind::Text)
        return toText(value);
    const std::string& text = value.value.text();
    if (takesTextAsIs(op))
        return text;
    const bool splits = valueCount(op) == ValueCount::List && text.find(',') != std::string::npos;
    const bool plain = !text.empty() && trimmed(text).size() == text.size() && !isQuote(text.front()) && !splits;
    // What would be read as anything else stands in quotes.
    if (plain && readValue(text, textsOnly) == value)
        return text;
    return toText(value);
}

std::string rowValueText(const FilterTest& test, bool textsOnly)
{
    std::string text;
    for (const FilterValue& value : test.values)
        text += (text.empty() ? "" : ", ") + rowValueText(value, test.op, textsOnly);
    return text;
}

} // namespace runglass
