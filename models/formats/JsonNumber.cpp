// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/JsonNumber.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t scanWord(std::string_view text, JsonNumber& number)
{
    constexpr std::array<std::pair<std::string_view, double>, 3> kWords = {
        {{"NaN", std::numeric_limits<double>::quiet_NaN()}, {"Infinity", kInfinity}, {"-Infinity", -kInfinity}}};
    for (const auto& [word, meaning] : kWords)
        if (text.starts_with(word)) {
            number = {false, 0, meaning};
            return word.size();
        }
    return 0;
}

/// Whether a number too far from 1 for a double is too large rather than too small. text is valid and not 0.
bool isLarge(std::string_view text)
{
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    std::int64_t exponent = 0;
    if (mark < text.size()) {
        std::string_view digits = text.substr(mark + 1);
        const bool negative = digits.starts_with('-');
        if (negative || digits.starts_with('+'))
            digits.remove_prefix(1);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), exponent).ec != std::errc())
            return !negative;
        exponent = negative ? -exponent : exponent;
    }
    const std::string_view mantissa = text.substr(0, mark);
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_of("123456789");
    // A text longer than 2^62 bytes does not exist, so the sum stays in range.
    constexpr std::int64_t kFar = std::int64_t{1} << 62;
    if (exponent > kFar || exponent < -kFar)
        return exponent > 0;
    return exponent + static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) > 0;
}

/// Of a number whose beginning was found to be valid JSON.
std::size_t scanReal(std::string_view text, JsonNumber& number)
{
    number.isInteger = false;
    const char* const end = text.data() + text.size();
    const std::from_chars_result result = std::from_chars(text.data(), end, number.real);
    // It stops before an exponent that has no digits.
    if (result.ptr != end && (*result.ptr == 'e' || *result.ptr == 'E'))
        return 0;
    const auto length = static_cast<std::size_t>(result.ptr - text.data());
    if (result.ec == std::errc::result_out_of_range)
        number.real =
            std::copysign(isLarge(text.substr(0, length)) ? kInfinity : 0.0, text.front() == '-' ? -1.0 : 1.0);
    return length;
}

} // namespace

std::size_t scanJsonNumber(std::string_view text, JsonNumber& number)
{
    const bool isNegative = text.starts_with('-');
    const std::size_t start = isNegative ? 1 : 0;
    std::size_t at = start;
    std::uint64_t whole = 0; // right for as many digits as an integer surely has
    for (; at < text.size() && isDigit(text[at]); ++at)
        whole = whole * 10 + static_cast<std::uint64_t>(text[at] - '0');
    if (at == start)
        return scanWord(text, number);
    if (text[start] == '0' && at > start + 1)
        return 0;
    if (at < text.size() && text[at] == '.') {
        if (at + 1 == text.size() || !isDigit(text[at + 1]))
            return 0;
        return scanReal(text, number);
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E'))
        return scanReal(text, number);
    constexpr std::size_t kSureDigits = 18;
    number.isInteger = true;
    if (at - start <= kSureDigits) {
        const auto integer = static_cast<std::int64_t>(whole);
        number.integer = isNegative ? -integer : integer;
        return at;
    }
    const std::from_chars_result result = std::from_chars(text.data(), text.data() + at, number.integer);
    return result.ec == std::errc() ? at : scanReal(text.substr(0, at), number);
}

void appendJsonNumber(std::string& text, double number)
{
    if (std::isnan(number)) {
        text += "NaN";
        return;
    }
    if (std::isinf(number)) {
        text += number > 0 ? "Infinity" : "-Infinity";
        return;
    }
    std::array<char, 32> buffer = {};
    const std::to_chars_result result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    const std::string_view shortest(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
    text += shortest;
    if (shortest.find_first_of(".e") == std::string_view::npos)
        text += ".0";
}

} // namespace runglass
