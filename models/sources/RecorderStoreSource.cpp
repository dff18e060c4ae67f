// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RecorderStoreSource.h"

#include "models/store/RecorderLock.h"
#include "models/store/RecorderStore.h"

#include <filesystem>

namespace runglass
{

namespace
{

/// How often the store is asked whether something has changed, which costs some microseconds.
constexpr std::chrono::milliseconds kRecording{250};
constexpr std::chrono::milliseconds kAbandoned{2000};

/// Where a run's files lie: beside the store, under the run's number, also when both were moved or copied since.
std::string folderNow(const std::string& storeFile, const std::string& recorded)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    if (recorded.empty() || fs::is_directory(recorded, failed))
        return recorded;
    const fs::path beside = fs::path(storeFile + "-files") / fs::path(recorded).filename();
    return fs::is_directory(beside, failed) ? beside.string() : recorded;
}

/// The files of a run lie in the folder of its first segment; the others have none.
RunDetail withFolderOnly(const std::string& storeFile, const RunDetail& detail)
{
    RunDetail part;
    for (const Segment& segment : detail.segments)
        if (!segment.folder.empty()) {
            part.segments.push_back(segment);
            part.segments.back().folder = folderNow(storeFile, segment.folder);
        }
    return part;
}

} // namespace

Result<std::unique_ptr<RunSource>> RecorderStoreSource::open(const std::string& location)
{
    std::error_code failed;
    const std::filesystem::path absolute = std::filesystem::canonical(location, failed);
    if (failed || !std::filesystem::is_regular_file(absolute, failed))
        return Error{Error::Kind::Unsupported, "it is no file", location};
    const Result<bool> isStore = RecorderStore::isAt(absolute.string());
    if (!isStore)
        return isStore.error();
    if (!*isStore)
        return Error{Error::Kind::Unsupported, "it is no store of a recorder", location};
    return std::unique_ptr<RunSource>(new RecorderStoreSource(absolute.string()));
}

/// Where nobody records any more, runs that were going on are in an unknown state.
Result<SyncReport> RecorderStoreSource::lookAfterStore()
{
    // What follows would make what is missing.
    std::error_code failed;
    if (!std::filesystem::exists(m_location, failed))
        return Error{Error::Kind::NotFound, "the store is gone", m_location};
    if (const auto recorder = RecorderLock::holder(m_location)) {
        m_isAbandoned = false;
        SyncReport report;
        if (!recorder->trouble.empty())
            report.warnings.push_back({m_location, std::nullopt, "Runs cannot be recorded: " + recorder->trouble});
        return report;
    }
    if (m_isAbandoned)
        return SyncReport{};
    const Result<RecorderLock> lock = RecorderLock::take(m_location);
    // A recorder is just starting, or the directory is not ours to write.
    if (!lock)
        return SyncReport{};
    const Result<std::unique_ptr<RecorderStore>> store = RecorderStore::open({m_location, {}});
    if (!store)
        return store.error();
    if (const Status marked = (*store)->markAbandoned(std::nullopt); !marked)
        return marked.error();
    m_isAbandoned = true;
    return SyncReport{};
}

Result<SyncReport> RecorderStoreSource::sync(StoreWriter& /*writer*/, const CancelToken& /*cancel*/,
                                             const std::function<void(const SyncProgress&)>& /*progress*/)
{
    return lookAfterStore();
}

Result<SyncReport> RecorderStoreSource::follow(StoreWriter& /*writer*/, const CancelToken& /*cancel*/,
                                               const std::function<void(const SyncProgress&)>& /*progress*/)
{
    return lookAfterStore();
}

NewsAnnouncement RecorderStoreSource::announcement() const
{
    return {-1, m_isAbandoned ? kAbandoned : kRecording};
}

Capabilities RecorderStoreSource::capabilities(const Run& run) const
{
    return m_commands->capabilities(run);
}

Result<CommandEffect> RecorderStoreSource::perform(const RunCommand& command, const StoredRun& run)
{
    Result<CommandEffect> effect = m_commands->perform(command, run);
    // One that comes back, or is no longer marked as ended, may say that it runs.
    if (effect && (command.kind == RunCommand::Kind::Restore || command.kind == RunCommand::Kind::Edit))
        m_isAbandoned = false;
    return effect;
}

Result<StopPlan> RecorderStoreSource::planStop(const StoredRun& run) const
{
    return m_commands->planStop(run);
}

Result<std::uint64_t> RecorderStoreSource::sizeOf(const StoredRun& run, const std::string& /*folder*/,
                                                  const CancelToken& cancel) const
{
    return m_commands->sizeOf(run, cancel);
}

Result<ArtifactPlan> RecorderStoreSource::planArtifacts(const std::vector<RunPath>& runs,
                                                        const CancelToken& cancel) const
{
    return m_commands->planArtifacts(runs, cancel);
}

Result<std::vector<TrashedRun>> RecorderStoreSource::trash(const CancelToken& cancel) const
{
    return m_commands->trash(cancel);
}

Result<std::uint64_t> RecorderStoreSource::removeLeftovers()
{
    return m_commands->removeLeftovers();
}

Result<std::vector<RunFile>> RecorderStoreSource::listFiles(const RunDetail& detail, const CancelToken& cancel) const
{
    return m_runFiles.list(withFolderOnly(m_location, detail), cancel);
}

Result<std::string> RecorderStoreSource::readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                                  std::uint64_t length) const
{
    return m_runFiles.read(withFolderOnly(m_location, detail), file, offset, length);
}

/// The store has all that was sent.
void RecorderStoreSource::completeConsole(const Segment& /*segment*/, std::vector<ConsoleFragment>& /*console*/) const
{
}

std::string RecorderStoreSource::unloggedConsole(const Segment& /*segment*/, const LogLines& /*lines*/,
                                                 std::size_t /*first*/, bool /*endsLine*/) const
{
    return {};
}

std::string RecorderStoreSource::localPath(const RunDetail& detail, const RunFile& file) const
{
    return m_runFiles.localPath(withFolderOnly(m_location, detail), file);
}

} // namespace runglass
