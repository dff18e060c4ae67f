// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: it dies by SIGKILL at the $KILL_AT-th of the calls that change what lies below $KILL_BELOW,
// before the call, after it, or in the middle of a write ($KILL_HOW 0, 1, 2). Without $KILL_AT it appends how many
// there were to $KILL_COUNT.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

int calls = 0;

int number(const char* name)
{
    const char* text = std::getenv(name);
    return text ? std::atoi(text) : -1;
}

bool isBelow(int descriptor)
{
    const char* below = std::getenv("KILL_BELOW");
    char path[4096] = {};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    return below && ::readlink(link.c_str(), path, sizeof path - 1) > 0 &&
           std::strncmp(path, below, std::strlen(below)) == 0;
}

bool isPathBelow(const char* path)
{
    const char* below = std::getenv("KILL_BELOW");
    return below && std::strncmp(path, below, std::strlen(below)) == 0;
}

void die()
{
    ::raise(SIGKILL);
}

/// Whether this is the call to die at.
bool isTheOne(int descriptor)
{
    return isBelow(descriptor) && ++calls == number("KILL_AT");
}

template <typename Function> Function real(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

template <typename Call> auto dyingIf(bool isNow, const Call& call)
{
    if (isNow && number("KILL_HOW") == 0)
        die();
    const auto result = call();
    if (isNow)
        die();
    return result;
}

template <typename Call> auto dying(int descriptor, const Call& call)
{
    return dyingIf(isTheOne(descriptor), call);
}

/// Dies half-way where that is asked for. write is given how much of the bytes to write.
template <typename Write> ssize_t dyingWrite(int descriptor, size_t count, const Write& write)
{
    if (number("KILL_HOW") != 2)
        return dying(descriptor, [&] { return write(count); });
    if (isTheOne(descriptor)) {
        write(count / 2);
        die();
    }
    return write(count);
}

struct Counter {
    ~Counter()
    {
        const char* file = std::getenv("KILL_COUNT");
        if (std::FILE* out = file ? std::fopen(file, "a") : nullptr) {
            std::fprintf(out, "%d\n", calls);
            std::fclose(out);
        }
    }
} counter;

} // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t count)
{
    static const auto call = real<ssize_t (*)(int, const void*, size_t)>("write");
    return dyingWrite(descriptor, count, [&](size_t some) { return call(descriptor, bytes, some); });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset)
{
    static const auto call = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return dyingWrite(descriptor, count, [&](size_t some) { return call(descriptor, bytes, some, offset); });
}

int fdatasync(int descriptor)
{
    static const auto call = real<int (*)(int)>("fdatasync");
    return dying(descriptor, [&] { return call(descriptor); });
}

int ftruncate64(int descriptor, off64_t length) noexcept
{
    static const auto call = real<int (*)(int, off64_t)>("ftruncate64");
    return dying(descriptor, [&] { return call(descriptor, length); });
}

int unlink(const char* path) noexcept
{
    static const auto call = real<int (*)(const char*)>("unlink");
    return dyingIf(isPathBelow(path) && ++calls == number("KILL_AT"), [&] { return call(path); });
}

int fsync(int descriptor)
{
    static const auto call = real<int (*)(int)>("fsync");
    return dying(descriptor, [&] { return call(descriptor); });
}

int ftruncate(int descriptor, off_t length) noexcept
{
    static const auto call = real<int (*)(int, off_t)>("ftruncate");
    return dying(descriptor, [&] { return call(descriptor, length); });
}

int fchmod(int descriptor, mode_t mode) noexcept
{
    static const auto call = real<int (*)(int, mode_t)>("fchmod");
    return dying(descriptor, [&] { return call(descriptor, mode); });
}

int mkdirat(int descriptor, const char* path, mode_t mode) noexcept
{
    static const auto call = real<int (*)(int, const char*, mode_t)>("mkdirat");
    return dying(descriptor, [&] { return call(descriptor, path, mode); });
}

int unlinkat(int descriptor, const char* path, int flags) noexcept
{
    static const auto call = real<int (*)(int, const char*, int)>("unlinkat");
    return dying(descriptor, [&] { return call(descriptor, path, flags); });
}

int renameat2(int from, const char* old, int to, const char* path, unsigned flags) noexcept
{
    static const auto call = real<int (*)(int, const char*, int, const char*, unsigned)>("renameat2");
    return dying(from, [&] { return call(from, old, to, path, flags); });
}

} // extern "C"
