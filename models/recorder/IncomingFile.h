// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
#include "models/recorder/Md5.h"
#include "models/run/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

/// Whether a path stays below where it begins: no empty component, "." or "..", nothing that a file system cannot hold.
bool isStorablePath(std::string_view path);

/// Tries whether anything can be written in a directory, and leaves nothing behind.
Status tryToWrite(const std::string& directory);
/// Removes what was left behind by uploads that did not come to their end. Nobody may be writing there.
void removeIncomingFiles(const std::string& directory);

/// A file on its way in. It comes to its place whole and on the disk, or not at all.
/// @thread any one at a time
class IncomingFile
{
public:
    /// @param directory  of all files; made when it is missing
    /// @param path       below it
    /// @param sum        the MD5 sum that it must have, as hexadecimal digits; empty: any
    /// @errors InvalidArgument: the path does not stay below directory · Io
    static Result<IncomingFile> begin(const std::string& directory, const std::string& path,
                                      const std::string& sum = {});
    ~IncomingFile();
    IncomingFile(IncomingFile&&) noexcept;
    IncomingFile& operator=(IncomingFile&&) = delete;
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;

    Status write(std::string_view bytes);
    /// In place of the file that has the path now.
    /// @errors InvalidArgument: it is another file than was meant · Io
    Status finish();

private:
    IncomingFile(FileDescriptor file, std::string directory, std::string temporary, std::string place);

    FileDescriptor m_file;
    std::string m_directory;
    std::string m_temporary; ///< empty: it is in its place
    std::string m_place;
    std::string m_wantedSum;
    Md5 m_sum;
};

} // namespace runglass
