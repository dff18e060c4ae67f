// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
#include "models/run/Cancel.h"
#include "models/run/Result.h"

#include <cstdint>
#include <string>

namespace runglass
{

/// A directory that is held open, by its name in another one.
struct HeldFolder {
    FileDescriptor parent;
    std::string parentPath;
    std::string name;
    FileDescriptor folder;

    std::string path() const;
};

/// Opens place/name, neither of which may be a link.
/// @errors NotFound · Unsupported (a link or no directory) · Io
Result<HeldFolder> holdFolder(const std::string& place, const std::string& name);

/// Whether it is the folder of one run and nothing else: it has exactly one log, and either the name that the SDK gives
/// or only what the SDK puts there.
/// @errors Refused with what speaks against it · Io
Status checkRunFolder(const HeldFolder& held);

/// Renames the held directory, durably, where nothing has its new name; that it was this one is checked afterwards, and
/// taken back otherwise.
/// @errors Refused: the name is taken · NotFound: another directory has its name now · Io
Status renameFolder(const HeldFolder& held, const FileDescriptor& target, const std::string& targetPath,
                    const std::string& name);

/// Bytes on the disk below an open directory.
/// @errors Canceled · Io
Result<std::uint64_t> bytesBelow(const FileDescriptor& folder, const std::string& path, const CancelToken& cancel);

/// Removes parent/name with everything below it, and nothing that a link leads to.
/// @return bytes that were freed
/// @errors Io: what could be removed is gone
Result<std::uint64_t> removeTree(const FileDescriptor& parent, const std::string& name, const std::string& path);

} // namespace runglass
