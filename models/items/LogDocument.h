// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/LogLines.h"

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

/// Lines to be shown on a grid of equal cells: a run's console, or the text of a file. Immutable; of a console that
/// goes on a new one is made, which shares what it can with the one before. Control and bidi characters are made
/// visible, never obeyed. Lines are decoded when they are asked for.
/// @thread any
class LogDocument
{
public:
    /// Measures the lines: for large logs on a worker. Chunks of lines that `before` has as well are not measured
    /// again.
    explicit LogDocument(LogLines lines = {}, const LogDocument* before = nullptr);
    /// From text with line ends (LF, CRLF); tabs are widened to columns of 8.
    static std::shared_ptr<const LogDocument> fromText(std::string_view utf8);

    std::size_t size() const { return m_lines.size(); }
    const LogLine& line(std::size_t i) const { return m_lines[i]; }
    /// How many lines from the first on are the same in both. Quick where they share chunks.
    std::size_t commonWith(const LogDocument& other) const;
    /// What is shown of line i.
    QString text(std::size_t i) const;
    /// Styled stretches of line i; empty for most lines.
    std::vector<LogSpan> spans(std::size_t i) const;
    /// Width of line i on the grid.
    std::uint32_t columns(std::size_t i) const
    {
        return m_measures[i / LogLines::kChunk]->columns[i % LogLines::kChunk];
    }
    std::uint32_t widestColumns() const { return m_widest; }
    /// Bytes of all lines with their line ends.
    std::uint64_t sizeBytes() const { return m_sizeBytes; }
    bool hasTimes() const { return m_hasTimes; }

private:
    /// Of a chunk.
    struct Measures {
        std::vector<std::uint32_t> columns;
        std::uint32_t widest = 0;
        std::uint64_t sizeBytes = 0;
        bool hasTimes = false;
    };
    static std::shared_ptr<const Measures> measure(const LogLines::Chunk& chunk);

    LogLines m_lines;
    std::vector<std::shared_ptr<const Measures>> m_measures;
    std::uint32_t m_widest = 0;
    std::uint64_t m_sizeBytes = 0;
    bool m_hasTimes = false;
};

/// Where a grid cell of a line lies: column i of the result is where unit i begins, the last entry is the width.
std::vector<std::uint32_t> columnsOf(const QString& text);

} // namespace runglass
