// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunBatch.h"
#include "models/store/RecordedArtifacts.h"
#include "models/store/RecordedCommands.h"
#include "models/store/StoreWriter.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// The files of a run that the SDK sends line by line.
enum class RecordedFile { History = 0, Events = 1, Output = 2 };
inline constexpr std::size_t kRecordedFiles = 3;

/// A run as it was sent, without its lines.
struct RecordedRun {
    std::int64_t number = 0; ///< never used again; 0: not written yet
    RunPath path;
    bool isDeleted = false; ///< it lies in the trash, or was removed for good
    bool isPurged = false;  ///< that
    bool isDerived = false; ///< series, console and documents say what was sent
    bool isOpen = true;     ///< its state may change by itself
    std::array<std::uint64_t, kRecordedFiles> lines = {};
    std::string doc, config, summary; ///< JSON texts whose form is the recorder's
    std::vector<RecordedEdit> edits;  ///< what users have made of it when it was found; not written back
    std::optional<RecordedStop> stop; ///< the same

    /// What the writer's news make of users' edits, by field, written with the next commit: another value, or none any
    /// more.
    std::map<std::string, std::optional<Value>> supersedes = {};
    bool isStopOver = false; ///< with the next commit: what was asked of an earlier writer is no longer asked

    std::uint64_t count(RecordedFile file) const { return lines[static_cast<std::size_t>(file)]; }
};

struct RecordedProject {
    std::int64_t number = 0; ///< never used again
    TimeNs created = 0;
};

/// A sweep: runs that agents are told to make.
struct RecordedSweep {
    std::int64_t number = 0; ///< never used again; 0: not written yet
    RunPath path;            ///< id: its name
    std::string doc;         ///< JSON text whose form is the recorder's
};

/// Lines that come at a place of a file.
struct LineEdit {
    RecordedFile file = RecordedFile::History;
    std::uint64_t first = 0; ///< at most as many as there are
    bool cuts = true;        ///< what lies behind the new lines goes, else it stays
    std::vector<std::string> lines;
};

/// A recorder's store: what was sent, and what follows from it in the tables that StoreReader reads. What commit() and
/// its like have returned from is on the disk; inside a group, once endGroup() has returned.
/// @thread  any one at a time. One process at a time records; others may open it beside that one for commands()
/// @errors  Io, with SQLite's words
class RecorderStore
{
public:
    /// Makes the file and its directory where they are missing.
    /// @errors Refused (another program's database, or an index) · Unsupported (of a newer version) · Io
    static Result<std::unique_ptr<RecorderStore>> open(const StoreLocation& location);
    /// For commands() alone, beside a recorder that may be at work.
    /// @errors NotFound · Unsupported (its tables are not just ours) · Io
    static Result<std::unique_ptr<RecorderStore>> openBeside(const StoreLocation& location);
    /// Whether the file was deleted or another one put in its place since it was opened.
    bool isReplaced() const;
    /// Whether the file is the store of a recorder, in the form that StoreReader reads.
    /// @errors as Database::open for reading; what is no database of Runglass is no error
    static Result<bool> isAt(const std::string& file);
    ~RecorderStore();
    RecorderStore(const RecorderStore&) = delete;
    RecorderStore& operator=(const RecorderStore&) = delete;

    /// Until endGroup() what is written goes to the disk together: one write for many.
    void beginGroup();
    /// @errors Io: what was written since beginGroup() may be gone, in part or whole
    Status endGroup();

    /// Why nothing can be written, as the last try has shown; nothing when it could.
    const std::optional<Error>& trouble() const;
    /// Tries to write some, so that trouble() says how it is now.
    Status probe();

    Result<std::optional<RecordedRun>> find(const RunPath& path);
    Result<std::optional<RecordedRun>> find(std::int64_t number);
    /// How many runs the project ever had.
    Result<std::uint64_t> runCount(const std::string& entity, const std::string& project);
    /// Of a project, deleted ones left out, the newest first.
    Result<std::vector<std::int64_t>> newest(const std::string& entity, const std::string& project,
                                             std::uint64_t count);
    /// Runs, deleted ones left out, by number.
    enum class Which { Open, Underived };
    Result<std::vector<std::int64_t>> numbers(Which which);
    /// Up to count lines from first on.
    /// @errors Corruption
    Result<std::vector<std::string>> lines(const RecordedRun& run, RecordedFile file, std::uint64_t first,
                                           std::uint64_t count);

    /// Writes the run, the edits and what follows from them in one transaction; where update is too much for one, what
    /// was sent comes first. When only what follows cannot be written, the run is not derived any more, and that is no
    /// error. What users made of the run is put over update. Of a run that was deleted meanwhile nothing is written,
    /// and it says so; of one that was known to be deleted the run alone is, without lines.
    /// @param run     gets its number and its counts of lines
    /// @param update  null: as before
    /// @param derived  whether update makes it whole what readers see of the run, or more is to come
    /// @errors InvalidArgument: an edit begins behind the last line · Corruption
    enum class Derived { Whole, Partly };
    Status commit(RecordedRun& run, const std::vector<LineEdit>& edits, const RunUpdate* update,
                  Derived derived = Derived::Whole);
    /// Nobody records any more: what readers see of open runs is that their state is unknown, since when.
    /// @param since  unset: since the last sign of life of any of them
    Status markAbandoned(std::optional<TimeNs> since);

    /// A project, which is made when it is new.
    Result<RecordedProject> project(const std::string& entity, const std::string& name, TimeNs now);

    /// Names of an entity's projects, in order.
    Result<std::vector<std::string>> projects(const std::string& entity);
    Result<bool> hasProject(const std::string& entity, const std::string& name);

    Result<std::optional<RecordedSweep>> sweep(const RunPath& path);
    Result<std::optional<RecordedSweep>> sweep(std::int64_t number);
    /// Of a project, in order of their making.
    Result<std::vector<RecordedSweep>> sweeps(const std::string& entity, const std::string& project);
    /// @param sweep  gets its number
    Status saveSweep(RecordedSweep& sweep);
    RecordedArtifacts& artifacts();
    /// What users ask of runs.
    RecordedCommands& commands();

    /// Settings of the recorder; empty: not set.
    Result<std::string> setting(const std::string& key);
    Status setSetting(const std::string& key, const std::string& value);

private:
    struct Impl;
    explicit RecorderStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
