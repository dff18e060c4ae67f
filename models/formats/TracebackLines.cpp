// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TracebackLines.h"

#include <algorithm>

namespace runglass
{

namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// Equal but for the digits: "[rank0]: " and "[rank1]: ", two times of day.
bool sameShape(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return x == y || (isDigit(x) && isDigit(y)); });
}

/// A time goes on from line to line; another number tells another writer.
bool holdsTime(std::string_view text)
{
    for (std::size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
        if (colon > 0 && colon + 1 < text.size() && isDigit(text[colon - 1]) && isDigit(text[colon + 1]))
            return true;
    }
    return false;
}

std::string_view withoutTrailingSpaces(std::string_view text)
{
    const std::size_t last = text.find_last_not_of(" \t");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

} // namespace

bool isBlank(std::string_view line)
{
    return std::all_of(line.begin(), line.end(), isSpace);
}

bool isIndented(std::string_view line)
{
    return !line.empty() && isSpace(line.front()) && !isBlank(line);
}

std::string_view withoutIndent(std::string_view line)
{
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

bool looksLikeException(std::string_view line)
{
    const auto isNamePart = [](char c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        return isLetter || isDigit(c) || c == '_' || c == '.' || c == '<' || c == '>';
    };
    const std::string_view name = withoutTrailingSpaces(line.substr(0, line.find(':')));
    return !name.empty() && !isDigit(name.front()) && std::all_of(name.begin(), name.end(), isNamePart);
}

bool looksLikeFrame(std::string_view line)
{
    return isIndented(line) && withoutIndent(line).starts_with("File \"") && line.find("\", line ") != line.npos;
}

bool startsWithAny(std::string_view line, std::span<const std::string_view> beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return line.starts_with(beginning); });
}

std::optional<TracebackHead> tracebackHead(std::string_view line)
{
    constexpr std::string_view kFatal = "Fatal Python error: ";
    constexpr std::string_view kWords = "Traceback (most recent call last)";
    constexpr std::string_view kGroup = "+ Exception Group ";
    constexpr std::string_view kCorner = "╭", kThinCorner = "┌";
    constexpr std::size_t kGroupIndent = 2;
    if (const std::size_t fatal = line.find(kFatal); fatal != line.npos)
        return TracebackHead{line.substr(0, fatal), line.substr(fatal), false, false, line.substr(fatal)};
    const std::size_t words = line.find(kWords);
    if (words == line.npos)
        return std::nullopt;
    TracebackHead head{line.substr(0, words), line.substr(words)};
    for (const std::string_view corner : {kCorner, kThinCorner}) {
        if (const std::size_t edge = head.before.find(corner); edge != line.npos)
            return TracebackHead{line.substr(0, edge), line.substr(edge), false, true};
    }
    // What comes after the words is at most the colon, or this is somebody's sentence.
    if (withoutTrailingSpaces(head.text.substr(kWords.size())) != ":")
        return std::nullopt;
    if (head.before.ends_with(kGroup)) {
        head.before.remove_suffix(kGroup.size());
        head.before.remove_suffix(
            std::min(kGroupIndent, head.before.size() - withoutTrailingSpaces(head.before).size()));
        head.text = line.substr(head.before.size());
        head.isGroup = true;
    }
    return head;
}

TracebackLines::TracebackLines(const LogLines& lines, std::size_t first, const TracebackHead& head)
    : m_lines(&lines)
    , m_place(first)
    , m_before(head.before)
    , m_margin(marginOf(lines, first, head.before))
{
}

TracebackLines::Margin TracebackLines::marginOf(const LogLines& lines, std::size_t first, std::string_view before)
{
    // Whoever writes something before the head alone (a progress bar, a logger) writes nothing before the next line.
    constexpr std::size_t kMostBetween = 64;
    Margin margin = Margin::None;
    if (before.empty())
        return margin;
    for (std::size_t place = first + 1; place < std::min(lines.size(), first + kMostBetween); ++place) {
        const std::string_view line = lines[place].text;
        if (!sameShape(line.substr(0, before.size()), before))
            break;
        margin = Margin::SameShape;
        if (line.starts_with(before) && !holdsTime(before))
            return Margin::Exact;
    }
    return margin;
}

std::optional<std::string_view> TracebackLines::withoutMargin(std::string_view line) const
{
    if (m_margin == Margin::None)
        return line;
    const auto fits = [this](std::string_view a, std::string_view b) {
        return m_margin == Margin::Exact ? a == b : sameShape(a, b);
    };
    if (fits(line.substr(0, m_before.size()), m_before))
        return line.substr(m_before.size());
    // An empty line, with the spaces at the margin's end left out.
    const std::string_view margin = withoutTrailingSpaces(m_before);
    if (!margin.empty() && fits(line, margin))
        return line.substr(line.size());
    return std::nullopt;
}

std::optional<std::string_view> TracebackLines::line() const
{
    return m_place < m_lines->size() ? withoutMargin((*m_lines)[m_place].text) : std::nullopt;
}

void TracebackLines::advance()
{
    ++m_place;
    if (m_margin == Margin::Exact)
        passOverOthers();
}

/// Lines of another rank or worker that printed at the same time.
void TracebackLines::passOverOthers()
{
    std::size_t place = m_place;
    while (place < m_lines->size()) {
        const std::string_view line = (*m_lines)[place].text;
        if (withoutMargin(line)) {
            m_place = place;
            return;
        }
        if (!sameShape(line.substr(0, m_before.size()), m_before))
            return;
        ++place;
    }
}

} // namespace runglass
