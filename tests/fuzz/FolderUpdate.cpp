// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FolderUpdate.h"

#include "models/run/Clock.h"
#include "models/sources/OpenRun.h"
#include "models/sources/OutputLog.h"
#include "tests/fuzz/FolderFiles.h"

namespace runglass::fuzz
{

namespace
{

class StillClock : public Clock
{
public:
    TimeNs now() const override { return TimeNs{1'900'000'000} * 1'000'000'000; }
};

} // namespace

RunUpdate folderUpdate(std::string_view message)
{
    const FolderInput input = folderInput(message);
    const FolderFiles files(input);
    RunFolder folder;
    folder.folder = "/wandb/offline-run-20240102_030405-abc";
    folder.log = folder.folder + "/run-abc.wandb";
    folder.id = "abc";
    folder.status.sizeBytes = files.logSize();
    const StillClock clock;
    const CancelToken cancel;
    const LogIdentity identity = identify(files, folder, cancel).value();
    RunStates states(files, clock, nullptr);
    OpenRun run(files, {identity.path, {{folder, identity.startedAt, {}}}});
    RunUpdate update = run.read(states, SegmentTail::Amount::All, cancel).value();
    LogProblems ignored(folder.log);
    for (SegmentUpdate& segment : update.segments)
        if (!segment.segment.exitCode)
            completeConsole(files, folder.folder, segment.console, ignored);
    return update;
}

} // namespace runglass::fuzz
