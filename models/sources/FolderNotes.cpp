// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderNotes.h"

#include "models/run/RunFields.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::string_view kDeletedId = "a run of this ID was deleted";

/// What edits and deletions change in a document.
auto notedPart(const Run& run)
{
    return std::tuple(run.name, run.notes, run.tags, run.group, run.jobType, run.state, run.stateReason, run.edits,
                      run.locked, run.hasDeletedId, run.warnings);
}

bool isEarlier(const TrashLine& a, const TrashLine& b)
{
    return a.when < b.when;
}

} // namespace

std::string inTrash(const std::string& place, const std::string& as)
{
    return joinPath(joinPath(joinPath(place, std::string(kNotesDirectory)), std::string(kTrashDirectory)), as);
}

std::string placeOfTrashed(const std::string& folder)
{
    const std::string trash = parentPath(folder), notes = parentPath(trash);
    const bool isOne = lastComponent(trash) == kTrashDirectory && lastComponent(notes) == kNotesDirectory;
    return isOne ? parentPath(notes) : std::string();
}

FolderNotes::FolderNotes(const FileSystem& files, std::string dataDirectory)
    : m_files(files)
    , m_dataDirectory(std::move(dataDirectory))
{
}

FolderNotes::News FolderNotes::refresh(const std::set<std::string>& places)
{
    News news;
    bool isStillTrue = true;
    for (auto place = m_places.begin(); place != m_places.end();) {
        const bool isNamed = places.contains(place->first);
        isStillTrue = isStillTrue && (isNamed || place->second.edits.empty());
        news.trash = news.trash || (!isNamed && !place->second.lines.empty());
        place = isNamed ? std::next(place) : m_places.erase(place);
    }
    if (news.trash)
        m_isOrdered = false;
    News read = refreshSome(places);
    if (!isStillTrue)
        readAllAnew(read);
    read.trash = read.trash || news.trash;
    return read;
}

FolderNotes::News FolderNotes::refreshSome(const std::set<std::string>& places)
{
    News news;
    bool isStillTrue = true;
    for (const std::string& name : places) {
        Place& place = m_places[name];
        findFiles(name, place);
        isStillTrue = readEdits(place, news) && isStillTrue;
        readTrash(place, news);
    }
    if (!isStillTrue)
        readAllAnew(news);
    if (news.trash)
        m_isOrdered = false;
    return news;
}

void FolderNotes::addFiles(const std::string& directory, std::map<std::string, NotesReader>& readers,
                           std::string_view kind) const
{
    const Result<std::vector<DirectoryEntry>> entries = m_files.list(directory);
    if (!entries)
        return;
    const std::string begin = std::string(kind) + '-';
    for (const DirectoryEntry& entry : *entries) {
        const std::string path = joinPath(directory, entry.name);
        if (entry.kind == EntryKind::File && entry.name.starts_with(begin) && entry.name.ends_with(".jsonl"))
            readers.try_emplace(path, path);
    }
}

void FolderNotes::findFiles(const std::string& name, Place& place) const
{
    const std::string beside = joinPath(name, std::string(kNotesDirectory));
    addFiles(beside, place.edits, "edits");
    addFiles(beside, place.trash, "trash");
    if (!m_dataDirectory.empty())
        addFiles(m_dataDirectory + "/edits" + name, place.edits, "edits");
}

bool FolderNotes::readEdits(Place& place, News& news)
{
    bool isStillTrue = true;
    for (auto& [file, reader] : place.edits) {
        NotesReader::News read = reader.read();
        isStillTrue = isStillTrue && !read.isAnew;
        if (!read.problem.empty())
            news.problems.push_back({file, std::nullopt, read.problem});
        for (const std::string& text : read.lines) {
            std::optional<EditLine> line = parseEditLine(text);
            if (!line)
                continue;
            news.edited.insert(line->run);
            RunOverlay& overlay = m_overlays[line->run];
            overlay.add(std::move(*line));
        }
    }
    return isStillTrue;
}

void FolderNotes::readTrash(Place& place, News& news) const
{
    std::vector<std::string> texts;
    bool isAnew = false;
    for (auto& [file, reader] : place.trash) {
        NotesReader::News read = reader.read();
        isAnew = isAnew || read.isAnew;
        if (!read.problem.empty())
            news.problems.push_back({file, std::nullopt, read.problem});
        std::move(read.lines.begin(), read.lines.end(), std::back_inserter(texts));
    }
    if (isAnew) {
        texts.clear();
        place.lines.clear();
        for (auto& [file, reader] : place.trash) {
            reader = NotesReader(file);
            NotesReader::News read = reader.read();
            std::move(read.lines.begin(), read.lines.end(), std::back_inserter(texts));
        }
    }
    news.trash = news.trash || isAnew || !texts.empty();
    if (texts.empty())
        return;
    for (const std::string& text : texts)
        if (std::optional<TrashLine> line = parseTrashLine(text))
            place.lines.push_back(std::move(*line));
    std::stable_sort(place.lines.begin(), place.lines.end(), isEarlier);
}

void FolderNotes::readAllAnew(News& news)
{
    for (const auto& [path, overlay] : m_overlays)
        news.edited.insert(path);
    m_overlays.clear();
    for (auto& [name, place] : m_places) {
        for (auto& [file, reader] : place.edits)
            reader = NotesReader(file);
        readEdits(place, news);
    }
}

