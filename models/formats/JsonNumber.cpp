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
/// Of a text that is looked at whole. Far from the end of a document there is no need to look.
constexpr std::size_t kLongest = kMostDigits + 8;

/// By exponent; the first is not used.
constexpr std::array<Inverse, kLongest + 1> makeInverses()
{
    std::array<Inverse, kLongest + 1> inverses = {};
    Wide power = 1;
    for (std::size_t i = 1; i < inverses.size(); ++i) {
        power *= 10;
        int bits = 0;
        for (Wide rest = power; rest != 0; rest >>= 1)
            ++bits;
        // Bit by bit: what is divided has more bits than any integer.
        Wide rest = 1;
        std::uint64_t factor = 0;
        for (int bit = 0; bit < 63 + bits; ++bit) {
            rest <<= 1;
            factor = factor << 1 | (rest >= power ? 1 : 0);
            rest -= rest >= power ? power : 0;
        }
        inverses[i] = {factor, bits};
    }
    return inverses;
}

constexpr std::array<Inverse, kLongest + 1> kInverses = makeInverses();

/// digits / 10^exponent, correctly rounded, where few enough bits tell: nearly always. 0 < digits,
/// 0 < exponent <= kLongest.
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

template <typename T> std::uint64_t loaded(const char* bytes)
{
    static_assert(std::endian::native == std::endian::little);
    T word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// The first eight bytes of a text of 0 < size bytes, zeros behind its end.
std::uint64_t firstWord(const char* bytes, std::size_t size)
{
    if (size >= 8)
        return loaded<std::uint64_t>(bytes);
    if (size >= 4)
        return loaded<std::uint32_t>(bytes) | loaded<std::uint32_t>(bytes + size - 4) << (8 * (size - 4));
    const auto at = [bytes](std::size_t i) { return loaded<std::uint8_t>(bytes + i) << (8 * i); };
    return at(0) | at(size / 2) | at(size - 1);
}

constexpr std::uint64_t kZeros = 0x3030303030303030; ///< eight digits 0

bool areDigits(std::uint64_t word)
{
    constexpr std::uint64_t kHigh = 0xF0F0F0F0F0F0F0F0;
    return ((word & kHigh) | ((word + 0x0606060606060606) & kHigh) >> 4) == 0x3333333333333333;
}

/// What eight digits say.
std::uint64_t numberOf(std::uint64_t digits)
{
    digits -= kZeros;
    digits = digits * 10 + (digits >> 8);
    constexpr std::uint64_t kPairs = 0x000000FF000000FF;
    return ((digits & kPairs) * (100 + (std::uint64_t{1000000} << 32)) +
            ((digits >> 16) & kPairs) * (1 + (std::uint64_t{10000} << 32))) >>
           32;
}

/// A mask of the first count bytes, count < 8.
std::uint64_t firstBytes(std::size_t count)
{
    return (std::uint64_t{1} << (8 * count)) - 1;
}

/// The first size bytes of a word as its last ones, with digits 0 before them. 0 < size <= 8.
std::uint64_t movedToEnd(std::uint64_t word, std::size_t size)
{
    return size == 8 ? word : word << (8 * (8 - size)) | (kZeros & firstBytes(8 - size));
}

constexpr std::array<std::uint64_t, 9> kPowers = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};

/// Appends the digits in [at, end) to number, of whose bytes before at seven or more can be read.
/// @return whether they are digits
bool appendDigits(const char* at, const char* end, std::uint64_t& number)
{
    for (; end - at > 8; at += 8) {
        const auto word = loaded<std::uint64_t>(at);
        if (!areDigits(word))
            return false;
        number = number * kPowers[8] + numberOf(word);
    }
    // The last eight bytes, with zeros for those that were read already.
    const auto rest = static_cast<std::size_t>(end - at);
    const std::uint64_t kept = ~std::uint64_t{0} << (8 * (8 - rest));
    const std::uint64_t word = (loaded<std::uint64_t>(end - 8) & kept) | (kZeros & ~kept);
    number = number * kPowers[rest] + numberOf(word);
    return areDigits(word);
}

