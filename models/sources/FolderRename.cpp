// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderRename.h"

#include "models/formats/WandbFolderName.h"
#include "models/sources/BeneathPath.h"
#include "models/sources/NotesFile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <functional>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <vector>

namespace runglass
{

namespace
{

constexpr int kDirectory = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr std::uint64_t kBlock = 512; // what st_blocks counts, whatever the file system's own are

/// What the SDK puts into a run folder beside its log.
constexpr std::array<std::string_view, 3> kParts = {"files", "logs", "tmp"};

Error changeError(int code, const std::string& path)
{
    if (code == EACCES || code == EPERM || code == EROFS)
        return {Error::Kind::Io, "no permission to move or remove it", path};
    if (code == EBUSY)
        return {Error::Kind::Io, "it is in use by the system (a disk is mounted there?)", path};
    return systemError(code, path);
}

Result<std::vector<std::string>> namesIn(const FileDescriptor& folder, const std::string& path)
{
    const int again = ::openat(folder.get(), ".", kDirectory);
    DIR* const stream = again < 0 ? nullptr : ::fdopendir(again);
    if (!stream)
        return changeError(errno, path);
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* const entry = ::readdir(stream)) {
        const std::string name = &entry->d_name[0];
        if (name != "." && name != "..")
            names.push_back(name);
        errno = 0;
    }
    const int failure = errno;
    ::closedir(stream);
    if (failure != 0)
        return changeError(failure, path);
    return names;
}

bool isRegular(const FileDescriptor& folder, const std::string& name)
{
    struct stat status = {};
    return ::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode);
}

