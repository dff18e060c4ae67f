// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/JsonNumber.h"
#include "models/formats/Utf8.h"

#include <array>

namespace runglass
{

namespace
{

void appendEscape(std::string& json, char c)
{
    constexpr std::string_view kMeanings = "\"\\\b\f\n\r\t";
    constexpr std::string_view kLetters = "\"\\bfnrt";
    constexpr std::string_view kHex = "0123456789abcdef";
    json += '\\';
    if (const std::size_t index = kMeanings.find(c); index != std::string_view::npos) {
        json += kLetters[index];
        return;
    }
    json += "u00";
    json += kHex[static_cast<unsigned char>(c) >> 4];
    json += kHex[static_cast<unsigned char>(c) & 15];
}

void appendString(std::string& json, std::string_view text)
{
    if (validUtf8Length(text) != text.size()) {
        appendString(json, validUtf8(text));
        return;
    }
    json += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        json += text.substr(plain, i - plain);
        appendEscape(json, c);
        plain = i + 1;
    }
    json += text.substr(plain);
    json += '"';
}

class Writer
{
public:
    explicit Writer(int indent)
        : m_indent(indent)
    {
    }

    void write(const Value& value)
    {
        switch (value.kind()) {
        case Value::Kind::Null:
            m_json += "null";
            break;
        case Value::Kind::Bool:
            m_json += value.toBool() ? "true" : "false";
            break;
        case Value::Kind::Integer:
            m_json += std::to_string(value.toInteger());
            break;
        case Value::Kind::Double:
            appendJsonNumber(m_json, value.toDouble());
            break;
        case Value::Kind::Text:
            appendString(m_json, value.text());
            break;
        case Value::Kind::Array:
            writeArray(value.array());
            break;
        case Value::Kind::Object:
            writeObject(value.object());
            break;
        }
    }

    std::string take() { return std::move(m_json); }

private:
    void breakLine()
    {
        if (m_indent < 0)
            return;
        m_json += '\n';
        m_json.append(static_cast<std::size_t>(m_indent) * m_depth, ' ');
    }

    void writeArray(const Value::Array& array)
    {
        m_json += '[';
        ++m_depth;
        bool first = true;
        for (const Value& element : array) {
            if (!first)
                m_json += ',';
            first = false;
            breakLine();
            write(element);
        }
        --m_depth;
        if (!array.empty())
            breakLine();
        m_json += ']';
    }

    void writeObject(const Value::Object& object)
    {
        m_json += '{';
        ++m_depth;
        bool first = true;
        for (const auto& [key, member] : object) {
            if (!first)
                m_json += ',';
            first = false;
            breakLine();
            appendString(m_json, key);
            m_json += m_indent < 0 ? ":" : ": ";
            write(member);
        }
        --m_depth;
        if (!object.empty())
            breakLine();
        m_json += '}';
    }

    int m_indent;
    std::size_t m_depth = 0;
    std::string m_json;
};

} // namespace

std::string toJson(const Value& value, int indent)
{
    Writer writer(indent);
    writer.write(value);
    return writer.take();
}

} // namespace runglass
