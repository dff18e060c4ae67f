// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/PosixFileSystem.h"

#include "models/processes/FileSystemKind.h"
#include "models/sources/BeneathPath.h"

#include <climits>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace runglass
{

namespace
{

/// An open regular file.
class DescriptorSource : public ByteSource
{
public:
    DescriptorSource(FileDescriptor file, std::string path)
        : m_file(std::move(file))
        , m_path(std::move(path))
    {
    }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) override
    {
        std::size_t done = 0;
        while (done < buffer.size()) {
            const std::uint64_t at = offset + done;
            if (at > static_cast<std::uint64_t>(LLONG_MAX))
                break;
            const ssize_t count =
                ::pread(m_file.get(), buffer.data() + done, buffer.size() - done, static_cast<off_t>(at));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return systemError(errno, m_path);
            if (count == 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    std::uint64_t size() const override
    {
        struct stat status = {};
        return ::fstat(m_file.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

    const std::string& path() const override { return m_path; }

private:
    FileDescriptor m_file;
    std::string m_path;
};

EntryKind kindOf(mode_t mode)
{
    if (S_ISREG(mode))
        return EntryKind::File;
    if (S_ISDIR(mode))
        return EntryKind::Directory;
    return S_ISLNK(mode) ? EntryKind::Link : EntryKind::Special;
}

FileStatus toStatus(const struct stat& status)
{
    constexpr std::int64_t kNsPerSecond = 1'000'000'000;
    return {kindOf(status.st_mode),
            static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0)),
            status.st_mtim.tv_sec * kNsPerSecond + status.st_mtim.tv_nsec,
            status.st_ino,
            status.st_ctim.tv_sec * kNsPerSecond + status.st_ctim.tv_nsec,
            status.st_dev,
            status.st_uid};
}

/// File systems that do not say the kind in the listing cost one more call an entry.
EntryKind kindOf(const dirent& entry, int directory)
{
    switch (entry.d_type) {
    case DT_REG:
        return EntryKind::File;
    case DT_DIR:
        return EntryKind::Directory;
    case DT_LNK:
        return EntryKind::Link;
    case DT_UNKNOWN:
        break;
    default:
        return EntryKind::Special;
    }
    struct stat status = {};
    if (::fstatat(directory, &entry.d_name[0], &status, AT_SYMLINK_NOFOLLOW) != 0)
        return EntryKind::Special;
    return kindOf(status.st_mode);
}

Result<std::vector<DirectoryEntry>> listOpen(FileDescriptor directory, const std::string& path)
{
    DIR* const stream = ::fdopendir(directory.get());
    if (!stream)
        return systemError(errno, path);
    directory.release();
    std::vector<DirectoryEntry> entries;
    int failure = 0;
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(stream);
        if (!entry) {
            failure = errno;
            break;
        }
        const std::string_view name = &entry->d_name[0];
        if (name != "." && name != "..")
            entries.push_back({std::string(name), kindOf(*entry, ::dirfd(stream))});
    }
    ::closedir(stream);
    if (failure != 0)
        return systemError(failure, path);
    return entries;
}

Result<std::unique_ptr<ByteSource>> regularFile(FileDescriptor file, const std::string& path)
{
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return systemError(errno, path);
    if (!S_ISREG(status.st_mode))
        return Error{Error::Kind::Unsupported, "it is no regular file", path};
    return std::unique_ptr<ByteSource>(std::make_unique<DescriptorSource>(std::move(file), path));
}

} // namespace

PosixFileSystem::PosixFileSystem(Beneath beneath)
    : m_beneath(beneath)
{
}

Result<std::string> PosixFileSystem::canonical(const std::string& path) const
{
    char* const resolved = ::realpath(path.c_str(), nullptr);
    if (!resolved)
        return systemError(errno, path);
    std::string text = resolved;
    std::free(resolved); // NOLINT(cppcoreguidelines-no-malloc): realpath allocates it
    return text;
}

Result<std::vector<DirectoryEntry>> PosixFileSystem::list(const std::string& directory) const
{
    FileDescriptor opened(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!opened.isOpen())
        return systemError(errno, directory);
    return listOpen(std::move(opened), directory);
}

Result<FileStatus> PosixFileSystem::status(const std::string& path) const
{
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0)
        return systemError(errno, path);
    return toStatus(status);
}

Result<std::string> PosixFileSystem::readLink(const std::string& path) const
{
    std::array<char, PATH_MAX> buffer = {};
    const ssize_t length = ::readlink(path.c_str(), buffer.data(), buffer.size());
    if (length < 0)
        return systemError(errno, path);
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

bool PosixFileSystem::isShared(const std::string& path) const
{
    return isOnNetworkFileSystem(path);
}

/// Asked before anything is opened: opening a FIFO wakes its writer, opening a device may do anything.
std::optional<Error> PosixFileSystem::whyNotRegular(const Result<FileStatus>& status, const std::string& path)
{
    if (!status)
        return status.error();
    if (status->kind == EntryKind::Link)
        return systemError(ELOOP, path);
    if (status->kind != EntryKind::File)
        return Error{Error::Kind::Unsupported, "it is no regular file", path};
    return std::nullopt;
}

Result<std::unique_ptr<ByteSource>> PosixFileSystem::openFile(const std::string& path) const
{
    if (const std::optional<Error> error = whyNotRegular(status(path), path))
        return *error;
    // Without O_NONBLOCK, opening a FIFO waits for its writer.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (!file.isOpen())
        return systemError(errno, path);
    return regularFile(std::move(file), path);
}

Result<std::vector<DirectoryEntry>> PosixFileSystem::listBelow(const std::string& root, const std::string& path) const
{
    Result<FileDescriptor> opened = openBeneath(root, path, O_RDONLY | O_DIRECTORY, m_beneath);
    if (!opened)
        return opened.error();
    return listOpen(std::move(opened).value(), joinPath(root, path));
}

Result<FileStatus> PosixFileSystem::statusBelow(const std::string& root, const std::string& path) const
{
    // An O_PATH descriptor names the entry itself, a link too; nothing is opened by it.
    Result<FileDescriptor> opened = openBeneath(root, path, O_PATH, m_beneath);
    if (!opened)
        return opened.error();
    struct stat status = {};
    if (::fstat(opened->get(), &status) != 0)
        return systemError(errno, joinPath(root, path));
    return toStatus(status);
}

Result<std::unique_ptr<ByteSource>> PosixFileSystem::openBelow(const std::string& root, const std::string& path) const
{
    if (const std::optional<Error> error = whyNotRegular(statusBelow(root, path), joinPath(root, path)))
        return *error;
    Result<FileDescriptor> opened = openBeneath(root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY, m_beneath);
    if (!opened)
        return opened.error();
    return regularFile(std::move(opened).value(), joinPath(root, path));
}

} // namespace runglass
