// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/Filter.h"
#include "models/expression/FilterKeywords.h"

#include <array>
#include <charconv>
#include <cmath>

namespace runglass
{

namespace
{

std::string quoted(std::string_view text, char quote)
{
    std::string result(1, quote);
    for (const char character : text)
        result.append(character == quote ? 2 : 1, character);
    return result + quote;
}

std::string numberText(const Value& number)
{
    if (number.kind() == Value::Kind::Integer)
        return std::to_string(number.toInteger());
    const double value = number.toDouble();
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    std::array<char, 32> digits = {};
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    std::string text(digits.data(), end.ptr);
    // A double stays one when it is read again.
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

/// Whether a word can stand in a filter as it is and is nothing but a word there.
bool isPlainWord(std::string_view word)
{
    const bool startsWithLetter = !word.empty() && (word.front() < '0' || word.front() > '9');
    return startsWithLetter && isPlainComponent(word) && filterKeyword(word) == FilterKeyword::None && word != "like" &&
           word != "LIKE" && word != "ilike" && word != "ILIKE";
}

std::string listText(const std::vector<FilterValue>& values)
{
    std::string text;
    for (const FilterValue& value : values)
        text += (text.empty() ? "(" : ", ") + toText(value);
    return text + ')';
}

std::string joined(const Filter& filter, std::string_view word)
{
    std::string text;
    for (const Filter& part : filter.parts) {
        if (!text.empty())
            text.append(1, ' ').append(word).append(1, ' ');
        const bool group = part.kind == Filter::Kind::Or || part.kind == filter.kind;
        text += group ? '(' + toText(part) + ')' : toText(part);
    }
    return text;
}

} // namespace

std::string toText(const FilterColumn& column)
{
    if (column.origin == FilterColumn::Origin::Field)
        return column.path.empty() ? std::string() : column.path.front();
    std::string text;
    if (column.origin != FilterColumn::Origin::Key)
        text = column.origin == FilterColumn::Origin::Config ? "config" : "summary";
    for (const std::string& component : column.path) {
        bool bare = isPlainComponent(component);
        // What begins a name must not be taken for a field, a keyword, a number or the name of config or summary.
        if (text.empty()) {
            const bool prefix = column.path.size() > 1 && (component == "config" || component == "summary");
            bare = bare && isPlainWord(component) && filterField(component).empty() && !prefix;
        } else {
            text += '.';
        }
        text += bare ? component : quoted(component, '`');
    }
    return text;
}

std::string toText(const FilterValue& value)
{
    switch (value.kind) {
    case FilterValue::Kind::Null:
        return "null";
    case FilterValue::Kind::Bool:
        return value.value.toBool() ? "true" : "false";
    case FilterValue::Kind::Number:
        return numberText(value.value);
    case FilterValue::Kind::Text:
        return quoted(value.value.text(), '\'');
    case FilterValue::Kind::Time:
    case FilterValue::Kind::Duration:
        return value.value.text();
    }
    return {};
}

std::string toText(const FilterTest& test)
{
    std::string text = toText(test.column) + ' ' + std::string(toText(test.op));
    if (test.op == FilterOperator::In || test.op == FilterOperator::NotIn)
        return text + ' ' + listText(test.values);
    return test.values.empty() ? text : text + ' ' + toText(test.values.front());
}

std::string toText(const Filter& filter)
{
    switch (filter.kind) {
    case Filter::Kind::All:
        return {};
    case Filter::Kind::And:
        return joined(filter, "and");
    case Filter::Kind::Or:
        return joined(filter, "or");
    case Filter::Kind::Not: {
        const Filter& part = filter.parts.front();
        const bool group = part.kind == Filter::Kind::And || part.kind == Filter::Kind::Or;
        return group ? "not (" + toText(part) + ')' : "not " + toText(part);
    }
    case Filter::Kind::Test:
        return toText(filter.test);
    case Filter::Kind::Word:
        return isPlainWord(filter.word) ? filter.word : quoted(filter.word, '\'');
    }
    return {};
}

} // namespace runglass
