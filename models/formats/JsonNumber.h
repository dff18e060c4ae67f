// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

/// A number as JSON writes it, or NaN, Infinity or -Infinity.
struct JsonNumber {
    bool isInteger = false;
    std::int64_t integer = 0; ///< when isInteger
    double real = 0;          ///< when not isInteger
};

/// Reads a number at the beginning of text.
/// @return its length in bytes; 0 when there is none
std::size_t scanJsonNumber(std::string_view text, JsonNumber& number);

/// Appends a double in the shortest form that reads back as the same double, never like an integer.
void appendJsonNumber(std::string& text, double number);

} // namespace runglass
