// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/JsonWriter.h"

#include "models/formats/Json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace runglass
{

namespace
{

template <typename Number> std::string shortest(Number value)
{
    std::array<char, 40> digits = {};
    const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), done.ptr};
}

bool isScalar(const Value& value)
{
    return !value.isArray() && !value.isObject();
}

} // namespace

JsonWriter::JsonWriter(ByteSink& output, Layout layout)
    : m_output(output)
    , m_oneLine(layout == Layout::OneLine)
{
}

void JsonWriter::begin(char bracket, bool row)
{
    separate();
    m_output.write({&bracket, 1});
    const bool inRow = !m_levels.empty() && m_levels.back().row;
    m_levels.push_back({row || inRow, true});
}

void JsonWriter::end(char bracket)
{
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.empty && !level.row)
        newLine();
    m_output.write({&bracket, 1});
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_levels.empty())
        return;
    Level& level = m_levels.back();
    if (!level.empty)
        m_output.write(level.row ? ", " : ",");
    level.empty = false;
    if (!level.row)
        newLine();
}

void JsonWriter::newLine()
{
    m_output.write("\n");
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_output.write("  ");
}

void JsonWriter::key(std::string_view name)
{
    separate();
    quoted(name);
    m_output.write(": ");
    m_afterKey = true;
}

void JsonWriter::null()
{
    separate();
    m_output.write("null");
}

void JsonWriter::boolean(bool value)
{
    separate();
    m_output.write(value ? "true" : "false");
}

void JsonWriter::integer(std::int64_t value)
{
    separate();
    m_output.write(shortest(value));
}

void JsonWriter::unsignedInteger(std::uint64_t value)
{
    separate();
    m_output.write(shortest(value));
}

void JsonWriter::number(double value)
{
    if (std::isnan(value))
        return text("NaN");
    if (std::isinf(value))
        return text(value > 0 ? "Infinity" : "-Infinity");
    separate();
    std::string digits = shortest(value);
    if (digits.find_first_of(".e") == std::string::npos)
        digits += ".0";
    m_output.write(digits);
}

void JsonWriter::text(std::string_view value)
{
    separate();
    quoted(value);
}

void JsonWriter::textOrNull(std::string_view value)
{
    if (value.empty())
        null();
    else
        text(value);
}

void JsonWriter::value(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return null();
    case Value::Kind::Bool:
        return boolean(value.toBool());
    case Value::Kind::Integer:
        return integer(value.toInteger());
    case Value::Kind::Double:
        return number(value.toDouble());
    case Value::Kind::Text:
        return text(value.text());
    case Value::Kind::Array:
        begin('[', std::all_of(value.array().begin(), value.array().end(), isScalar));
        for (const Value& element : value.array())
            this->value(element);
        return endArray();
    case Value::Kind::Object:
        beginObject();
        for (const auto& [name, element] : value.object()) {
            key(name);
            this->value(element);
        }
        return endObject();
    }
}

void JsonWriter::texts(const std::vector<std::string>& values)
{
    beginRow();
    for (const std::string& value : values)
        text(value);
    endArray();
}

void JsonWriter::member(std::string_view name, std::string_view value)
{
    key(name);
    text(value);
}

void JsonWriter::memberOrNull(std::string_view name, std::string_view value)
{
    key(name);
    textOrNull(value);
}

void JsonWriter::finish()
{
    m_output.write("\n");
}

void JsonWriter::quoted(std::string_view value)
{
    static constexpr char kHex[] = "0123456789abcdef";
    std::string escaped = "\"";
    for (const char c : validUtf8(value)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            escaped += '\\';
            escaped += c;
        } else if (c == '\n') {
            escaped += "\\n";
        } else if (c == '\t') {
            escaped += "\\t";
        } else if (c == '\r') {
            escaped += "\\r";
        } else if (byte < 0x20 || byte == 0x7f) {
            escaped += "\\u00";
            escaped += kHex[byte >> 4];
            escaped += kHex[byte & 15];
        } else {
            escaped += c;
        }
    }
    escaped += '"';
    m_output.write(escaped);
}

} // namespace runglass
