// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/FilterLexer.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

/// Bytes of the character at the front; 1 for what is no UTF-8.
std::size_t characterSize(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xc2 ? 1
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 1;
    if (size > text.size())
        return 1;
    const bool continued = std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(size),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; });
    return continued ? size : 1;
}

struct Spelling {
    std::string_view text;
    FilterToken::Kind kind;
    FilterOperator op = FilterOperator::Equal;
};

using Kind = FilterToken::Kind;

/// Longer ones first.
constexpr std::array<Spelling, 22> kMarks = {{{"==", Kind::Operator, FilterOperator::Equal},
                                              {"!=", Kind::Operator, FilterOperator::NotEqual},
                                              {"<>", Kind::Operator, FilterOperator::NotEqual},
                                              {"<=", Kind::Operator, FilterOperator::LessOrEqual},
                                              {">=", Kind::Operator, FilterOperator::GreaterOrEqual},
                                              {"≠", Kind::Operator, FilterOperator::NotEqual},
                                              {"≤", Kind::Operator, FilterOperator::LessOrEqual},
                                              {"≥", Kind::Operator, FilterOperator::GreaterOrEqual},
                                              {"=", Kind::Operator, FilterOperator::Equal},
                                              {"<", Kind::Operator, FilterOperator::Less},
                                              {">", Kind::Operator, FilterOperator::Greater},
                                              {"&&", Kind::And},
                                              {"||", Kind::Or},
                                              {"|", Kind::Or},
                                              {"!", Kind::Not},
                                              {"(", Kind::Open},
                                              {")", Kind::Close},
                                              {"[", Kind::ListOpen},
                                              {"]", Kind::ListClose},
                                              {",", Kind::Comma},
                                              {"（", Kind::Open},
                                              {"）", Kind::Close}}};

const Spelling* markAt(std::string_view rest)
{
    const auto found = std::find_if(kMarks.begin(), kMarks.end(),
                                    [rest](const Spelling& mark) { return rest.starts_with(mark.text); });
    return found != kMarks.end() ? &*found : nullptr;
}

/// Bytes of white space at the front, 0 when there is none. With the spaces of Unicode that keyboards make.
std::size_t spaceSize(std::string_view rest)
{
    if (std::string_view(" \t\r\n\f\v").find(rest.front()) != std::string_view::npos)
        return 1;
    for (const std::string_view space : {"\u00a0", "\u3000", "\u202f", "\ufeff"}) {
        if (rest.starts_with(space))
            return space.size();
    }
    return 0;
}

/// Whether a word goes on with this character. Those that patterns of other languages use are left out, so that
/// "name = run*" is an error and not a search for a star.
bool isWordCharacter(std::string_view rest)
{
    const auto first = static_cast<unsigned char>(rest.front());
    if (first >= 0x80)
        return spaceSize(rest) == 0 && markAt(rest) == nullptr;
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return letter || (first >= '0' && first <= '9') ||
           std::string_view("_.-+/:@#%$").find(rest.front()) != std::string_view::npos;
}

class Lexer
{
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    std::vector<FilterToken> tokens()
    {
        std::vector<FilterToken> tokens;
        do {
            tokens.push_back(next());
        } while (tokens.back().kind != Kind::End);
        return tokens;
    }

private:
    std::string_view rest() const { return m_text.substr(m_byte); }
    void skip(std::size_t bytes)
    {
        for (const std::size_t end = m_byte + bytes; m_byte < end; ++m_character)
            m_byte += characterSize(rest());
    }

    FilterToken next()
    {
        while (m_byte < m_text.size() && spaceSize(rest()) > 0)
            skip(spaceSize(rest()));
        FilterToken token;
        token.byte = m_byte;
        token.span.position = m_character;
        if (m_byte < m_text.size())
            read(token);
        token.byteLength = m_byte - token.byte;
        token.span.length = m_character - token.span.position;
        return token;
    }

    void read(FilterToken& token)
    {
        const char first = rest().front();
        if (first == '\'' || first == '"') {
            token.kind = readQuoted(first, token.text) ? Kind::Text : Kind::Unclosed;
        } else if (const Spelling* mark = markAt(rest())) {
            token.kind = mark->kind;
            token.op = mark->op;
            token.text = mark->text;
            skip(mark->text.size());
        } else if (first == '`' || isWordCharacter(rest())) {
            readWord(token);
        } else {
            token.kind = Kind::Stray;
            token.text = rest().substr(0, characterSize(rest()));
            skip(token.text.size());
        }
    }

    /// A doubled quote inside is one. False: it is not closed.
    bool readQuoted(char quote, std::string& text)
    {
        skip(1);
        while (m_byte < m_text.size()) {
            if (rest().front() == quote) {
                skip(1);
                if (m_byte == m_text.size() || rest().front() != quote)
                    return true;
            }
            const std::size_t size = characterSize(rest());
            text += rest().substr(0, size);
            skip(size);
        }
        return false;
    }

    void readWord(FilterToken& token)
    {
        token.kind = Kind::Word;
        token.components.emplace_back();
        while (m_byte < m_text.size()) {
            FilterToken::Component& component = token.components.back();
            const char first = rest().front();
            // MLflow quotes the names of metrics with double quotes too.
            const bool atStart = component.text.empty() && !component.quoted;
            if (first == '`' || (first == '"' && atStart && token.components.size() > 1)) {
                component.quoted = true;
                if (!readQuoted(first, component.text)) {
                    token.kind = Kind::Unclosed;
                    break;
                }
            } else if (first == '.') {
                skip(1);
                token.components.emplace_back();
            } else if (isWordCharacter(rest())) {
                const std::size_t size = characterSize(rest());
                component.text += rest().substr(0, size);
                skip(size);
            } else {
                break;
            }
        }
        token.text = m_text.substr(token.byte, m_byte - token.byte);
        if (!token.hasBackticks())
            token.keyword = filterKeyword(token.text);
    }

    std::string_view m_text;
    std::size_t m_byte = 0, m_character = 0;
};

} // namespace

bool FilterToken::hasBackticks() const
{
    return std::any_of(components.begin(), components.end(), [](const Component& one) { return one.quoted; });
}

std::vector<FilterToken> lexFilter(std::string_view text)
{
    return Lexer(text).tokens();
}

std::size_t characterCount(std::string_view text)
{
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        text.remove_prefix(characterSize(text));
    return count;
}

std::size_t byteOfCharacter(std::string_view text, std::size_t character)
{
    std::size_t byte = 0;
    for (; byte < text.size() && character > 0; --character)
        byte += characterSize(text.substr(byte));
    return byte;
}

} // namespace runglass
