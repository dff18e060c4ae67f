// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"
#include "models/table/RunRef.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace runglass
{

/// What is known of a folder's run when it is asked whether a recorder holds the same.
struct FolderRun {
    RunPath path; ///< without entity and project: nothing but its folder's name tells of it yet
    std::optional<TimeNs> startedAt;
    std::string startedAtLocal; ///< as Run::startedAtLocal
    std::string host, root;     ///< as Run's; empty: not known
};

FolderRun folderRun(const Run& run);

/// By what a recorder's run is known again in the wandb/ folder that the SDK leaves behind.
struct RecordedStart {
    RunRef run;
    std::vector<TimeNs> starts; ///< as its last writers said themselves; empty: none has said it yet
    TimeNs received = 0;        ///< when the recorder heard of it first, or its start
    TimeNs lastSign = 0;
    bool isResumed = false; ///< there were writers of whom no more is known than that
    std::string host, root;
};

RecordedStart recordedStart(const RunRef& ref, const Run& run);

/// Whether the folder's run is what the SDK left behind of the recorder's: same ID and project, the same entity or none
/// (then it was the server's to choose), host and directory, as far as both are known, and begun when one of its
/// writers was. A run of another server with the same ID is none of these.
bool isLeftBehind(const FolderRun& folder, const RecordedStart& recorded);

/// Runs that recorders hold, and the folders' runs that are the same.
/// @thread any one at a time
class RunTwins
{
public:
    /// Folders' runs by the recorder's run that stands for them, and the other way round.
    struct Links {
        std::map<RunRef, RunRef> recorded;
        std::map<RunRef, std::set<RunRef>> folders;
    };

    /// A run of a recorder, new or changed.
    void learn(const RunRef& ref, const Run& run);
    /// A run of a recorder that is gone.
    void forget(const RunRef& ref);
    /// All runs of a source, a recorder's or a folder's.
    void forgetSource(SourceId source);
    bool isEmpty() const { return m_byId.empty(); }
    /// Whether a recorder has a run of that ID.
    bool knows(const std::string& id) const { return m_byId.contains(id); }

    /// Where the run of an open folder may stand, as far as its path is known.
    static std::vector<RunPath> pathsInFolders(const RunPath& recorded);
    /// Looks for the recorder's run that a folder's is the same as, and remembers the two as one.
    /// @return whether there is one
    bool link(const RunRef& folder, const FolderRun& run);
    void unlink(const RunRef& folder);
    /// Folders' runs that stood behind a recorder's run and do so no longer, since the last call.
    std::set<RunRef> takeReleased() { return std::exchange(m_released, {}); }

    bool hides(const RunRef& folder) const { return m_links.recorded.contains(folder); }
    bool hidesAnyOf(SourceId source) const;
    /// Null: no recorder holds it.
    const RunRef* recordedOf(const RunRef& folder) const;
    std::vector<RecordedStart> all() const;
    const Links& links() const { return m_links; }
    /// Rises when links() changes.
    std::uint64_t version() const { return m_version; }

private:
    void release(const RunRef& recorded);

    std::unordered_map<std::string, std::vector<RecordedStart>> m_byId;
    std::map<RunRef, FolderRun> m_hidden;
    Links m_links;
    std::set<RunRef> m_released;
    std::uint64_t m_version = 0;
};

/// The files of a recorder's run and of the folders that were left behind: as one run's, whose segments after the
/// recorder's own are the folders'.
RunDetail withFolders(const RunDetail& recorded, const std::vector<RunDetail>& folders);
/// The recorder's run with the folders as locations of its segments.
void addLocations(RunDetail& recorded, const std::vector<RunDetail>& folders);

} // namespace runglass
