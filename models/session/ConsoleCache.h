// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/TerminalLines.h"
#include "models/session/ReaderPool.h"
#include "models/table/RunRef.h"

#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace runglass
{

/// The consoles of the runs that were looked at last, as lines. When a run has news, reading goes on where it ended,
/// and what is given shares the lines of before.
/// @thread any, at once
class ConsoleCache
{
public:
    /// All segments, one below the other, with what their logs do not hold yet.
    /// @errors as StoreReader
    Result<LogLines> lines(ReaderPool& source, const RunRef& run);
    void forgetSource(SourceId source);

private:
    static constexpr std::size_t kMostRuns = 2;

    struct Part {
        std::int64_t segment = 0; ///< ConsolePlace::segment
        std::uint64_t fragments = 0;
    };
    struct Console {
        std::mutex reading; ///< guards all below
        std::vector<Part> parts;
        TerminalLines terminal;
        std::size_t first = 0; ///< line where the last part begins, dropped ones counted
        bool endsLine = false; ///< its last fragment does
    };

    std::shared_ptr<Console> use(const RunRef& run);
    static Status read(ReaderPool& source, StoreReader& reader, const RunPath& run, const RunDetail& detail,
                       Console& console);
    static void startAnew(Console& console);
    static bool goesOn(const Console& console, const std::vector<ConsolePlace>& places);
    static void beginPart(const ReaderPool& source, const RunDetail& detail, std::size_t part, Console& console);
    static std::string unlogged(const ReaderPool& source, const Segment& segment, Console& console);

    std::mutex m_mutex;                                                ///< guards m_consoles
    std::list<std::pair<RunRef, std::shared_ptr<Console>>> m_consoles; ///< used last first
};

} // namespace runglass
