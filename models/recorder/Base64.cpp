// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Base64.h"

#include <cstdint>

namespace runglass
{

namespace
{

constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned kSix = 6, kEight = 8;

} // namespace

std::string encodedBase64(std::string_view bytes)
{
    constexpr std::size_t kGroup = 4;
    constexpr std::uint32_t kSixBits = 0x3FU;
    std::string text;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char byte : bytes) {
        bits = (bits << kEight) | static_cast<unsigned char>(byte);
        count += kEight;
        while (count >= kSix) {
            count -= kSix;
            text += kLetters[(bits >> count) & kSixBits];
        }
    }
    if (count > 0)
        text += kLetters[(bits << (kSix - count)) & kSixBits];
    while (text.size() % kGroup != 0)
        text += '=';
    return text;
}

std::string decodedBase64(std::string_view text)
{
    constexpr std::uint32_t kEightBits = 0xFFU;
    std::string bytes;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char letter : text) {
        const std::size_t value = kLetters.find(letter);
        if (value == std::string_view::npos)
            break;
        bits = (bits << kSix) | static_cast<std::uint32_t>(value);
        count += kSix;
        if (count >= kEight) {
            count -= kEight;
            bytes += static_cast<char>((bits >> count) & kEightBits);
        }
    }
    return bytes;
}

std::string hexOf(std::string_view bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr unsigned kHalf = 4, kLow = 0x0F;
    std::string text;
    for (const char letter : bytes) {
        const auto byte = static_cast<unsigned char>(letter);
        text += kDigits[byte >> kHalf];
        text += kDigits[byte & kLow];
    }
    return text;
}

} // namespace runglass
