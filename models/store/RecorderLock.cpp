// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecorderLock.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace runglass
{

namespace
{

constexpr mode_t kOwnerOnly = 0600;

std::string lockOf(const std::string& storeFile)
{
    return storeFile + ".lock";
}

Error systemError(const std::string& path)
{
    return {Error::Kind::Io, std::generic_category().message(errno) + '.', path};
}

/// The lock of an open file, which goes with it and can be asked for without being taken.
struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

std::vector<std::string> readLines(int file)
{
    std::array<char, 4096> buffer = {};
    const ssize_t size = ::pread(file, buffer.data(), buffer.size(), 0);
    std::vector<std::string> lines;
    std::string line;
    for (ssize_t i = 0; i < size; ++i) {
        if (buffer[static_cast<std::size_t>(i)] == '\n')
            lines.push_back(std::exchange(line, {}));
        else
            line += buffer[static_cast<std::size_t>(i)];
    }
    return lines;
}

} // namespace

RecorderLock::~RecorderLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<RecorderLock> RecorderLock::take(const std::string& storeFile)
{
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(storeFile).parent_path(), ignored);
    const std::string path = lockOf(storeFile);
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kOwnerOnly);
    if (file < 0)
        return systemError(path);
    RecorderLock lock(file, path);
    struct flock wanted = wholeFile();
    if (::fcntl(file, F_OFD_SETLK, &wanted) != 0) {
        if (errno == EAGAIN || errno == EACCES)
            return Error{Error::Kind::Refused, "Another recorder has this store.", storeFile};
        return systemError(path);
    }
    // What the one before has said is no longer true.
    if (::ftruncate(file, 0) != 0)
        return systemError(path);
    return lock;
}

std::optional<RunningRecorder> RecorderLock::holder(const std::string& storeFile)
{
    const RecorderLock look(::open(lockOf(storeFile).c_str(), O_RDONLY | O_CLOEXEC), {});
    struct flock found = wholeFile();
    if (look.m_file < 0 || ::fcntl(look.m_file, F_OFD_GETLK, &found) != 0 || found.l_type == F_UNLCK)
        return std::nullopt;
    const std::vector<std::string> lines = readLines(look.m_file);
    constexpr std::size_t kLines = 3;
    if (lines.size() < kLines)
        return std::nullopt;
    RunningRecorder recorder{lines[0], 0, lines[2], {}};
    if (lines.size() > kLines)
        recorder.trouble = lines[kLines];
    std::from_chars(lines[1].data(), lines[1].data() + lines[1].size(), recorder.pid);
    return recorder;
}

Status RecorderLock::tell(const RunningRecorder& recorder)
{
    std::string text = recorder.url + '\n' + std::to_string(recorder.pid) + '\n' + recorder.host + '\n';
    if (!recorder.trouble.empty())
        text += recorder.trouble + '\n';
    // Cut behind, not before: who looks meanwhile finds the first lines whole.
    if (::pwrite(m_file, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()) ||
        ::ftruncate(m_file, static_cast<off_t>(text.size())) != 0)
        return systemError(m_path);
    return Done{};
}

} // namespace runglass
