// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/FileSystem.h"
#include "models/sources/NotesFile.h"
#include "models/sources/RunOverlay.h"
#include "models/sources/TrashLine.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// Where a run folder that was deleted lies.
inline constexpr std::string_view kTrashDirectory = "trash";
/// Where it goes when it is purged, until all of it is gone.
inline constexpr std::string_view kPurgedDirectory = "purged";

/// place/.runglass/trash/as
std::string inTrash(const std::string& place, const std::string& as);
/// The place of a folder in a trash; empty when it lies in none.
std::string placeOfTrashed(const std::string& folder);

/// What users have said of runs, from the .runglass directories beside the run folders: their edits, and what was
/// deleted. Reading again costs what was added.
/// @thread any one at a time
class FolderNotes
{
public:
    /// @param files          borrowed
    /// @param dataDirectory  below whose edits/ are those for directories that may not be written; empty: none
    FolderNotes(const FileSystem& files, std::string dataDirectory);

    struct News {
        std::set<RunPath> edited;
        bool trash = false;            ///< something was deleted, restored or purged
        std::vector<Warning> problems; ///< files that could not be read
    };
    /// Reads what was added beside the runs of these places (directories that hold run folders, canonical). Places that
    /// are not named any more are forgotten.
    News refresh(const std::set<std::string>& places);
    /// The same of some places; what is known of the others stays.
    News refreshSome(const std::set<std::string>& places);

    /// The run as it should be shown. @return whether it was otherwise before
    bool applyTo(Run& run) const;
    const RunOverlay* overlayOf(const RunPath& path) const;
    /// Runs that are edited or locked, as far as lines say.
    std::set<RunPath> noted() const;

    /// Lies beside .runglass though it was deleted together with another folder: an operation that was cut off, and
    /// that counts as done.
    bool isHidden(const std::string& folder) const;
    /// The last that was said of the folder of this name in the trash of place, when it came there; null: nothing.
    const TrashLine* lastOfTrashed(const std::string& place, const std::string& as) const;
    /// Whether it was to be purged with its leader, which is gone: what is left of it is nobody's any more.
    bool isLeftover(const std::string& place, const std::string& as) const;
    /// Lies in the trash with its leader, which stands for it.
    bool isFollower(const std::string& place, const std::string& as) const;

    /// A folder of an operation.
    struct Member {
        std::string place; ///< directory that it belongs in
        TrashLine line;
    };
    /// All that were deleted together with a leader, the leader first; empty: nothing is known of it.
    std::vector<Member> membersOf(const std::string& place, const std::string& as) const;

    /// Leaders of a run's folders in the trash, latest first.
    std::vector<Member> trashedOf(const RunPath& path) const;

private:
    struct Place {
        std::map<std::string, NotesReader> edits, trash; ///< by file
        std::vector<TrashLine> lines;                    ///< by time
        std::map<std::string, TrashLine> ofFolder;       ///< the last one, by folder
        std::map<std::string, TrashLine> ofTrashed;      ///< the last one, by `as`
    };

    void addFiles(const std::string& directory, std::map<std::string, NotesReader>& readers,
                  std::string_view kind) const;
    void findFiles(const std::string& name, Place& place) const;
    /// @return false: what was read before no longer holds
    bool readEdits(Place& place, News& news);
    void readTrash(Place& place, News& news) const;
    void readAllAnew(News& news);
    static std::vector<TrashLine> standing(const Place& place);
    void orderTrash() const;
    bool isDeleted(const RunPath& path) const;
    /// The place with its lines in order; null: nothing is known of it.
    const Place* placeOf(const std::string& name) const;
    bool isThere(const std::string& path) const;
    std::string leaderPath(const std::string& place, const TrashLine& line) const;

    const FileSystem& m_files;
    std::string m_dataDirectory;
    mutable std::map<std::string, Place> m_places;
    std::map<RunPath, RunOverlay> m_overlays;
    // What follows from the lines, when it was asked for: a thousand deletions put them in order once.
    mutable bool m_isOrdered = true;
    mutable std::map<std::string, std::vector<Member>> m_operations;
    mutable std::map<RunPath, std::vector<Member>>
        m_deleted; ///< the leaders of what was last said to be in the trash or purged
};

} // namespace runglass
