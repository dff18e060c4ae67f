// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/TrainingProcess.h"
#include "models/run/Clock.h"
#include "models/sources/FileSystem.h"
#include "models/sources/RunSource.h"
#include "models/store/RecorderLock.h"
#include "models/store/RecorderStore.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace runglass
{

/// What can be done with recorded runs: edited, locked, moved into the trash and back in the recorder's store itself,
/// beside a recorder that may be at work; their scripts interrupted, or asked to stop by the recorder.
/// @thread any, several at once
class RecorderCommands
{
public:
    /// Borrows files and clock.
    /// @param storeFile  canonical
    RecorderCommands(const FileSystem& files, const Clock& clock, std::string storeFile);

    /// As those of RunSource.
    Capabilities capabilities(const Run& run) const;
    Result<CommandEffect> perform(const RunCommand& command, const StoredRun& run);
    Result<StopPlan> planStop(const StoredRun& run);
    Result<std::uint64_t> sizeOf(const StoredRun& run, const CancelToken& cancel);
    Result<ArtifactPlan> planArtifacts(const std::vector<RunPath>& runs, const CancelToken& cancel);
    Result<std::vector<TrashedRun>> trash(const CancelToken& cancel);
    Result<std::uint64_t> removeLeftovers();

private:
    template <typename Work> auto withStore(Work&& work) -> decltype(work(std::declval<RecordedCommands&>()));
    RecordedCommands::Asker asker() const;

    Result<CommandEffect> edit(const RunCommand& command, const RunPath& path);
    Result<CommandEffect> remove(const RunCommand& command, const StoredRun& run);
    Result<CommandEffect> restore(const RunPath& path);
    Result<CommandEffect> purge(const RunPath& path);
    Status removeRest(const PurgedRun& purged);
    std::string filesDirectory();
    Result<std::uint64_t> removeContents();
    bool isOwnFolder(const std::string& folder);
    std::uint64_t sizeOfFolder(const std::string& folder, const CancelToken& cancel);

    Result<CommandEffect> stop(const RunCommand& command, const StoredRun& run);
    Result<CommandEffect> interrupt(const RunCommand& command, const RunPath& path, const TrainingProcess& script);
    Result<CommandEffect> ask(const RunCommand& command, const StoredRun& run);
    Result<TrainingProcess> findScript(const StoredRun& run) const;
    std::vector<std::string> logsOf(const StoredRun& run) const;
    /// That it was asked a moment ago, and hears of it soon: not to be interrupted as well.
    std::optional<std::string> whyWait(const RunPath& path);

    const FileSystem& m_files;
    const Clock& m_clock;
    std::string m_file;
    std::string m_whyNot; ///< why the store cannot be written; empty: it can

    std::mutex m_mutex; ///< guards what follows
    std::unique_ptr<RecorderStore> m_store;
};

/// One command at a time; the store is opened with the first.
template <typename Work>
auto RecorderCommands::withStore(Work&& work) -> decltype(work(std::declval<RecordedCommands&>()))
{
    const std::lock_guard lock(m_mutex);
    if (!m_store || m_store->isReplaced()) {
        Result<std::unique_ptr<RecorderStore>> store = RecorderStore::openBeside({m_file, {}});
        if (!store)
            return store.error();
        m_store = std::move(store).value();
    }
    return work(m_store->commands());
}

} // namespace runglass
