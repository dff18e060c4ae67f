// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/KeyText.h"

namespace runglass
{

namespace
{

constexpr std::string_view kHex = "0123456789abcdef";

void appendComponent(std::string& text, const std::string& component)
{
    text += '"';
    for (const char letter : component) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\')
            text += {'\\', letter};
        else if (byte < 0x20)
            text += {'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]};
        else
            text += letter;
    }
    text += '"';
}

/// Reads one string from text, past its closing quote.
bool takeComponent(std::string_view& text, std::string& component)
{
    if (text.empty() || text[0] != '"')
        return false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return true;
        }
        if (text[i] != '\\') {
            component += text[i];
            continue;
        }
        const std::string_view escape = text.substr(i + 1, 5);
        if (escape.starts_with('"') || escape.starts_with('\\')) {
            component += escape[0];
            i += 1;
            continue;
        }
        const std::size_t high = escape.size() == 5 ? kHex.find(escape[3]) : kHex.npos;
        const std::size_t low = escape.size() == 5 ? kHex.find(escape[4]) : kHex.npos;
        if (!escape.starts_with("u00") || high == kHex.npos || low == kHex.npos)
            return false;
        component += static_cast<char>(high << 4 | low);
        i += 5;
    }
    return false;
}

} // namespace

std::string encodeKey(const KeyPath& key)
{
    std::string text = "[";
    for (const std::string& component : key) {
        if (text.size() > 1)
            text += ',';
        appendComponent(text, component);
    }
    return text + ']';
}

std::optional<KeyPath> decodeKey(std::string_view text)
{
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
        return std::nullopt;
    text = text.substr(1, text.size() - 2);
    KeyPath key;
    while (!text.empty()) {
        if (!key.empty()) {
            if (text[0] != ',')
                return std::nullopt;
            text.remove_prefix(1);
        }
        if (!takeComponent(text, key.emplace_back()))
            return std::nullopt;
    }
    return key;
}

} // namespace runglass
