// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunCollection.h"

#include <algorithm>

namespace runglass
{

void RunCollection::apply(SourceId source, const SourceNews& news, RunChanges& changes)
{
    m_builder.setSourceText(source, news.location);
    (news.isRecorder ? m_recorders : m_folders).insert(source);
    if (news.table) {
        m_builder.add(*news.table);
        changes.sources.insert(source);
        for (const RecordedStart& entry : m_twins.all())
            hideFolders(entry.run, changes);
    }
    StoreChanges& its = *news.changes;
    if (its.anew) {
        changes.sources.insert(source);
        m_builder.removeRuns(source);
        m_twins.forgetSource(source);
        std::erase_if(m_awaited, [source](const RunRef& ref) { return ref.source == source; });
        std::erase_if(m_known, [source](const auto& known) { return known.first.source == source; });
    }
    for (const Run& run : its.changed)
        changes.runs.insert({source, run.path});
    for (const RunPath& path : its.gone)
        changes.runs.insert({source, path});
    if (news.isRecorder)
        applyRecorded(source, its, changes);
    else
        applyFolders(source, its, changes);
    settle();
}

void RunCollection::applyRecorded(SourceId source, StoreChanges& news, RunChanges& changes)
{
    for (const Run& run : news.changed) {
        const RunRef ref{source, run.path};
        m_twins.learn(ref, run);
        hideFolders(ref, changes);
    }
    for (const RunPath& path : news.gone)
        m_twins.forget({source, path});
    m_builder.apply(source, std::move(news.changed));
    m_builder.remove(source, news.gone);
}

void RunCollection::applyFolders(SourceId source, StoreChanges& news, RunChanges& changes)
{
    for (auto run = news.changed.begin(); run != news.changed.end() && !m_awaited.empty(); ++run)
        m_awaited.erase({source, run->path});
    if (!m_twins.isEmpty())
        std::erase_if(news.changed, [&](const Run& run) {
            const RunRef ref{source, run.path};
            if (!m_twins.knows(run.path.id))
                return false;
            const FolderRun& known = m_known.insert_or_assign(ref, folderRun(run)).first->second;
            const bool isRecorded = m_twins.link(ref, known);
            if (isRecorded)
                hide(ref, changes);
            return isRecorded;
        });
    for (const RunPath& path : news.gone) {
        const RunRef ref{source, path};
        m_twins.unlink(ref);
        m_known.erase(ref);
        m_awaited.erase(ref);
    }
    m_builder.apply(source, std::move(news.changed));
    m_builder.remove(source, news.gone);
}

/// Those that are in the table already. Of one that came before anything was known of the recorder's run it is asked
/// again what the table does not hold.
void RunCollection::hideFolders(const RunRef& recorded, RunChanges& changes)
{
    for (const SourceId folder : m_folders)
        for (const RunPath& path : RunTwins::pathsInFolders(recorded.path)) {
            const RunRef ref{folder, path};
            const std::optional<RunTableBuilder::Known> inTable = m_builder.find(ref);
            if (!inTable)
                continue;
            const auto known = m_known.find(ref);
            if (known == m_known.end() && m_awaited.insert(ref).second)
                m_wanted[folder].push_back(path);
            const FolderRun run =
                known == m_known.end() ? FolderRun{path, inTable->startedAt, {}, {}, {}} : known->second;
            if (m_twins.link(ref, run))
                hide(ref, changes);
        }
}

/// What the folder's run tells is news of the recorder's too: its files and console may be the folder's.
void RunCollection::hide(const RunRef& folder, RunChanges& changes)
{
    if (m_builder.find(folder))
        m_hidden[folder.source].push_back(folder.path);
    changes.runs.insert(folder);
    if (const RunRef* recorded = m_twins.recordedOf(folder))
        changes.runs.insert(*recorded);
}

/// All at once: taking rows out costs as much for one as for many.
void RunCollection::settle()
{
    for (const auto& [folder, paths] : std::exchange(m_hidden, {}))
        m_builder.remove(folder, paths);
    for (const RunRef& folder : m_twins.takeReleased()) {
        m_awaited.insert(folder);
        m_wanted[folder.source].push_back(folder.path);
    }
}

void RunCollection::removeSource(SourceId source, RunChanges& changes)
{
    m_builder.removeSource(source);
    m_twins.forgetSource(source);
    m_recorders.erase(source);
    m_folders.erase(source);
    m_wanted.erase(source);
    std::erase_if(m_awaited, [source](const RunRef& ref) { return ref.source == source; });
    std::erase_if(m_known, [source](const auto& known) { return known.first.source == source; });
    changes.sources.insert(source);
    settle();
}

bool RunCollection::isWhole(SourceId source) const
{
    const bool isAwaited =
        std::any_of(m_awaited.begin(), m_awaited.end(), [source](const RunRef& ref) { return ref.source == source; });
    return !isAwaited && !m_twins.hidesAnyOf(source);
}

std::shared_ptr<const RunTwins::Links> RunCollection::links()
{
    if (std::exchange(m_linksVersion, m_twins.version()) != m_twins.version())
        m_links = std::make_shared<const RunTwins::Links>(m_twins.links());
    return m_links;
}

} // namespace runglass
