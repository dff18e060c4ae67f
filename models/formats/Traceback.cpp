// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Traceback.h"

#include "models/formats/TerminalLines.h"
#include "models/formats/TracebackReader.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace runglass
{

using namespace std::string_view_literals;

namespace
{

using Found = TracebackReader::Found;

constexpr std::string_view kCut = "…";

/// A syntax error that was printed without the frames that led to it.
bool isSyntaxErrorAt(const LogLines& lines, std::size_t place)
{
    constexpr std::array kErrors = {"SyntaxError: "sv, "IndentationError: "sv, "TabError: "sv};
    constexpr std::size_t kMostBetween = 3;
    if (!looksLikeFrame(lines[place].text))
        return false;
    std::size_t at = place + 1;
    while (at < lines.size() && at <= place + kMostBetween && isIndented(lines[at].text))
        ++at;
    return at < lines.size() && startsWithAny(lines[at].text, kErrors);
}

/// The beginning of the text cuts a traceback: a frame stands in its first lines, and the frames end in an exception.
bool isCutAt(const LogLines& lines, std::size_t place)
{
    constexpr std::size_t kFirst = 3;
    if (place >= kFirst || !looksLikeFrame(lines[place].text))
        return false;
    std::size_t at = place;
    while (at < lines.size() && isIndented(lines[at].text))
        ++at;
    return at < lines.size() && looksLikeException(lines[at].text) && !isHead(lines[at].text);
}

std::optional<Found> lastIn(const LogLines& lines)
{
    constexpr std::string_view kIgnored = "Exception ignored ";
    std::optional<Found> last;
    bool isLastIgnored = true;
    for (std::size_t place = 0; place < lines.size();) {
        const auto head = tracebackHead(lines[place].text);
        Found found;
        if (head) {
            found = TracebackReader(TracebackLines(lines, place, *head)).read(*head);
        } else if (const bool isCut = isCutAt(lines, place); isCut || isSyntaxErrorAt(lines, place)) {
            found = TracebackReader(TracebackLines(lines, place, {})).readFrames();
            if (isCut)
                found.lines.insert(found.lines.begin(), kCut);
        }
        const bool isIgnored = place > 0 && lines[place - 1].text.starts_with(kIgnored);
        if (!found.lines.empty() && (!isIgnored || isLastIgnored)) {
            isLastIgnored = isIgnored;
            last = found;
        }
        place = std::max(found.end, place + 1);
    }
    return last;
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// At most this many bytes, cut out of the middle between characters.
std::string shortened(std::string_view line, std::size_t most)
{
    if (line.size() <= most)
        return std::string(line);
    std::size_t head = most * 2 / 3;
    while (head > 0 && isContinuation(line[head]))
        --head;
    std::size_t tail = line.size() - (most - head - kCut.size());
    while (tail < line.size() && isContinuation(line[tail]))
        ++tail;
    return std::string(line.substr(0, head)).append(kCut).append(line.substr(tail));
}

/// How many of sizes, one after another, fit.
template <typename Iterator>
std::ptrdiff_t howMany(Iterator begin, Iterator end, std::ptrdiff_t mostLines, std::size_t mostBytes)
{
    std::ptrdiff_t count = 0;
    for (std::size_t bytes = 0; begin != end && count < mostLines; ++begin, ++count) {
        bytes += *begin + 1;
        if (bytes > mostBytes)
            break;
    }
    return count;
}

/// The beginning says where it came from and the end what it was: the end gets more.
std::string boundedText(const std::vector<std::string_view>& lines)
{
    constexpr std::size_t kMostLineBytes = 1000;
    constexpr std::size_t kHeadBytes = 2500, kTailBytes = 5500;
    constexpr std::ptrdiff_t kHeadLines = 14;
    constexpr auto kTailLines = static_cast<std::ptrdiff_t>(kMostTracebackLines) - kHeadLines - 1;
    std::vector<std::string> shown;
    std::vector<std::size_t> sizes;
    for (const std::string_view line : lines) {
        shown.push_back(shortened(line, kMostLineBytes));
        sizes.push_back(shown.back().size());
    }
    const std::size_t bytes = std::accumulate(sizes.begin(), sizes.end(), sizes.size());
    if (shown.size() > kMostTracebackLines || bytes > kMostTracebackBytes) {
        const std::ptrdiff_t tail = howMany(sizes.rbegin(), sizes.rend(), kTailLines, kTailBytes);
        const std::ptrdiff_t head = howMany(sizes.begin(), sizes.end() - tail, kHeadLines, kHeadBytes);
        const auto gap = static_cast<std::ptrdiff_t>(shown.size()) - head - tail;
        shown.erase(shown.begin() + head, shown.end() - tail);
        shown.insert(shown.begin() + head, "  … " + std::to_string(gap) + " lines left out …");
    }
    std::string text;
    for (const std::string& line : shown)
        text.append(line).append("\n");
    text.pop_back();
    return text;
}

/// Cheap, for the many that have none.
bool mayHaveTraceback(std::string_view console)
{
    return console.find("Traceback") != console.npos || console.find("Fatal Python error") != console.npos ||
           console.find("File \"") != console.npos;
}

} // namespace

std::optional<Traceback> lastTraceback(std::string_view console)
{
    if (!mayHaveTraceback(console))
        return std::nullopt;
    const LogLines lines = toLines({{ConsoleStream::Stderr, std::nullopt, std::string(console)}});
    const std::optional<Found> found = lastIn(lines);
    if (!found)
        return std::nullopt;
    constexpr std::size_t kMostExceptionBytes = 1000;
    return Traceback{boundedText(found->lines), shortened(found->exception, kMostExceptionBytes)};
}

} // namespace runglass
