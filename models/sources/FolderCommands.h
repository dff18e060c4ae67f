// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/FolderNotes.h"
#include "models/sources/FolderTrash.h"
#include "models/sources/RunSource.h"
#include "models/sources/RunStates.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace runglass
{

/// What can be done with runs of folders: edited and locked by notes beside them, moved into the trash and back, their
/// scripts interrupted.
/// @thread any, several at once
class FolderCommands
{
public:
    /// Borrows files and clock.
    /// @param look  as RunStates'
    FolderCommands(const FileSystem& files, const Clock& clock, RunStates::Look look, std::string location,
                   std::string dataDirectory);

    /// Directories that are known to hold .runglass: where the trash is looked for.
    void setPlaces(const std::set<std::string>& places);

    /// Directories in which a command has noted something since this was asked last.
    std::set<std::string> takeTouched();

    /// As those of RunSource.
    static Capabilities capabilities(const Run& run);
    Result<CommandEffect> perform(const RunCommand& command, const StoredRun& run);
    static Result<StopPlan> planStop(const StoredRun& run);
    static Result<std::uint64_t> sizeOf(const StoredRun& run, const std::string& folder, const CancelToken& cancel);
    Result<std::vector<TrashedRun>> trash(const CancelToken& cancel);
    Result<std::uint64_t> removeLeftovers();

private:
    using Steady = std::chrono::steady_clock;

    static Result<CommandEffect> stop(const RunCommand& command, const StoredRun& run);
    Result<CommandEffect> edit(const RunCommand& command, const StoredRun& run);
    Run asNoted(Run run) const;
    Status appendEdit(const std::set<std::string>& places, const std::string& first, const EditLine& line) const;
    Status appendBeside(const std::string& place, const std::string& text) const;
    Result<CommandEffect> remove(const RunCommand& command, const StoredRun& run);
    Result<CommandEffect> takeFromTrash(const RunCommand& command);
    std::optional<Error> whyBusy(const StoredRun& run, const std::vector<std::string>& folders);
    void know(const std::set<std::string>& places);
    Status findPlaces(const CancelToken& cancel);
    std::optional<TrashedRun> readTrashed(const std::string& place, const std::string& as, const CancelToken& cancel);

    const FileSystem& m_files;
    const Clock& m_clock;
    RunStates::Look m_look;
    std::string m_location;
    std::string m_dataDirectory;

    std::mutex m_mutex; ///< guards what follows
    bool m_arePlacesKnown = false;
    std::set<std::string> m_places;
    std::set<std::string> m_touched;
    FolderNotes m_notes;
    FolderTrash m_trash{m_clock, m_notes};
    std::optional<LogHolders> m_holders;
    Steady::time_point m_looked; ///< when m_holders were seen
};

} // namespace runglass
