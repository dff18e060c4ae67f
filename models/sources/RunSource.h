// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/LogLines.h"
#include "models/run/Result.h"
#include "models/run/RunCommand.h"
#include "models/run/RunDetail.h"
#include "models/store/StoreWriter.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// How far a sync has come, in runs. total grows while folders are still being found.
struct SyncProgress {
    int done = 0;
    int total = 0;
};

/// What a sync could not do, apart from the warnings that the runs carry.
struct SyncReport {
    int runs = 0;                  ///< found at the location
    std::vector<Warning> warnings; ///< folders that could not be listed and the like

    bool operator==(const SyncReport&) const = default;
};

/// A run, or a folder of one, that lies in the trash.
struct TrashedRun {
    StoredRun stored;             ///< as it is read there
    std::string folder;           ///< where it lies: what RunCommand::folder takes; empty where no folder is
    std::string user;             ///< who deleted it; empty: not known
    std::optional<TimeNs> when;   ///< of that
    std::uint64_t sizeBytes = 0;  ///< on the disk, that Purge frees
    std::vector<std::string> was; ///< the folders that it comes back as
};

/// How a source tells that follow should be called.
struct NewsAnnouncement {
    int descriptor = -1;                                ///< becomes readable when there is news; -1: there is none such
    std::optional<std::chrono::milliseconds> lookAfter; ///< after this time in any case; unset: nothing ever changes
};

/// A place runs come from, which owns them. Bring one in by: a class, a line in the registry, the contract test.
/// @thread a source is used by one thread at a time, except for what says "any thread", listFiles, readFile,
///         completeConsole and unloggedConsole
class RunSource
{
public:
    virtual ~RunSource() = default;

    /// "wandb-folder", "recorder", …: `source.kind` of the command line's JSON.
    virtual std::string kind() const = 0;
    /// Canonical location: an absolute path or a URL.
    virtual const std::string& location() const = 0;

    /// The store that the source keeps its runs in itself, if it does: it is read in place of an index, and
    /// lookAfterStore() is called in place of sync and follow.
    virtual std::optional<StoreLocation> ownStore() const { return std::nullopt; }
    /// Does what the store needs to be true now.
    /// @errors Io
    virtual Result<SyncReport> lookAfterStore() { return SyncReport{}; }

    /// Brings the store up to date from the cursors in it; can be repeated; commits as it goes.
    /// progress is called on the calling thread, after each commit.
    /// @errors Canceled (what was committed stays) · NotFound (the location is gone) · Io
    virtual Result<SyncReport> sync(StoreWriter& writer, const CancelToken& cancel,
                                    const std::function<void(const SyncProgress&)>& progress) = 0;

    /// Brings in what happened since sync or follow was called last, at the cost of what is new. Needs a sync before.
    /// @errors as sync
    virtual Result<SyncReport> follow(StoreWriter& writer, const CancelToken& cancel,
                                      const std::function<void(const SyncProgress&)>& progress) = 0;
    /// When to call follow again; asked after each sync and follow.
    virtual NewsAnnouncement announcement() const = 0;

    /// Which commands this source can carry out on a run, or why not, as far as that is known without looking: perform
    /// looks. Any thread; asks no disk.
    /// @param run  of it only path, state, host, locked, vanished and offline count
    virtual Capabilities capabilities(const Run& run) const = 0;
    /// Carries a command out; what was done is durable when it returns. The store follows with sync or follow, which
    /// is due at once (announcement). Any thread, several at once.
    /// @param run  as the store has it; of Restore and Purge only command.folder counts, or without it command.run
    /// @errors Refused with the reason · NotFound · Io: then nothing has happened
    virtual Result<CommandEffect> perform(const RunCommand& command, const StoredRun& run) = 0;
    /// Whom Stop would interrupt. Any thread; looks at the processes.
    /// @errors Refused with the reason
    virtual Result<StopPlan> planStop(const StoredRun& run) const;
    /// What Delete would bring into the trash, in bytes on the disk. Any thread.
    /// @param folder  as RunCommand::folder
    virtual Result<std::uint64_t> sizeOf(const StoredRun& run, const std::string& folder,
                                         const CancelToken& cancel) const;
    /// What would become of the artifacts that these runs made if Delete took them along: all zero where a source keeps
    /// none of its own. Any thread.
    /// @errors Canceled · Io
    virtual Result<ArtifactPlan> planArtifacts(const std::vector<RunPath>& runs, const CancelToken& cancel) const;
    /// What lies in the trash, latest first. Any thread.
    /// @errors Canceled · Io
    virtual Result<std::vector<TrashedRun>> trash(const CancelToken& cancel) const;
    /// Removes what a Purge that was cut off has left behind. Any thread.
    /// @return bytes that were freed
    virtual Result<std::uint64_t> removeLeftovers();

    /// The run's files; folders are implied by paths. Links are listed, never followed.
    virtual Result<std::vector<RunFile>> listFiles(const RunDetail& detail, const CancelToken& cancel) const = 0;
    /// Up to length bytes of a file at offset. The path is checked: nothing outside the run's files is ever opened.
    /// @errors NotFound · InvalidArgument (a path that leaves the run) · Unsupported (link, special file) · Io
    virtual Result<std::string> readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                         std::uint64_t length) const = 0;
    /// Adds what an unfinished segment has printed and its log does not hold yet.
    /// @param console  of the segment, as the store has it
    virtual void completeConsole(const Segment& segment, std::vector<ConsoleFragment>& console) const = 0;
    /// The same for who has lines: what there is more, empty when there is nothing.
    /// @param lines     of the segment from line first on, as the store has them
    /// @param endsLine  the last fragment ended with a line feed
    virtual std::string unloggedConsole(const Segment& segment, const LogLines& lines, std::size_t first,
                                        bool endsLine) const = 0;
    /// Where the file lies on this computer, for "Show in file manager"; empty when it lies elsewhere.
    virtual std::string localPath(const RunDetail& detail, const RunFile& file) const = 0;
};

/// Finds the kind of source that reads location.
/// @param dataDirectory  where edits go that cannot lie beside the runs; empty: such runs cannot be edited
/// @errors NotFound (nothing there) · Unsupported (no source reads it; detail says what was looked for)
Result<std::unique_ptr<RunSource>> openRunSource(const std::string& location, const std::string& dataDirectory = {});
/// For a location that is not there now: what an index holds of it can be shown, and sync brings it up to date once it
/// is back.
/// @errors Unsupported (there is no telling what it would be)
Result<std::unique_ptr<RunSource>> openMissingRunSource(const std::string& location);

} // namespace runglass
