// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/NotesFile.h"

#include "models/processes/LogHolders.h"
#include "models/sources/BeneathPath.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>

namespace runglass
{

namespace
{

/// What nobody has typed.
constexpr std::uint64_t kMostBytes = std::uint64_t{64} << 20;

Error writeError(int code, const std::string& path)
{
    if (code == EACCES || code == EPERM || code == EROFS)
        return {Error::Kind::Io, "no permission to write there", path};
    return {Error::Kind::Io, std::generic_category().message(code), path};
}

/// Where the last whole line ends.
Result<off_t> endOfLines(const FileDescriptor& file, const std::string& path)
{
    std::array<char, 4096> buffer = {};
    off_t end = ::lseek(file.get(), 0, SEEK_END);
    while (end > 0) {
        const off_t begin = end - std::min<off_t>(end, buffer.size());
        const ssize_t count = ::pread(file.get(), buffer.data(), static_cast<std::size_t>(end - begin), begin);
        if (count != end - begin)
            return writeError(count < 0 ? errno : EIO, path);
        const std::string_view text(buffer.data(), static_cast<std::size_t>(count));
        if (const std::size_t feed = text.rfind('\n'); feed != std::string_view::npos)
            return begin + static_cast<off_t>(feed) + 1;
        end = begin;
    }
    return end;
}

/// One write, so that lines of two programs never mix; what does not fit on the disk is taken back.
Status writeWhole(const FileDescriptor& file, std::string_view text, const std::string& path)
{
    const Result<off_t> before = endOfLines(file, path);
    if (!before)
        return before.error();
    if (::ftruncate(file.get(), *before) != 0)
        return writeError(errno, path);
    const ssize_t count = ::write(file.get(), text.data(), text.size());
    int failure = count < 0 ? errno : ENOSPC;
    if (count == static_cast<ssize_t>(text.size())) {
        if (::fsync(file.get()) == 0)
            return Done{};
        failure = errno;
    }
    (void)!::ftruncate(file.get(), *before);
    return writeError(failure, path);
}

} // namespace

std::string notesFileName(std::string_view kind)
{
    std::string host = hostName();
    for (char& c : host) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
        c = isPlain ? c : '_';
    }
    return std::string(kind) + '-' + (host.empty() ? "localhost" : host) + '-' + std::to_string(::geteuid()) + ".jsonl";
}

Result<FileDescriptor> openPlace(const std::string& directory)
{
    if (directory == "/")
        return FileDescriptor(::open("/", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory.starts_with('/'))
        return Error{Error::Kind::InvalidArgument, "it is no absolute path", directory};
    return openBeneath("/", directory.substr(1), O_RDONLY | O_DIRECTORY, PosixFileSystem::Beneath::Kernel);
}

Result<FileDescriptor> makeNotesDirectory(const std::string& place)
{
    const Result<FileDescriptor> open = openPlace(place);
    if (!open)
        return open.error();
    return makeDirectoryIn(*open, std::string(kNotesDirectory), joinPath(place, std::string(kNotesDirectory)));
}

Result<FileDescriptor> makeDirectoryIn(const FileDescriptor& place, const std::string& name, const std::string& path)
{
    struct stat status = {};
    if (::fstat(place.get(), &status) != 0)
        return writeError(errno, path);
    constexpr mode_t kOwner = 0700;
    const bool isNew = ::mkdirat(place.get(), name.c_str(), kOwner) == 0;
    if (!isNew && errno != EEXIST)
        return writeError(errno, path);
    FileDescriptor made(::openat(place.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!made.isOpen() && (errno == ENOTDIR || errno == ELOOP))
        return Error{Error::Kind::Refused, "it is not a directory of its own", path};
    if (!made.isOpen())
        return writeError(errno, path);
    // Whoever may write beside the runs may do so here: they are shared the same way.
    if (isNew) {
        ::fchmod(made.get(), status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO | S_ISGID | S_ISVTX));
        ::fsync(place.get());
    }
    return made;
}

Status appendLine(const FileDescriptor& directory, const std::string& name, std::string_view line,
                  const std::string& path)
{
    constexpr mode_t kOwner = 0600;
    const std::string file = joinPath(path, name);
    const int flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    FileDescriptor open(::openat(directory.get(), name.c_str(), flags | O_CREAT | O_EXCL, kOwner));
    const bool isNew = open.isOpen();
    if (!isNew && errno == EEXIST)
        open = FileDescriptor(::openat(directory.get(), name.c_str(), flags));
    if (!open.isOpen())
        return writeError(errno, file);
    struct stat status = {};
    if (::fstat(open.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return Error{Error::Kind::Refused, "it is no regular file", file};
    struct stat parent = {};
    if (isNew && ::fstat(directory.get(), &parent) == 0)
        ::fchmod(open.get(), (parent.st_mode & (S_IRGRP | S_IROTH)) | S_IRUSR | S_IWUSR);
    // The same user may have a window and a command line at work. Where no locks are to be had, O_APPEND must do.
    ::flock(open.get(), LOCK_EX);
    if (Status written = writeWhole(open, std::string(line) + '\n', file); !written)
        return written;
    if (isNew && ::fsync(directory.get()) != 0)
        return writeError(errno, path);
    return Done{};
}

NotesReader::NotesReader(std::string path)
    : m_path(std::move(path))
{
}

NotesReader::News NotesReader::read()
{
    News news;
    const FileDescriptor file(::open(m_path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    struct stat status = {};
    const bool isThere = file.isOpen() && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
    const bool isSame = isThere && status.st_dev == m_device && status.st_ino == m_inode &&
                        static_cast<std::uint64_t>(status.st_size) >= m_offset;
    if (!isSame) {
        news.isAnew = m_offset != 0;
        m_offset = 0;
    }
    if (!isThere) {
        if (!file.isOpen() && errno != ENOENT)
            news.problem = systemError(errno, m_path).detail;
        return news;
    }
    m_device = status.st_dev;
    m_inode = status.st_ino;
    if (static_cast<std::uint64_t>(status.st_size) > kMostBytes)
        news.problem = "it is too long, what comes late in it is not read";
    const std::uint64_t end = std::min<std::uint64_t>(static_cast<std::uint64_t>(status.st_size), kMostBytes);
    std::string bytes(end > m_offset ? end - m_offset : 0, '\0');
    const ssize_t count = ::pread(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(m_offset));
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    std::size_t begin = 0;
    for (std::size_t feed = 0; (feed = bytes.find('\n', begin)) != std::string::npos; begin = feed + 1)
        news.lines.push_back(bytes.substr(begin, feed - begin));
    m_offset += begin;
    return news;
}

} // namespace runglass
