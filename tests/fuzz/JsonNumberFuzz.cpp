// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/JsonNumber.h"
#include "tests/fuzz/FuzzTarget.h"

#include <bit>
#include <cmath>
#include <cstdlib>

using namespace runglass;

/// Numbers are what the C library makes of the same digits.
RUNGLASS_FUZZ_TARGET(json_number)
{
    using fuzz::require;
    JsonNumber number;
    const std::size_t length = scanJsonNumber(bytes, number);
    require(length <= bytes.size(), "a number ends in its text");
    bool isInteger = false;
    std::int64_t integer = 0;
    double real = 0;
    const bool isWhole = parseJsonNumber(bytes, isInteger, integer, real);
    require(isWhole == (length > 0 && length == bytes.size()), "both readers agree on what is a number");
    if (length == 0)
        return;
    const std::string text(bytes.substr(0, length));
    if (number.isInteger) {
        require(std::to_string(number.integer) == (text == "-0" ? "0" : text), "integers are exact");
        return;
    }
    const double expected = std::strtod(text.c_str(), nullptr);
    const bool bothNan = std::isnan(expected) && std::isnan(number.real);
    require(bothNan || std::bit_cast<std::uint64_t>(expected) == std::bit_cast<std::uint64_t>(number.real),
            "doubles are rounded correctly");
    std::string written;
    appendJsonNumber(written, number.real);
    JsonNumber again;
    require(scanJsonNumber(written, again) == written.size() && !again.isInteger, "a double reads back as one");
    require(bothNan || again.real == number.real, "and as the same");
}
