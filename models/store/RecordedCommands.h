// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunCommand.h"
#include "models/store/RecordedArtifacts.h"
#include "models/store/RecordedEdits.h"
#include "models/store/StoreWriter.h"
#include "models/store/WriteSession.h"

#include <functional>

namespace runglass
{

/// A recorded run in the trash.
struct RecordedTrash {
    StoredRun stored;            ///< as it was shown
    std::string user;            ///< who deleted it; empty: not known
    TimeNs when = 0;             ///< of that; 0: not known
    std::string folder;          ///< of its files; empty: there is none
    std::uint64_t sizeBytes = 0; ///< of what the store has of it
    bool artifactsGo = false;    ///< the artifacts that it made are removed with it
};

/// A recorded run that is removed for good.
struct PurgedRun {
    std::int64_t number = 0;
    std::string folder; ///< of its files; empty: there is none
};

/// Artifacts that runs made, by number and by what becomes of them when they go with the runs (ArtifactPlan).
struct MadeArtifacts {
    std::vector<std::int64_t> gone;
    std::size_t used = 0, linked = 0;
};

/// What users ask of recorded runs. Each call is one transaction, so that it happened or it did not, and is safe beside
/// a recorder at work and other programs that ask something. What it has returned from is on the disk.
/// @thread  as RecorderStore, which it belongs to
/// @errors  NotFound: there is no such run · Io, with SQLite's words
class RecordedCommands
{
public:
    struct Asker {
        std::string user;
        TimeNs when = 0;
    };
    /// What is to change in a run that is as it is shown; an error stops the edit.
    using Decide = std::function<Result<std::vector<FieldChange>>(const Run& shown)>;
    enum class Living { Refused, Allowed };
    enum class Artifacts { Stay, Go };

    RecordedCommands(Database& database, WriteSession& session)
        : m_database(database)
        , m_session(session)
    {
    }

    /// Nobody else changes the run between what decide is told and what follows.
    /// @return what has changed
    Result<std::vector<FieldChange>> edit(const RunPath& path, const Asker& asker, const Decide& decide);

    Result<std::optional<RecordedStop>> stop(const RunPath& path);
    /// @param stop  unset: it shall not stop after all
    Status setStop(const RunPath& path, const std::optional<RecordedStop>& stop);

    /// Its path is refused and readers no longer see it, until it is restored.
    /// @param living     whether one that is running may go
    /// @param artifacts  whether those that it made are removed with it, once it is removed for good
    /// @errors Refused with the reason
    Status moveToTrash(const RunPath& path, const Asker& asker, Living living, Artifacts artifacts = Artifacts::Stay);
    /// @return whether readers see it again: if not, they will once a recorder has looked at what was sent
    /// @errors Refused with the reason
    Result<bool> restore(const RunPath& path);
    /// What lies there, the last one first.
    Result<std::vector<RecordedTrash>> trash();
    /// What the store has of a run, in bytes on the disk.
    Result<std::uint64_t> sizeOf(const RunPath& path);

    /// Takes a run out of the trash for good. What was sent, and its files, are removed with the steps that follow,
    /// each of which can be begun anew.
    /// @errors Refused with the reason
    Result<PurgedRun> beginPurge(const RunPath& path);
    Status removeSent(const PurgedRun& purged);
    Status endPurge(const PurgedRun& purged);
    /// Those that were begun and not ended.
    Result<std::vector<PurgedRun>> begun();
    /// Where the recorder that had the store last keeps its files; empty: it is not known.
    Result<std::string> filesDirectory();
    /// Of what runs made: what nothing but these runs, and what is removed for good, has used or logged.
    Result<MadeArtifacts> madeBy(const std::vector<RunPath>& runs);
    /// All versions that there are, and those that are removed: their contents may lie on the disk still.
    Result<std::vector<std::int64_t>> artifacts(RecordedArtifact::State state);
    /// Does work while nothing can be written into the store, if its versions are these and none is on its way.
    /// @param now  one that has been on its way for a day does not come
    /// @return whether it was done
    Result<bool> whileStill(const std::vector<std::int64_t>& versions, TimeNs now, const std::function<void()>& work);
    /// Where the store was when a recorder had it last: the files of its runs are those of the store there. Empty: it
    /// is not known.
    Result<std::string> place();
    /// Makes the file smaller by what is free in it.
    Status giveBackRoom();

private:
    enum class Place { There = 0, Trash = 1, Purged = 2 };
    struct Found {
        std::int64_t number = 0;
        Place place = Place::There;
    };

    /// Whatever way a call ends, its transaction ends with it.
    template <typename Work> auto run(Work&& work) -> decltype(work())
    {
        auto result = guarded(work);
        if (m_session.isOpen())
            m_session.rollback();
        return result;
    }
    std::optional<Found> find(const RunPath& path);
    std::optional<Run> shown(const RunPath& path);
    void show(const Run& run);
    std::string folderOf(const RunPath& path);
    RunDetail detailOf(const RunPath& path);
    std::uint64_t bytesOf(std::int64_t number, const RunPath& path);
    std::vector<std::int64_t> numbersOf(RecordedArtifact::State state);
    void dropArtifacts();
    void handOnLatest(std::int64_t collection);

    Database& m_database;
    WriteSession& m_session;
};

} // namespace runglass
