// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/LogLines.h"

#include <cstddef>
#include <deque>
#include <string_view>
#include <vector>

namespace runglass
{

/// What one stream of a terminal has on its last lines, and its cursor. Lines have their place in a list that streams
/// share; the last ones of a stream, which its cursor can still reach, are its rows, and come into the list as they are
/// when flush() is called or the cursor has left them behind.
/// A row is plain text while it only grows; it becomes cells when something is written over.
class TerminalScreen
{
public:
    /// Rows above the last one that the cursor can reach.
    static constexpr std::size_t kReach = 100;
    /// Longer rows are never written over, which bounds what one escape can cost.
    static constexpr std::size_t kEditableColumns = 4096;
    static constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

    explicit TerminalScreen(ConsoleStream stream);
    /// Where its lines go from now on; must outlive the screen and hold the lines of its rows.
    void setLines(LogLines& lines) { m_lines = &lines; }

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

    /// The first count lines have been dropped, and the `kept` ones behind them are written by somebody else: rows
    /// among these are begun anew.
    void forgetLines(std::size_t count, std::size_t kept);

    /// Brings rows that changed into their lines.
    void flush();

private:
    struct Cell {
        char32_t character = U' ';
        TextStyle style;
    };
    struct Row {
        std::ptrdiff_t place = -1; ///< in m_lines; -1: nothing has been written yet
        LogLine line;              ///< without text while the row is cells
        std::size_t columns = 0;
        bool isCells = false;
        bool isFlushed = false; ///< the list has it as it is
        std::vector<Cell> cells;
    };

    Row& row() { return m_rows[m_row]; }
    Row& writableRow(std::size_t bytes);
    void leave(Row& row);
    void begin(Row& row);
    void breakLine();
    void pad(Row& row);
    void toCells(Row& row);
    void toText(Row& row);
    void appendText(Row& row, std::string_view text, std::size_t columns);
    static void writeCells(const std::vector<Cell>& cells, LogLine& line);

    ConsoleStream m_stream;
    LogLines* m_lines = nullptr;
    std::deque<Row> m_rows;
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    std::size_t m_padding = 65536;
    TextStyle m_style;
    std::optional<TimeNs> m_time;
};

} // namespace runglass
