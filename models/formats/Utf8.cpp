// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Utf8.h"

#include <cstring>

namespace runglass
{

namespace
{

/// What a first byte says: how many bytes follow, and between which bounds the second must lie (Unicode, table 3-7).
struct Lead {
    std::size_t following = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

Lead leadOf(unsigned char first)
{
    if (first >= 0xC2 && first <= 0xDF)
        return {1};
    if (first >= 0xE0 && first <= 0xEF)
        return {2, static_cast<unsigned char>(first == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(first == 0xED ? 0x9F : 0xBF)};
    if (first >= 0xF0 && first <= 0xF4)
        return {3, static_cast<unsigned char>(first == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(first == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

} // namespace

Utf8Unit decodeUtf8(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text[0]);
    if (first < 0x80)
        return {first, 1, true, false};
    const Lead lead = leadOf(first);
    if (lead.following == 0)
        return {};
    std::uint32_t codePoint = first & (0x3FU >> lead.following);
    for (std::size_t i = 1; i <= lead.following; ++i) {
        if (i >= text.size())
            return {0xFFFD, i, false, true};
        const auto next = static_cast<unsigned char>(text[i]);
        const unsigned char low = i == 1 ? lead.low : 0x80;
        const unsigned char high = i == 1 ? lead.high : 0xBF;
        if (next < low || next > high)
            return {0xFFFD, i, false, false};
        codePoint = codePoint << 6 | (next & 0x3FU);
    }
    return {codePoint, lead.following + 1, true, false};
}

void appendUtf8(std::string& text, std::uint32_t codePoint)
{
    if (codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF))
        codePoint = 0xFFFD;
    const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        put(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        put(0xC0 | codePoint >> 6);
    } else if (codePoint < 0x10000) {
        put(0xE0 | codePoint >> 12);
        put(0x80 | (codePoint >> 6 & 0x3F));
    } else {
        put(0xF0 | codePoint >> 18);
        put(0x80 | (codePoint >> 12 & 0x3F));
        put(0x80 | (codePoint >> 6 & 0x3F));
    }
    put(0x80 | (codePoint & 0x3F));
}

std::size_t asciiLength(std::string_view text)
{
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + i, 8);
        if (bytes & 0x8080808080808080ULL)
            break;
    }
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80)
        ++i;
    return i;
}

std::size_t validUtf8Length(std::string_view text)
{
    std::size_t i = 0;
    for (;;) {
        i += asciiLength(text.substr(i));
        if (i >= text.size())
            return i;
        const Utf8Unit unit = decodeUtf8(text.substr(i));
        if (!unit.valid)
            return i;
        i += unit.length;
    }
}

} // namespace runglass
