// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/TrainingProcess.h"

#include "models/processes/ProcessSockets.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <map>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>

namespace runglass
{

namespace
{

constexpr const char* kCore = "wandb-core";

Error refused(std::string why)
{
    return {Error::Kind::Refused, std::move(why), {}};
}

std::string numbered(const std::string& name, std::int64_t pid)
{
    return name + " (process " + std::to_string(pid) + ")";
}

FileDescriptor openProcess(std::int64_t pid)
{
    return FileDescriptor(static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(pid), 0)));
}

/// What was read of a process while this holds is of the process that the pidfd is of.
bool isAlive(const FileDescriptor& pidfd)
{
    pollfd ended{pidfd.get(), POLLIN, 0};
    return ::poll(&ended, 1, 0) == 0;
}

Status send(const FileDescriptor& pidfd)
{
    if (::syscall(SYS_pidfd_send_signal, pidfd.get(), SIGINT, nullptr, 0) == 0)
        return Done{};
    if (errno == ESRCH)
        return refused("The script has just ended.");
    if (errno == EPERM)
        return refused("The system does not let this user interrupt it.");
    return refused("It could not be interrupted: " + std::generic_category().message(errno) + '.');
}

/// Who holds the log, as far as that leads to a script.
Result<LogHolder> coreOf(const LogHolders& holders, const std::string& log)
{
    const LogHold hold = holders.holdOf(log);
    if (hold.kind == LogHold::Kind::Hidden)
        return refused("A process of " + hold.userName + " that cannot be looked into may write it.");
    if (hold.kind != LogHold::Kind::Held)
        return refused("No process of this computer writes it now.");
    if (!hold.holder)
        return refused("The process that writes it cannot be seen from here.");
    const std::string who = numbered(hold.holder->command, hold.holder->pid);
    if (hold.holder->command != kCore)
        return refused(who + " holds its log, which is not how the SDK writes one.");
    if (hold.holder->trainingPid == 0)
        return refused(who + " holds its log and does not say for which script, or runs in a container.");
    return *hold.holder;
}

/// Why the process cannot be the script; empty: nothing speaks against it.
std::string doubtIn(const ProcessFacts& script, const ProcessFacts& core, std::uint32_t coreUser)
{
    const std::string who = numbered(script.name, script.identity.pid);
    if (script.hasEnded())
        return "The script has ended already.";
    if (script.identity.startTime > core.identity.startTime)
        return "Process " + std::to_string(script.identity.pid) +
               " was started after the run was: the script has ended, and its number is another one's now.";
    if (script.realUser != coreUser)
        return who + " is not of the user who writes the log.";
    if (script.realUser != ::geteuid() && ::geteuid() != 0)
        return "It belongs to " + userNameOf(script.realUser) + '.';
    if (script.isInContainer)
        return who + " runs in a container.";
    if (script.identity.pid == ::getpid() || script.identity.pid <= 1)
        return who + " is no script.";
    return {};
}

/// What speaks against interrupting the whole group for one of its members; empty: nothing.
std::string doubtInMember(const ProcessFacts& member, const ProcessFacts& script, const ProcessFacts& leader,
                          const std::map<std::int64_t, ProcessFacts>& members)
{
    const std::string who = numbered(member.name, member.identity.pid);
    if (member.identity.pid == ::getpid())
        return "This program is in it.";
    if (member.realUser != script.realUser)
        return who + " in it is of another user.";
    if (member.session != script.session || member.isInContainer)
        return who + " in it is of another session.";
    if (member.identity.startTime < leader.identity.startTime)
        return who + " in it is older than who leads it.";
    // Up from parent to parent, all within the group, to the one that leads it.
    const ProcessFacts* at = &member;
    for (std::size_t steps = 0; at->identity.pid != leader.identity.pid; ++steps) {
        const auto parent = members.find(at->parent);
        if (parent == members.end() || steps > members.size())
            return who + " in it was not started by who leads it.";
        at = &parent->second;
    }
    return {};
}

} // namespace

