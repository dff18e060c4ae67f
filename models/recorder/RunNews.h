// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunRecord.h"
#include "models/recorder/SeriesRows.h"
#include "models/run/RunBatch.h"
#include "models/store/RecorderStore.h"

#include <map>
#include <string>
#include <vector>

namespace runglass
{

/// Lines of a run → what readers of the store are to see more of it. What follows for the record itself (times, steps,
/// segments) goes into it.
/// @thread  any one at a time
class RunNews
{
public:
    /// What becomes of a row whose step lies before the one before it.
    enum class FallingSteps {
        NewSegment, ///< it begins a segment: its writer has begun anew
        Raise       ///< its step is that of the row before
    };

    /// @param ordinal   of the segment that the lines belong to
    /// @param restarts  what the store has of the segment goes
    RunNews(const RecordedRun& run, RunRecord& record, std::size_t ordinal, bool restarts, FallingSteps falling);

    void addHistory(std::uint64_t first, const std::vector<std::string>& lines);
    void addEvents(std::uint64_t first, const std::vector<std::string>& lines);
    /// @param before  as the store has the lines from some place on
    /// @param after   as they are now
    /// @return false: the segment's console is to be begun anew
    bool addOutput(const std::vector<std::string>& before, const std::vector<std::string>& after);

    /// Everything, and the documents as they are now.
    RunUpdate take();

private:
    struct Part {
        SeriesRows rows;
        std::vector<ConsoleFragment> console;
    };

    std::int64_t place(SeriesRow& row, std::uint64_t line);
    void sign(double time);

    const RecordedRun& m_run;
    RunRecord& m_record;
    std::size_t m_ordinal;
    bool m_restarts;
    FallingSteps m_falling;
    std::map<std::size_t, Part> m_parts; ///< by ordinal
};

} // namespace runglass
