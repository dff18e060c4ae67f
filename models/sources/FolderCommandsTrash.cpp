// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderCommands.h"
#include "models/sources/OpenRun.h"
#include "models/sources/RunFolderFinder.h"

#include <algorithm>

namespace runglass
{

namespace
{

using Kind = RunCommand::Kind;

Error refused(std::string why, std::string path = {})
{
    return {Error::Kind::Refused, std::move(why), std::move(path)};
}

} // namespace

Result<CommandEffect> FolderCommands::takeFromTrash(const RunCommand& command)
{
    std::string place, as;
    if (!command.folder.empty()) {
        place = placeOfTrashed(command.folder);
        as = lastComponent(command.folder);
        if (place.empty())
            return refused("It is not in the trash.", command.folder);
        // Of a thousand that are purged one after another it is known.
        m_touched.insert(place);
        if (!m_notes.lastOfTrashed(place, as))
            know({place});
    } else {
        if (const Status found = findPlaces(CancelToken()); !found)
            return found.error();
        const std::vector<FolderNotes::Member> leaders = m_notes.trashedOf(command.run);
        if (leaders.empty())
            return refused("It is not in the trash.");
        place = leaders.front().place;
        as = leaders.front().line.as;
        know({place});
    }
    if (command.kind == Kind::Restore) {
        const Status restored = m_trash.restore(place, as);
        return restored ? Result<CommandEffect>(CommandEffect{}) : restored.error();
    }
    const Result<std::uint64_t> freed = m_trash.purge(place, as);
    return freed ? Result<CommandEffect>(CommandEffect{{}, *freed}) : freed.error();
}

/// Before anybody has read the location, who asks walks it.
Status FolderCommands::findPlaces(const CancelToken& cancel)
{
    if (!m_arePlacesKnown) {
        const Result<FoundFolders> found = RunFolderFinder(m_files).find(m_location, cancel, [](std::size_t) {});
        if (!found)
            return found.error();
        m_places.insert(found->noted.begin(), found->noted.end());
        for (const RunFolder& folder : found->folders)
            m_places.insert(parentPath(folder.folder));
        m_arePlacesKnown = true;
    }
    m_notes.refresh(m_places);
    return Done{};
}

std::optional<TrashedRun> FolderCommands::readTrashed(const std::string& place, const std::string& as,
                                                      const CancelToken& cancel)
{
    TrashedRun trashed;
    trashed.folder = inTrash(place, as);
    std::vector<FolderNotes::Member> members = m_notes.membersOf(place, as);
    if (members.empty())
        members.push_back({place, {}});
    std::vector<IdentifiedFolder> folders;
    for (const FolderNotes::Member& member : members) {
        const std::string was = joinPath(member.place, member.line.folder);
        const bool isLeader = &member == &members.front();
        // A deletion that was cut off has left it where it was.
        std::string lies = inTrash(member.place, isLeader ? as : member.line.as);
        if (!m_files.status(lies) && m_notes.isHidden(was))
            lies = was;
        const Result<FoundFolders> found = RunFolderFinder(m_files).find(lies, cancel, [](std::size_t) {});
        if (!found)
            continue;
        for (const RunFolder& folder : found->folders) {
            Result<LogIdentity> identity = identify(m_files, folder, cancel);
            if (identity && folder.folder == lies)
                folders.push_back({folder, std::move(identity).value()});
        }
        const Result<std::uint64_t> size = FolderTrash::sizeOf(lies, cancel);
        trashed.sizeBytes += size ? *size : 0;
        if (!member.line.folder.empty())
            trashed.was.push_back(was);
    }
    if (folders.empty())
        return std::nullopt;
    const std::vector<RunSegments> groups = groupRuns(m_files, std::move(folders));
    RunStates states(m_files, m_clock, nullptr);
    OpenRun run(m_files, groups.front());
    do {
        Result<RunUpdate> update = run.read(states, SegmentTail::Amount::Slice, cancel);
        if (!update)
            return std::nullopt;
        trashed.stored = {std::move(update->run), std::move(update->detail)};
    } while (run.hasNews() && run.lookAtLogs());
    if (const RunOverlay* const overlay = m_notes.overlayOf(trashed.stored.run.path))
        overlay->applyTo(trashed.stored.run);
    trashed.user = members.front().line.user;
    if (members.front().line.when != 0)
        trashed.when = members.front().line.when;
    return trashed;
}

Result<std::vector<TrashedRun>> FolderCommands::trash(const CancelToken& cancel)
{
    const std::lock_guard lock(m_mutex);
    if (const Status found = findPlaces(cancel); !found)
        return found.error();
    std::vector<TrashedRun> runs;
    for (const std::string& place : m_places) {
        const std::string trash = parentPath(inTrash(place, "-"));
        const Result<std::vector<DirectoryEntry>> entries = m_files.list(trash);
        for (const DirectoryEntry& entry : entries ? *entries : std::vector<DirectoryEntry>()) {
            if (cancel.isCanceled())
                return Error{Error::Kind::Canceled, "it was canceled", trash};
            const bool isOwn = entry.kind == EntryKind::Directory && !m_notes.isFollower(place, entry.name) &&
                               !m_notes.isLeftover(place, entry.name);
            if (!isOwn)
                continue;
            if (std::optional<TrashedRun> run = readTrashed(place, entry.name, cancel))
                runs.push_back(std::move(*run));
        }
    }
    std::stable_sort(runs.begin(), runs.end(),
                     [](const TrashedRun& a, const TrashedRun& b) { return a.when > b.when; });
    return runs;
}

Result<std::uint64_t> FolderCommands::removeLeftovers()
{
    const std::lock_guard lock(m_mutex);
    if (const Status found = findPlaces(CancelToken()); !found)
        return found.error();
    std::uint64_t bytes = 0;
    for (const std::string& place : m_places) {
        const Result<std::uint64_t> freed = m_trash.removeLeftovers(place);
        if (!freed)
            return freed.error();
        bytes += *freed;
    }
    return bytes;
}

} // namespace runglass
