// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/WandbFolderSource.h"

#include "models/sources/PosixFileSystem.h"
#include "models/sources/WandbFolderSync.h"

namespace runglass
{

namespace
{

Error canceled(const std::string& location)
{
    return {Error::Kind::Canceled, "reading was canceled", location};
}

bool isSame(const FileStatus& a, const FileStatus& b)
{
    return a.sizeBytes == b.sizeBytes && a.modifiedNs == b.modifiedNs && a.inode == b.inode;
}

std::vector<std::vector<std::string>> copiesOf(const RunGroup& group)
{
    std::vector<std::vector<std::string>> copies;
    bool any = false;
    for (const SegmentFolder& segment : group.segments) {
        copies.push_back(segment.copies);
        any = any || !segment.copies.empty();
    }
    return any ? copies : std::vector<std::vector<std::string>>();
}

} // namespace

WandbFolderSource::WandbFolderSource(std::string location, std::shared_ptr<const FileSystem> files,
                                     std::shared_ptr<const Clock> clock)
    : m_location(std::move(location))
    , m_files(std::move(files))
    , m_clock(std::move(clock))
    , m_runFiles(*m_files)
{
}

Result<std::unique_ptr<RunSource>> WandbFolderSource::open(const std::string& location,
                                                           std::shared_ptr<const FileSystem> files,
                                                           std::shared_ptr<const Clock> clock)
{
    Result<std::string> canonical = files->canonical(location);
    if (!canonical)
        return canonical.error();
    const Result<FileStatus> status = files->status(*canonical);
    if (!status)
        return status.error();
    const bool isLog = status->kind == EntryKind::File && canonical->ends_with(".wandb");
    if (!isLog && status->kind != EntryKind::Directory)
        return Error{Error::Kind::Unsupported, "it is neither a directory nor a .wandb file", location};
    return std::unique_ptr<RunSource>(
        new WandbFolderSource(std::move(canonical).value(), std::move(files), std::move(clock)));
}

Result<std::unique_ptr<RunSource>> WandbFolderSource::open(const std::string& location)
{
    return open(location, std::make_shared<PosixFileSystem>(), std::make_shared<SystemClock>());
}

Result<std::vector<RunGroup>> WandbFolderSource::identifyAll(std::vector<RunFolder> folders, const CancelToken& cancel)
{
    std::map<std::string, Known> known;
    std::vector<IdentifiedFolder> identified;
    identified.reserve(folders.size());
    for (RunFolder& folder : folders) {
        if (cancel.isCanceled())
            return canceled(m_location);
        const auto last = m_known.find(folder.log);
        if (last != m_known.end() && isSame(last->second.status, folder.status)) {
            known.emplace(folder.log, last->second);
            identified.push_back({std::move(folder), last->second.identity});
            continue;
        }
        Result<LogIdentity> identity = identify(*m_files, folder, cancel);
        if (!identity)
            return identity.error();
        known.emplace(folder.log, Known{folder.status, *identity});
        identified.push_back({std::move(folder), std::move(identity).value()});
    }
    m_known = std::move(known);
    return groupRuns(*m_files, std::move(identified));
}

Result<SyncReport> WandbFolderSource::sync(StoreWriter& writer, const CancelToken& cancel,
                                           const std::function<void(const SyncProgress&)>& progress)
{
    const RunFolderFinder finder(*m_files);
    Result<FoundFolders> found = finder.find(m_location, cancel, [&progress](std::size_t folders) {
        progress({0, static_cast<int>(folders)});
    });
    if (!found)
        return found.error();
    const Result<std::vector<RunGroup>> groups = identifyAll(std::move(found->folders), cancel);
    if (!groups)
        return groups.error();

    // The store's cursors know of logs only, not of their copies.
    std::set<RunPath> mustRead;
    std::map<RunPath, std::vector<std::vector<std::string>>> copies;
    for (const RunGroup& group : *groups) {
        std::vector<std::vector<std::string>> now = copiesOf(group);
        const auto before = m_copies.find(group.path);
        if (before == m_copies.end() ? !now.empty() : before->second != now)
            mustRead.insert(group.path);
        if (!now.empty())
            copies.emplace(group.path, std::move(now));
    }
    WandbFolderSync pass(*m_files, *m_clock, writer, cancel, progress);
    if (const Status done = pass.run(*groups, mustRead); !done)
        return done.error();
    m_copies = std::move(copies);
    return SyncReport{static_cast<int>(groups->size()), std::move(found->warnings)};
}

Capabilities WandbFolderSource::capabilities(const Run&) const
{
    Capabilities none;
    none.stop.reason = "Runs of a folder cannot be stopped from here.";
    none.remove.reason = "Runs of a folder cannot be deleted from here.";
    none.restore.reason = "Runs of a folder cannot be deleted from here, so there is nothing to restore.";
    none.edit.reason = "Runs of a folder cannot be edited from here.";
    none.lock.reason = "Runs of a folder cannot be locked from here.";
    return none;
}

Status WandbFolderSource::perform(const RunCommand& command)
{
    const Capabilities none = capabilities({});
    const auto refused = [](const Capability& capability) {
        return Error{Error::Kind::Refused, capability.reason, {}};
    };
    switch (command.kind) {
    case RunCommand::Kind::Stop:
        return refused(none.stop);
    case RunCommand::Kind::Delete:
    case RunCommand::Kind::Purge:
        return refused(none.remove);
    case RunCommand::Kind::Restore:
        return refused(none.restore);
    case RunCommand::Kind::Edit:
        return refused(none.edit);
    case RunCommand::Kind::Lock:
    case RunCommand::Kind::Unlock:
        break;
    }
    return refused(none.lock);
}

Result<std::vector<RunFile>> WandbFolderSource::listFiles(const RunDetail& detail, const CancelToken& cancel) const
{
    return m_runFiles.list(detail, cancel);
}

Result<std::string> WandbFolderSource::readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                                std::uint64_t length) const
{
    return m_runFiles.read(detail, file, offset, length);
}

std::string WandbFolderSource::localPath(const RunDetail& detail, const RunFile& file) const
{
    return m_runFiles.localPath(detail, file);
}

} // namespace runglass
