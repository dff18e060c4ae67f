// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/CsvWriter.h"

#include "models/formats/Json.h"

#include <algorithm>
#include <string>

namespace runglass
{

namespace
{

bool isFormula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool needsQuotes(std::string_view text)
{
    return text.empty() || text.front() == ' ' || text.back() == ' ' ||
           text.find_first_of(",\"\r\n") != std::string_view::npos;
}

bool isStructure(const Value& value)
{
    return value.isArray() || value.isObject();
}

std::string joined(const Value::Array& elements)
{
    std::string text;
    for (const Value& element : elements) {
        if (!text.empty())
            text += ", ";
        text += element.isText() ? element.text() : toJson(element);
    }
    return text;
}

} // namespace

/// @param bytes  what stands between the commas
void CsvWriter::field(std::string_view bytes)
{
    if (!m_first)
        m_output.write(",");
    m_first = false;
    m_output.write(bytes);
}

void CsvWriter::text(std::string_view text)
{
    std::string cell = isFormula(text) ? "'" : "";
    cell += validUtf8(text);
    if (!needsQuotes(cell))
        return field(cell);
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    quoted += '"';
    field(quoted);
}

void CsvWriter::value(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return field({});
    case Value::Kind::Text:
        return text(value.text());
    case Value::Kind::Array: {
        const Value::Array& elements = value.array();
        const bool isList = std::none_of(elements.begin(), elements.end(), isStructure);
        // Of an empty list nothing would be left, as of a missing one.
        return text(isList && !elements.empty() ? joined(elements) : toJson(value));
    }
    case Value::Kind::Object:
        return text(toJson(value));
    default:
        return field(toJson(value));
    }
}

void CsvWriter::endLine()
{
    m_output.write("\r\n");
    m_first = true;
}

} // namespace runglass
