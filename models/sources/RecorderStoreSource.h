// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/PosixFileSystem.h"
#include "models/sources/RecorderCommands.h"
#include "models/sources/RunFolderFiles.h"
#include "models/sources/RunSource.h"

#include <atomic>

namespace runglass
{

/// The store that a recorder writes, read where it lies: it is its own index.
/// @thread as RunSource
class RecorderStoreSource : public RunSource
{
public:
    /// @errors Unsupported: no store of a recorder · as Database::open
    static Result<std::unique_ptr<RunSource>> open(const std::string& location);

    std::string kind() const override { return "recorder"; }
    const std::string& location() const override { return m_location; }
    std::optional<StoreLocation> ownStore() const override { return StoreLocation{m_location, {}}; }
    Result<SyncReport> lookAfterStore() override;
    Result<SyncReport> sync(StoreWriter& writer, const CancelToken& cancel,
                            const std::function<void(const SyncProgress&)>& progress) override;
    Result<SyncReport> follow(StoreWriter& writer, const CancelToken& cancel,
                              const std::function<void(const SyncProgress&)>& progress) override;
    NewsAnnouncement announcement() const override;
    Capabilities capabilities(const Run& run) const override;
    Result<CommandEffect> perform(const RunCommand& command, const StoredRun& run) override;
    Result<StopPlan> planStop(const StoredRun& run) const override;
    Result<std::uint64_t> sizeOf(const StoredRun& run, const std::string& folder,
                                 const CancelToken& cancel) const override;
    Result<ArtifactPlan> planArtifacts(const std::vector<RunPath>& runs, const CancelToken& cancel) const override;
    Result<std::vector<TrashedRun>> trash(const CancelToken& cancel) const override;
    Result<std::uint64_t> removeLeftovers() override;
    Result<std::vector<RunFile>> listFiles(const RunDetail& detail, const CancelToken& cancel) const override;
    Result<std::string> readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                 std::uint64_t length) const override;
    void completeConsole(const Segment& segment, std::vector<ConsoleFragment>& console) const override;
    std::string unloggedConsole(const Segment& segment, const LogLines& lines, std::size_t first,
                                bool endsLine) const override;
    std::string localPath(const RunDetail& detail, const RunFile& file) const override;

private:
    explicit RecorderStoreSource(std::string location)
        : m_location(std::move(location))
    {
    }

    std::string m_location;
    PosixFileSystem m_files;
    RunFolderFiles m_runFiles{m_files};
    SystemClock m_clock;
    std::unique_ptr<RecorderCommands> m_commands = std::make_unique<RecorderCommands>(m_files, m_clock, m_location);
    std::atomic<bool> m_isAbandoned = false; ///< no recorder has it, and its runs say so
};

} // namespace runglass
