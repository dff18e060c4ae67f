// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/ProcessLook.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sstream>
#include <string_view>
#include <sys/stat.h>
#include <vector>

namespace runglass
{

namespace
{

using Directory = std::unique_ptr<DIR, int (*)(DIR*)>;

/// A listing that owns a copy of the descriptor.
Directory listingOf(const FileDescriptor& directory)
{
    const int copy = ::fcntl(directory.get(), F_DUPFD_CLOEXEC, 0);
    DIR* opened = copy < 0 ? nullptr : ::fdopendir(copy);
    if (!opened && copy >= 0)
        ::close(copy);
    return {opened, ::closedir};
}

FileDescriptor openDirectory(const FileDescriptor& root, const std::string& name)
{
    return FileDescriptor(::openat(root.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

bool isNumber(const char* name)
{
    return *name != '\0' && std::all_of(name, name + std::strlen(name), [](char c) { return c >= '0' && c <= '9'; });
}

/// Without asking the file system the file lies on, which may be a server that does not answer.
bool isNameOfLog(std::string_view target)
{
    constexpr std::string_view kDeleted = " (deleted)"; // another hard link of it may still be there
    if (target.ends_with(kDeleted))
        target.remove_suffix(kDeleted.size());
    return target.ends_with(".wandb");
}

/// The rest of the line that begins with key, without the blanks around it; nothing when there is no such line.
std::optional<std::string> fieldOf(const std::string& text, std::string_view key)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(key))
            continue;
        const std::size_t begin = line.find_first_not_of(" \t", key.size());
        return begin == std::string::npos ? std::string() : line.substr(begin);
    }
    return std::nullopt;
}

std::int64_t numberOf(std::string_view text, int base = 10)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::vector<std::string> argumentsOf(const std::string& commandLine)
{
    std::vector<std::string> arguments;
    std::istringstream words(commandLine);
    for (std::string word; std::getline(words, word, '\0');)
        arguments.push_back(word);
    return arguments;
}

/// "--pid N" or "--pid=N", as the SDK starts wandb-core.
std::int64_t trainingPidOf(const std::vector<std::string>& arguments)
{
    constexpr std::string_view kOption = "--pid";
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == kOption && i + 1 < arguments.size())
            return numberOf(arguments[i + 1]);
        if (argument.starts_with("--pid="))
            return numberOf(argument.substr(kOption.size() + 1));
    }
    return 0;
}

/// A program may call itself anything.
std::string printable(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\0'))
        text.pop_back();
    for (char& c : text) {
        if (c < ' ' || c > '~')
            c = '?';
    }
    return text;
}

/// hidepid of 2 and 4: those of others are not listed at all.
bool hidesProcesses(const std::string& mounts, const std::string& mountPoint)
{
    std::istringstream lines(mounts);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string device;
        std::string point;
        std::string type;
        std::string options;
        fields >> device >> point >> type >> options;
        if (type != "proc" || point != mountPoint)
            continue;
        for (const char* hiding : {"hidepid=2", "hidepid=4", "hidepid=invisible", "hidepid=ptraceable"}) {
            if (("," + options + ",").find(std::string(",") + hiding + ",") != std::string::npos)
                return true;
        }
    }
    return false;
}

} // namespace

