// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunFolderFiles.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::size_t kMaxFiles = 500'000;
constexpr std::ptrdiff_t kMaxDepth = 64;
constexpr std::uint64_t kMaxReadBytes = std::uint64_t{1} << 30;
const std::string kRoot = "files";

RunFile::Kind kindOf(const std::string& path)
{
    if (path.starts_with("media/"))
        return RunFile::Kind::Media;
    if (path.starts_with("code/"))
        return RunFile::Kind::Code;
    if (path == "output.log")
        return RunFile::Kind::Console;
    const bool isSummary = path.starts_with("wandb-") && path.ends_with(".json") && path.find('/') == std::string::npos;
    if (isSummary || path == "config.yaml" || path == "requirements.txt")
        return RunFile::Kind::Metadata;
    return RunFile::Kind::File;
}

const Segment* segmentOf(const RunDetail& detail, const RunFile& file)
{
    for (const Segment& segment : detail.segments)
        if (segment.ordinal == file.segment)
            return &segment;
    return nullptr;
}

RunFile describe(const FileSystem& files, const std::string& root, const std::string& path, EntryKind kind)
{
    RunFile file;
    file.path = path;
    const std::string below = joinPath(kRoot, path);
    if (const Result<FileStatus> status = files.statusBelow(root, below)) {
        kind = status->kind;
        file.modified = status->modifiedNs;
        file.sizeBytes = kind == EntryKind::File ? status->sizeBytes : 0;
    }
    if (kind == EntryKind::Link) {
        file.kind = RunFile::Kind::Link;
        if (Result<std::string> target = files.readLink(joinPath(root, below)))
            file.linkTarget = std::move(target).value();
    } else {
        file.kind = kind == EntryKind::File ? kindOf(path) : RunFile::Kind::Special;
    }
    return file;
}

} // namespace

RunFolderFiles::RunFolderFiles(const FileSystem& files)
    : m_files(files)
{
}

Status RunFolderFiles::listSegment(const Segment& segment, const CancelToken& cancel, std::vector<RunFile>& found) const
{
    std::vector<std::string> waiting{std::string()};
    while (!waiting.empty() && found.size() < kMaxFiles) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "listing was canceled", segment.folder};
        const std::string directory = std::move(waiting.back());
        waiting.pop_back();
        const std::string below = directory.empty() ? kRoot : joinPath(kRoot, directory);
        const Result<std::vector<DirectoryEntry>> entries = m_files.listBelow(segment.folder, below);
        // A run may have no files/, and a directory that may not be listed costs its own files only.
        if (!entries)
            continue;
        for (const DirectoryEntry& entry : *entries) {
            const std::string path = joinPath(directory, entry.name);
            const bool isDeep = std::count(path.begin(), path.end(), '/') >= kMaxDepth;
            if (entry.kind == EntryKind::Directory && !isDeep) {
                waiting.push_back(path);
                continue;
            }
            found.push_back(describe(m_files, segment.folder, path, entry.kind));
            found.back().segment = segment.ordinal;
        }
    }
    return Done{};
}

Result<std::vector<RunFile>> RunFolderFiles::list(const RunDetail& detail, const CancelToken& cancel) const
{
    std::vector<RunFile> found;
    for (const Segment& segment : detail.segments)
        if (const Status listed = listSegment(segment, cancel, found); !listed)
            return listed.error();
    std::sort(found.begin(), found.end(), [](const RunFile& a, const RunFile& b) {
        return a.path != b.path ? a.path < b.path : a.segment < b.segment;
    });
    return found;
}

Result<std::string> RunFolderFiles::read(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                         std::uint64_t length) const
{
    const Segment* segment = segmentOf(detail, file);
    if (!segment)
        return Error{Error::Kind::NotFound, "the run has no such segment", file.path};
    if (!isSafeRelativePath(file.path))
        return Error{Error::Kind::InvalidArgument, "the path does not stay inside the run's files", file.path};
    Result<std::unique_ptr<ByteSource>> source = m_files.openBelow(segment->folder, joinPath(kRoot, file.path));
    if (!source)
        return source.error();
    const std::uint64_t size = (*source)->size();
    const std::uint64_t there = offset < size ? size - offset : 0;
    std::string bytes(static_cast<std::size_t>(std::min({length, there, kMaxReadBytes})), '\0');
    const Result<std::size_t> count = (*source)->readAt(offset, bytes);
    if (!count)
        return count.error();
    bytes.resize(*count);
    return bytes;
}

std::string RunFolderFiles::localPath(const RunDetail& detail, const RunFile& file) const
{
    const Segment* segment = segmentOf(detail, file);
    if (!segment || !isSafeRelativePath(file.path))
        return {};
    return joinPath(joinPath(segment->folder, kRoot), file.path);
}

} // namespace runglass
