// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunFolderFinder.h"

#include "models/formats/WandbFolderName.h"
#include "models/sources/NotesFile.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr std::string_view kLogSuffix = ".wandb";

bool isOneOf(const std::string& name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Our own notes, and trees that hold no runs but many files.
bool isNeverEntered(const std::string& name)
{
    return isOneOf(name, {kNotesDirectory, ".git"});
}

/// What a run folder holds beside its log.
bool isPartOfRunFolder(const std::string& name)
{
    return isOneOf(name, {"files", "logs", "tmp"});
}

RunFolder described(const std::string& folder, const std::string& logName, FileStatus status)
{
    RunFolder found;
    found.folder = folder;
    found.log = joinPath(folder, logName);
    found.id = runIdOfLogName(logName).value_or(logName.substr(0, logName.size() - kLogSuffix.size()));
    found.status = status;
    if (const std::optional<WandbFolderName> name = parseWandbFolderName(lastComponent(folder))) {
        found.startedAtLocal = name->startedAtLocal;
        found.offline = name->offline;
    }
    return found;
}

bool isNewer(const RunFolder& a, const RunFolder& b)
{
    if (a.startedAtLocal != b.startedAtLocal)
        return a.startedAtLocal > b.startedAtLocal;
    return a.log < b.log;
}

} // namespace

struct RunFolderFinder::Walk {
    FoundFolders found;
    std::vector<std::pair<std::string, int>> waiting; ///< directories and their depth
    bool isTooDeep = false;
    const std::function<void(std::size_t)>& progress;
};

RunFolderFinder::RunFolderFinder(const FileSystem& files)
    : RunFolderFinder(files, Limits())
{
}

RunFolderFinder::RunFolderFinder(const FileSystem& files, Limits limits)
    : m_files(files)
    , m_limits(limits)
{
}

Result<FoundFolders> RunFolderFinder::find(const std::string& location, const CancelToken& cancel,
                                           const std::function<void(std::size_t)>& progress) const
{
    const Result<FileStatus> status = m_files.status(location);
    if (!status)
        return status.error();
    Walk walk{{}, {}, false, progress};
    if (status->kind == EntryKind::File && location.ends_with(kLogSuffix)) {
        walk.found.folders.push_back(described(parentPath(location), lastComponent(location), *status));
        return std::move(walk.found);
    }
    if (status->kind != EntryKind::Directory)
        return Error{Error::Kind::Unsupported, "it is neither a directory nor a .wandb file", location};
    if (const Result<std::vector<DirectoryEntry>> entries = m_files.list(location); !entries)
        return entries.error();
    walk.waiting.emplace_back(location, 0);
    for (std::size_t directories = 0; !walk.waiting.empty(); ++directories) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "reading was canceled", location};
        if (directories >= m_limits.directories || walk.found.folders.size() >= m_limits.folders) {
            walk.found.warnings.push_back({location, std::nullopt,
                                           "there is too much below it: " + std::to_string(directories) +
                                               " directories were looked into, the others were not"});
            break;
        }
        const auto [directory, depth] = std::move(walk.waiting.back());
        walk.waiting.pop_back();
        if (!look(walk, directory, depth))
            continue;
        progress(walk.found.folders.size());
    }
    if (walk.isTooDeep)
        walk.found.warnings.push_back(
            {location, std::nullopt,
             "directories more than " + std::to_string(m_limits.depth) + " levels below it were not looked into"});
    std::sort(walk.found.folders.begin(), walk.found.folders.end(), isNewer);
    return std::move(walk.found);
}

bool RunFolderFinder::look(Walk& walk, const std::string& directory, int depth) const
{
    const Result<std::vector<DirectoryEntry>> entries = m_files.list(directory);
    if (!entries) {
        walk.found.warnings.push_back({directory, std::nullopt, entries.error().detail});
        return false;
    }
    walk.found.directories.push_back(directory);
    const std::size_t before = walk.found.folders.size();
    bool holdsLog = false;
    for (const DirectoryEntry& entry : *entries)
        if (entry.kind != EntryKind::Directory && runIdOfLogName(entry.name))
            holdsLog = addLog(walk, directory, entry) || holdsLog;
    for (const DirectoryEntry& entry : *entries) {
        if (entry.kind == EntryKind::Directory && entry.name == kNotesDirectory)
            walk.found.noted.push_back(directory);
        if (entry.kind != EntryKind::Directory || isNeverEntered(entry.name))
            continue;
        if ((holdsLog && isPartOfRunFolder(entry.name)) || addByName(walk, directory, entry.name))
            continue;
        if (depth + 1 > m_limits.depth)
            walk.isTooDeep = true;
        else
            walk.waiting.emplace_back(joinPath(directory, entry.name), depth + 1);
    }
    return walk.found.folders.size() != before;
}

/// The usual case: the folder's name says what its log is called.
bool RunFolderFinder::addByName(Walk& walk, const std::string& directory, const std::string& name) const
{
    const std::optional<WandbFolderName> parsed = parseWandbFolderName(name);
    if (!parsed)
        return false;
    const std::string folder = joinPath(directory, name);
    const std::string logName = "run-" + parsed->id + std::string(kLogSuffix);
    const Result<FileStatus> status = m_files.status(joinPath(folder, logName));
    if (!status || status->kind != EntryKind::File)
        return false;
    walk.found.folders.push_back(described(folder, logName, *status));
    return true;
}

bool RunFolderFinder::addLog(Walk& walk, const std::string& directory, const DirectoryEntry& entry) const
{
    const std::string log = joinPath(directory, entry.name);
    const Result<FileStatus> status = m_files.status(log);
    std::string cause;
    if (!status)
        cause = status.error().detail;
    else if (status->kind == EntryKind::Link)
        cause = "it is a symbolic link, which is not followed";
    else if (status->kind != EntryKind::File)
        cause = "it is no regular file";
    if (!cause.empty()) {
        walk.found.warnings.push_back({log, std::nullopt, cause});
        return false;
    }
    walk.found.folders.push_back(described(directory, entry.name, *status));
    return true;
}

} // namespace runglass
