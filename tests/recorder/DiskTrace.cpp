// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/DiskTrace.h"

#include <climits>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

struct Event {
    enum class Kind { Write, Sync, Rename, Directory };
    Kind kind;
    ino_t file = 0;   ///< written or synced
    std::string path; ///< the new name, or the directory that was made
};

struct State {
    std::mutex mutex;
    std::vector<Event> events;
    int syncs = 0;
    int failFrom = INT_MAX;
};

std::atomic<bool> isTracing = false;

State& state()
{
    static State one;
    return one;
}

ino_t fileOf(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

ino_t fileAt(const std::string& path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

void add(Event event)
{
    const std::lock_guard lock(state().mutex);
    state().events.push_back(std::move(event));
}

/// Whether the next sync fails.
bool countSync()
{
    const std::lock_guard lock(state().mutex);
    return ++state().syncs >= state().failFrom;
}

/// The place of the last event of a kind; -1: there is none.
int lastOf(Event::Kind kind, ino_t file, const std::string& path)
{
    const std::vector<Event>& all = state().events;
    for (std::size_t i = all.size(); i > 0; --i) {
        const Event& event = all[i - 1];
        if (event.kind == kind && (path.empty() ? event.file == file : event.path == path))
            return static_cast<int>(i) - 1;
    }
    return -1;
}

} // namespace

} // namespace runglass::test

// In place of the C library's, for the whole program.
extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    using namespace runglass::test;
    if (isTracing)
        add({Event::Kind::Write, fileOf(descriptor), {}});
    return ::syscall(SYS_write, descriptor, bytes, size);
}

int fsync(int descriptor)
{
    using namespace runglass::test;
    if (isTracing) {
        if (countSync()) {
            errno = EIO;
            return -1;
        }
        add({Event::Kind::Sync, fileOf(descriptor), {}});
    }
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

int rename(const char* from, const char* to) noexcept
{
    using namespace runglass::test;
    if (isTracing)
        add({Event::Kind::Rename, fileAt(from), to});
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int mkdir(const char* path, mode_t mode) noexcept
{
    using namespace runglass::test;
    const int code = static_cast<int>(::syscall(SYS_mkdirat, AT_FDCWD, path, mode));
    if (isTracing && code == 0)
        add({Event::Kind::Directory, 0, path});
    return code;
}
}

namespace runglass::test
{

DiskTrace::DiskTrace()
{
    const std::lock_guard lock(state().mutex);
    state().events.clear();
    state().syncs = 0;
    state().failFrom = INT_MAX;
    isTracing = true;
}

DiskTrace::~DiskTrace()
{
    isTracing = false;
}

void DiskTrace::failSyncsFrom(int number)
{
    const std::lock_guard lock(state().mutex);
    state().syncs = 0;
    state().failFrom = number;
}

int DiskTrace::syncs() const
{
    const std::lock_guard lock(state().mutex);
    return state().syncs;
}

std::string DiskTrace::lossOf(const std::string& file) const
{
    const std::lock_guard lock(state().mutex);
    const ino_t number = fileAt(file);
    const std::filesystem::path directory = std::filesystem::path(file).parent_path();
    const int written = lastOf(Event::Kind::Write, number, {});
    const int synced = lastOf(Event::Kind::Sync, number, {});
    const int named = lastOf(Event::Kind::Rename, number, {});
    if (number == 0 || named < 0)
        return "it did not get its name by a rename";
    if (synced < written || synced < 0 || synced > named)
        return "its bytes were not synced before it got its name";
    if (lastOf(Event::Kind::Sync, fileAt(directory), {}) < named)
        return "its directory was not synced after that";
    const std::vector<Event>& all = state().events;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind != Event::Kind::Directory || !file.starts_with(all[i].path + '/'))
            continue;
        const std::string above = std::filesystem::path(all[i].path).parent_path();
        if (lastOf(Event::Kind::Sync, fileAt(above), {}) < static_cast<int>(i))
            return above + " was not synced after a directory was made in it";
    }
    return {};
}

} // namespace runglass::test
