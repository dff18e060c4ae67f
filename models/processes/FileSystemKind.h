// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace runglass
{

/// Whether statfs's f_type is that of a file system where files may be shared with other computers: no change there is
/// told to inotify, shared memory beside a database is none, and no process list says who holds a file.
bool isNetworkFileSystem(std::uint64_t type);

/// The same of the file system a path lies on, or will lie on once it is made. False where that cannot be found out.
bool isOnNetworkFileSystem(const std::string& path);
/// The same of an open file.
bool isOnNetworkFileSystem(int descriptor);

} // namespace runglass
