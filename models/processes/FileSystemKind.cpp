// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/FileSystemKind.h"

#include <algorithm>
#include <array>
#include <sys/vfs.h>
#include <unistd.h>

namespace runglass
{

namespace
{

/// The path itself, or the nearest one above it that exists.
std::string nearestExisting(std::string path)
{
    while (path.size() > 1 && ::access(path.c_str(), F_OK) != 0)
        path.resize(std::max<std::size_t>(path.rfind('/'), 1));
    return path;
}

} // namespace

bool isNetworkFileSystem(std::uint64_t type)
{
    constexpr std::array<std::uint32_t, 17> kTypes = {
        0x6969,     // NFS
        0x517B,     // SMB
        0xFF534D42, // CIFS
        0xFE534D42, // SMB2
        0x5346414F, // AFS
        0x6B414653, // kAFS
        0x73757245, // Coda
        0x01021997, // 9P
        0x00C36400, // Ceph
        0x0BD00BD0, // Lustre
        0x47504653, // GPFS
        0x01161970, // GFS2
        0x7461636F, // OCFS2
        0x65735546, // FUSE: sshfs, s3fs and many more
        0x19830326, // BeeGFS
        0xAAD7AAEA, // Panasas
        0x564C,     // NCP
    };
    return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

bool isOnNetworkFileSystem(const std::string& path)
{
    struct statfs status = {};
    return ::statfs(nearestExisting(path).c_str(), &status) == 0 &&
           isNetworkFileSystem(static_cast<std::uint32_t>(status.f_type));
}

bool isOnNetworkFileSystem(int descriptor)
{
    struct statfs status = {};
    return ::fstatfs(descriptor, &status) == 0 && isNetworkFileSystem(static_cast<std::uint32_t>(status.f_type));
}

} // namespace runglass
