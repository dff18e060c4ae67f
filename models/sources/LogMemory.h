// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"
#include "models/sources/RunSegments.h"

#include <map>
#include <set>

namespace runglass
{

/// Identifies the logs of one pass from what is remembered of them, and looks only into those that changed.
/// @thread  any one at a time
class LogMemory
{
public:
    /// @param known  what the store remembers
    LogMemory(const FileSystem& files, std::map<std::string, LogSighting> known);

    /// @errors Canceled only
    Result<std::vector<IdentifiedFolder>> identifyAll(std::vector<RunFolder> folders, const CancelToken& cancel);
    /// What is to be remembered from now on: logs that were looked into.
    std::vector<LogSighting> takeNews() { return std::move(m_news); }
    /// What is remembered of logs that were not among the folders.
    std::vector<const LogSighting*> missing() const;

private:
    const FileSystem& m_files;
    std::map<std::string, LogSighting> m_known;
    std::set<std::string> m_seen;
    std::vector<LogSighting> m_news;
};

} // namespace runglass
