// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <memory>
#include <vector>

namespace runglass
{

/// A terminal of endless width and height for interleaved streams: fragments → lines.
/// Carriage return, backspace, tab, erase in line, cursor up/down/left/right within 100 lines and SGR are obeyed; all
/// other escapes and control characters are dropped. Invalid UTF-8 becomes U+FFFD. Each stream keeps its own cursor, so
/// a progress bar on stderr does not eat a line of stdout. Every character is one column wide.
/// A line of more than 4,096 columns is not written over: what would do so begins a new line. One of 1 MiB is wrapped.
/// Beyond kMaxLines the oldest lines are dropped, and a first line says how many.
/// @thread any one at a time
class TerminalLines
{
public:
    /// Each takes some 80 bytes however short it is. Up to a quarter more may be there for a while.
    static constexpr std::size_t kMaxLines = 2'000'000;

    TerminalLines();
    ~TerminalLines();
    void append(const ConsoleFragment& fragment);
    /// All lines in order of their beginning; the last one of a stream may be unfinished.
    std::vector<LogLine> lines() const&;
    std::vector<LogLine> lines() &&;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// All at once.
std::vector<LogLine> toLines(const std::vector<ConsoleFragment>& fragments);

} // namespace runglass
