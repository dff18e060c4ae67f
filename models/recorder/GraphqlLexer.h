// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace runglass
{

/// The words and signs of a GraphQL text, one at a time.
class GraphqlLexer
{
public:
    enum class Kind { End, Name, Sign, Integer, Real, Text, Bad };

    explicit GraphqlLexer(std::string_view text)
        : m_text(text)
    {
        advance();
    }

    Kind kind() const { return m_kind; }
    /// Of a name, sign or number as written; of a text without quotes and escapes.
    const std::string& token() const { return m_token; }
    bool isSign(std::string_view sign) const { return m_kind == Kind::Sign && m_token == sign; }
    bool isName(std::string_view name) const { return m_kind == Kind::Name && m_token == name; }
    void advance();

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void passIgnored();
    void readName();
    void readNumber();
    void readText();
    bool readEscape();
    bool readUnicode();

    std::string_view m_text;
    std::size_t m_at = 0;
    Kind m_kind = Kind::End;
    std::string m_token;
};

} // namespace runglass
