// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TerminalScreen.h"

#include "models/formats/Utf8.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

void extendSpan(LogLine& line, std::size_t length, const TextStyle& style)
{
    if (style == TextStyle())
        return;
    const std::size_t end = line.text.size();
    const bool goesOn = !line.spans.empty() && line.spans.back().style == style &&
                        line.spans.back().start + line.spans.back().length == end;
    if (goesOn)
        line.spans.back().length += static_cast<std::uint32_t>(length);
    else
        line.spans.push_back({static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(length), style});
}

} // namespace

TerminalScreen::TerminalScreen(ConsoleStream stream)
    : m_stream(stream)
    , m_rows(1)
{
}

void TerminalScreen::printAscii(std::string_view text)
{
    while (!text.empty()) {
        Row& row = writableRow(1);
        if (row.isCells) {
            const std::size_t count = std::min(text.size(), kEditableColumns - m_column);
            row.columns = std::max(row.columns, m_column + count);
            row.cells.resize(row.columns);
            for (std::size_t i = 0; i < count; ++i)
                row.cells[m_column + i] = {static_cast<char32_t>(text[i]), m_style};
            m_column += count;
            text.remove_prefix(count);
        } else {
            const std::size_t room = kMaxLineBytes - row.line.text.size();
            const std::string_view part = text.substr(0, room);
            appendText(row, part, part.size());
            text.remove_prefix(part.size());
        }
    }
}

void TerminalScreen::print(char32_t character)
{
    constexpr std::size_t kLongest = 4;
    Row& row = writableRow(kLongest);
    if (row.isCells) {
        row.columns = std::max(row.columns, m_column + 1);
        row.cells.resize(row.columns);
        row.cells[m_column++] = {character, m_style};
        return;
    }
    std::string text;
    appendUtf8(text, character);
    appendText(row, text, 1);
}

void TerminalScreen::lineFeed()
{
    begin(row());
    m_column = 0;
    if (++m_row < m_rows.size())
        return;
    m_rows.emplace_back();
    if (m_rows.size() > kReach + 1) {
        leave(m_rows.front());
        m_rows.pop_front();
        --m_row;
    }
}

void TerminalScreen::backspace()
{
    if (m_column > 0)
        --m_column;
}

void TerminalScreen::tab()
{
    constexpr std::size_t kTab = 8;
    const std::size_t next = m_column + kTab - m_column % kTab;
    m_column = std::min(next, std::max(row().columns + kTab, kEditableColumns));
}

void TerminalScreen::moveRows(std::ptrdiff_t rows)
{
    const auto last = static_cast<std::ptrdiff_t>(m_rows.size()) - 1;
    m_row = static_cast<std::size_t>(std::clamp(static_cast<std::ptrdiff_t>(m_row) + rows, std::ptrdiff_t{0}, last));
}

void TerminalScreen::moveColumns(std::ptrdiff_t columns)
{
    const std::ptrdiff_t target = static_cast<std::ptrdiff_t>(m_column) + columns;
    moveToColumn(static_cast<std::size_t>(std::max(target, std::ptrdiff_t{0})));
}

void TerminalScreen::moveToColumn(std::size_t column)
{
    m_column = std::min(column, std::max(row().columns, kEditableColumns - 1));
}

void TerminalScreen::erase(int mode)
{
    Row& row = this->row();
    if (mode < 0 || mode > 2 || row.columns == 0 || row.columns > kEditableColumns)
        return;
    toCells(row);
    row.isFlushed = false;
    const bool fromStart = mode == 1 || mode == 2;
    const bool toEnd = mode == 0 || mode == 2;
    const std::size_t first = fromStart ? 0 : std::min(m_column, row.columns);
    const std::size_t end = toEnd ? row.columns : std::min(m_column + 1, row.columns);
    if (end == row.columns) {
        row.cells.resize(first);
        row.columns = first;
        if (first == 0)
            toText(row);
    } else {
        std::fill(row.cells.begin() + static_cast<std::ptrdiff_t>(first),
                  row.cells.begin() + static_cast<std::ptrdiff_t>(end), Cell());
    }
}