bool isSame(const FileDescriptor& folder, const FileDescriptor& parent, const std::string& name)
{
    struct stat held = {}, found = {};
    return ::fstat(folder.get(), &held) == 0 &&
           ::fstatat(parent.get(), name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 && held.st_dev == found.st_dev &&
           held.st_ino == found.st_ino;
}

/// Some file systems, as NFS, cannot be asked not to replace: there an empty directory could be lost at most.
int renameNoReplace(int from, const char* name, int to, const char* newName)
{
    if (::renameat2(from, name, to, newName, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    struct stat status = {};
    if (::fstatat(to, newName, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return -1;
    }
    return ::renameat(from, name, to, newName);
}

/// Adds up a tree, every file once.
class TreeSize
{
public:
    explicit TreeSize(const CancelToken& cancel)
        : m_cancel(cancel)
    {
    }
    Status add(const FileDescriptor& folder, const std::string& path)
    {
        const Result<std::vector<std::string>> names = namesIn(folder, path);
        if (!names)
            return names.error();
        for (const std::string& name : *names) {
            if (m_cancel.isCanceled())
                return Error{Error::Kind::Canceled, "it was canceled", path};
            struct stat status = {};
            if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
                continue; // it has just gone
            if (status.st_nlink == 1 || S_ISDIR(status.st_mode) || m_seen.insert(status.st_ino).second)
                m_bytes += static_cast<std::uint64_t>(status.st_blocks) * kBlock;
            if (!S_ISDIR(status.st_mode))
                continue;
            const FileDescriptor below(::openat(folder.get(), name.c_str(), kDirectory));
            if (!below.isOpen())
                continue; // what may not be looked into counts for nothing
            if (Status added = add(below, path); !added)
                return added;
        }
        return Done{};
    }
    std::uint64_t bytes() const { return m_bytes; }

private:
    const CancelToken& m_cancel;
    std::set<ino_t> m_seen; ///< files with several names
    std::uint64_t m_bytes = 0;
};

/// @return what is in the way first; 0: all is gone
int removeAt(int parent, const std::string& name, std::uint64_t& bytes)
{
    struct stat status = {};
    if (::fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0 : errno;
    const std::uint64_t size =
        S_ISDIR(status.st_mode) || status.st_nlink == 1 ? static_cast<std::uint64_t>(status.st_blocks) * kBlock : 0;
    if (!S_ISDIR(status.st_mode)) {
        if (::unlinkat(parent, name.c_str(), 0) != 0)
            return errno == ENOENT ? 0 : errno;
        bytes += size;
        return 0;
    }
    int failure = 0;
    {
        FileDescriptor folder(::openat(parent, name.c_str(), kDirectory));
        if (folder.isOpen() && (status.st_mode & S_IRWXU) != S_IRWXU)
            ::fchmod(folder.get(), status.st_mode | S_IRWXU);
        const Result<std::vector<std::string>> names =
            folder.isOpen() ? namesIn(folder, name) : Result<std::vector<std::string>>(changeError(errno, name));
        for (const std::string& below : names ? *names : std::vector<std::string>())
            if (const int met = removeAt(folder.get(), below, bytes); failure == 0)
                failure = met;
    }
    if (::unlinkat(parent, name.c_str(), AT_REMOVEDIR) != 0)
        return failure != 0 || errno == ENOENT ? failure : errno;
    bytes += size;
    return 0;
}

} // namespace

std::string HeldFolder::path() const
{
    return joinPath(parentPath, name);
}

Result<HeldFolder> holdFolder(const std::string& place, const std::string& name)
{
    Result<FileDescriptor> parent = openPlace(place);
    if (!parent)
        return parent.error();
    HeldFolder held{std::move(parent).value(), place, name, {}};
    held.folder = FileDescriptor(::openat(held.parent.get(), name.c_str(), kDirectory));
    if (!held.folder.isOpen())
        return systemError(errno == ENOTDIR ? ELOOP : errno, held.path());
    return held;
}

Status checkRunFolder(const HeldFolder& held)
{
    const auto refused = [&held](const std::string& why) { return Error{Error::Kind::Refused, why, held.path()}; };
    const Result<std::vector<std::string>> names = namesIn(held.folder, held.path());
    if (!names)
        return names.error();
    struct stat folder = {}, parent = {};
    if (::fstat(held.folder.get(), &folder) != 0 || ::fstat(held.parent.get(), &parent) != 0)
        return changeError(errno, held.path());
    if (folder.st_dev != parent.st_dev)
        return refused("a disk is mounted there");
    const std::optional<WandbFolderName> named = parseWandbFolderName(held.name);
    int logs = 0;
    for (const std::string& name : *names) {
        const std::optional<std::string> id = runIdOfLogName(name);
        if (id && isRegular(held.folder, name)) {
            ++logs;
            continue;
        }
        const bool isPart = std::find(kParts.begin(), kParts.end(), name) != kParts.end();
        const bool isMark = name.find(".wandb.synced") != std::string::npos;
        if (!named && !isPart && !isMark)
            return refused("the folder holds more than a run (" + name + ")");
    }
    if (logs != 1)
        return refused(logs == 0 ? "there is no log of a run in it" : "the folder holds the logs of several runs");
    return Done{};
}

Status renameFolder(const HeldFolder& held, const FileDescriptor& target, const std::string& targetPath,
                    const std::string& name)
{
    if (!isSame(held.folder, held.parent, held.name))
        return Error{Error::Kind::NotFound, "another folder has its name now", held.path()};
    if (renameNoReplace(held.parent.get(), held.name.c_str(), target.get(), name.c_str()) != 0) {
        if (errno == EEXIST || errno == ENOTEMPTY)
            return Error{Error::Kind::Refused, "something of that name is there already", joinPath(targetPath, name)};
        return changeError(errno, held.path());
    }
    if (!isSame(held.folder, target, name)) {
        // Somebody put another directory in its place within these microseconds.
        renameNoReplace(target.get(), name.c_str(), held.parent.get(), held.name.c_str());
        return Error{Error::Kind::NotFound, "another folder has its name now", held.path()};
    }
    ::fsync(target.get());
    ::fsync(held.parent.get());
    return Done{};
}

Result<std::uint64_t> bytesBelow(const FileDescriptor& folder, const std::string& path, const CancelToken& cancel)
{
    TreeSize size(cancel);
    if (const Status added = size.add(folder, path); !added)
        return added.error();
    struct stat own = {};
    const bool isKnown = ::fstat(folder.get(), &own) == 0;
    return size.bytes() + (isKnown ? static_cast<std::uint64_t>(own.st_blocks) * kBlock : 0);
}

Result<std::uint64_t> removeTree(const FileDescriptor& parent, const std::string& name, const std::string& path)
{
    std::uint64_t bytes = 0;
    if (const int failure = removeAt(parent.get(), name, bytes); failure != 0)
        return changeError(failure, joinPath(path, name));
    return bytes;
}

} // namespace runglass
