// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TerminalStyle.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace runglass
{

namespace
{

struct Parameter {
    int value = 0;
    bool sub = false; ///< came after ":"
};

std::vector<Parameter> split(std::string_view text)
{
    constexpr int kFar = 65535;
    std::vector<Parameter> parameters = {{}};
    for (const char c : text) {
        if (c == ';' || c == ':')
            parameters.push_back({0, c == ':'});
        else if (c >= '0' && c <= '9')
            parameters.back().value = std::min(parameters.back().value * 10 + (c - '0'), kFar);
    }
    return parameters;
}

/// The colour that begins after a 38 or 48 at position at, which is left on its last parameter.
std::optional<std::int32_t> extendedColor(const std::vector<Parameter>& parameters, std::size_t& at)
{
    const auto value = [&](std::size_t i) { return i < parameters.size() ? parameters[i].value : -1; };
    const std::size_t mode = at + 1;
    if (value(mode) == 5) {
        at = mode + 1;
        return value(at) >= 0 && value(at) <= 255 ? std::optional(value(at)) : std::nullopt;
    }
    if (value(mode) != 2) {
        at = mode;
        return std::nullopt;
    }
    // "38:2:space:r:g:b" names a colour space, "38:2:r:g:b" and "38;2;r;g;b" do not.
    std::size_t end = mode + 1;
    while (end < parameters.size() && parameters[end].sub)
        ++end;
    const std::size_t red = parameters[mode].sub && end - mode > 4 ? mode + 2 : mode + 1;
    at = std::max(red + 2, end - 1);
    std::int32_t color = 0x1000000;
    for (std::size_t i = 0; i < 3; ++i) {
        if (value(red + i) < 0 || value(red + i) > 255)
            return std::nullopt;
        color |= value(red + i) << (16 - 8 * i);
    }
    return color;
}

/// What is not a colour; false when number says something else.
bool applyAttribute(int number, TextStyle& style)
{
    switch (number) {
    case 0:
        style = {};
        return true;
    case 1:
        style.bold = true;
        return true;
    case 2:
        style.faint = true;
        return true;
    case 3:
    case 23:
        style.italic = number == 3;
        return true;
    case 4:
    case 21:
    case 24:
        style.underline = number != 24;
        return true;
    case 7:
    case 27:
        style.inverse = number == 7;
        return true;
    case 22:
        style.bold = style.faint = false;
        return true;
    default:
        return false;
    }
}

void applyPaletteColor(int number, TextStyle& style)
{
    if (number >= 30 && number <= 37)
        style.foreground = number - 30;
    else if (number >= 40 && number <= 47)
        style.background = number - 40;
    else if (number >= 90 && number <= 97)
        style.foreground = number - 90 + 8;
    else if (number >= 100 && number <= 107)
        style.background = number - 100 + 8;
    else if (number == 39)
        style.foreground = -1;
    else if (number == 49)
        style.background = -1;
}

} // namespace

void applySgr(std::string_view parameters, TextStyle& style)
{
    const std::vector<Parameter> list = split(parameters);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const int number = list[i].value;
        const bool hasSub = i + 1 < list.size() && list[i + 1].sub;
        if (number == 38 || number == 48) {
            const std::optional<std::int32_t> color = extendedColor(list, i);
            if (color)
                (number == 38 ? style.foreground : style.background) = *color;
        } else if (number == 58) {
            extendedColor(list, i); // the colour of the underline
        } else if (number == 4 && hasSub) {
            style.underline = list[i + 1].value != 0;
        } else if (!applyAttribute(number, style)) {
            applyPaletteColor(number, style);
        }
        while (i + 1 < list.size() && list[i + 1].sub)
            ++i;
    }
}

} // namespace runglass
