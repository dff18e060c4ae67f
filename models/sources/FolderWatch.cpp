// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/FolderWatch.h"

#include "models/sources/FileSystem.h"

#include <array>
#include <cstring>
#include <string_view>
#include <sys/inotify.h>

namespace runglass
{

namespace
{

constexpr std::uint32_t kHow = IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK;
constexpr std::uint32_t kComeAndGo = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB;
constexpr std::uint32_t kTree = kHow | kComeAndGo | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t kRun = kHow | kComeAndGo | IN_MODIFY | IN_CLOSE_WRITE;
/// The kernel takes about 1 KB for each, and a user has some ten thousand for all programs.
constexpr std::size_t kMostWatches = 16'384;

bool concernsTree(const inotify_event& event, std::string_view name)
{
    constexpr std::uint32_t kSelf = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_Q_OVERFLOW;
    return (event.mask & (kSelf | IN_ISDIR)) != 0 || name.empty() || name.ends_with(".wandb");
}

} // namespace

FolderWatch::FolderWatch()
    : m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    , m_complete(m_inotify.isOpen())
{
}

void FolderWatch::watch(const std::vector<std::string>& tree, const std::vector<std::string>& runs,
                        const std::vector<std::string>& notes)
{
    std::map<std::string, Watched> wanted;
    for (const std::string& directory : tree)
        wanted[directory] = {directory, {}};
    for (const std::string& directory : notes)
        wanted[directory] = {directory, {}, true};
    for (const std::string& run : runs) {
        const std::string files = joinPath(run, "files");
        wanted[run] = {run, run};
        wanted[files] = {files, run};
    }
    std::vector<int> surplus;
    for (const auto& [watch, watched] : m_watched) {
        const auto still = wanted.find(watched.path);
        if (still == wanted.end() || still->second.run != watched.run)
            surplus.push_back(watch);
    }
    for (const int watch : surplus)
        remove(watch);
    m_complete = m_inotify.isOpen();
    for (const auto& [path, watched] : wanted)
        if (!m_watches.contains(path))
            add(watched);
}

void FolderWatch::remove(int watch)
{
    const auto watched = m_watched.find(watch);
    if (watched == m_watched.end())
        return;
    ::inotify_rm_watch(m_inotify.get(), watch);
    m_watches.erase(watched->second.path);
    m_watched.erase(watched);
}

void FolderWatch::add(const Watched& wanted)
{
    if (!m_inotify.isOpen() || m_watched.size() >= kMostWatches) {
        m_complete = false;
        return;
    }
    const bool isOfTree = wanted.run.empty() && !wanted.isNotes;
    const int watch = ::inotify_add_watch(m_inotify.get(), wanted.path.c_str(), isOfTree ? kTree : kRun);
    if (watch < 0) {
        // A run without files/ has nothing to say there; its own folder tells when files/ comes.
        m_complete = m_complete && (errno == ENOENT || errno == ENOTDIR);
        return;
    }
    // The same directory by another path: the kernel knows it by one number only.
    if (const auto known = m_watched.find(watch); known != m_watched.end())
        m_watches.erase(known->second.path);
    m_watched[watch] = wanted;
    m_watches[wanted.path] = watch;
}

void FolderWatch::sort(const Watched& watched, const inotify_event& event, std::string_view name, Events& events) const
{
    if (!watched.run.empty())
        events.runs.insert(watched.run);
    else if (watched.isNotes)
        events.notes = true;
    else
        events.tree = events.tree || concernsTree(event, name);
}

FolderWatch::Events FolderWatch::take()
{
    Events events;
    alignas(inotify_event) std::array<char, 16384> buffer{};
    while (m_inotify.isOpen()) {
        const ssize_t count = ::read(m_inotify.get(), buffer.data(), buffer.size());
        if (count <= 0)
            break;
        for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(count);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            const char* const text = buffer.data() + at + sizeof event;
            const std::string_view name(text, ::strnlen(text, event.len));
            at += sizeof event + event.len;
            const auto watched = m_watched.find(event.wd);
            if (watched == m_watched.end())
                events.tree = events.tree || (event.mask & IN_Q_OVERFLOW) != 0;
            else
                sort(watched->second, event, name, events);
            if ((event.mask & IN_IGNORED) != 0 && watched != m_watched.end()) {
                m_watches.erase(watched->second.path);
                m_watched.erase(watched);
            }
        }
    }
    return events;
}

} // namespace runglass
