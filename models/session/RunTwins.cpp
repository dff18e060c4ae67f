// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunTwins.h"

#include "models/formats/WandbMetadataFiles.h"
#include "models/run/LocalTime.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;
/// A writer says when it began and then makes its log, whose record has a time of its own.
constexpr TimeNs kLogIsMadeIn = 60 * kSecond;
/// So long a script may try to reach the recorder before it gives up (init_timeout), with something to spare.
constexpr TimeNs kLongestBeginning = 120 * kSecond;

/// "2026-11-23 15:55:53" and "2026-11-23T15:55:53" alike, to be compared.
std::string comparable(std::string localTime)
{
    constexpr std::size_t kLength = 19;
    std::replace(localTime.begin(), localTime.end(), 'T', ' ');
    return localTime.substr(0, kLength);
}

/// A folder's name has the second in which its writer began, in its computer's time zone.
bool isInSecond(const std::string& local, TimeNs start)
{
    for (const TimeNs away : {TimeNs{0}, -kSecond, kSecond})
        if (comparable(localTimeText(start + away)) == comparable(local))
            return true;
    return false;
}

bool isBetween(TimeNs time, TimeNs earliest, TimeNs latest)
{
    return time >= earliest && time <= latest;
}

/// The same for the time in a folder's name, which says no time zone: this computer's is meant.
bool isBetween(const std::string& local, TimeNs earliest, TimeNs latest)
{
    const std::string name = comparable(local);
    return name >= comparable(localTimeText(earliest)) && name <= comparable(localTimeText(latest));
}

bool isSameOrUnknown(const std::string& a, const std::string& b)
{
    return a.empty() || b.empty() || a == b;
}

template <typename Time> bool isInLife(const Time& time, const RecordedStart& recorded)
{
    const TimeNs first = recorded.received - kLongestBeginning;
    if (recorded.isResumed)
        return isBetween(time, first, recorded.lastSign + kSecond);
    return recorded.starts.empty() && isBetween(time, first, recorded.received + kSecond);
}

bool startsLike(const FolderRun& folder, const RecordedStart& recorded)
{
    if (!folder.startedAt && folder.startedAtLocal.empty())
        return true;
    const auto isSame = [&folder](TimeNs start) {
        return folder.startedAt ? isBetween(*folder.startedAt, start - kSecond, start + kLogIsMadeIn)
                                : isInSecond(folder.startedAtLocal, start);
    };
    return std::any_of(recorded.starts.begin(), recorded.starts.end(), isSame) ||
           (folder.startedAt ? isInLife(*folder.startedAt, recorded) : isInLife(folder.startedAtLocal, recorded));
}

} // namespace

FolderRun folderRun(const Run& run)
{
    return {run.path, run.startedAt, run.startedAtLocal, run.host, run.root};
}

RecordedStart recordedStart(const RunRef& ref, const Run& run)
{
    const TimeNs received = run.startedAt.value_or(0);
    RecordedStart found{ref, {}, received, run.lastSign.value_or(received), run.segmentCount > 1, run.host, run.root};
    const Value* writers = findPath(run.config, {"_wandb", "e"});
    if (!writers)
        return found;
    for (const auto& [id, writer] : writers->object()) {
        const Value* start = findPath(writer, {"startedAt"});
        const std::optional<TimeNs> time = start ? parseRfc3339(start->text()) : std::nullopt;
        if (time)
            found.starts.push_back(*time);
    }
    return found;
}

bool isLeftBehind(const FolderRun& folder, const RecordedStart& recorded)
{
    const RunPath& path = recorded.run.path;
    if (folder.path.id != path.id)
        return false;
    // Of a log whose first record is still to come nothing but the folder's name is known.
    const bool isUnknown = folder.path.entity.empty() && folder.path.project.empty();
    const bool isSameProject = isUnknown || folder.path.project == path.project;
    const bool isSameEntity = folder.path.entity.empty() || folder.path.entity == path.entity;
    return isSameProject && isSameEntity && isSameOrUnknown(folder.host, recorded.host) &&
           isSameOrUnknown(folder.root, recorded.root) && startsLike(folder, recorded);
}

void RunTwins::learn(const RunRef& ref, const Run& run)
{
    std::vector<RecordedStart>& same = m_byId[ref.path.id];
    const auto known = std::find_if(same.begin(), same.end(), [&ref](const auto& entry) { return entry.run == ref; });
    RecordedStart& entry = known == same.end() ? same.emplace_back() : *known;
    entry = recordedStart(ref, run);
    // What it says of its start may tell that a folder is another run's after all.
    const auto linked = m_links.folders.find(ref);
    if (linked == m_links.folders.end())
        return;
    for (const RunRef& folder : std::set<RunRef>(linked->second))
        if (!isLeftBehind(m_hidden.at(folder), entry)) {
            unlink(folder);
            m_released.insert(folder);
        }
}

