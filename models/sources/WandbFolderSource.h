// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Clock.h"
#include "models/sources/RunFolderFiles.h"
#include "models/sources/RunGroups.h"
#include "models/sources/RunSource.h"

#include <map>

namespace runglass
{

/// Runs that the wandb SDK left in folders: a wandb/ directory, any tree above it, one run folder or one .wandb file.
/// Nothing in there is ever written.
/// @source  wandb 0.31 run directories
class WandbFolderSource : public RunSource
{
public:
    /// Whether location is a directory or a .wandb file; says nothing of whether there are runs in it.
    /// @errors NotFound · Io · Unsupported (another kind of file)
    static Result<std::unique_ptr<RunSource>> open(const std::string& location, std::shared_ptr<const FileSystem> files,
                                                   std::shared_ptr<const Clock> clock);
    /// With this computer's disk and clock.
    static Result<std::unique_ptr<RunSource>> open(const std::string& location);

    std::string kind() const override { return "wandb-folder"; }
    const std::string& location() const override { return m_location; }
    Result<SyncReport> sync(StoreWriter& writer, const CancelToken& cancel,
                            const std::function<void(const SyncProgress&)>& progress) override;
    Capabilities capabilities(const Run& run) const override;
    Status perform(const RunCommand& command) override;
    Result<std::vector<RunFile>> listFiles(const RunDetail& detail, const CancelToken& cancel) const override;
    Result<std::string> readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                 std::uint64_t length) const override;
    std::string localPath(const RunDetail& detail, const RunFile& file) const override;

private:
    struct Known {
        FileStatus status;
        LogIdentity identity;
    };

    WandbFolderSource(std::string location, std::shared_ptr<const FileSystem> files,
                      std::shared_ptr<const Clock> clock);
    Result<std::vector<RunGroup>> identifyAll(std::vector<RunFolder> folders, const CancelToken& cancel);

    std::string m_location;
    std::shared_ptr<const FileSystem> m_files;
    std::shared_ptr<const Clock> m_clock;
    RunFolderFiles m_runFiles;
    std::map<std::string, Known> m_known;                              ///< identities by log, as last read
    std::map<RunPath, std::vector<std::vector<std::string>>> m_copies; ///< of runs that have some, as last committed
};

} // namespace runglass
