// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
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

/// A file on its way in. It comes to its place whole and on the disk, or not at all.
/// @thread any one at a time
class IncomingFile
{
public:
    /// @param folder  where it and what was written before it live; made when it is missing
    /// @param path    below folder
    /// @errors InvalidArgument: the path does not stay below folder · Io
    static Result<IncomingFile> begin(const std::string& folder, const std::string& path);
    ~IncomingFile();
    IncomingFile(IncomingFile&&) noexcept;
    IncomingFile& operator=(IncomingFile&&) = delete;
    IncomingFile(const IncomingFile&) = delete;
    IncomingFile& operator=(const IncomingFile&) = delete;

    Status write(std::string_view bytes);
    /// In place of the file that has the path now.
    Status finish();

private:
    IncomingFile(FileDescriptor file, std::string folder, std::string temporary, std::string place);

    FileDescriptor m_file;
    std::string m_folder;
    std::string m_temporary; ///< empty: it is in its place
    std::string m_place;
};

} // namespace runglass
