// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <QString>

#include <atomic>
#include <memory>
#include <string_view>
#include <vector>

namespace runglass
{

/// A stretch of one look in a line of a LogDocument, in UTF-16 units.
struct LogSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    TextStyle style;
};

/// Lines to be shown on a grid of equal cells: a run's console, or the text of a file. Immutable.
/// Control and bidi characters are made visible, never obeyed. Lines are decoded when they are asked for.
/// @thread any
class LogDocument
{
public:
    /// Measures the lines: for large logs on a worker.
    explicit LogDocument(std::shared_ptr<const std::vector<LogLine>> lines);
    /// From text with line ends (LF, CRLF); tabs are widened to columns of 8.
    static std::shared_ptr<const LogDocument> fromText(std::string_view utf8);

    std::size_t size() const { return m_lines->size(); }
    const LogLine& line(std::size_t i) const { return (*m_lines)[i]; }
    /// What is shown of line i.
    QString text(std::size_t i) const;
    /// Styled stretches of line i; empty for most lines.
    std::vector<LogSpan> spans(std::size_t i) const;
    /// Width of line i on the grid.
    std::uint32_t columns(std::size_t i) const { return m_columns[i]; }
    std::uint32_t widestColumns() const { return m_widest; }
    /// Bytes of all lines with their line ends.
    std::uint64_t sizeBytes() const { return m_sizeBytes; }
    bool hasTimes() const { return m_hasTimes; }

private:
    std::shared_ptr<const std::vector<LogLine>> m_lines;
    std::vector<std::uint32_t> m_columns;
    std::uint32_t m_widest = 0;
    std::uint64_t m_sizeBytes = 0;
    bool m_hasTimes = false;
};

/// Where a grid cell of a line lies: column i of the result is where unit i begins, the last entry is the width.
std::vector<std::uint32_t> columnsOf(const QString& text);

} // namespace runglass
