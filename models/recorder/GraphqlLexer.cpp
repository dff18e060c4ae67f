// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlLexer.h"

#include "models/formats/Utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace runglass
{

namespace
{

bool isLetter(char letter)
{
    return letter == '_' || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
}

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

} // namespace

void GraphqlLexer::passIgnored()
{
    constexpr std::string_view kBlank = " \t\r\n,\xEF\xBB\xBF";
    while (m_at < m_text.size()) {
        if (m_text[m_at] == '#')
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
        else if (kBlank.find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
        else
            return;
    }
}

void GraphqlLexer::advance()
{
    passIgnored();
    m_token.clear();
    const char first = peek();
    if (m_at >= m_text.size()) {
        m_kind = Kind::End;
    } else if (isLetter(first)) {
        readName();
    } else if (isDigit(first) || first == '-') {
        readNumber();
    } else if (first == '"') {
        readText();
    } else {
        m_kind = Kind::Sign;
        m_token = m_text.substr(m_at).starts_with("...") ? "..." : std::string(1, first);
        m_at += m_token.size();
    }
}

void GraphqlLexer::readName()
{
    m_kind = Kind::Name;
    while (isLetter(peek()) || isDigit(peek()))
        m_token += m_text[m_at++];
}

void GraphqlLexer::readNumber()
{
    m_kind = Kind::Integer;
    do {
        m_token += m_text[m_at++];
        if (peek() == '.' || (peek() | 0x20) == 'e')
            m_kind = Kind::Real;
    } while (isDigit(peek()) || peek() == '.' || (peek() | 0x20) == 'e' ||
             ((peek() == '+' || peek() == '-') && (m_token.back() | 0x20) == 'e'));
}

void GraphqlLexer::readText()
{
    m_kind = Kind::Text;
    ++m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"' && m_text[m_at] != '\n') {
        if (m_text[m_at] != '\\') {
            m_token += m_text[m_at++];
        } else if (!readEscape()) {
            m_kind = Kind::Bad;
            return;
        }
    }
    if (peek() != '"')
        m_kind = Kind::Bad;
    ++m_at;
}

bool GraphqlLexer::readEscape()
{
    constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
    ++m_at;
    const char letter = peek();
    ++m_at;
    if (letter == 'u')
        return readUnicode();
    const std::size_t which = kLetters.find(letter);
    if (letter == '\0' || which == std::string_view::npos)
        return false;
    m_token += kMeanings[which];
    return true;
}

bool GraphqlLexer::readUnicode()
{
    constexpr std::size_t kDigits = 4;
    if (m_text.size() - std::min(m_at, m_text.size()) < kDigits)
        return false;
    std::uint32_t code = 0;
    const char* begin = m_text.data() + m_at;
    const std::from_chars_result result = std::from_chars(begin, begin + kDigits, code, 16);
    m_at += kDigits;
    appendUtf8(m_token, code);
    return result.ec == std::errc() && result.ptr == begin + kDigits;
}

} // namespace runglass
