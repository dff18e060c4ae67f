// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderTrash.h"

#include "models/processes/LogHolders.h"
#include "models/sources/BeneathPath.h"
#include "models/sources/FolderRename.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace runglass
{

namespace
{

std::string notesPath(const std::string& place)
{
    return joinPath(place, std::string(kNotesDirectory));
}

std::string partPath(const std::string& place, std::string_view part)
{
    return joinPath(notesPath(place), std::string(part));
}

Result<FileDescriptor> makePart(const std::string& place, std::string_view part)
{
    const Result<FileDescriptor> notes = makeNotesDirectory(place);
    if (!notes)
        return notes.error();
    return makeDirectoryIn(*notes, std::string(part), partPath(place, part));
}

bool isTaken(const FileDescriptor& directory, const std::string& name)
{
    struct stat status = {};
    return ::fstatat(directory.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

/// name, or name~2, name~3 … where that is taken.
std::string freeName(const FileDescriptor& directory, const std::string& name)
{
    std::string free = name;
    for (int number = 2; isTaken(directory, free); ++number)
        free = name + '~' + std::to_string(number);
    return free;
}

Error refused(std::string why, std::string path)
{
    return {Error::Kind::Refused, std::move(why), std::move(path)};
}

std::uint64_t orNothing(const Result<std::uint64_t>& bytes)
{
    return bytes ? *bytes : 0;
}

} // namespace

/// One folder on its way, and where it came from.
struct FolderTrash::Move {
    HeldFolder from;
    FileDescriptor to;
    std::string toPath, name;

    Status go() const { return renameFolder(from, to, toPath, name); }
    void back() const
    {
        const int copy = ::fcntl(from.folder.get(), F_DUPFD_CLOEXEC, 0);
        const int target = ::fcntl(to.get(), F_DUPFD_CLOEXEC, 0);
        const HeldFolder moved{FileDescriptor(target), toPath, name, FileDescriptor(copy)};
        (void)renameFolder(moved, from.parent, from.parentPath, from.name);
    }
};

namespace
{

/// All of them, in order, or none.
template <typename Moves> Status goAll(const Moves& moves)
{
    for (std::size_t i = 0; i < moves.size(); ++i) {
        Status gone = moves[i].go();
        if (gone)
            continue;
        while (i > 0)
            moves[--i].back();
        return gone;
    }
    return Done{};
}

} // namespace

FolderTrash::FolderTrash(const Clock& clock, const FolderNotes& notes)
    : m_clock(clock)
    , m_notes(notes)
{
}

TrashLine FolderTrash::lineOf(TrashLine::What what, const RunPath& run) const
{
    static std::atomic<unsigned> number = 0;
    TrashLine line;
    line.what = what;
    line.run = run;
    line.when = m_clock.now();
    line.user = userNameOf(::geteuid());
    line.host = hostName();
    line.operation = std::to_string(line.when) + '-' + std::to_string(::getpid()) + '-' + std::to_string(++number);
    return line;
}

Status FolderTrash::note(const std::string& place, const TrashLine& line) const
{
    const Result<FileDescriptor> notes = makeNotesDirectory(place);
    if (!notes)
        return notes.error();
    return appendLine(*notes, notesFileName("trash"), toLine(line), notesPath(place));
}

Result<CommandEffect> FolderTrash::moveIn(const std::vector<std::string>& folders, const RunPath& run,
                                          bool isWhole) const
{
    std::vector<Move> moves;
    std::vector<TrashLine> lines;
    TrashLine line = lineOf(TrashLine::What::Trashed, run);
    line.isWhole = isWhole;
    CommandEffect effect;
    // Everything is looked at before anything is touched.
    for (const std::string& folder : folders) {
        const std::string place = parentPath(folder);
        if (!placeOfTrashed(folder).empty())
            return refused("It lies in a trash already.", folder);
        Result<HeldFolder> held = holdFolder(place, lastComponent(folder));
        if (!held)
            return held.error();
        if (const Status checked = checkRunFolder(*held); !checked)
            return checked.error();
        const Result<std::uint64_t> size = bytesBelow(held->folder, folder, CancelToken());
        line.sizeBytes = orNothing(size);
        effect.bytes += line.sizeBytes;
        lines.push_back(line);
        moves.push_back({std::move(held).value(), {}, partPath(place, kTrashDirectory), {}});
    }
    for (std::size_t i = 0; i < moves.size(); ++i) {
        Move& move = moves[i];
        const std::string& place = move.from.parentPath;
        Result<FileDescriptor> trash = makePart(place, kTrashDirectory);
        if (!trash)
            return trash.error();
        move.to = std::move(trash).value();
        move.name = freeName(move.to, move.from.name);
        lines[i].folder = move.from.name;
        lines[i].as = move.name;
        const bool isBesideLeader = place == moves.front().from.parentPath;
        lines[i].leader = isBesideLeader ? moves.front().name : inTrash(moves.front().from.parentPath, lines[0].as);
        if (const Status noted = note(place, lines[i]); !noted)
            return noted.error();
    }
    const Status gone = goAll(moves);
    effect.folder = inTrash(moves.front().from.parentPath, lines.front().as);
    if (gone)
        return effect;
    for (std::size_t i = 0; i < moves.size(); ++i) {
        lines[i].what = TrashLine::What::Restored;
        (void)note(moves[i].from.parentPath, lines[i]);
    }
    return gone.error();
}

/// What is known of the operation; without a line the folder alone, under its name.
std::vector<FolderNotes::Member> FolderTrash::membersOf(const std::string& place, const std::string& as) const
{
    std::vector<FolderNotes::Member> members = m_notes.membersOf(place, as);
    if (!members.empty())
        return members;
    TrashLine line = lineOf(TrashLine::What::Trashed, {});
    line.folder = as.substr(0, as.find('~'));
    line.as = line.leader = as;
    return {{place, line}};
}

Status FolderTrash::restore(const std::string& place, const std::string& as) const
{
    std::vector<FolderNotes::Member> members = membersOf(place, as);
    // Where the leader lies says what has become of all: it comes back last.
    std::reverse(members.begin(), members.end());
    std::vector<Move> moves;
    for (const FolderNotes::Member& member : members) {
        const std::string trash = partPath(member.place, kTrashDirectory);
        Result<HeldFolder> held = holdFolder(trash, member.line.as);
        // It never went, or somebody has taken it out by hand.
        const bool isLeader = &member == &members.back();
        if (!held && held.error().kind == Error::Kind::NotFound && !isLeader)
            continue;
        if (!held)
            return held.error();
        Result<FileDescriptor> target = openPlace(member.place);
        if (!target)
            return target.error();
        if (isTaken(*target, member.line.folder))
            return refused("Something of that name is there again.", joinPath(member.place, member.line.folder));
        moves.push_back({std::move(held).value(), std::move(target).value(), member.place, member.line.folder});
    }
    if (Status gone = goAll(moves); !gone)
        return gone;
    for (FolderNotes::Member& member : members) {
        member.line.what = TrashLine::What::Restored;
        member.line.when = std::max(m_clock.now(), member.line.when + 1);
        member.line.user = userNameOf(::geteuid());
        member.line.host = hostName();
        (void)note(member.place, member.line);
    }
    return Done{};
}

Result<std::uint64_t> FolderTrash::purge(const std::string& place, const std::string& as) const
{
    std::vector<FolderNotes::Member> members = membersOf(place, as);
    for (std::size_t i = 0; i < members.size(); ++i) {
        FolderNotes::Member& member = members[i];
        // What was left where it was by a deletion that was cut off must not come back to life.
        if (i > 0 && m_notes.isHidden(joinPath(member.place, member.line.folder))) {
            Result<HeldFolder> held = holdFolder(member.place, member.line.folder);
            const Result<FileDescriptor> trash = makePart(member.place, kTrashDirectory);
            if (held && trash)
                (void)renameFolder(*held, *trash, partPath(member.place, kTrashDirectory), member.line.as);
        }
        member.line.what = TrashLine::What::Purged;
        member.line.when = std::max(m_clock.now(), member.line.when + 1);
        if (const Status noted = note(member.place, member.line); !noted)
            return noted.error();
    }
    std::uint64_t bytes = 0;
    for (const FolderNotes::Member& member : members) {
        const bool isLeader = &member == &members.front();
        Result<HeldFolder> held = holdFolder(partPath(member.place, kTrashDirectory), member.line.as);
        if (!held && !isLeader)
            continue;
        if (!held)
            return held.error();
        const Result<FileDescriptor> purged = makePart(member.place, kPurgedDirectory);
        if (!purged)
            return purged.error();
        const std::string name = freeName(*purged, member.line.as);
        const std::string path = partPath(member.place, kPurgedDirectory);
        if (const Status gone = renameFolder(*held, *purged, path, name); !gone)
            return gone.error();
        const Result<std::uint64_t> freed = removeTree(*purged, name, path);
        if (!freed)
            return freed.error();
        bytes += *freed;
    }
    return bytes;
}

Result<std::uint64_t> FolderTrash::removeLeftovers(const std::string& place) const
{
    const Result<FileDescriptor> notes = openPlace(notesPath(place));
    if (!notes)
        return notes.error().kind == Error::Kind::NotFound ? Result<std::uint64_t>(0) : notes.error();
    std::uint64_t bytes = 0;
    const PosixFileSystem files;
    const auto namesIn = [&](std::string_view part) {
        const Result<std::vector<DirectoryEntry>> entries = files.list(partPath(place, part));
        return entries ? *entries : std::vector<DirectoryEntry>();
    };
    for (const DirectoryEntry& entry : namesIn(kTrashDirectory)) {
        if (!m_notes.isLeftover(place, entry.name))
            continue;
        const Result<HeldFolder> held = holdFolder(partPath(place, kTrashDirectory), entry.name);
        const Result<FileDescriptor> purged = makePart(place, kPurgedDirectory);
        if (held && purged)
            (void)renameFolder(*held, *purged, partPath(place, kPurgedDirectory), freeName(*purged, entry.name));
    }
    const Result<FileDescriptor> purged = openPlace(partPath(place, kPurgedDirectory));
    for (const DirectoryEntry& entry : purged ? namesIn(kPurgedDirectory) : std::vector<DirectoryEntry>()) {
        const Result<std::uint64_t> freed = removeTree(*purged, entry.name, partPath(place, kPurgedDirectory));
        if (!freed)
            return freed.error();
        bytes += *freed;
    }
    return bytes;
}

Result<std::uint64_t> FolderTrash::sizeOf(const std::string& folder, const CancelToken& cancel)
{
    const Result<FileDescriptor> open = openPlace(folder);
    if (!open)
        return open.error();
    return bytesBelow(*open, folder, cancel);
}

} // namespace runglass
