// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/TracebackReader.h"

#include <algorithm>
#include <array>

namespace runglass
{

using namespace std::string_view_literals;

namespace
{

void passBlanks(TracebackLines& at)
{
    constexpr int kMost = 3;
    for (int i = 0; i < kMost && at.line() && isBlank(*at.line()); ++i)
        at.advance();
}

} // namespace

TracebackReader::Found TracebackReader::read(const TracebackHead& head)
{
    take(head.text);
    if (head.fatal.empty()) {
        readChain(head);
    } else {
        m_found.exception = head.fatal;
        readDump();
    }
    m_found.end = m_at.place();
    return std::move(m_found);
}

TracebackReader::Found TracebackReader::readFrames()
{
    readChain({});
    m_found.end = m_at.place();
    return std::move(m_found);
}

void TracebackReader::take(std::string_view shown)
{
    m_found.lines.push_back(shown);
    m_at.advance();
}

void TracebackReader::readChain(const TracebackHead& head)
{
    readBody(head);
    while (readNextOfChain()) {
    }
}

void TracebackReader::readBody(const TracebackHead& head)
{
    m_found.exception = {};
    if (head.isGroup)
        return readGroup();
    if (head.isFramed)
        passFrame();
    else
        passFrames();
    readException();
}

/// Everything that begins with a margin of bars.
void TracebackReader::readGroup()
{
    for (auto line = m_at.line(); line; line = m_at.line()) {
        const std::string_view bar = withoutIndent(*line);
        if (!bar.starts_with('|') && !bar.starts_with('+'))
            return;
        // The group's own exception is the first line that the margin does not indent.
        const std::string_view text = bar.substr(std::min<std::size_t>(2, bar.size()));
        if (m_found.exception.empty() && bar.starts_with("| ") && !isIndented(text) && looksLikeException(text))
            m_found.exception = text;
        take();
    }
}

void TracebackReader::passFrame()
{
    constexpr std::array kCorners = {"╰"sv, "└"sv};
    for (auto line = m_at.line(); line; line = m_at.line()) {
        const bool isLast = startsWithAny(withoutIndent(*line), kCorners);
        if (!isLast && isHead(*line))
            return;
        take();
        if (isLast)
            return;
    }
}

void TracebackReader::passFrames()
{
    for (auto line = m_at.line(); line; line = m_at.line()) {
        if (!isIndented(*line) && !passOverStranger(*line))
            return;
        if (m_at.line())
            take();
    }
}

/// What another thread printed between two frames.
bool TracebackReader::passOverStranger(std::string_view line)
{
    if (isBlank(line) || looksLikeException(line) || isHead(line))
        return false;
    TracebackLines ahead = m_at;
    ahead.advance();
    const auto next = ahead.line();
    if (!next || !looksLikeFrame(*next))
        return false;
    m_at = ahead;
    return true;
}

/// The exception with the lines of its message.
void TracebackReader::readException()
{
    constexpr int kMostLines = 20;
    constexpr std::array kNext = {"Exception ignored "sv, "Exception in thread "sv};
    const auto first = m_at.line();
    if (!first || isBlank(*first) || isHead(*first))
        return;
    m_found.exception = *first;
    take();
    for (int i = 0; i < kMostLines; ++i) {
        const auto line = m_at.line();
        if (!line || isHead(*line) || startsWithAny(*line, kNext) || (isBlank(*line) && !goesOnIndented()))
            return;
        take();
    }
}

bool TracebackReader::goesOnIndented() const
{
    TracebackLines ahead = m_at;
    ahead.advance();
    const auto next = ahead.line();
    return next && isIndented(*next) && !isHead(*next);
}

/// Goes on where the text says that this was the cause of what follows.
bool TracebackReader::readNextOfChain()
{
    constexpr std::array kLinks = {"During handling of the above exception, another exception occurred:"sv,
                                   "The above exception was the direct cause of the following exception:"sv,
                                   // torch's data loader and others put the worker's own traceback into the message.
                                   "Original Traceback (most recent call last):"sv};
    const std::size_t before = m_found.lines.size();
    TracebackLines ahead = m_at;
    passBlanks(ahead);
    const auto link = ahead.line();
    if (!link || !startsWithAny(*link, kLinks))
        return false;
    const bool isHeadItself = isHead(*link);
    if (!isHeadItself) {
        m_found.lines.insert(m_found.lines.end(), {std::string_view(), *link, std::string_view()});
        ahead.advance();
        passBlanks(ahead);
    }
    const auto line = ahead.line();
    const auto head = line ? tracebackHead(*line) : std::nullopt;
    if (!head || !head->fatal.empty()) {
        m_found.lines.resize(before);
        return false;
    }
    m_at = ahead;
    take(*line);
    readBody(*head);
    return true;
}

/// What faulthandler prints of each thread.
void TracebackReader::readDump()
{
    constexpr std::array kParts = {"Thread "sv, "Current thread "sv, "Python runtime state"sv, "Extension modules:"sv};
    const auto isPart = [&](std::string_view line) {
        return isIndented(line) || (startsWithAny(line, kParts) && !isHead(line));
    };
    for (auto line = m_at.line(); line; line = m_at.line()) {
        if (isBlank(*line)) {
            TracebackLines ahead = m_at;
            passBlanks(ahead);
            const auto next = ahead.line();
            if (!next || !isPart(*next))
                return;
        } else if (!isPart(*line)) {
            return;
        }
        take();
    }
}

} // namespace runglass
