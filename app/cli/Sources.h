// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExitStatus.h"
#include "app/cli/Options.h"
#include "models/session/OpenSource.h"
#include "models/session/RunObject.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace runglass::cli
{

/// A source that was opened and read.
struct ReadSource {
    std::shared_ptr<OpenSource> source;
    std::unique_ptr<StoreReader> reader;
    bool isGone = false; ///< the location is not there: what an index holds of it is shown
};

/// A run and the source that holds it, which belongs to Sources.
struct FoundRun {
    ReadSource* where = nullptr;
    Run run;
    std::optional<TrashedRun> trashed = {};                    ///< what lies in the trash
    std::vector<std::pair<ReadSource*, RunPath>> folders = {}; ///< that the SDK left behind of a recorder's run

    RunSource& source() const { return where->source->source(); }
    StoreReader& reader() const { return *where->reader; }
    RunOrigin origin() const { return {source().kind(), source().location()}; }
};

/// The sources of one call: opens and reads them, finds runs in them, and says on standard error what could not be
/// done.
/// @thread any one at a time; waits for the disk
class Sources
{
public:
    /// Opens and reads each location; one inside another is read once.
    /// @return false when a location is of a kind that is not read (wrong usage); what cannot be opened makes trouble
    bool open(const std::vector<std::string>& locations);
    /// The same; without any location the recorder's store.
    bool openOrDefault(const std::vector<std::string>& locations);
    /// All runs, newest start first. What a recorder holds is one run with the folder that the SDK left behind.
    std::vector<FoundRun> runs();
    /// What lies in the trash, what was deleted last first; it is no longer among the runs.
    std::vector<FoundRun> trashedRuns();

    /// Opens what is needed and finds the one run that options name.
    /// @return Done and found; or Usage (no source given, several runs match) or NothingMatched, said
    ExitStatus find(const Options& options, FoundRun& found);

    /// The one of candidates that a name means.
    /// @return Done and found; or Usage (several) or NothingMatched, said
    static ExitStatus pick(std::vector<FoundRun> candidates, const std::string& name, FoundRun& found);
    /// Whether a RUN may be meant as a path of the disk, and whether as nothing else.
    static bool mayBePath(const std::string& run);
    static bool isOnlyPath(const std::string& run);
    /// The sources that are open, in order.
    const std::vector<std::unique_ptr<ReadSource>>& opened() const { return m_sources; }

    /// The detail of a run, its warnings and what hinders reading it told.
    /// @return empty when it cannot be read
    RunDetail detail(const FoundRun& found);
    /// The run's files, and the segments that hold them: its own, else those of folders left behind.
    struct Files {
        RunDetail detail;
        std::vector<RunFile> files;
    };
    Files files(const FoundRun& found);
    /// Tells a run's warnings; they are trouble.
    void tellWarnings(const Run& run);
    /// Tells an error that leaves the rest of the work standing.
    void tellTrouble(const Error& error);
    /// Done, or Partly when there was trouble.
    ExitStatus status() const { return m_trouble ? ExitStatus::Partly : ExitStatus::Done; }

private:
    void read(std::shared_ptr<OpenSource> source);
    static std::vector<RunDetail> foldersOf(const FoundRun& found);

    std::vector<std::unique_ptr<ReadSource>> m_sources;
    bool m_trouble = false;
};

} // namespace runglass::cli
