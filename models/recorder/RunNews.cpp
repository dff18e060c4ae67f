// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunNews.h"

#include "models/recorder/ConsoleLines.h"
#include "models/recorder/RunDocuments.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{

/// Steps that fall again and again are no sign of as many writers.
constexpr std::size_t kMaxSegments = 1000;

std::optional<TimeNs> inNanoseconds(double secondsSinceEpoch)
{
    constexpr double kLimit = 9e9, kNsPerSecond = 1e9; // seconds that fit in nanoseconds
    if (!(std::abs(secondsSinceEpoch) < kLimit))
        return std::nullopt;
    return static_cast<TimeNs>(std::llround(secondsSinceEpoch * kNsPerSecond));
}

} // namespace

RunNews::RunNews(const RecordedRun& run, RunRecord& record, std::size_t ordinal, bool restarts, FallingSteps falling)
    : m_run(run)
    , m_record(record)
    , m_ordinal(ordinal)
    , m_restarts(restarts)
    , m_falling(falling)
{
    m_parts[ordinal];
}

void RunNews::sign(double time)
{
    const std::optional<TimeNs> stamp = inNanoseconds(time);
    RecordedSegment& segment = m_record.segments[m_ordinal];
    if (stamp)
        segment.lastSign = std::max(segment.lastSign.value_or(*stamp), *stamp);
}

/// The step of the row; what it says of the segment's times goes there.
std::int64_t RunNews::place(SeriesRow& row, std::uint64_t line)
{
    const std::optional<std::int64_t> last = m_record.segments[m_ordinal].lastStep;
    std::int64_t step = row.step.value_or(last ? *last + 1 : 0);
    if (last && step < *last) {
        if (m_falling == FallingSteps::NewSegment && m_record.segments.size() < kMaxSegments) {
            RecordedSegment& next = m_record.segments.emplace_back();
            next.history = line;
            next.events = m_run.count(RecordedFile::Events);
            next.output = m_run.count(RecordedFile::Output);
            m_parts[++m_ordinal];
        } else {
            step = *last;
        }
    }
    RecordedSegment& segment = m_record.segments[m_ordinal];
    segment.lastStep = step;
    if (!segment.startedAt)
        segment.startedAt = inNanoseconds(m_ordinal == 0 ? row.time - row.runtime.value_or(0) : row.time);
    sign(row.time);
    if (row.runtime)
        m_record.runtimeSeconds = std::max(m_record.runtimeSeconds.value_or(*row.runtime), *row.runtime);
    return step;
}

void RunNews::addHistory(std::uint64_t first, const std::vector<std::string>& lines)
{
    for (const std::string& line : lines) {
        Result<SeriesRow> row = readRow(line);
        if (row) {
            const std::int64_t step = place(*row, first);
            m_parts[m_ordinal].rows.addHistory(step, std::move(row).value());
        }
        ++first;
    }
}

void RunNews::addEvents(std::uint64_t first, const std::vector<std::string>& lines)
{
    const std::uint64_t begin = m_record.segments[m_ordinal].events;
    for (const std::string& line : lines) {
        Result<SeriesRow> row = readRow(line);
        if (row && first >= begin) {
            sign(row->time);
            m_parts[m_ordinal].rows.addSample(static_cast<std::int64_t>(first - begin), std::move(row).value());
        }
        ++first;
    }
}

bool RunNews::addOutput(const std::vector<std::string>& before, const std::vector<std::string>& after)
{
    std::optional<std::vector<ConsoleFragment>> news = consoleNews(before, after);
    if (!news)
        return false;
    RecordedSegment& segment = m_record.segments[m_ordinal];
    std::vector<ConsoleFragment>& console = m_parts[m_ordinal].console;
    for (ConsoleFragment& fragment : *news) {
        if (fragment.time)
            segment.lastSign = std::max(segment.lastSign.value_or(*fragment.time), *fragment.time);
        console.push_back(std::move(fragment));
    }
    return true;
}

RunUpdate RunNews::take()
{
    RunUpdate update = documentsOf(m_run, m_record);
    for (auto& [ordinal, part] : m_parts) {
        SegmentUpdate& segment = update.segments.emplace_back();
        segment.segment = segmentOf(m_record, ordinal);
        segment.restart = m_restarts;
        segment.series = part.rows.take();
        segment.console = std::move(part.console);
    }
    return update;
}

} // namespace runglass