void RunTwins::forget(const RunRef& ref)
{
    const auto same = m_byId.find(ref.path.id);
    if (same == m_byId.end())
        return;
    std::erase_if(same->second, [&ref](const RecordedStart& entry) { return entry.run == ref; });
    if (same->second.empty())
        m_byId.erase(same);
    release(ref);
}

void RunTwins::release(const RunRef& recorded)
{
    const auto linked = m_links.folders.find(recorded);
    if (linked == m_links.folders.end())
        return;
    for (const RunRef& folder : std::set<RunRef>(linked->second)) {
        unlink(folder);
        m_released.insert(folder);
    }
}

void RunTwins::forgetSource(SourceId source)
{
    std::vector<RunRef> gone;
    for (const auto& [id, same] : m_byId)
        for (const RecordedStart& entry : same)
            if (entry.run.source == source)
                gone.push_back(entry.run);
    for (const RunRef& ref : gone)
        forget(ref);
    const auto isIts = [source](const RunRef& ref) { return ref.source == source; };
    std::vector<RunRef> hidden;
    for (const auto& [folder, run] : m_hidden)
        if (isIts(folder))
            hidden.push_back(folder);
    for (const RunRef& folder : hidden)
        unlink(folder);
    std::erase_if(m_released, isIts);
}

std::vector<RunPath> RunTwins::pathsInFolders(const RunPath& recorded)
{
    return {recorded, {{}, recorded.project, recorded.id}, {{}, {}, recorded.id}};
}

bool RunTwins::link(const RunRef& folder, const FolderRun& run)
{
    const auto same = m_byId.find(folder.path.id);
    const RecordedStart* found = nullptr;
    if (same != m_byId.end())
        for (const RecordedStart& entry : same->second)
            if (!found && isLeftBehind(run, entry))
                found = &entry;
    const RunRef* before = recordedOf(folder);
    if (found && before && *before == found->run) {
        m_hidden[folder] = run;
        return true;
    }
    unlink(folder);
    if (!found)
        return false;
    ++m_version;
    m_hidden.emplace(folder, run);
    m_links.recorded.emplace(folder, found->run);
    m_links.folders[found->run].insert(folder);
    m_released.erase(folder);
    return true;
}

void RunTwins::unlink(const RunRef& folder)
{
    const auto recorded = m_links.recorded.find(folder);
    if (recorded == m_links.recorded.end())
        return;
    ++m_version;
    const auto folders = m_links.folders.find(recorded->second);
    folders->second.erase(folder);
    if (folders->second.empty())
        m_links.folders.erase(folders);
    m_links.recorded.erase(recorded);
    m_hidden.erase(folder);
}

bool RunTwins::hidesAnyOf(SourceId source) const
{
    const auto first = m_links.recorded.lower_bound({source, {}});
    return first != m_links.recorded.end() && first->first.source == source;
}

const RunRef* RunTwins::recordedOf(const RunRef& folder) const
{
    const auto found = m_links.recorded.find(folder);
    return found == m_links.recorded.end() ? nullptr : &found->second;
}

std::vector<RecordedStart> RunTwins::all() const
{
    std::vector<RecordedStart> entries;
    for (const auto& [id, same] : m_byId)
        entries.insert(entries.end(), same.begin(), same.end());
    return entries;
}

RunDetail withFolders(const RunDetail& recorded, const std::vector<RunDetail>& folders)
{
    RunDetail all;
    all.segments = recorded.segments;
    auto next = static_cast<int>(all.segments.size());
    for (const RunDetail& folder : folders)
        for (Segment segment : folder.segments) {
            segment.ordinal = next++;
            all.segments.push_back(std::move(segment));
        }
    return all;
}

void addLocations(RunDetail& recorded, const std::vector<RunDetail>& folders)
{
    if (recorded.segments.empty())
        return;
    for (const RunDetail& folder : folders)
        for (const Segment& segment : folder.segments) {
            const std::size_t place = std::min(static_cast<std::size_t>(segment.ordinal), recorded.segments.size() - 1);
            std::vector<std::string>& copies = recorded.segments[place].copies;
            copies.push_back(segment.folder);
            copies.insert(copies.end(), segment.copies.begin(), segment.copies.end());
        }
}

} // namespace runglass