/// Takes the exponent off the end of a text, as languages write it with two digits: "e-05". 0 when there is none.
int takeExponent(const char* text, std::size_t& size)
{
    if (size < 5 || text[size - 4] != 'e' || !isDigit(text[size - 2]) || !isDigit(text[size - 1]))
        return 0;
    const char sign = text[size - 3];
    if (sign != '-' && sign != '+')
        return 0;
    size -= 4;
    const int digits = (text[size + 2] - '0') * 10 + (text[size + 3] - '0');
    return sign == '-' ? -digits : digits;
}

/// Of size digits and one point, behind the sign.
/// @param first  firstWord(text, size)
/// @param point  where the point is, among the first eight bytes
std::optional<double> plainReal(const char* text, std::size_t size, int exponent, std::uint64_t first,
                                std::size_t point)
{
    const std::uint64_t before = firstBytes(point);
    // A digit 0 at the beginning takes the place of the point.
    const std::uint64_t digits = (first & ~(before << 8 | 0xFF)) | (first & before) << 8 | '0';
    const std::uint64_t head = movedToEnd(digits, std::min<std::size_t>(size, 8));
    if (!areDigits(head) || point + 1 == size || (point > 1 && text[0] == '0'))
        return std::nullopt;
    std::uint64_t whole = numberOf(head);
    if (size > 8) {
        const std::size_t rest = size - 8;
        constexpr std::size_t kSure = kMostDigits - 7;
        // Zeros at the beginning make room for more digits than there is otherwise.
        if (rest > kSure && (rest > kMostDigits - 1 || whole >= kPowers[kMostDigits - rest]))
            return std::nullopt;
        if (!appendDigits(text + 8, text + size, whole))
            return std::nullopt;
    }
    const int divisor = static_cast<int>(size - point - 1) - exponent;
    if (divisor <= 0 || divisor > static_cast<int>(kLongest))
        return std::nullopt;
    return whole == 0 ? 0.0 : divided(whole, static_cast<std::size_t>(divisor));
}

/// The usual number, when it fills the text: in one pass, almost without a decision that depends on it, where
/// std::from_chars takes three times as long. False: nothing is decided.
bool scanWhole(std::string_view text, JsonNumber& number)
{
    const bool isNegative = text.starts_with('-');
    const char* const bytes = text.data() + (isNegative ? 1 : 0);
    std::size_t size = text.size() - (isNegative ? 1 : 0);
    if (size == 0)
        return false;
    const int exponent = takeExponent(bytes, size);
    const std::uint64_t first = firstWord(bytes, size);
    constexpr std::uint64_t kLows = 0x0101010101010101;
    const std::uint64_t others = first ^ (kLows * '.');
    // The lowest bit that is set belongs to the first point.
    const std::uint64_t points = (others - kLows) & ~others & (kLows << 7);
    if (points != 0) {
        const auto point = static_cast<std::size_t>(std::countr_zero(points)) / 8;
        const std::optional<double> real = point == 0 ? std::nullopt : plainReal(bytes, size, exponent, first, point);
        if (!real)
            return false;
        number.isInteger = false;
        number.real = isNegative ? -*real : *real;
        return true;
    }
    const bool isPlain = size <= 8 && exponent == 0 && text.size() == size + (isNegative ? 1 : 0);
    if (!isPlain || (size > 1 && bytes[0] == '0'))
        return false;
    const std::uint64_t digits = movedToEnd(first, size);
    if (!areDigits(digits))
        return false;
    const auto integer = static_cast<std::int64_t>(numberOf(digits));
    number.isInteger = true;
    number.integer = isNegative ? -integer : integer;
    return true;
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

std::size_t scanAny(std::string_view text, JsonNumber& number)
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

} // namespace

std::size_t scanJsonNumber(std::string_view text, JsonNumber& number)
{
    return text.size() <= kLongest && scanWhole(text, number) ? text.size() : scanAny(text, number);
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
