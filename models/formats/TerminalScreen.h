// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <cstddef>
#include <deque>
#include <string_view>
#include <vector>

namespace runglass
{

/// What one stream of a terminal has on its last lines, and its cursor. Lines live in a list that streams share; the
/// list of a stream's own rows holds the last ones, which a cursor can still reach.
/// A row is plain text while it only grows; it becomes cells when something is written over.
class TerminalScreen
{
public:
    /// Rows above the last one that the cursor can reach.
    static constexpr std::size_t kReach = 100;
    /// Longer rows are never written over, which bounds what one escape can cost.
    static constexpr std::size_t kEditableColumns = 4096;
    static constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

    TerminalScreen(ConsoleStream stream, std::vector<LogLine>& lines);

    /// Of what is written from now on.
    void setTime(std::optional<TimeNs> time) { m_time = time; }
    TextStyle& style() { return m_style; }
    /// Blanks that moving the cursor may cost from now on: a short escape must not make a long line for ever.
    void addPadding(std::size_t columns) { m_padding += columns; }

    /// ASCII without control characters.
    void printAscii(std::string_view text);
    void print(char32_t character);
    void lineFeed();
    void carriageReturn() { m_column = 0; }
    void backspace();
    void tab();
    void moveRows(std::ptrdiff_t rows);
    void moveColumns(std::ptrdiff_t columns);
    void moveToColumn(std::size_t column);
    /// Erase in line: 0 from the cursor on, 1 up to it, 2 all.
    void erase(int mode);

    /// The first count lines have been dropped; rows among them are begun anew.
    void forgetLines(std::size_t count);

    /// Brings rows that are cells into their lines; target has the lines of this screen.
    void flush(std::vector<LogLine>& target) const;

private:
    struct Cell {
        char32_t character = U' ';
        TextStyle style;
    };
    struct Row {
        std::ptrdiff_t line = -1; ///< place in m_lines; -1: nothing has been written yet
        std::size_t columns = 0;
        bool isCells = false;
        std::vector<Cell> cells;
    };

    Row& row() { return m_rows[m_row]; }
    Row& writableRow(std::size_t bytes);
    std::size_t textBytes(const Row& row) const;
    void begin(Row& row);
    void breakLine();
    void pad(Row& row);
    void toCells(Row& row);
    void toText(Row& row);
    void appendText(Row& row, std::string_view text, std::size_t columns);
    static void writeCells(const std::vector<Cell>& cells, LogLine& line);

    ConsoleStream m_stream;
    std::vector<LogLine>& m_lines;
    std::deque<Row> m_rows;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_padding = 65536;
    TextStyle m_style;
    std::optional<TimeNs> m_time;
};

} // namespace runglass
