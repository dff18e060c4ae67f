// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Output.h"

#include <string>
#include <string_view>
#include <vector>

namespace runglass::cli
{

/// Text as it may go to a terminal: valid UTF-8 on one line, control characters and escapes replaced.
std::string printable(std::string_view text);

/// How many places of a terminal a printable text takes.
std::size_t widthOf(const std::string& text);

/// A table in columns for people: as wide as its content, two spaces apart, wide characters counted.
class TextTable
{
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns);
    /// One text a column; what is longer than 200 bytes (in the last column 4,000) is cut.
    void addRow(std::vector<std::string> cells);
    void print(Output& output) const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace runglass::cli
