// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderCommands.h"

#include "models/formats/WandbFolderName.h"
#include "models/run/RunFields.h"

#include <algorithm>
#include <filesystem>

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

Error refused(std::string why, std::string path = {})
{
    return {Error::Kind::Refused, std::move(why), std::move(path)};
}

/// All places where the run lies, copies included; the folder that was written last comes first.
std::vector<std::string> foldersOf(const RunDetail& detail)
{
    std::vector<std::string> folders;
    const auto add = [&folders](const std::string& folder) {
        if (!folder.empty() && std::find(folders.begin(), folders.end(), folder) == folders.end())
            folders.push_back(folder);
    };
    for (std::size_t left = detail.segments.size(); left > 0; --left) {
        const Segment& segment = detail.segments[left - 1];
        add(segment.folder);
        for (const std::string& copy : segment.copies)
            add(copy);
    }
    return folders;
}

/// Whether another folder of the same ID lies beside it, which the source that was opened need not see.
bool hasSibling(const FileSystem& files, const std::string& folder)
{
    const std::optional<WandbFolderName> name = parseWandbFolderName(lastComponent(folder));
    const Result<std::vector<DirectoryEntry>> entries = files.list(parentPath(folder));
    if (!name || !entries)
        return false;
    return std::any_of(entries->begin(), entries->end(), [&](const DirectoryEntry& entry) {
        const std::optional<WandbFolderName> other = parseWandbFolderName(entry.name);
        return other && other->id == name->id && entry.kind == EntryKind::Directory &&
               entry.name != lastComponent(folder);
    });
}

std::set<std::string> placesOf(const std::vector<std::string>& folders)
{
    std::set<std::string> places;
    for (const std::string& folder : folders)
        places.insert(parentPath(folder));
    return places;
}

} // namespace

FolderCommands::FolderCommands(const FileSystem& files, const Clock& clock, RunStates::Look look, std::string location,
                               std::string dataDirectory)
    : m_files(files)
    , m_clock(clock)
    , m_look(std::move(look))
    , m_location(std::move(location))
    , m_dataDirectory(std::move(dataDirectory))
    , m_notes(files, m_dataDirectory)
{
}

void FolderCommands::setPlaces(const std::set<std::string>& places)
{
    const std::lock_guard lock(m_mutex);
    m_places.insert(places.begin(), places.end());
    m_arePlacesKnown = true;
}

std::set<std::string> FolderCommands::takeTouched()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_touched, {});
}

Capabilities FolderCommands::capabilities(const Run& run)
{
    Capabilities can;
    const bool mayLive = run.state == RunState::Running || run.state == RunState::Unknown;
    const bool isHere = run.host.empty() || run.host.starts_with("localhost") || run.host == hostName();
    can.stop = !mayLive  ? because("It is not running.")
               : !isHere ? because("It runs on " + run.host + ", not on this computer.")
                         : allowed();
    can.edit = can.lock = can.unlock = can.remove = allowed();
    if (run.locked) {
        can.edit = because("It is locked: unlock it first.");
        can.remove = can.edit;
    }
    if (run.state == RunState::Running)
        can.remove = because("It is running: stop it first.");
    if (run.path.project.empty())
        can.edit = can.lock = can.unlock = because("Nothing could be read of it yet that says which run it is.");
    if (run.vanished)
        can.stop = can.edit = can.lock = can.unlock = can.remove = because("Its folder is gone.");
    can.restore = because("It is not in the trash.");
    return can;
}

Result<CommandEffect> FolderCommands::perform(const RunCommand& command, const StoredRun& run)
{
    const Capabilities can = capabilities(run.run);
    const auto mayIf = [](const Capability& capability) {
        return capability.allowed ? Status(Done{}) : Status(refused(capability.reason));
    };
    Status may = Done{};
    switch (command.kind) {
    case Kind::Stop:
        may = mayIf(can.stop);
        break;
    case Kind::Delete:
        may = mayIf(can.remove);
        break;
    case Kind::Edit:
        may = mayIf(can.edit);
        break;
    case Kind::Lock:
        may = mayIf(can.lock);
        break;
    case Kind::Unlock:
        may = mayIf(can.unlock);
        break;
    case Kind::Restore:
    case Kind::Purge:
        break;
    }
    if (!may)
        return may.error();
    if (command.kind == Kind::Stop)
        return stop(command, run);
    const std::lock_guard lock(m_mutex);
    switch (command.kind) {
    case Kind::Delete:
        return remove(command, run);
    case Kind::Restore:
    case Kind::Purge:
        return takeFromTrash(command);
    default:
        return edit(command, run);
    }
}

void FolderCommands::know(const std::set<std::string>& places)
{
    m_places.insert(places.begin(), places.end());
    m_touched.insert(places.begin(), places.end());
    m_notes.refreshSome(places);
}

/// With all edits, those of others too that have not reached the store yet.
Run FolderCommands::asNoted(Run run) const
{
    takeEditsBack(run);
    if (const RunOverlay* const overlay = m_notes.overlayOf(run.path))
        overlay->applyTo(run);
    return run;
}

