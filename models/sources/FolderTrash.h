// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/Clock.h"
#include "models/sources/FolderNotes.h"

#include <string>
#include <vector>

namespace runglass
{

/// Moves run folders into the trash beside them, back, and away for good. Every step is a rename of a directory that is
/// held open and found to be the right one, below places that are opened without following a link; only what is a run's
/// folder is ever moved. One that is cut off anywhere counts as done or as not begun (FolderNotes::isHidden).
/// @thread any one at a time
class FolderTrash
{
public:
    /// Borrows both.
    FolderTrash(const Clock& clock, const FolderNotes& notes);

    /// @param folders  of run; the first leads
    /// @param isWhole  they are all that there is of it
    /// @return bytes that lie in the trash now, and where the leader does
    /// @errors Refused: one of them is not a run's folder alone · NotFound · Io; then nothing has happened
    Result<CommandEffect> moveIn(const std::vector<std::string>& folders, const RunPath& run, bool isWhole) const;
    /// @param as  of the leader
    /// @errors Refused: something lies where it was · NotFound · Io; then nothing has happened
    Status restore(const std::string& place, const std::string& as) const;
    /// @return bytes that were freed
    /// @errors NotFound · Io; then nothing has happened, or what could not be removed is left for removeLeftovers
    Result<std::uint64_t> purge(const std::string& place, const std::string& as) const;
    /// Of purges that were cut off.
    Result<std::uint64_t> removeLeftovers(const std::string& place) const;

    /// Bytes on the disk below a folder; links are not followed.
    /// @errors Canceled · NotFound · Io
    static Result<std::uint64_t> sizeOf(const std::string& folder, const CancelToken& cancel);

private:
    struct Move;

    TrashLine lineOf(TrashLine::What what, const RunPath& run) const;
    Status note(const std::string& place, const TrashLine& line) const;
    std::vector<FolderNotes::Member> membersOf(const std::string& place, const std::string& as) const;

    const Clock& m_clock;
    const FolderNotes& m_notes;
};

} // namespace runglass
