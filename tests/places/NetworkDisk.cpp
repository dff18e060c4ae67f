// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: what lies below $NETWORK_DISK is on NFS, as far as statfs says.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <sys/vfs.h>
#include <unistd.h>

namespace
{

constexpr std::uint32_t kNfs = 0x6969;

bool isBelow(const char* path)
{
    const char* disk = std::getenv("NETWORK_DISK");
    return disk && std::strncmp(path, disk, std::strlen(disk)) == 0;
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
