// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace runglass
{

/// Run data is hostile: a control character or a bidi override in it may hide what it says. These make every such
/// character visible, one UTF-16 unit for one, so that offsets stay valid.

/// Stand for a line break (also Unicode's line and paragraph separators) and a tab.
constexpr char16_t kLineBreakMark = u'\u21B5', kTabMark = u'\u21E5';

/// ↵ and ⇥ for line breaks and tabs, control pictures (␛ …) for the rest of C0, C1 and DEL, ␦ for bidi controls.
QString visibleText(QString text);
/// The same from UTF-8 (invalid bytes become U+FFFD).
QString visibleText(std::string_view utf8);
/// As visibleText, but line feeds and tabs stay: for text with lines.
QString visibleLines(QString text);
/// At most maxLength units of visibleText, with "…" where it was cut: for cells and tooltips.
QString visibleExcerpt(std::string_view utf8, qsizetype maxLength);
/// A tooltip that shows text literally whatever it looks like.
QString literalToolTip(const QString& text);

/// Columns that a code point takes on a terminal's grid: 0, 1 or 2.
int terminalColumns(char32_t codePoint);

} // namespace runglass
