// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Clock.h"
#include "models/sources/FolderCommands.h"
#include "models/sources/FolderWatch.h"
#include "models/sources/RunFolderFiles.h"
#include "models/sources/RunSource.h"
#include "models/sources/WandbFolderSync.h"

#include <atomic>

namespace runglass
{

/// Runs that the wandb SDK left in folders: a wandb/ directory, any tree above it, one run folder or one .wandb file.
/// Nothing in the folders is ever written; what users say of the runs lies beside them (FolderNotes).
/// @source  wandb 0.31 run directories
class WandbFolderSource : public RunSource
{
public:
    /// What a source asks of the computer it runs on.
    struct Surroundings {
        std::shared_ptr<const FileSystem> files;
        std::shared_ptr<const Clock> clock;
        RunStates::Look look;           ///< for processes
        std::string dataDirectory = {}; ///< for edits that cannot lie beside the runs; empty: there is none
    };
    /// This computer's disk, clock and processes.
    static Surroundings hereAndNow(std::string dataDirectory = {});

    /// Whether location is a directory or a .wandb file; says nothing of whether there are runs in it.
    /// @errors NotFound · Io · Unsupported (another kind of file)
    static Result<std::unique_ptr<RunSource>> open(const std::string& location, Surroundings surroundings);
    /// With this computer's disk, clock and processes.
    static Result<std::unique_ptr<RunSource>> open(const std::string& location);
    /// A location that is not there now, so that the runs an index holds of it can be shown: sync says NotFound until
    /// it comes back.
    /// @errors Unsupported (no absolute path)
    static Result<std::unique_ptr<RunSource>> openMissing(const std::string& location);

    std::string kind() const override { return "wandb-folder"; }
    const std::string& location() const override { return m_location; }
    Result<SyncReport> sync(StoreWriter& writer, const CancelToken& cancel,
                            const std::function<void(const SyncProgress&)>& progress) override;
    Result<SyncReport> follow(StoreWriter& writer, const CancelToken& cancel,
                              const std::function<void(const SyncProgress&)>& progress) override;
    NewsAnnouncement announcement() const override;
    Capabilities capabilities(const Run& run) const override;
    Result<CommandEffect> perform(const RunCommand& command, const StoredRun& run) override;
    Result<StopPlan> planStop(const StoredRun& run) const override { return FolderCommands::planStop(run); }
    Result<std::uint64_t> sizeOf(const StoredRun& run, const std::string& folder,
                                 const CancelToken& cancel) const override;
    Result<std::vector<TrashedRun>> trash(const CancelToken& cancel) const override;
    Result<std::uint64_t> removeLeftovers() override;
    Result<std::vector<RunFile>> listFiles(const RunDetail& detail, const CancelToken& cancel) const override;
    Result<std::string> readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                 std::uint64_t length) const override;
    std::string localPath(const RunDetail& detail, const RunFile& file) const override;
    void completeConsole(const Segment& segment, std::vector<ConsoleFragment>& console) const override;
    std::string unloggedConsole(const Segment& segment, const LogLines& lines, std::size_t first,
                                bool endsLine) const override;

private:
    using Steady = std::chrono::steady_clock;

    WandbFolderSource(std::string location, Surroundings surroundings);
    Result<WandbFolderSync::Found> find(StoreWriter& writer, const CancelToken& cancel,
                                        const WandbFolderSync::Progress& progress);
    void findNotes(const FoundFolders& folders);
    void refreshNotes();
    Status followNotes(StoreWriter& writer);
    Status followRuns(StoreWriter& writer, const FolderWatch::Events& events, const CancelToken& cancel);
    Result<std::optional<RunUpdate>> followRun(OpenRun& run, const CancelToken& cancel);
    /// Empties the batch. False: it did not arrive, and all is read anew.
    bool commitFollowed(StoreWriter& writer, RunBatch& batch);
    void watch();
    Steady::duration untilPass() const;

    std::string m_location;
    Surroundings m_surroundings;
    const FileSystem& m_files;
    RunFolderFiles m_runFiles;
    RunStates m_states;
    FolderNotes m_notes;
    std::set<std::string> m_noted; ///< directories that hold notes, as last found
    std::vector<Warning> m_noteProblems;
    std::set<RunPath> m_otherNotes;         ///< runs of which something was noted that the store was not told yet
    bool m_hasOtherNotes = true;            ///< so of any run
    mutable FolderCommands m_commands;      ///< locks itself
    std::atomic<bool> m_wasChanged = false; ///< a command did something
    OpenRuns m_open;
    std::vector<std::string> m_tree;      ///< directories that runs come and go in, as last found
    SyncReport m_report;                  ///< of the last pass
    std::unique_ptr<FolderWatch> m_watch; ///< once somebody follows
    bool m_isShared = false;              ///< the location lies on a network file system
    bool m_isMissing = false;             ///< so the last pass found
    bool m_passWanted = false;            ///< something came or went, or nobody knows
    Steady::time_point m_lastPass;
    Steady::duration m_passTime{};       ///< how long it took
    Steady::time_point m_lastLook;       ///< at all runs that live
    Steady::time_point m_lastLookAtDead; ///< at all others that are open
};

} // namespace runglass