/// What still stands of a place's lines: one that came back is as if it had never gone, and so is one that never went.
std::vector<TrashLine> FolderNotes::standing(const Place& place)
{
    std::map<std::pair<std::string, std::string>, TrashLine> known; // by operation and folder
    for (const TrashLine& line : place.lines) {
        const std::pair key(line.operation, line.folder);
        if (line.what == TrashLine::What::Trashed)
            known.insert_or_assign(key, line);
        else if (line.what == TrashLine::What::Restored)
            known.erase(key);
        else if (const auto found = known.find(key); found != known.end())
            found->second.what = TrashLine::What::Purged;
    }
    std::vector<TrashLine> lines;
    for (auto& [key, line] : known)
        lines.push_back(std::move(line));
    std::stable_sort(lines.begin(), lines.end(), isEarlier);
    return lines;
}

void FolderNotes::orderTrash() const
{
    if (m_isOrdered)
        return;
    m_isOrdered = true;
    m_operations.clear();
    m_deleted.clear();
    for (auto& [name, place] : m_places) {
        place.ofFolder.clear();
        place.ofTrashed.clear();
        for (const TrashLine& line : standing(place)) {
            place.ofFolder.insert_or_assign(line.folder, line);
            place.ofTrashed.insert_or_assign(line.as, line);
            std::vector<Member>& members = m_operations[line.operation];
            members.insert(line.leader == line.as ? members.begin() : members.end(), Member{name, line});
        }
        for (const auto& [folder, line] : place.ofFolder)
            if (line.isWhole && line.leader == line.as)
                m_deleted[line.run].push_back({name, line});
    }
}

const FolderNotes::Place* FolderNotes::placeOf(const std::string& name) const
{
    orderTrash();
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : &found->second;
}

bool FolderNotes::isThere(const std::string& path) const
{
    return m_files.status(path).ok();
}

bool FolderNotes::isDeleted(const RunPath& path) const
{
    orderTrash();
    const auto found = m_deleted.find(path);
    // A folder that is back, by hand or because it never went, was not deleted.
    return found != m_deleted.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [this](const Member& member) { return !isThere(joinPath(member.place, member.line.folder)); });
}

std::string FolderNotes::leaderPath(const std::string& place, const TrashLine& line) const
{
    return line.leader.starts_with('/') ? line.leader : inTrash(place, line.leader);
}

bool FolderNotes::isHidden(const std::string& folder) const
{
    const Place* const place = placeOf(parentPath(folder));
    if (!place)
        return false;
    const auto found = place->ofFolder.find(lastComponent(folder));
    if (found == place->ofFolder.end())
        return false;
    const TrashLine& line = found->second;
    if (line.leader == line.as)
        return false;
    const std::string leader = leaderPath(parentPath(folder), line);
    if (!isThere(leader))
        return false;
    // Another folder may have come to the trash under the same name since.
    const TrashLine* const last = lastOfTrashed(placeOfTrashed(leader), lastComponent(leader));
    return !last || last->operation == line.operation;
}

const TrashLine* FolderNotes::lastOfTrashed(const std::string& place, const std::string& as) const
{
    const Place* const found = placeOf(place);
    if (!found)
        return nullptr;
    const auto line = found->ofTrashed.find(as);
    return line == found->ofTrashed.end() ? nullptr : &line->second;
}

bool FolderNotes::isFollower(const std::string& place, const std::string& as) const
{
    const TrashLine* const line = lastOfTrashed(place, as);
    return line && line->leader != line->as && isThere(leaderPath(place, *line));
}

bool FolderNotes::isLeftover(const std::string& place, const std::string& as) const
{
    const TrashLine* const line = lastOfTrashed(place, as);
    if (!line || line->leader == line->as || isThere(leaderPath(place, *line)))
        return false;
    const std::string leader = leaderPath(place, *line);
    const TrashLine* const led = lastOfTrashed(placeOfTrashed(leader), lastComponent(leader));
    // A leader that is back where it was came back alone, by hand.
    return led && !isThere(joinPath(placeOfTrashed(leader), led->folder));
}

std::vector<FolderNotes::Member> FolderNotes::membersOf(const std::string& place, const std::string& as) const
{
    const TrashLine* const line = lastOfTrashed(place, as);
    const auto found = line ? m_operations.find(line->operation) : m_operations.end();
    return found == m_operations.end() ? std::vector<Member>() : found->second;
}

bool FolderNotes::applyTo(Run& run) const
{
    const auto before = notedPart(run);
    takeEditsBack(run);
    std::erase_if(run.warnings, [](const Warning& warning) { return warning.cause.starts_with(kDeletedId); });
    if (const RunOverlay* const overlay = overlayOf(run.path))
        overlay->applyTo(run);
    run.hasDeletedId = isDeleted(run.path);
    if (run.hasDeletedId)
        run.warnings.push_back({{},
                                std::nullopt,
                                std::string(kDeletedId) +
                                    " before; a server would have refused it, and restoring that one would mix both"});
    return notedPart(run) != before;
}

std::vector<FolderNotes::Member> FolderNotes::trashedOf(const RunPath& path) const
{
    orderTrash();
    std::vector<Member> found;
    for (const auto& [name, place] : m_places)
        for (const auto& [as, line] : place.ofTrashed)
            if (line.run == path && line.leader == as && isThere(inTrash(name, as)))
                found.push_back({name, line});
    std::sort(found.begin(), found.end(), [](const Member& a, const Member& b) { return a.line.when > b.line.when; });
    return found;
}

const RunOverlay* FolderNotes::overlayOf(const RunPath& path) const
{
    const auto found = m_overlays.find(path);
    return found == m_overlays.end() ? nullptr : &found->second;
}

std::set<RunPath> FolderNotes::noted() const
{
    orderTrash();
    std::set<RunPath> paths;
    for (const auto& [path, overlay] : m_overlays)
        paths.insert(path);
    for (const auto& [path, members] : m_deleted)
        paths.insert(path);
    return paths;
}

} // namespace runglass
