// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: what lies below $NETWORK_DISK is on NFS, as far as statfs and inotify say. Nothing is heard
// of what other computers do there.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace
{

constexpr std::uint32_t kNfs = 0x6969;

bool isBelow(const char* path)
{
    const char* disk = std::getenv("NETWORK_DISK");
    const std::size_t length = disk ? std::strlen(disk) : 0;
    return disk && std::strncmp(path, disk, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

} // namespace

extern "C" int statfs(const char* path, struct statfs* status) noexcept
{
    static const auto real = reinterpret_cast<int (*)(const char*, struct statfs*)>(::dlsym(RTLD_NEXT, "statfs"));
    const int result = real(path, status);
    if (result == 0 && isBelow(path))
        status->f_type = kNfs;
    return result;
}

extern "C" int fstatfs(int descriptor, struct statfs* status) noexcept
{
    static const auto real = reinterpret_cast<int (*)(int, struct statfs*)>(::dlsym(RTLD_NEXT, "fstatfs"));
    const int result = real(descriptor, status);
    char path[4096] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    if (result == 0 && ::readlink(link.c_str(), path, sizeof path - 1) > 0 && isBelow(path))
        status->f_type = kNfs;
    return result;
}

extern "C" int inotify_add_watch(int descriptor, const char* path, std::uint32_t mask) noexcept
{
    static const auto real =
        reinterpret_cast<int (*)(int, const char*, std::uint32_t)>(::dlsym(RTLD_NEXT, "inotify_add_watch"));
    // A watch on a directory in which nothing ever happens.
    return isBelow(path) ? real(descriptor, "/proc/self", IN_MOVE_SELF) : real(descriptor, path, mask);
}
