// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/Run.h"
#include "models/sources/FileSystem.h"

#include <functional>

namespace runglass
{

/// One log of a run and the folder it lies in, as their names tell it.
struct RunFolder {
    std::string folder;         ///< absolute
    std::string log;            ///< absolute
    std::string id;             ///< of the log's name
    std::string startedAtLocal; ///< of the folder's name; empty when that is no run folder's
    bool offline = false;       ///< of the folder's name
    FileStatus status;          ///< of the log
};

struct FoundFolders {
    std::vector<RunFolder> folders;       ///< newest first by name
    std::vector<std::string> directories; ///< that were listed; run folders found by their name are not
    std::vector<std::string> noted;       ///< those of them that hold a .runglass directory
    std::vector<Warning> warnings;        ///< what could not be looked into
};

/// Finds W&B run folders: those that hold a run-ID.wandb. Links are never followed, so latest-run counts nothing twice
/// and no loop is endless; what lies inside a run folder is not searched. One system call a run folder.
class RunFolderFinder
{
public:
    struct Limits {
        int depth = 32;
        std::size_t folders = 500'000;
        std::size_t directories = 2'000'000; ///< looked into
    };

    explicit RunFolderFinder(const FileSystem& files);
    RunFolderFinder(const FileSystem& files, Limits limits);

    /// @param location  canonical: a directory, or one .wandb file
    /// @param progress  called now and then with the number of run folders so far
    /// @errors          Canceled · NotFound · Io (the location itself cannot be listed) · Unsupported (it is neither a
    ///                  directory nor a .wandb file)
    Result<FoundFolders> find(const std::string& location, const CancelToken& cancel,
                              const std::function<void(std::size_t)>& progress) const;

private:
    struct Walk;
    bool look(Walk& walk, const std::string& directory, int depth) const;
    bool addByName(Walk& walk, const std::string& directory, const std::string& name) const;
    bool addLog(Walk& walk, const std::string& directory, const DirectoryEntry& entry) const;

    const FileSystem& m_files;
    Limits m_limits;
};

} // namespace runglass
