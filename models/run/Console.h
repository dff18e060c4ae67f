// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

namespace runglass
{

enum class ConsoleStream : std::uint8_t { Stderr = 0, Stdout = 1, Logger = 2 /**< run.write_logs(): neither */ };

/// "stderr", "stdout" or "logger".
std::string_view toName(ConsoleStream stream);

/// Raw text as one write produced it: a part of a line, or several lines.
struct ConsoleFragment {
    ConsoleStream stream = ConsoleStream::Stdout;
    std::optional<TimeNs> time;
    std::string text; ///< bytes as written

    bool operator==(const ConsoleFragment&) const = default;
};

/// The look of a stretch of text, as SGR escapes asked for it. Colours are -1 (default), 0–255 (palette) or
/// 0x1000000 | rgb.
struct TextStyle {
    std::int32_t foreground = -1;
    std::int32_t background = -1;
    bool bold = false, faint = false, italic = false, underline = false, inverse = false;

    bool operator==(const TextStyle&) const = default;
};

struct StyleSpan {
    std::uint32_t start = 0;  ///< byte offset in LogLine::text
    std::uint32_t length = 0; ///< bytes
    TextStyle style;

    bool operator==(const StyleSpan&) const = default;
};

/// One line as a terminal shows it, escapes applied.
struct LogLine {
    ConsoleStream stream = ConsoleStream::Stdout;
    std::optional<TimeNs> time;   ///< of the fragment that began the line
    std::string text;             ///< valid UTF-8 without escapes and line end
    std::vector<StyleSpan> spans; ///< only where the style is not the default; ordered, not overlapping
};

} // namespace runglass
