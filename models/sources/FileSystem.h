// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/ByteSource.h"
#include "models/run/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace runglass
{

enum class EntryKind { File, Directory, Link, Special };

struct DirectoryEntry {
    std::string name; ///< bytes as on disk
    EntryKind kind = EntryKind::File;
};

struct FileStatus {
    EntryKind kind = EntryKind::File;
    std::uint64_t sizeBytes = 0;
    std::int64_t modifiedNs = 0; ///< since 1970 UTC
    std::uint64_t inode = 0;
    std::int64_t changedNs = 0; ///< last change of the inode, which no program can set
    std::uint64_t device = 0;
    std::uint32_t owner = 0; ///< user ID
};

/// What sources ask of a disk: the seam between them and the operating system. Nothing here follows a symbolic link,
/// waits on a FIFO or writes.
/// @thread  any
/// @errors  NotFound · Io (with the system's words) · Unsupported (not of the kind that was asked for)
class FileSystem
{
public:
    virtual ~FileSystem() = default;

    /// The absolute path without links, for a location that a user gave.
    virtual Result<std::string> canonical(const std::string& path) const = 0;
    /// Entries of a directory without "." and "..", in no order.
    virtual Result<std::vector<DirectoryEntry>> list(const std::string& directory) const = 0;
    /// Of path itself, not of what a link points to.
    virtual Result<FileStatus> status(const std::string& path) const = 0;
    /// What a link says, as written.
    virtual Result<std::string> readLink(const std::string& path) const = 0;
    /// Whether other computers may write there too, unseen by this one: a network file system.
    virtual bool isShared(const std::string& path) const = 0;
    /// A regular file, for reading.
    virtual Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const = 0;

    /// As list, status and openFile, for a relative path below root that no link and no ".." may leave. Nothing hostile
    /// that happens between two calls leads outside.
    /// @errors  also InvalidArgument: the path is absolute, empty, holds "..", a zero byte, or goes through a link
    virtual Result<std::vector<DirectoryEntry>> listBelow(const std::string& root, const std::string& path) const = 0;
    virtual Result<FileStatus> statusBelow(const std::string& root, const std::string& path) const = 0;
    virtual Result<std::unique_ptr<ByteSource>> openBelow(const std::string& root, const std::string& path) const = 0;
};

/// Whether path names something below a root by its text alone: relative, with no empty, "." or ".." component and no
/// zero byte.
bool isSafeRelativePath(const std::string& path);

/// "directory/name", without doubling the slash.
std::string joinPath(const std::string& directory, const std::string& name);
/// Without the last component: "/a" for "/a/b", "/" for "/a".
std::string parentPath(const std::string& path);
/// The last component.
std::string lastComponent(const std::string& path);

} // namespace runglass
