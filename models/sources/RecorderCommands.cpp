// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RecorderCommands.h"

#include "models/sources/FolderTrash.h"
#include "models/sources/RunOverlay.h"

#include <filesystem>
#include <unistd.h>

namespace runglass
{

namespace
{

using Kind = RunCommand::Kind;

Capability allowed()
{
    return {true, {}};
}

Capability because(std::string reason)
{
    return {false, std::move(reason)};
}

Error refused(std::string why)
{
    return {Error::Kind::Refused, std::move(why), {}};
}

/// Beside the store SQLite keeps files of its own.
std::string whyNotWritable(const std::string& file)
{
    const bool isOurs = ::access(file.c_str(), W_OK) == 0 && ::access(parentPath(file).c_str(), W_OK) == 0;
    return isOurs ? std::string() : "The recorder's store may not be written by this user.";
}

std::string folderOf(const RunDetail& detail)
{
    return detail.segments.empty() ? std::string() : detail.segments.front().folder;
}

} // namespace

RecorderCommands::RecorderCommands(const FileSystem& files, const Clock& clock, std::string storeFile)
    : m_files(files)
    , m_clock(clock)
    , m_file(std::move(storeFile))
    , m_whyNot(whyNotWritable(m_file))
{
}

RecordedCommands::Asker RecorderCommands::asker() const
{
    return {userNameOf(::geteuid()), m_clock.now()};
}

Capabilities RecorderCommands::capabilities(const Run& run) const
{
    Capabilities can;
    const bool mayLive = run.state == RunState::Running || run.state == RunState::Unknown;
    can.stop = mayLive ? allowed() : because("It is not running.");
    can.edit = can.lock = can.unlock = can.remove = allowed();
    if (run.locked)
        can.edit = can.remove = because("It is locked: unlock it first.");
    if (run.state == RunState::Running)
        can.remove = because("It is running: stop it first.");
    can.restore = because("It is not in the trash.");
    if (!m_whyNot.empty())
        can.edit = can.lock = can.unlock = can.remove = can.restore = because(m_whyNot);
    return can;
}

Result<CommandEffect> RecorderCommands::perform(const RunCommand& command, const StoredRun& run)
{
    if (command.kind == Kind::Stop)
        return stop(command, run);
    if (!m_whyNot.empty())
        return refused(m_whyNot);
    switch (command.kind) {
    case Kind::Delete:
        return remove(command, run);
    case Kind::Restore:
        return restore(command.run);
    case Kind::Purge:
        return purge(command.run);
    default:
        return edit(command, command.run);
    }
}

Result<CommandEffect> RecorderCommands::edit(const RunCommand& command, const RunPath& path)
{
    const auto decide = [&command](const Run& shown) -> Result<std::vector<FieldChange>> {
        if (shown.locked && command.kind == Kind::Edit)
            return refused("It is locked: unlock it first.");
        return changesOf(command, shown);
    };
    Result<std::vector<FieldChange>> changes =
        withStore([&](RecordedCommands& commands) { return commands.edit(path, asker(), decide); });
    if (!changes)
        return changes.error();
    CommandEffect effect;
    effect.changes = std::move(changes).value();
    return effect;
}

Result<CommandEffect> RecorderCommands::remove(const RunCommand& command, const StoredRun& run)
{
    if (!command.folder.empty())
        return refused("A recorded run is deleted as a whole.");
    CommandEffect effect;
    if (const Result<std::uint64_t> size = sizeOf(run, CancelToken()))
        effect.bytes = *size;
    const Status moved = withStore([&](RecordedCommands& commands) {
        return commands.moveToTrash(command.run, asker(), RecordedCommands::Living::Refused,
                                    command.takesArtifacts ? RecordedCommands::Artifacts::Go
                                                           : RecordedCommands::Artifacts::Stay);
    });
    return moved ? Result<CommandEffect>(std::move(effect)) : moved.error();
}

Result<CommandEffect> RecorderCommands::restore(const RunPath& path)
{
    const Result<bool> isShown = withStore([&](RecordedCommands& commands) { return commands.restore(path); });
    if (!isShown)
        return isShown.error();
    CommandEffect effect;
    if (!*isShown)
        effect.note = RecorderLock::holder(m_file) ? "It is being read anew, and shows in a moment."
                                                   : "It shows once the recorder has been started again.";
    return effect;
}

Result<CommandEffect> RecorderCommands::purge(const RunPath& path)
{
    const Result<std::uint64_t> bytes = withStore([&](RecordedCommands& commands) { return commands.sizeOf(path); });
    if (!bytes)
        return bytes.error();
    const Result<PurgedRun> purged = withStore([&](RecordedCommands& commands) { return commands.beginPurge(path); });
    if (!purged)
        return purged.error();
    CommandEffect effect;
    effect.bytes = *bytes + sizeOfFolder(purged->folder, CancelToken());
    if (const Status removed = removeRest(*purged); !removed)
        return removed.error();
    const Result<std::uint64_t> contents = removeContents();
    if (!contents)
        return contents.error();
    effect.bytes += *contents;
    return effect;
}

/// A store that was copied knows of the files of the one that it is a copy of, which are not its own to remove.
bool RecorderCommands::isOwnFolder(const std::string& folder)
{
    if (folder.empty())
        return false;
    if (parentPath(folder) == m_file + "-files")
        return true;
    const Result<std::string> place = withStore([](RecordedCommands& commands) { return commands.place(); });
    return place && *place == m_file;
}

std::uint64_t RecorderCommands::sizeOfFolder(const std::string& folder, const CancelToken& cancel)
{
    const Result<std::uint64_t> size =
        isOwnFolder(folder) ? FolderTrash::sizeOf(folder, cancel) : Result<std::uint64_t>(0);
    return size ? *size : 0;
}

/// What a run leaves behind that is no longer in the trash.
Status RecorderCommands::removeRest(const PurgedRun& purged)
{
    if (Status removed = withStore([&](RecordedCommands& commands) { return commands.removeSent(purged); }); !removed)
        return removed;
    // The recorder names the folder by the run's number, which is used once.
    if (lastComponent(purged.folder) == std::to_string(purged.number) && isOwnFolder(purged.folder)) {
        std::error_code failed;
        std::filesystem::remove_all(purged.folder, failed);
        if (failed)
            return Error{Error::Kind::Io,
                         "Its files could not be removed, which is tried again with the next \"Empty trash\": " +
                             failed.message() + '.',
                         purged.folder};
    }
    return withStore([&](RecordedCommands& commands) { return commands.endPurge(purged); });
}

Result<std::uint64_t> RecorderCommands::sizeOf(const StoredRun& run, const CancelToken& cancel)
{
    const Result<std::uint64_t> bytes =
        withStore([&](RecordedCommands& commands) { return commands.sizeOf(run.run.path); });
    return bytes ? *bytes + sizeOfFolder(folderOf(run.detail), cancel) : bytes;
}

Result<std::vector<TrashedRun>> RecorderCommands::trash(const CancelToken& cancel)
{
    Result<std::vector<RecordedTrash>> found = withStore([](RecordedCommands& commands) { return commands.trash(); });
    if (!found)
        return found.error();
    std::vector<TrashedRun> runs;
    for (RecordedTrash& trashed : *found) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "it was canceled", m_file};
        TrashedRun& run = runs.emplace_back();
        run.sizeBytes = trashed.sizeBytes + sizeOfFolder(trashed.folder, cancel);
        if (trashed.artifactsGo)
            if (const Result<ArtifactPlan> plan = planArtifacts({trashed.stored.run.path}, cancel))
                run.sizeBytes += plan->bytes;
        run.stored = std::move(trashed.stored);
        run.user = std::move(trashed.user);
        if (trashed.when != 0)
            run.when = trashed.when;
    }
    return runs;
}

Result<std::uint64_t> RecorderCommands::removeLeftovers()
{
    if (!m_whyNot.empty())
        return std::uint64_t{0};
    const Result<std::vector<PurgedRun>> begun = withStore([](RecordedCommands& commands) { return commands.begun(); });
    if (!begun)
        return begun.error();
    std::uint64_t bytes = 0;
    for (const PurgedRun& purged : *begun) {
        const std::uint64_t size = sizeOfFolder(purged.folder, CancelToken());
        if (const Status removed = removeRest(purged); !removed)
            return removed.error();
        bytes += size;
    }
    const Result<std::uint64_t> contents = removeContents();
    if (!contents)
        return contents.error();
    bytes += *contents;
    const Status given = withStore([](RecordedCommands& commands) { return commands.giveBackRoom(); });
    return given ? Result<std::uint64_t>(bytes) : given.error();
}

} // namespace runglass
