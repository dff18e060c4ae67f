// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/VisibleText.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

bool isBidiControl(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200E ||
           unit == 0x200F || unit == 0x061C;
}

char16_t visibleUnit(char16_t unit)
{
    if (unit >= 0x20 && unit < 0x7F)
        return unit;
    // These two are met in ordinary values: their pictures of the block below are too small to be read.
    if (unit == u'\n' || unit == 0x2028 || unit == 0x2029)
        return kLineBreakMark;
    if (unit == u'\t')
        return kTabMark;
    if (unit < 0x20)
        return static_cast<char16_t>(0x2400 + unit);
    if (unit == 0x7F)
        return 0x2421;
    if (unit >= 0x80 && unit < 0xA0)
        return 0x2426;
    return isBidiControl(unit) ? char16_t{0x2426} : unit;
}

QString mapped(QString text, bool keepLines)
{
    const auto change = [keepLines](QChar unit) {
        if (keepLines && (unit == u'\n' || unit == u'\t'))
            return unit;
        return QChar(visibleUnit(unit.unicode()));
    };
    const auto first = std::find_if(text.cbegin(), text.cend(), [&](QChar unit) { return change(unit) != unit; });
    if (first == text.cend())
        return text;
    const qsizetype from = std::distance(text.cbegin(), first);
    std::transform(text.begin() + from, text.end(), text.begin() + from, change);
    return text;
}

struct Range {
    char32_t first, last;
};

template <std::size_t N> bool isIn(const std::array<Range, N>& ranges, char32_t codePoint)
{
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), codePoint,
                                        [](char32_t point, const Range& range) { return point < range.first; });
    return after != ranges.begin() && codePoint <= std::prev(after)->last;
}

/// East Asian Wide and Fullwidth, in large blocks, with the emoji that terminals draw wide.
constexpr std::array<Range, 17> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1F64F},
                                          {0x1F680, 0x1F6FF},
                                          {0x1F7E0, 0x1F7EB},
                                          {0x1F900, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

} // namespace

QString visibleText(QString text)
{
    return mapped(std::move(text), false);
}

QString visibleText(std::string_view utf8)
{
    return mapped(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())), false);
}

QString visibleLines(QString text)
{
    return mapped(std::move(text), true);
}

QString visibleExcerpt(std::string_view utf8, qsizetype maxLength)
{
    // Four bytes a unit at most: no need to decode a megabyte for a cell.
    const auto bytes = static_cast<std::size_t>(maxLength) * 4;
    QString text = visibleText(utf8.substr(0, bytes));
    if (text.size() <= maxLength && utf8.size() <= bytes)
        return text;
    text.truncate(maxLength - 1);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

QString literalToolTip(const QString& text)
{
    if (text.isEmpty())
        return text;
    QString shown = visibleLines(text.left(4000)).toHtmlEscaped();
    shown.replace(u'\n', QStringLiteral("<br/>"));
    return QStringLiteral("<span>") + shown + QStringLiteral("</span>");
}

int terminalColumns(char32_t codePoint)
{
    if (codePoint < 0x300)
        return 1;
    if (codePoint >= 0x1100 && isIn(kWide, codePoint))
        return 2;
    if ((codePoint >= 0x200B && codePoint <= 0x200D) || (codePoint >= 0xFE00 && codePoint <= 0xFE0F) ||
        codePoint == 0xFEFF)
        return 0;
    const QChar::Category category = QChar::category(codePoint);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ? 0 : 1;
}

} // namespace runglass
