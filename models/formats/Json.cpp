// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"

#include "models/formats/JsonNumber.h"
#include "models/formats/Utf8.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Beyond this the call stack and the destructor of nested values would be at risk.
constexpr int kDepthLimit = 1000;

class Parser
{
public:
    Parser(std::string_view text, int maxDepth)
        : m_text(text)
        , m_maxDepth(std::clamp(maxDepth, 0, kDepthLimit))
    {
    }

    Result<Value> parse()
    {
        Value value;
        skipSpace();
        if (parseValue(value, 0)) {
            skipSpace();
            if (m_at == m_text.size())
                return value;
            fail("something follows the JSON document");
        }
        return Error{Error::Kind::Corruption, m_error, {}, m_at};
    }

private:
    bool fail(const char* detail)
    {
        if (m_error.empty())
            m_error = detail;
        return false;
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipSpace()
    {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t' || m_text[m_at] == '\r'))
            ++m_at;
    }

    bool parseValue(Value& value, int depth)
    {
        if (++m_values > kMaxJsonValues)
            return fail("the JSON document has more than 1,000,000 values");
        switch (peek()) {
        case '{':
            return parseObject(value, depth + 1);
        case '[':
            return parseArray(value, depth + 1);
        case '"': {
            std::string text;
            if (!parseString(text))
                return false;
            value = std::move(text);
            return true;
        }
        case 't':
            return parseWord("true", value, true);
        case 'f':
            return parseWord("false", value, false);
        case 'n':
            return parseWord("null", value, nullptr);
        default:
            return parseNumber(value);
        }
    }

    bool parseWord(std::string_view word, Value& value, Value meaning)
    {
        if (!m_text.substr(m_at).starts_with(word))
            return fail("a JSON value was expected");
        m_at += word.size();
        value = std::move(meaning);
        return true;
    }

    bool parseNumber(Value& value)
    {
        JsonNumber number;
        const std::size_t length = scanJsonNumber(m_text.substr(m_at), number);
        if (length == 0)
            return fail(m_at == m_text.size() ? "the JSON document ends too early" : "a JSON value was expected");
        m_at += length;
        value = number.isInteger ? Value(number.integer) : Value(number.real);
        return true;
    }

    bool parseObject(Value& value, int depth)
    {
        if (depth > m_maxDepth)
            return fail("the JSON document is nested too deeply");
        Value::Object& object = value.makeObject();
        ++m_at;
        skipSpace();
        if (take('}'))
            return true;
        for (;;) {
            std::string key;
            if (peek() != '"')
                return fail("a key was expected");
            if (!parseString(key))
                return false;
            skipSpace();
            if (!take(':'))
                return fail("':' was expected");
            skipSpace();
            Value member;
            if (!parseValue(member, depth))
                return false;
            object.insert_or_assign(std::move(key), std::move(member));
            skipSpace();
            if (take('}'))
                return true;
            if (!take(','))
                return fail("',' or '}' was expected");
            skipSpace();
        }
    }

    bool parseArray(Value& value, int depth)
    {
        if (depth > m_maxDepth)
            return fail("the JSON document is nested too deeply");
        Value::Array& array = value.makeArray();
        ++m_at;
        skipSpace();
        if (take(']'))
            return true;
        for (;;) {
            if (!parseValue(array.emplace_back(), depth))
                return false;
            skipSpace();
            if (take(']'))
                return true;
            if (!take(','))
                return fail("',' or ']' was expected");
            skipSpace();
        }
    }

    bool take(char c)
    {
        if (peek() != c || m_at == m_text.size())
            return false;
        ++m_at;
        return true;
    }

    bool parseString(std::string& text)
    {
        ++m_at;
        for (;;) {
            const std::size_t end = std::min(m_text.find_first_of("\"\\", m_at), m_text.size());
            appendValid(text, m_text.substr(m_at, end - m_at));
            m_at = end;
            if (m_at == m_text.size())
                return fail("a string has no end");
            if (m_text[m_at++] == '"')
                return true;
            if (!parseEscape(text))
                return false;
        }
    }

    static void appendValid(std::string& text, std::string_view bytes)
    {
        if (validUtf8Length(bytes) == bytes.size())
            text += bytes;
        else
            text += validUtf8(bytes);
    }

    bool parseEscape(std::string& text)
    {
        constexpr std::string_view kLetters = "\"\\/bfnrt";
        constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
        const char letter = peek();
        if (letter == 'u') {
            ++m_at;
            return parseUnicode(text);
        }
        const std::size_t index = m_at < m_text.size() ? kLetters.find(letter) : std::string_view::npos;
        if (index == std::string_view::npos)
            return fail("a string has an unknown escape");
        text += kMeanings[index];
        ++m_at;
        return true;
    }

    /// After "\u". A lone surrogate becomes U+FFFD.
    bool parseUnicode(std::string& text)
    {
        std::uint32_t unit = 0;
        if (!parseHex(unit))
            return fail("four hexadecimal digits were expected");
        const bool high = unit >= 0xD800 && unit <= 0xDBFF;
        if (high && m_text.substr(m_at).starts_with("\\u")) {
            const std::size_t before = m_at;
            std::uint32_t low = 0;
            m_at += 2;
            if (parseHex(low) && low >= 0xDC00 && low <= 0xDFFF)
                unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            else
                m_at = before;
        }
        appendUtf8(text, unit);
        return true;
    }

    bool parseHex(std::uint32_t& unit)
    {
        unit = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const bool decimal = c >= '0' && c <= '9';
            const char lower = static_cast<char>(c | 0x20);
            if (!decimal && (lower < 'a' || lower > 'f'))
                return false;
            unit = unit * 16 + static_cast<std::uint32_t>(decimal ? c - '0' : lower - 'a' + 10);
            ++m_at;
        }
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_maxDepth;
    std::size_t m_values = 0;
    std::string m_error;
};

} // namespace

Result<Value> parseJson(std::string_view text, int maxDepth)
{
    return Parser(text, maxDepth).parse();
}

bool parseJsonNumber(std::string_view text, bool& isInteger, std::int64_t& integer, double& number)
{
    JsonNumber scanned;
    if (text.empty() || scanJsonNumber(text, scanned) != text.size())
        return false;
    isInteger = scanned.isInteger;
    if (isInteger)
        integer = scanned.integer;
    else
        number = scanned.real;
    return true;
}

std::string validUtf8(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = validUtf8Length(text);
        valid += text.substr(0, length);
        text.remove_prefix(length);
        if (text.empty())
            break;
        appendUtf8(valid, 0xFFFD);
        text.remove_prefix(decodeUtf8(text).length);
    }
    return valid;
}

} // namespace runglass
