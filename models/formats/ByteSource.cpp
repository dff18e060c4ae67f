// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ByteSource.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace runglass
{

namespace
{

Error systemError(int code, const std::string& path)
{
    if (code == ENOENT || code == ENOTDIR)
        return {Error::Kind::NotFound, "there is no such file", path};
    if (code == ELOOP)
        return {Error::Kind::Unsupported, "it is a symbolic link, which is not followed", path};
    return {Error::Kind::Io, std::generic_category().message(code), path};
}

std::optional<Error> whyNotRegular(const struct stat& status, const std::string& path)
{
    if (S_ISREG(status.st_mode))
        return std::nullopt;
    if (S_ISLNK(status.st_mode))
        return systemError(ELOOP, path);
    if (S_ISDIR(status.st_mode))
        return Error{Error::Kind::Unsupported, "it is a directory", path};
    return Error{Error::Kind::Unsupported, "it is no regular file", path};
}

class FileSource : public ByteSource
{
public:
    FileSource(int descriptor, std::string path)
        : m_descriptor(descriptor)
        , m_path(std::move(path))
    {
    }
    ~FileSource() override { ::close(m_descriptor); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) override
    {
        std::size_t done = 0;
        while (done < buffer.size()) {
            const std::uint64_t at = offset + done;
            if (at > static_cast<std::uint64_t>(std::numeric_limits<off_t>::max()))
                break;
            const ssize_t count =
                ::pread(m_descriptor, buffer.data() + done, buffer.size() - done, static_cast<off_t>(at));
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                return Error{Error::Kind::Io, std::generic_category().message(errno), m_path, at};
            if (count == 0)
                break;
            done += static_cast<std::size_t>(count);
        }
        return done;
    }

    std::uint64_t size() const override
    {
        struct stat status = {};
        return ::fstat(m_descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    }

    const std::string& path() const override { return m_path; }

private:
    int m_descriptor;
    std::string m_path;
};

class MemorySource : public ByteSource
{
public:
    MemorySource(std::string bytes, std::string path)
        : m_bytes(std::move(bytes))
        , m_path(std::move(path))
    {
    }

    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) override
    {
        if (offset >= m_bytes.size())
            return std::size_t{0};
        const auto start = static_cast<std::size_t>(offset);
        const std::size_t count = std::min(buffer.size(), m_bytes.size() - start);
        std::memcpy(buffer.data(), m_bytes.data() + start, count);
        return count;
    }

    std::uint64_t size() const override { return m_bytes.size(); }
    std::optional<std::string_view> inMemory() const override { return m_bytes; }
    const std::string& path() const override { return m_path; }

private:
    std::string m_bytes;
    std::string m_path;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openFile(const std::string& path)
{
    // A C string would end at the first zero byte and so name another file.
    if (path.find('\0') != std::string::npos)
        return systemError(ENOENT, path);
    // Looked at before it is opened: opening a FIFO wakes its writer, opening a device may do anything.
    struct stat status = {};
    if (::lstat(path.c_str(), &status) != 0)
        return systemError(errno, path);
    if (const std::optional<Error> error = whyNotRegular(status, path))
        return *error;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return systemError(errno, path);
    auto source = std::make_unique<FileSource>(descriptor, path);
    if (::fstat(descriptor, &status) != 0)
        return systemError(errno, path);
    if (const std::optional<Error> error = whyNotRegular(status, path))
        return *error;
    return std::unique_ptr<ByteSource>(std::move(source));
}

std::unique_ptr<ByteSource> memorySource(std::string bytes, std::string path)
{
    return std::make_unique<MemorySource>(std::move(bytes), std::move(path));
}

Result<std::string> readWhole(const std::string& path, std::uint64_t maxBytes)
{
    Result<std::unique_ptr<ByteSource>> source = openFile(path);
    if (!source)
        return source.error();
    const std::uint64_t size = (*source)->size();
    if (size > maxBytes)
        return Error{Error::Kind::Unsupported,
                     "it has " + std::to_string(size) + " bytes, more than the " + std::to_string(maxBytes) +
                         " that are read of such a file",
                     path};
    std::string bytes(static_cast<std::size_t>(size), '\0');
    const Result<std::size_t> count = (*source)->readAt(0, bytes);
    if (!count)
        return count.error();
    bytes.resize(*count);
    return bytes;
}

} // namespace runglass
