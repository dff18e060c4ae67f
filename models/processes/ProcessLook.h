// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
#include "models/processes/LogHolders.h"

namespace runglass
{

/// Fills a LogHolders: the walk over a proc file system. One use each.
class ProcessLook
{
public:
    ProcessLook(std::string processes, LogHolders& found);
    void run();

private:
    void lookInto(const std::string& pid);
    bool lookAtDescriptors(const FileDescriptor& descriptors, const std::string& pid);
    bool lookAtLog(const FileDescriptor& descriptors, const std::string& number, const std::string& pid);
    void noteUnreadable(const std::string& pid);
    LogHolder describeHolder(const std::string& pid) const;
    std::string readSmall(const std::string& name) const;

    std::string m_path;
    FileDescriptor m_root;
    LogHolders& m_found;
    bool m_seesOthers = false; ///< a process of another user is listed
};

} // namespace runglass
