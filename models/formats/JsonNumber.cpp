// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/JsonNumber.h"

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

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
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

double toReal(std::string_view text)
{
    double real = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), real).ec != std::errc::result_out_of_range)
        return real;
    return std::copysign(isLarge(text) ? kInfinity : 0.0, text.front() == '-' ? -1.0 : 1.0);
}

} // namespace

std::size_t scanJsonNumber(std::string_view text, JsonNumber& number)
{
    const std::size_t start = text.starts_with('-') ? 1 : 0;
    const std::size_t whole = skipDigits(text, start);
    if (whole == start)
        return scanWord(text, number);
    if (text[start] == '0' && whole > start + 1)
        return 0;
    std::size_t end = whole;
    if (end < text.size() && text[end] == '.') {
        end = skipDigits(text, whole + 1);
        if (end == whole + 1)
            return 0;
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const std::size_t sign = end + 1;
        const std::size_t digits = sign + (sign < text.size() && (text[sign] == '-' || text[sign] == '+') ? 1 : 0);
        end = skipDigits(text, digits);
        if (end == digits)
            return 0;
    }
    if (end == whole) {
        const std::from_chars_result result = std::from_chars(text.data(), text.data() + whole, number.integer);
        number.isInteger = result.ec == std::errc();
        if (number.isInteger)
            return end;
    }
    number.isInteger = false;
    number.real = toReal(text.substr(0, end));
    return end;
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
