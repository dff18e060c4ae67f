// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/ReadRun.h"

#include "models/sources/OpenRun.h"
#include "models/sources/OutputLog.h"
#include "tests/support/TestEnvironment.h"

#include <stdexcept>

namespace runglass::test
{

std::vector<RunSegments> findRuns(const std::filesystem::path& location, const FileSystem& files)
{
    const CancelToken cancel;
    Result<FoundFolders> found = RunFolderFinder(files).find(location.string(), cancel, [](std::size_t) {});
    if (!found)
        throw std::runtime_error(describe(found.error()));
    std::vector<IdentifiedFolder> identified;
    for (const RunFolder& folder : found->folders)
        identified.push_back({folder, identify(files, folder, cancel).value()});
    return groupRuns(files, std::move(identified));
}

RunUpdate readGroup(const RunSegments& group, TimeNs now, const FileSystem& files)
{
    const FakeClock clock(now);
    RunStates states(files, clock, nullptr);
    OpenRun run(files, group);
    RunUpdate update = run.read(states, SegmentTail::Amount::All, {}).value();
    // As the console is shown: with what the log does not hold yet.
    LogProblems ignored(group.path.id);
    for (SegmentUpdate& segment : update.segments)
        if (!segment.segment.exitCode)
            completeConsole(files, segment.segment.folder, segment.console, ignored);
    return update;
}

RunUpdate readRun(const std::filesystem::path& location, TimeNs now)
{
    const std::vector<RunSegments> groups = findRuns(location);
    if (groups.size() != 1)
        throw std::runtime_error(std::to_string(groups.size()) + " runs in " + location.string());
    return readGroup(groups.front(), now);
}

const Series* findSeries(const RunUpdate& run, const KeyPath& key, bool system, int segment)
{
    for (const SegmentUpdate& update : run.segments)
        for (const Series& series : update.series)
            if (series.id == SeriesId{segment, system, key})
                return &series;
    return nullptr;
}

std::string consoleText(const RunUpdate& run, ConsoleStream stream)
{
    std::string text;
    for (const SegmentUpdate& segment : run.segments)
        for (const ConsoleFragment& fragment : segment.console)
            if (fragment.stream == stream)
                text += fragment.text;
    return text;
}

} // namespace runglass::test
