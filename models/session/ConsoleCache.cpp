// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ConsoleCache.h"

#include <algorithm>

namespace runglass
{

Result<LogLines> ConsoleCache::lines(ReaderPool& source, const RunRef& run)
{
    const std::shared_ptr<Console> console = use(run);
    const std::lock_guard reading(console->reading);
    Result<ReaderPool::Loan> reader = source.take();
    if (!reader)
        return reader.error();
    const Result<RunDetail> detail = (*reader)->detail(run.path);
    if (!detail)
        return detail.error();
    Status done = read(source, reader->get(), run.path, *detail, *console);
    if (!done) {
        // Written anew while it was read.
        const bool isOnceMore = done.error().kind == Error::Kind::NotFound;
        startAnew(*console);
        if (isOnceMore)
            done = read(source, reader->get(), run.path, *detail, *console);
        if (!done) {
            startAnew(*console);
            return done.error();
        }
    }
    if (detail->segments.empty())
        return LogLines();
    std::string rest = unlogged(source, detail->segments.back(), *console);
    if (rest.empty())
        return console->terminal.lines();
    // Not for good: the log will hold it too, and tell the streams apart.
    TerminalLines more = console->terminal;
    more.append({ConsoleStream::Stdout, std::nullopt, std::move(rest)});
    return more.lines();
}

std::shared_ptr<ConsoleCache::Console> ConsoleCache::use(const RunRef& run)
{
    const std::lock_guard lock(m_mutex);
    const auto known =
        std::find_if(m_consoles.begin(), m_consoles.end(), [&run](const auto& entry) { return entry.first == run; });
    if (known != m_consoles.end())
        m_consoles.splice(m_consoles.begin(), m_consoles, known);
    else
        m_consoles.emplace_front(run, std::make_shared<Console>());
    if (m_consoles.size() > kMostRuns)
        m_consoles.pop_back();
    return m_consoles.front().second;
}

Status ConsoleCache::read(ReaderPool& source, StoreReader& reader, const RunPath& run, const RunDetail& detail,
                          Console& console)
{
    std::vector<ConsolePlace> places;
    for (const Segment& segment : detail.segments) {
        const Result<ConsolePlace> place = reader.consolePlace(run, segment.ordinal);
        if (!place)
            return place.error();
        places.push_back(*place);
    }
    if (!goesOn(console, places))
        startAnew(console);
    for (std::size_t i = std::max<std::size_t>(console.parts.size(), 1) - 1; i < places.size(); ++i) {
        if (i == console.parts.size()) {
            beginPart(source, detail, i, console);
            console.parts.push_back({places[i].segment, 0});
        }
        const auto take = [&console](const std::vector<ConsoleFragment>& more) {
            for (const ConsoleFragment& fragment : more)
                console.terminal.append(fragment);
            console.endsLine = more.back().text.ends_with('\n');
        };
        if (Status done = reader.console(places[i], console.parts[i].fragments, take); !done)
            return done;
        console.parts[i].fragments = places[i].fragments;
    }
    return Done();
}

void ConsoleCache::startAnew(Console& console)
{
    console.parts.clear();
    console.terminal = TerminalLines();
    console.first = 0;
    console.endsLine = false;
}

/// Whether all that was read is still there, with nothing new but at its end.
bool ConsoleCache::goesOn(const Console& console, const std::vector<ConsolePlace>& places)
{
    if (console.parts.size() > places.size())
        return false;
    for (std::size_t i = 0; i < console.parts.size(); ++i) {
        const Part& part = console.parts[i];
        const bool isLast = i + 1 == console.parts.size();
        const bool hasGrown = places[i].fragments > part.fragments;
        if (places[i].segment != part.segment || places[i].fragments < part.fragments || (hasGrown && !isLast))
            return false;
    }
    return true;
}

/// A segment begins on a line of its own, whatever the one before it left unfinished.
void ConsoleCache::beginPart(const ReaderPool& source, const RunDetail& detail, std::size_t part, Console& console)
{
    if (part > 0) {
        if (std::string rest = unlogged(source, detail.segments[part - 1], console); !rest.empty())
            console.terminal.append({ConsoleStream::Stdout, std::nullopt, std::move(rest)});
    }
    console.terminal = TerminalLines(console.terminal.lines(), console.terminal.dropped());
    console.first = console.terminal.dropped() + console.terminal.lines().size();
    console.endsLine = false;
}

std::string ConsoleCache::unlogged(const ReaderPool& source, const Segment& segment, Console& console)
{
    const std::size_t dropped = console.terminal.dropped();
    if (dropped > 0 && console.first <= dropped)
        return {}; // the beginning, by which the two are compared, is gone
    return source.source().source().unloggedConsole(segment, console.terminal.lines(), console.first - dropped,
                                                    console.endsLine);
}

void ConsoleCache::forgetSource(SourceId source)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_consoles, [source](const auto& entry) { return entry.first.source == source; });
}

} // namespace runglass
