// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RunTwins.h"
#include "models/session/Session.h"
#include "models/session/SourceWorker.h"
#include "models/table/RunTableBuilder.h"

namespace runglass
{

/// The runs of all open sources as one table, without the folders' runs that a recorder holds: those are locations of
/// the recorder's.
/// @thread any one at a time
class RunCollection
{
public:
    /// Takes what a source tells; adds to changes what is different now.
    void apply(SourceId source, const SourceNews& news, RunChanges& changes);
    void removeSource(SourceId source, RunChanges& changes);
    std::shared_ptr<const RunTable> snapshot() { return m_builder.snapshot(); }

    /// Folders' runs that are to be shown after all, and have to be told again; since the last call.
    std::map<SourceId, std::vector<RunPath>> takeWanted() { return std::exchange(m_wanted, {}); }
    /// Whether the table holds all that the source has.
    bool isWhole(SourceId source) const;
    /// Renewed when they change.
    std::shared_ptr<const RunTwins::Links> links();

private:
    void applyRecorded(SourceId source, StoreChanges& news, RunChanges& changes);
    void applyFolders(SourceId source, StoreChanges& news, RunChanges& changes);
    void hideFolders(const RunRef& recorded, RunChanges& changes);
    void hide(const RunRef& folder, RunChanges& changes);
    void settle();

    RunTableBuilder m_builder;
    RunTwins m_twins;
    std::set<SourceId> m_recorders, m_folders;
    std::map<RunRef, FolderRun> m_known; ///< of folders' runs that have the ID of a recorder's
    std::set<RunRef> m_awaited;          ///< wanted, and not come yet
    std::map<SourceId, std::vector<RunPath>> m_wanted;
    std::map<SourceId, std::vector<RunPath>> m_hidden; ///< and not taken out of the table yet
    std::shared_ptr<const RunTwins::Links> m_links = std::make_shared<const RunTwins::Links>();
    std::uint64_t m_linksVersion = 0;
};

} // namespace runglass
