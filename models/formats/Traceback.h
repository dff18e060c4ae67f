// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// What Python said when it gave up.
struct Traceback {
    /// Lines with LF between them, valid UTF-8 without escapes, without what a logger or launcher put before each line.
    /// At most kMost… below: what is more is cut out of the middle, where a line says how much that was.
    std::string text;
    /// First line of the exception itself, "ValueError: boom"; empty when the text breaks off before it.
    std::string exception;
};

inline constexpr std::size_t kMostTracebackLines = 40;
inline constexpr std::size_t kMostTracebackBytes = 8192;

/// The last traceback in what a program printed: with the exceptions that led to it ("During handling of …"), exception
/// groups, what faulthandler prints on a fatal signal, tracebacks behind a logger's or launcher's prefix and in a frame
/// as rich draws it. One that Python ignored ("Exception ignored in …") counts only when there is no other.
/// Console text has no grammar: where a message with several lines ends is a guess (an empty line, or 20 lines).
/// @param console  bytes as written: escapes and carriage returns are applied, the beginning may be cut off
/// @thread any
/// @source CPython 3.8–3.13 traceback.py, faulthandler.c
std::optional<Traceback> lastTraceback(std::string_view console);

} // namespace runglass
