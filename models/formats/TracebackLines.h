// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/LogLines.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace runglass
{

/// "Traceback (most recent call last)" in a line.
struct TracebackHead {
    std::string_view before;     ///< what stands in front, the spaces of an exception group's margin left out
    std::string_view text;       ///< from there on
    bool isGroup = false;        ///< "  + Exception Group Traceback (most recent call last):"
    bool isFramed = false;       ///< the upper edge of a frame
    std::string_view fatal = {}; ///< "Fatal Python error: …", which has no traceback of the usual kind
};

std::optional<TracebackHead> tracebackHead(std::string_view line);

inline bool isHead(std::string_view line)
{
    return tracebackHead(line).has_value();
}

/// Lines from one on, as the program that printed the traceback wrote them: what a logger or launcher put before each
/// of them is taken off, and lines that it put another number before ("[rank1]:" among "[rank0]:") are passed over.
class TracebackLines
{
public:
    /// @param lines   all of the console; must outlive this
    /// @param first   where head is
    TracebackLines(const LogLines& lines, std::size_t first, const TracebackHead& head);

    /// The line here; unset at the end of the traceback for want of lines or of what stands before each.
    std::optional<std::string_view> line() const;
    void advance();
    /// Place of this line in all lines.
    std::size_t place() const { return m_place; }

private:
    enum class Margin { None, Exact, SameShape };

    static Margin marginOf(const LogLines& lines, std::size_t first, std::string_view before);
    std::optional<std::string_view> withoutMargin(std::string_view line) const;
    void passOverOthers();

    const LogLines* m_lines;
    std::size_t m_place;
    std::string_view m_before;
    Margin m_margin;
};

/// White space only.
bool isBlank(std::string_view line);
/// Begins with white space, but is not blank.
bool isIndented(std::string_view line);
std::string_view withoutIndent(std::string_view line);
/// "pkg.Error: …", "KeyboardInterrupt": how Python begins the line that names an exception.
bool looksLikeException(std::string_view line);
/// "  File "x.py", line 3, in f".
bool looksLikeFrame(std::string_view line);
bool startsWithAny(std::string_view line, std::span<const std::string_view> beginnings);

} // namespace runglass
