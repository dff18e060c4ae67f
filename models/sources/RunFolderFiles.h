// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/RunDetail.h"
#include "models/sources/FileSystem.h"

namespace runglass
{

/// Files that a run has in files/ of its folders. Paths come from logs and listings that anybody may have written:
/// nothing outside files/ is ever opened, and no link is followed.
/// @thread  any
class RunFolderFiles
{
public:
    explicit RunFolderFiles(const FileSystem& files);

    /// As RunSource::listFiles: of all segments, ordered by path and segment.
    Result<std::vector<RunFile>> list(const RunDetail& detail, const CancelToken& cancel) const;
    /// As RunSource::readFile.
    Result<std::string> read(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                             std::uint64_t length) const;
    /// Absolute path, empty when the file's segment or path is none of the run's.
    std::string localPath(const RunDetail& detail, const RunFile& file) const;

private:
    Status listSegment(const Segment& segment, const CancelToken& cancel, std::vector<RunFile>& found) const;

    const FileSystem& m_files;
};

} // namespace runglass