ProcessLook::ProcessLook(std::string processes, LogHolders& found)
    : m_path(std::move(processes))
    , m_root(::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    , m_found(found)
{
}

void ProcessLook::run()
{
    const Directory listing = m_root.isOpen() ? listingOf(m_root) : Directory(nullptr, ::closedir);
    if (!listing) {
        m_found.m_hidesOthers = true;
        m_found.m_seesWholeComputer = false;
        return;
    }
    while (const dirent* entry = ::readdir(listing.get())) {
        if (isNumber(entry->d_name))
            lookInto(entry->d_name);
    }
    // Linux numbers its first namespace so (PROC_PID_INIT_INO); one without namespaces has no such link.
    std::array<char, 64> space = {};
    const ssize_t length = ::readlinkat(m_root.get(), "self/ns/pid", space.data(), space.size());
    m_found.m_seesWholeComputer =
        length <= 0 || std::string_view(space.data(), static_cast<std::size_t>(length)) == "pid:[4026531836]";
    m_found.m_hidesOthers = !m_seesOthers && ::geteuid() != 0 && hidesProcesses(readSmall("self/mounts"), m_path);
}

void ProcessLook::lookInto(const std::string& pid)
{
    const FileDescriptor descriptors = openDirectory(m_root, pid + "/fd");
    const bool refused = !descriptors.isOpen() && (errno == EACCES || errno == EPERM);
    if (refused || (descriptors.isOpen() && !lookAtDescriptors(descriptors, pid)))
        noteUnreadable(pid);
}

/// Whether all of them could be looked at.
bool ProcessLook::lookAtDescriptors(const FileDescriptor& descriptors, const std::string& pid)
{
    const Directory listing = listingOf(descriptors);
    if (!listing)
        return false;
    std::array<char, 4096> target = {};
    errno = 0;
    while (const dirent* entry = ::readdir(listing.get())) {
        if (!isNumber(entry->d_name))
            continue;
        const ssize_t length = ::readlinkat(descriptors.get(), entry->d_name, target.data(), target.size());
        if (length < 0 && (errno == EACCES || errno == EPERM))
            return false;
        // A path too long for the kernel's page is told as an error: such a file is looked at all the same.
        const bool isCandidate =
            length < 0 ? errno == ENAMETOOLONG : isNameOfLog({target.data(), static_cast<std::size_t>(length)});
        if (isCandidate && !lookAtLog(descriptors, entry->d_name, pid))
            return false;
        errno = 0;
    }
    return errno != EACCES && errno != EPERM;
}

/// Whether it could be found out how the file is open.
bool ProcessLook::lookAtLog(const FileDescriptor& descriptors, const std::string& number, const std::string& pid)
{
    struct stat status = {};
    if (::fstatat(descriptors.get(), number.c_str(), &status, 0) != 0)
        return errno != EACCES && errno != EPERM;
    if (!S_ISREG(status.st_mode) || status.st_nlink == 0)
        return true;
    const std::string info = readSmall(pid + "/fdinfo/" + number);
    const std::optional<std::string> flags = fieldOf(info, "flags:");
    if (!flags)
        return ::faccessat(m_root.get(), (pid + "/fd/" + number).c_str(), F_OK, AT_SYMLINK_NOFOLLOW) != 0;
    constexpr int kOctal = 8;
    const std::int64_t mode = numberOf(*flags, kOctal);
    const bool writes = (mode & O_ACCMODE) != O_RDONLY && (mode & O_PATH) == 0;
    if (!writes)
        return true;
    LogHolder holder = describeHolder(pid);
    LogHolder& known = m_found.m_holders[{status.st_dev, status.st_ino}];
    // A log that several hold is told by who knows its script.
    if (known.pid == 0 || (known.trainingPid == 0 && holder.trainingPid != 0))
        known = std::move(holder);
    return true;
}

void ProcessLook::noteUnreadable(const std::string& pid)
{
    struct stat process = {};
    if (::fstatat(m_root.get(), pid.c_str(), &process, 0) != 0)
        return; // it has ended
    const bool isOurs = process.st_uid == ::geteuid();
    m_seesOthers = m_seesOthers || !isOurs;
    if (m_found.m_unreadable.contains(process.st_uid))
        return;
    // Threads of the kernel and the dead have no memory, and no files.
    const std::string status = readSmall(pid + "/status");
    if (!status.empty() && !fieldOf(status, "VmSize:"))
        return;
    // What the kernel lets nobody look into but root (keys, passwords) belongs to root then; a script in another group
    // (newgrp) is as unreadable, but ours.
    struct stat descriptors = {};
    const bool isPrivileged = ::fstatat(m_root.get(), (pid + "/fd").c_str(), &descriptors, 0) == 0 &&
                              descriptors.st_uid == 0 && process.st_uid != 0;
    if (!isOurs || !isPrivileged)
        m_found.m_unreadable.insert(process.st_uid);
}

LogHolder ProcessLook::describeHolder(const std::string& pid) const
{
    LogHolder holder;
    holder.pid = numberOf(pid);
    const std::vector<std::string> arguments = argumentsOf(readSmall(pid + "/cmdline"));
    holder.command = printable(readSmall(pid + "/comm"));
    if (holder.command.empty() && !arguments.empty())
        holder.command = printable(arguments.front());
    // In a container the number is the container's, and means another process here or none.
    const std::string numbers = fieldOf(readSmall(pid + "/status"), "NSpid:").value_or(pid);
    if (numbers.find_first_of(" \t") == std::string::npos)
        holder.trainingPid = trainingPidOf(arguments);
    struct stat process = {};
    if (::fstatat(m_root.get(), pid.c_str(), &process, 0) == 0)
        holder.uid = process.st_uid;
    return holder;
}

/// The first 64 KB of a file below the root; empty when it cannot be read.
std::string ProcessLook::readSmall(const std::string& name) const
{
    constexpr std::size_t kLimit = 64 * 1024;
    const FileDescriptor file(::openat(m_root.get(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    std::string text;
    std::array<char, 4096> buffer = {};
    while (file.isOpen() && text.size() < kLimit) {
        const ssize_t length = ::read(file.get(), buffer.data(), buffer.size());
        if (length <= 0)
            break;
        text.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return text;
}

} // namespace runglass
