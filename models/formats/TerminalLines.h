// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/LogLines.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace runglass
{

/// A terminal of endless width and height for interleaved streams: fragments → lines.
/// Carriage return, backspace, tab, erase in line, cursor up/down/left/right within 100 lines and SGR are obeyed; all
/// other escapes and control characters are dropped. Invalid UTF-8 becomes U+FFFD. Each stream keeps its own cursor, so
/// a progress bar on stderr does not eat a line of stdout. Every character is one column wide.
/// A line of more than 4,096 columns is not written over: what would do so begins a new line. One of 1 MiB is wrapped.
/// Beyond kMaxLines the oldest lines are dropped, and the first line says how many.
/// @thread any one at a time
class TerminalLines
{
public:
    /// Each takes some 80 bytes however short it is. Up to a quarter more may be there for a while.
    static constexpr std::size_t kMaxLines = 2'000'000;

    TerminalLines();
    /// Goes on below these lines, which no cursor reaches.
    /// @param dropped  how many more there were before them
    explicit TerminalLines(LogLines before, std::size_t dropped = 0);
    ~TerminalLines();
    /// A copy may be written to without the original noticing. It costs the lines that a cursor can still reach.
    TerminalLines(const TerminalLines& other);
    TerminalLines& operator=(const TerminalLines& other);
    TerminalLines(TerminalLines&&) noexcept;
    TerminalLines& operator=(TerminalLines&&) noexcept;

    void append(const ConsoleFragment& fragment);
    /// All lines in order of their beginning; the last one of a stream may be unfinished. Costs the lines that changed
    /// since it was called before.
    LogLines lines();
    /// How many lines before these are gone.
    std::size_t dropped() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// All at once.
LogLines toLines(const std::vector<ConsoleFragment>& fragments);

} // namespace runglass
