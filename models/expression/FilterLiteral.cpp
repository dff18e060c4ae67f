// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterLiteral.h"

#include "models/expression/FilterKeywords.h"
#include "models/expression/TimeText.h"

#include <charconv>
#include <limits>
#include <optional>

namespace runglass
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// Beyond what a double can hold: infinite when it grew, zero when it shrank.
double outOfRange(std::string_view digits)
{
    const std::size_t exponent = digits.find_first_of("eE");
    const bool shrinks = exponent != std::string_view::npos ? digits.substr(exponent + 1).starts_with('-')
                                                            : digits.find_first_of("123456789") > digits.find('.');
    return shrinks ? 0 : kInfinity;
}

std::optional<Value> numberOf(std::string_view word)
{
    const bool negative = word.starts_with('-');
    const std::string_view digits = word.substr(negative || word.starts_with('+') ? 1 : 0);
    if (digits == "inf" || digits == "Infinity" || digits == "infinity")
        return Value(negative ? -kInfinity : kInfinity);
    if (digits.empty() || (digits.front() != '.' && (digits.front() < '0' || digits.front() > '9')))
        return std::nullopt;
    const std::string_view text = negative ? word : digits;
    const char* const end = text.data() + text.size();
    std::int64_t integer = 0;
    if (const auto [stop, failed] = std::from_chars(text.data(), end, integer); stop == end && failed == std::errc())
        return Value(integer);
    double number = 0;
    const auto [stop, failed] = std::from_chars(text.data(), end, number);
    if (stop != end || failed == std::errc::invalid_argument)
        return std::nullopt;
    if (failed == std::errc::result_out_of_range)
        number = negative ? -outOfRange(digits) : outOfRange(digits);
    return Value(number);
}

} // namespace

FilterValue literalValue(std::string_view word)
{
    using Kind = FilterValue::Kind;
    const FilterKeyword keyword = filterKeyword(word);
    if (keyword == FilterKeyword::Null || word == "None")
        return {Kind::Null, {}};
    if (keyword == FilterKeyword::True || word == "True")
        return {Kind::Bool, Value(true)};
    if (keyword == FilterKeyword::False || word == "False")
        return {Kind::Bool, Value(false)};
    if (keyword == FilterKeyword::Nan || word == "NaN")
        return {Kind::Number, Value(std::numeric_limits<double>::quiet_NaN())};
    if (std::optional<Value> number = numberOf(word))
        return {Kind::Number, std::move(*number)};
    if (parseDuration(word))
        return {Kind::Duration, Value(word)};
    if (parseTimestamp(word))
        return {Kind::Time, Value(word)};
    return {Kind::Text, Value(word)};
}

} // namespace runglass
