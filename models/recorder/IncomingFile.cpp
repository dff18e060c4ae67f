// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/IncomingFile.h"

#include "models/recorder/Base64.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace runglass
{

namespace
{

namespace fs = std::filesystem;

Error systemError(const std::string& path)
{
    return {Error::Kind::Io, std::generic_category().message(errno) + '.', path};
}

/// Below the directory of all files, so that one look finds what is left over.
constexpr const char* kIncoming = "/incoming";

/// A name is on the disk when its directory is.
bool syncDirectory(const std::string& path)
{
    const FileDescriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return directory.isOpen() && ::fsync(directory.get()) == 0;
}

} // namespace

bool isStorablePath(std::string_view path)
{
    constexpr std::size_t kLongestName = 255, kLongest = 4000;
    if (path.size() > kLongest || path.find('\0') != std::string_view::npos)
        return false;
    std::size_t at = 0;
    while (at <= path.size()) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view name = path.substr(at, end - at);
        if (name.empty() || name == "." || name == ".." || name.size() > kLongestName)
            return false;
        at = end + 1;
    }
    return true;
}

Status tryToWrite(const std::string& directory)
{
    constexpr std::size_t kBytes = std::size_t{256} << 10;
    std::string name = directory + "/incoming-XXXXXX";
    const FileDescriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.isOpen())
        return systemError(directory);
    ::unlink(name.c_str());
    const std::string bytes(kBytes, 'x');
    const ssize_t size = ::write(file.get(), bytes.data(), bytes.size());
    const bool isWritten = size == static_cast<ssize_t>(bytes.size()) && ::fsync(file.get()) == 0;
    if (size >= 0 && size < static_cast<ssize_t>(bytes.size()))
        errno = ENOSPC;
    return isWritten ? Status(Done{}) : systemError(directory);
}

void removeIncomingFiles(const std::string& directory)
{
    std::error_code ignored;
    fs::remove_all(directory + kIncoming, ignored);
}

IncomingFile::IncomingFile(FileDescriptor file, std::string directory, std::string temporary, std::string place)
    : m_file(std::move(file))
    , m_directory(std::move(directory))
    , m_temporary(std::move(temporary))
    , m_place(std::move(place))
{
}

IncomingFile::IncomingFile(IncomingFile&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_directory(std::move(other.m_directory))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_place(std::move(other.m_place))
    , m_wantedSum(std::move(other.m_wantedSum))
    , m_sum(other.m_sum)
{
}

IncomingFile::~IncomingFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

Result<IncomingFile> IncomingFile::begin(const std::string& directory, const std::string& path, const std::string& sum)
{
    if (!isStorablePath(path))
        return Error{Error::Kind::InvalidArgument, "The file's path does not stay inside the run.", path};
    std::error_code failed;
    const std::string place = directory + '/' + path;
    fs::create_directories(fs::path(place).parent_path(), failed);
    if (!failed)
        fs::create_directories(directory + kIncoming, failed);
    if (failed)
        return Error{Error::Kind::Io, failed.message() + '.', place};
    std::string temporary = directory + kIncoming + "/incoming-XXXXXX";
    const int file = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (file < 0)
        return systemError(temporary);
    IncomingFile incoming(FileDescriptor(file), directory, temporary, place);
    incoming.m_wantedSum = sum;
    return incoming;
}

Status IncomingFile::write(std::string_view bytes)
{
    if (!m_wantedSum.empty())
        m_sum.add(bytes);
    while (!bytes.empty()) {
        const ssize_t size = ::write(m_file.get(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return systemError(m_place);
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return Done{};
}

Status IncomingFile::finish()
{
    if (!m_wantedSum.empty() && hexOf(m_sum.finish()) != m_wantedSum)
        return Error{Error::Kind::InvalidArgument, "The file is another one than was announced.", m_place};
    if (::fsync(m_file.get()) != 0 || ::rename(m_temporary.c_str(), m_place.c_str()) != 0)
        return systemError(m_place);
    m_temporary.clear();
    // Directories on the way may be new.
    for (fs::path directory = fs::path(m_place).parent_path();; directory = directory.parent_path()) {
        if (!syncDirectory(directory.string()))
            return systemError(directory.string());
        if (directory == fs::path(m_directory) || directory == directory.root_path())
            return Done{};
    }
}

} // namespace runglass
