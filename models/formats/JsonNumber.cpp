// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/JsonNumber.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

namespace runglass
{

namespace
{

__extension__ using Wide = unsigned __int128;

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

/// What multiplies instead of a division by a power of ten.
struct Inverse {
    std::uint64_t factor = 0; ///< 2^(63 + bits) / power, rounded down: its highest bit is set
    int bits = 0;             ///< of the power
};

constexpr std::size_t kMostDigits = 19; ///< that surely fit in 64 bits

/// By exponent; the first is not used.
constexpr std::array<Inverse, kMostDigits + 1> makeInverses()
{
    std::array<Inverse, kMostDigits + 1> inverses = {};
    std::uint64_t power = 1;
    for (std::size_t i = 1; i < inverses.size(); ++i) {
        power *= 10;
        const int bits = 64 - std::countl_zero(power);
        inverses[i] = {static_cast<std::uint64_t>((Wide{1} << (63 + bits)) / power), bits};
    }
    return inverses;
}

constexpr std::array<Inverse, kMostDigits + 1> kInverses = makeInverses();

/// digits / 10^exponent, correctly rounded, where few enough bits tell: nearly always. 0 < digits, 0 < exponent <= 19.
std::optional<double> divided(std::uint64_t digits, std::size_t exponent)
{
    const Inverse& inverse = kInverses[exponent];
    const int shift = std::countl_zero(digits);
    const Wide product = static_cast<Wide>(digits << shift) * inverse.factor;
    // The factor is too small by less than one: the quotient lies in [low, low + 1.5).
    const auto low = static_cast<std::int64_t>(static_cast<std::uint64_t>(product >> 65));
    const auto rounded = static_cast<double>(low);
    if (rounded != static_cast<double>(low + 2))
        return std::nullopt;
    const auto scale = static_cast<std::uint64_t>(1023 + 2 - shift - inverse.bits);
    return rounded * std::bit_cast<double>(scale << 52);
}

std::uint64_t wordAt(const char* bytes)
{
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

bool areDigits(std::uint64_t word)
{
    constexpr std::uint64_t kHigh = 0xF0F0F0F0F0F0F0F0;
    return ((word & kHigh) | ((word + 0x0606060606060606) & kHigh) >> 4) == 0x3333333333333333;
}

/// What eight digits say.
std::uint64_t numberOf(std::uint64_t digits)
{
    digits -= 0x3030303030303030;
    digits = digits * 10 + (digits >> 8);
    constexpr std::uint64_t kPairs = 0x000000FF000000FF;
    return ((digits & kPairs) * (100 + (std::uint64_t{1000000} << 32)) +
            ((digits >> 16) & kPairs) * (1 + (std::uint64_t{10000} << 32))) >>
           32;
}

constexpr std::array<std::uint64_t, 8> kPowers = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};

/// Appends the digits in [at, end) to number. False: something else is among them, or fewer than eight bytes lie
/// between begin and end.
bool appendDigits(const char* begin, const char* at, const char* end, std::uint64_t& number)
{
    for (; end - at >= 8; at += 8) {
        const std::uint64_t word = wordAt(at);
        if (!areDigits(word))
            return false;
        number = number * 100000000 + numberOf(word);
    }
    const auto rest = static_cast<std::size_t>(end - at);
    if (rest == 0)
        return true;
    if (end - begin < 8)
        return false;
    // The last eight bytes, with zeros for those that were read already.
    const std::uint64_t kept = ~std::uint64_t{0} << (8 * (8 - rest));
    const std::uint64_t word = (wordAt(end - 8) & kept) | (0x3030303030303030 & ~kept);
    number = number * kPowers[rest] + numberOf(word);
    return areDigits(word);
}

/// The exponent at the end of text, as languages write it with two digits: "e-05".
std::optional<int> shortExponent(std::string_view text)
{
    const std::size_t size = text.size();
    if (size < 4 || text[size - 4] != 'e' || !isDigit(text[size - 2]) || !isDigit(text[size - 1]))
        return std::nullopt;
    const int digits = (text[size - 2] - '0') * 10 + (text[size - 1] - '0');
    const char sign = text[size - 3];
    return sign == '-' ? std::optional(-digits) : sign == '+' ? std::optional(digits) : std::nullopt;
}

/// The usual number with a point, when it fills the text: in one pass, where std::from_chars takes three times as
/// long. Nothing is decided about any other.
/// @param point  where it is
/// @param whole  what the digits before it say
std::optional<double> plainReal(std::string_view text, std::size_t start, std::size_t point, std::uint64_t whole)
{
    // Far from the end of a document there is no need to look.
    constexpr std::size_t kLongest = kMostDigits + 8;
    if (text.size() > kLongest)
        return std::nullopt;
    const char* end = text.data() + text.size();
    std::optional<int> exponent = shortExponent(text);
    if (exponent)
        end -= 4;
    const char* const fraction = text.data() + point + 1;
    const auto digits = static_cast<std::size_t>(end - fraction) + point - start;
    if (end <= fraction || digits > kMostDigits || !appendDigits(text.data(), fraction, end, whole))
        return std::nullopt;
    const std::ptrdiff_t divisor = end - fraction - exponent.value_or(0);
    if (divisor <= 0 || divisor > static_cast<std::ptrdiff_t>(kMostDigits))
        return std::nullopt;
    const std::optional<double> real = whole == 0 ? 0.0 : divided(whole, static_cast<std::size_t>(divisor));
    return real && start > 0 ? std::optional(-*real) : real;
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
        if (const std::optional<double> real = plainReal(text, start, at, whole)) {
            number.isInteger = false;
            number.real = *real;
            return text.size();
        }
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
