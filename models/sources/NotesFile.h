// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
#include "models/run/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// What Runglass keeps beside run folders lies in a directory of this name, in the directory that holds them.
inline constexpr std::string_view kNotesDirectory = ".runglass";

/// "edits-HOST-UID.jsonl": the file that this user on this computer writes, so that no two computers ever append to one
/// file of a network disk.
std::string notesFileName(std::string_view kind);

/// Opens a directory by its absolute path without following any link.
/// @errors as openBeneath
Result<FileDescriptor> openPlace(const std::string& directory);

/// place/.runglass, made with the mode of place where it is missing.
/// @param place  canonical
/// @errors Refused: it is something else than a directory · Io
Result<FileDescriptor> makeNotesDirectory(const std::string& place);
/// The same by the open place.
Result<FileDescriptor> makeDirectoryIn(const FileDescriptor& place, const std::string& name, const std::string& path);

/// Appends a line to a file in directory, made where it is missing. When it returns the line is on the disk whole, or
/// not at all; what a write that was cut off had left behind is taken off first.
/// @param line  without line feed
/// @param path  of directory, for errors
/// @errors Io
Status appendLine(const FileDescriptor& directory, const std::string& name, std::string_view line,
                  const std::string& path);

/// Reads what was appended to a file since it was read last.
/// @thread any one at a time
class NotesReader
{
public:
    explicit NotesReader(std::string path);

    struct News {
        bool isAnew = false; ///< what was read before is no longer in the file
        std::vector<std::string> lines;
        std::string problem; ///< one sentence in English; empty: none
    };
    /// Whole lines only. A file that is gone is an empty one.
    News read();

private:
    std::string m_path;
    std::uint64_t m_device = 0;
    std::uint64_t m_inode = 0;
    std::uint64_t m_offset = 0; ///< after the last whole line
};

} // namespace runglass
