// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct inotify_event;

namespace runglass
{

/// Hears of changes in folders from inotify: in the directories of a tree that runs come and go in, and in single run
/// folders whose logs grow. Nothing is heard of what other computers do on a network file system.
/// @thread  any one at a time
class FolderWatch
{
public:
    FolderWatch();

    /// Becomes readable when something happened; -1 when the system has no inotify to give.
    int descriptor() const { return m_inotify.get(); }

    /// Watches exactly these from now on.
    /// @param tree  directories, for folders and logs that come, go or move
    /// @param runs  run folders, for writes to their logs and to what lies in their files/
    /// @param notes directories of notes beside runs, for writes to the files in them
    void watch(const std::vector<std::string>& tree, const std::vector<std::string>& runs,
               const std::vector<std::string>& notes = {});
    /// False: some of them could not be watched, so that they have to be looked at now and then.
    bool isComplete() const { return m_complete; }

    struct Events {
        bool tree = false;          ///< folders or logs came or went, or events were lost
        bool notes = false;         ///< something was noted beside runs
        std::set<std::string> runs; ///< run folders in which something was written
    };
    /// What happened since the last call. Does not wait.
    Events take();

private:
    struct Watched {
        std::string path;
        std::string run; ///< the run folder that path is or lies in; empty: a directory of the tree, or of notes
        bool isNotes = false;
    };

    void remove(int watch);
    void add(const Watched& wanted);
    void sort(const Watched& watched, const inotify_event& event, std::string_view name, Events& events) const;

    FileDescriptor m_inotify;
    bool m_complete = true;
    std::map<int, Watched> m_watched;
    std::map<std::string, int> m_watches; ///< by path
};

} // namespace runglass
