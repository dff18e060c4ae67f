// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/LogHolders.h"

#include "models/processes/FileDescriptor.h"
#include "models/processes/FileSystemKind.h"
#include "models/processes/ProcessLook.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass
{

namespace
{

enum class Lease { Granted, Refused, Impossible };

/// Asks the kernel whether anybody writes the file: a read lease is granted only while nobody has it open for writing,
/// and is given back at once. Nothing of the file changes; who opens it for writing just then waits those microseconds.
Lease askForLease(int descriptor)
{
    // Who opens the file for writing meanwhile has us told by a signal: SIGIO would end the program, SIGURG does not.
    if (::fcntl(descriptor, F_SETSIG, SIGURG) != 0)
        return Lease::Impossible;
    if (::fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0)
        return errno == EAGAIN ? Lease::Refused : Lease::Impossible;
    ::fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return Lease::Granted;
}

} // namespace

LogHolders LogHolders::look(const std::string& processes)
{
    LogHolders holders;
    ProcessLook(processes, holders).run();
    return holders;
}

std::optional<LogHolder> LogHolders::holderOf(std::uint64_t device, std::uint64_t inode) const
{
    const auto found = m_holders.find({device, inode});
    return found == m_holders.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::int64_t> LogHolders::holdersFor(std::int64_t trainingPid) const
{
    std::set<std::int64_t> pids;
    for (const auto& [file, holder] : m_holders)
        if (holder.trainingPid == trainingPid)
            pids.insert(holder.pid);
    return {pids.begin(), pids.end()};
}

bool LogHolders::hasUnreadableProcessOf(std::uint32_t uid) const
{
    return m_unreadable.contains(uid) || (m_hidesOthers && uid != ::geteuid());
}

LogHold LogHolders::holdOf(const std::string& log) const
{
    using Kind = LogHold::Kind;
    // A log that may not be read may still be looked up.
    const FileDescriptor file(::open(log.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status = {};
    const int known = file.isOpen() ? ::fstat(file.get(), &status) : ::lstat(log.c_str(), &status);
    if (known != 0 || !S_ISREG(status.st_mode))
        return {};
    if (std::optional<LogHolder> holder = holderOf(status.st_dev, status.st_ino))
        return {Kind::Held, std::move(holder)};
    // The lease of a network file system says what its server allows, not who writes.
    const Lease lease =
        file.isOpen() && !isOnNetworkFileSystem(file.get()) ? askForLease(file.get()) : Lease::Impossible;
    if (lease != Lease::Impossible)
        return {lease == Lease::Granted ? Kind::Free : Kind::Held};
    if (hasUnreadableProcessOf(status.st_uid))
        return {Kind::Hidden, {}, status.st_uid, userNameOf(status.st_uid)};
    return {m_seesWholeComputer ? Kind::Free : Kind::NotSeen};
}

std::string userNameOf(std::uint32_t uid)
{
    constexpr std::size_t kRoom = 4096;
    std::array<char, kRoom> buffer = {};
    passwd entry = {};
    passwd* found = nullptr;
    if (::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) == 0 && found && *found->pw_name != '\0')
        return found->pw_name;
    return "user " + std::to_string(uid);
}

std::string hostName()
{
    std::array<char, 256> name = {};
    if (::gethostname(name.data(), name.size() - 1) != 0)
        return {};
    return name.data();
}

} // namespace runglass
