// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace runglass
{

/// A process that has a log open for writing.
struct LogHolder {
    std::int64_t pid = 0;
    std::string command;          ///< the program's name, "wandb-core"; printable characters only
    std::int64_t trainingPid = 0; ///< the script's process, as the command line of wandb-core says (--pid); 0: unsaid
    std::uint32_t uid = 0;        ///< the user it runs as (effective)
};

/// What can be said of who has one log open for writing.
struct LogHold {
    enum class Kind {
        NotSeen, ///< nobody seen, but not all processes can be seen: nothing is known
        Held,    ///< by holder; without one: by a process that cannot be seen from here
        Free,    ///< no process of this computer has it open for writing
        Hidden   ///< nobody seen, but a process of user may hold it and cannot be looked into
    };

    Kind kind = Kind::NotSeen;
    std::optional<LogHolder> holder = {}; ///< only Held
    std::uint32_t user = 0;               ///< only Hidden: the log's owner
    std::string userName = {};            ///< only Hidden: their name, or "user 1234"
};

/// One look at all processes of this computer: which of them have *.wandb files open for writing. What only reads a
/// log, like ourselves, does not count. Processes are found by what they hold at the moment of the look, so a reused
/// process number confuses nothing.
/// @cost   one directory listing a process and one readlink a descriptor: see tests/processes for figures
/// @thread any; a look is a value
class LogHolders
{
public:
    /// processes is the mounted proc file system; tests may show another folder of that form. What vanishes during the
    /// look is left out. There are no errors: what cannot be looked into is known as such afterwards.
    static LogHolders look(const std::string& processes = "/proc");

    /// By the device and inode that stat says of the log, so that renamed folders and bind mounts do not matter and a
    /// log that was deleted and made again is another one.
    std::optional<LogHolder> holderOf(std::uint64_t device, std::uint64_t inode) const;

    /// Processes that hold logs and say that they do it for this script.
    std::vector<std::int64_t> holdersFor(std::int64_t trainingPid) const;

    /// Whether a process of this user could not be looked into: it may hold anything of theirs. Of the own user's such
    /// processes only those count that a script could be (in another group), not the privileged ones of a login (keys,
    /// passwords), which nobody may look into.
    bool hasUnreadableProcessOf(std::uint32_t uid) const;

    /// False in a container with process numbers of its own: whoever runs outside is not seen.
    bool seesWholeComputer() const { return m_seesWholeComputer; }

    /// All evidence of one log, by its path: this look, then what the kernel itself says (an instant's read lease,
    /// which it grants only while nobody on this computer writes; for the file's owner and root, on local file
    /// systems), then who may be hidden. A log is written by who owns it: wandb-core makes it anew for each run.
    /// NotSeen when there is no such regular file. @thread any
    LogHold holdOf(const std::string& log) const;

private:
    friend class ProcessLook;
    using FileId = std::pair<std::uint64_t, std::uint64_t>; ///< device, inode

    std::map<FileId, LogHolder> m_holders;
    std::set<std::uint32_t> m_unreadable; ///< users
    bool m_hidesOthers = false;           ///< hidepid: processes of others are not even listed
    bool m_seesWholeComputer = true;
};

/// Of this computer, as Python's socket.gethostname() and so a run's record has it.
std::string hostName();
/// Of this computer's accounts; "user 1234" where there is none. @thread any
std::string userNameOf(std::uint32_t uid);

} // namespace runglass