/// What has been written into a row whose line is gone is gone with it.
void TerminalScreen::forgetLines(std::size_t count, std::size_t kept)
{
    const auto gone = static_cast<std::ptrdiff_t>(count);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].place >= gone + static_cast<std::ptrdiff_t>(kept)) {
            m_rows[i].place -= gone;
        } else if (m_rows[i].place >= 0) {
            m_rows[i] = Row();
            m_column = i == m_row ? 0 : m_column;
        }
    }
}

void TerminalScreen::flush()
{
    for (Row& row : m_rows) {
        if (row.place < 0 || std::exchange(row.isFlushed, true))
            continue;
        LogLine line = row.line;
        if (row.isCells)
            writeCells(row.cells, line);
        m_lines->set(static_cast<std::size_t>(row.place), std::move(line));
    }
}

/// No cursor comes back to the row.
void TerminalScreen::leave(Row& row)
{
    toText(row);
    if (row.place >= 0 && !row.isFlushed)
        m_lines->set(static_cast<std::size_t>(row.place), std::move(row.line));
}

/// The row that the next character goes into, where m_column is not beyond its end: cells when it lies before the end,
/// text with room for bytes when it is the end.
TerminalScreen::Row& TerminalScreen::writableRow(std::size_t bytes)
{
    if (m_column < row().columns && row().columns > kEditableColumns)
        breakLine();
    const std::size_t blanks = m_column - std::min(m_column, row().columns);
    // A row that is cells is far from any limit.
    if (row().line.text.size() + blanks + bytes > kMaxLineBytes)
        breakLine();
    Row& row = this->row();
    begin(row);
    row.isFlushed = false;
    if (m_column > row.columns)
        pad(row);
    if (m_column < row.columns)
        toCells(row);
    if (row.isCells && m_column >= kEditableColumns)
        toText(row);
    return row;
}

/// Lines begin when something comes into them, not when the line before ends: another stream may come first.
void TerminalScreen::begin(Row& row)
{
    if (row.place >= 0)
        return;
    row.place = static_cast<std::ptrdiff_t>(m_lines->size());
    row.line.stream = m_stream;
    row.line.time = m_time;
    row.isFlushed = true;
    m_lines->push(row.line);
}

/// Goes on in a new line below all others, with nothing lost.
void TerminalScreen::breakLine()
{
    m_row = m_rows.size() - 1;
    lineFeed();
}

void TerminalScreen::pad(Row& row)
{
    constexpr std::string_view kBlanks = "                                                                ";
    const std::size_t blanks = std::min(m_column - row.columns, m_padding);
    m_padding -= blanks;
    m_column = row.columns + blanks;
    if (row.isCells) {
        row.columns = m_column;
        row.cells.resize(row.columns);
        return;
    }
    LogLine& line = row.line;
    for (std::size_t left = blanks; left > 0; left -= std::min(left, kBlanks.size()))
        line.text += kBlanks.substr(0, left);
    row.columns = m_column;
}

void TerminalScreen::toCells(Row& row)
{
    if (row.isCells || row.place < 0)
        return;
    LogLine& line = row.line;
    row.cells.clear();
    row.cells.reserve(row.columns);
    std::string_view text = line.text;
    auto span = line.spans.begin();
    std::size_t offset = 0;
    while (offset < text.size()) {
        while (span != line.spans.end() && span->start + span->length <= offset)
            ++span;
        const bool styled = span != line.spans.end() && span->start <= offset;
        const Utf8Unit unit = decodeUtf8(text.substr(offset));
        row.cells.push_back({unit.codePoint, styled ? span->style : TextStyle()});
        offset += unit.length;
    }
    row.isCells = true;
    line.text.clear();
    line.spans.clear();
}

void TerminalScreen::toText(Row& row)
{
    if (!row.isCells)
        return;
    writeCells(row.cells, row.line);
    row.isCells = false;
    row.cells = {};
}

void TerminalScreen::appendText(Row& row, std::string_view text, std::size_t columns)
{
    LogLine& line = row.line;
    extendSpan(line, text.size(), m_style);
    line.text += text;
    row.columns += columns;
    m_column += columns;
}

void TerminalScreen::writeCells(const std::vector<Cell>& cells, LogLine& line)
{
    line.text.clear();
    line.spans.clear();
    for (const Cell& cell : cells) {
        std::string character;
        appendUtf8(character, cell.character);
        extendSpan(line, character.size(), cell.style);
        line.text += character;
    }
}

} // namespace runglass
