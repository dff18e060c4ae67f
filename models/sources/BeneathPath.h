// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/processes/FileDescriptor.h"
#include "models/run/Result.h"
#include "models/sources/PosixFileSystem.h"

namespace runglass
{

/// Opens root/path without ever going through a symbolic link or above root below it.
/// @param path   checked by isSafeRelativePath first
/// @param flags  of open(2); O_NOFOLLOW and O_CLOEXEC are added
/// @errors       InvalidArgument (the path leaves root or goes through a link) · NotFound · Io · Unsupported (a link)
Result<FileDescriptor> openBeneath(const std::string& root, const std::string& path, int flags,
                                   PosixFileSystem::Beneath how);

/// errno as an Error.
Error systemError(int code, const std::string& path);

} // namespace runglass
