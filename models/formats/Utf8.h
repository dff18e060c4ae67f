// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

/// A code point at the beginning of a text, or what stands there instead of one.
struct Utf8Unit {
    std::uint32_t codePoint = 0xFFFD; ///< U+FFFD when the bytes are not valid
    std::size_t length = 1;           ///< bytes to go on by, at least 1
    bool valid = false;
    bool truncated = false; ///< not valid, but more bytes could make it so
};

/// Decodes the first code point of text, which must not be empty. Overlong forms, surrogates and what lies beyond
/// U+10FFFF are invalid; an invalid sequence is as long as its valid beginning.
Utf8Unit decodeUtf8(std::string_view text);

/// Appends a code point. What is no scalar value becomes U+FFFD.
void appendUtf8(std::string& text, std::uint32_t codePoint);

/// Bytes at the beginning of text that are valid UTF-8.
std::size_t validUtf8Length(std::string_view text);

/// Bytes at the beginning of text that are ASCII.
std::size_t asciiLength(std::string_view text);

} // namespace runglass