Result<TrainingProcess> TrainingProcess::find(const std::string& log)
{
    const LogHolders holders = LogHolders::look();
    const Result<LogHolder> holder = coreOf(holders, log);
    if (!holder)
        return holder.error();
    TrainingProcess process;
    process.m_corefd = openProcess(holder->pid);
    process.m_core = holder->pid;
    const FileDescriptor& corefd = process.m_corefd;
    process.m_pidfd = openProcess(holder->trainingPid);
    if (!process.m_pidfd.isOpen() && errno != ESRCH)
        return refused("The system has no pidfds to hold a process by.");
    const std::optional<ProcessFacts> core = factsOf(holder->pid);
    const std::optional<ProcessFacts> script = factsOf(holder->trainingPid);
    if (!process.m_pidfd.isOpen() || !script)
        return refused("The script has ended already.");
    if (!corefd.isOpen() || !core || core->name != kCore)
        return refused("wandb-core has just ended.");
    if (const std::string doubt = doubtIn(*script, *core, holder->uid); !doubt.empty())
        return refused(doubt);
    process.m_facts = *script;
    // The log is still the one that this wandb-core has open, and both are still who they were.
    struct stat status = {};
    const std::vector<std::string> written = filesWrittenBy(holder->pid, ".wandb");
    const bool isHeld =
        ::lstat(log.c_str(), &status) == 0 &&
        std::any_of(written.begin(), written.end(), [&status](const std::string& path) {
            struct stat other = {};
            return ::stat(path.c_str(), &other) == 0 && other.st_dev == status.st_dev && other.st_ino == status.st_ino;
        });
    if (!isHeld || !isAlive(corefd) || !isAlive(process.m_pidfd))
        return refused("It changes hands just now: nothing is certain. Ask again.");
    for (const std::int64_t pid : holders.holdersFor(script->identity.pid))
        for (const std::string& path : pid == holder->pid ? written : filesWrittenBy(pid, ".wandb"))
            if (path != log)
                process.m_otherLogs.push_back(path);
    return process;
}

bool TrainingProcess::isConnectedTo(std::uint16_t port) const
{
    return runglass::isConnectedTo(m_core, port) && isAlive(m_corefd);
}

Result<std::vector<ProcessIdentity>> TrainingProcess::group() const
{
    std::map<std::int64_t, ProcessFacts> members;
    for (const std::int64_t pid : allProcesses()) {
        std::optional<ProcessFacts> facts = factsOf(pid);
        if (facts && facts->group == m_facts.group && !facts->hasEnded())
            members.emplace(pid, std::move(*facts));
    }
    const auto leader = members.find(m_facts.group);
    if (leader == members.end())
        return refused("The process that leads its group has ended.");
    std::vector<ProcessIdentity> identities = {m_facts.identity};
    for (const auto& [pid, member] : members) {
        if (const std::string doubt = doubtInMember(member, m_facts, leader->second, members); !doubt.empty())
            return refused(doubt);
        if (pid != m_facts.identity.pid)
            identities.push_back(member.identity);
    }
    return identities;
}

Status TrainingProcess::interrupt() const
{
    return send(m_pidfd);
}

Status TrainingProcess::interruptGroup(const std::vector<ProcessIdentity>& members) const
{
    std::vector<FileDescriptor> pidfds;
    for (const ProcessIdentity& member : members)
        pidfds.push_back(openProcess(member.pid));
    const Result<std::vector<ProcessIdentity>> now = group();
    if (!now)
        return now.error();
    const auto isHeld = [](const FileDescriptor& pidfd) { return pidfd.isOpen() && isAlive(pidfd); };
    if (*now != members || !std::all_of(pidfds.begin(), pidfds.end(), isHeld))
        return refused("Its group is another one by now: nobody was interrupted. Ask again.");
    Status first = send(pidfds.front());
    for (std::size_t i = 1; i < pidfds.size(); ++i)
        (void)send(pidfds[i]);
    return first;
}

} // namespace runglass