Result<CommandEffect> FolderCommands::edit(const RunCommand& command, const StoredRun& run)
{
    const std::vector<std::string> folders = foldersOf(run.detail);
    if (folders.empty())
        return refused("It has no folder.");
    const std::set<std::string> places = placesOf(folders);
    know(places);
    const Run now = asNoted(run.run);
    if (now.locked && command.kind == Kind::Edit)
        return refused("It is locked: unlock it first.");
    // Nobody says that a run has ended whose script is seen to be at work.
    if (command.edit.mark)
        if (std::optional<Error> busy = whyBusy(run, folders))
            return *busy;
    Result<std::vector<FieldChange>> changes = changesOf(command, now);
    if (!changes)
        return changes.error();
    if (changes->empty())
        return CommandEffect{};
    const RunOverlay* const overlay = m_notes.overlayOf(now.path);
    // Later than what it changes, whatever the clocks of other computers say.
    const TimeNs when = std::max(m_clock.now(), overlay ? overlay->last() + 1 : 0);
    const EditLine line{now.path, when, userNameOf(::geteuid()), hostName(), *changes};
    if (Status appended = appendEdit(places, parentPath(folders.front()), line); !appended)
        return appended.error();
    return CommandEffect{std::move(changes).value()};
}

/// In every directory that holds a folder of the run, so that whichever is opened tells it; the first one counts.
Status FolderCommands::appendEdit(const std::set<std::string>& places, const std::string& first,
                                  const EditLine& line) const
{
    const std::string text = toLine(line);
    if (Status appended = appendBeside(first, text); !appended)
        return appended;
    for (const std::string& place : places)
        if (place != first)
            (void)appendBeside(place, text);
    return Done{};
}

Status FolderCommands::appendBeside(const std::string& place, const std::string& text) const
{
    const std::string name = notesFileName("edits");
    const Result<FileDescriptor> notes = makeNotesDirectory(place);
    Status appended =
        notes ? appendLine(*notes, name, text, joinPath(place, std::string(kNotesDirectory))) : Status(notes.error());
    const bool mayNot = !appended && appended.error().detail.starts_with("no permission");
    if (!mayNot || m_dataDirectory.empty())
        return appended;
    const std::string own = m_dataDirectory + "/edits" + place;
    std::error_code failed;
    std::filesystem::create_directories(own, failed);
    const Result<FileDescriptor> directory = openPlace(own);
    return directory ? appendLine(*directory, name, text, own) : appended;
}

/// Why nobody should take the folders away now. Looks at who holds their logs.
std::optional<Error> FolderCommands::whyBusy(const StoredRun& run, const std::vector<std::string>& folders)
{
    if (!m_look)
        return std::nullopt;
    // One look serves many runs; the kernel's own word on each log comes on top of it.
    constexpr std::chrono::seconds kFresh{1};
    if (!m_holders || Steady::now() - m_looked > kFresh) {
        m_holders = m_look();
        m_looked = Steady::now();
    }
    for (const std::string& folder : folders) {
        const Result<std::vector<DirectoryEntry>> entries = m_files.list(folder);
        for (const DirectoryEntry& entry : entries ? *entries : std::vector<DirectoryEntry>()) {
            if (!entry.name.ends_with(".wandb"))
                continue;
            const LogHold hold = m_holders->holdOf(joinPath(folder, entry.name));
            if (hold.kind == LogHold::Kind::Held)
                return refused(hold.holder ? "It is running: " + hold.holder->command + " (process " +
                                                 std::to_string(hold.holder->pid) + ") holds its log."
                                           : "It is running: a process that cannot be seen from here holds its log.",
                               folder);
            if (hold.kind == LogHold::Kind::Hidden && !run.run.exitCode)
                return refused("It may be running: a process of " + hold.userName +
                                   " that cannot be looked into may hold its log.",
                               folder);
        }
    }
    return std::nullopt;
}

Result<CommandEffect> FolderCommands::remove(const RunCommand& command, const StoredRun& run)
{
    std::vector<std::string> folders = foldersOf(run.detail);
    const bool isKnown = std::find(folders.begin(), folders.end(), command.folder) != folders.end();
    if (!command.folder.empty() && !isKnown)
        return Error{Error::Kind::NotFound, "the run has no such folder", command.folder};
    const bool isWhole = command.folder.empty() || (folders.size() == 1 && !hasSibling(m_files, command.folder));
    know(placesOf(folders));
    if (asNoted(run.run).locked)
        return refused("It is locked: unlock it first.");
    if (!isWhole)
        folders = {command.folder};
    if (std::optional<Error> busy = whyBusy(run, folders))
        return *busy;
    return m_trash.moveIn(folders, run.run.path, isWhole);
}

Result<std::uint64_t> FolderCommands::sizeOf(const StoredRun& run, const std::string& folder, const CancelToken& cancel)
{
    std::uint64_t bytes = 0;
    for (const std::string& one : folder.empty() ? foldersOf(run.detail) : std::vector<std::string>{folder}) {
        const Result<std::uint64_t> size = FolderTrash::sizeOf(one, cancel);
        if (!size)
            return size.error();
        bytes += *size;
    }
    return bytes;
}

} // namespace runglass
