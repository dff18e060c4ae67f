// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include "models/formats/Json.h"

#include <algorithm>
#include <cwchar>

namespace runglass::cli
{

namespace
{

/// The next character of valid UTF-8 at place, which moves behind it.
char32_t nextCharacter(const std::string& text, std::size_t& place)
{
    const auto lead = static_cast<unsigned char>(text[place++]);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    char32_t character = lead & (0x3fU >> more);
    for (int i = 0; i < more && place < text.size(); ++i)
        character = (character << 6) | (static_cast<unsigned char>(text[place++]) & 0x3fU);
    return character;
}

bool isControl(char32_t character)
{
    // Bidirectional overrides could make a line read as another.
    return character < 0x20 || (character >= 0x7f && character < 0xa0) ||
           (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

std::string shortened(std::string text, std::size_t mostBytes)
{
    if (text.size() <= mostBytes)
        return text;
    std::size_t end = mostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

} // namespace

std::size_t widthOf(const std::string& text)
{
    std::size_t width = 0;
    for (std::size_t place = 0; place < text.size();) {
        const int columns = ::wcwidth(static_cast<wchar_t>(nextCharacter(text, place)));
        width += columns < 0 ? 1 : static_cast<std::size_t>(columns);
    }
    return width;
}

std::string printable(std::string_view text)
{
    const std::string valid = validUtf8(text);
    std::string shown;
    for (std::size_t place = 0; place < valid.size();) {
        const std::size_t start = place;
        const char32_t character = nextCharacter(valid, place);
        if (character == '\n' || character == '\t' || character == '\r')
            shown += ' ';
        else if (isControl(character))
            shown += "\uFFFD";
        else
            shown.append(valid, start, place - start);
    }
    return shown;
}

TextTable::TextTable(std::vector<Column> columns)
    : m_columns(std::move(columns))
{
}

void TextTable::addRow(std::vector<std::string> cells)
{
    // A long cell widens its whole column: with a name of a megabyte a table of a hundred runs would have 100 MB.
    constexpr std::size_t kMostBytes = 200;
    constexpr std::size_t kMostBytesOfLast = 4000;
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] = shortened(printable(cells[i]), i + 1 < cells.size() ? kMostBytes : kMostBytesOfLast);
    m_rows.push_back(std::move(cells));
}

void TextTable::print(Output& output) const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        widths.push_back(widthOf(m_columns[i].title));
        for (const std::vector<std::string>& row : m_rows)
            widths.back() = std::max(widths.back(), widthOf(row[i]));
    }
    const auto printRow = [&](const auto& cellOf) {
        std::string line;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const std::string& cell = cellOf(i);
            const bool needsGap = i + 1 < m_columns.size() || m_columns[i].align == Align::Right;
            const std::string gap(needsGap ? widths[i] - widthOf(cell) : 0, ' ');
            line += i == 0 ? "" : "  ";
            line += m_columns[i].align == Align::Right ? gap + cell : cell + gap;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        output.write(line + '\n');
    };
    printRow([this](std::size_t i) -> const std::string& { return m_columns[i].title; });
    for (const std::vector<std::string>& row : m_rows)
        printRow([&row](std::size_t i) -> const std::string& { return row[i]; });
}

} // namespace runglass::cli
