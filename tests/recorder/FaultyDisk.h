// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace runglass::test
{

/// A disk for SQLite's files below a directory that forgets, when the power fails, what was written and not synced yet:
/// all of it, or any part. It can be full as well. Other files are as ever. While it lives, all that SQLite opens goes
/// through it.
/// @thread any one at a time
class FaultyDisk
{
public:
    /// Files by name, as they are after a power failure.
    using Image = std::map<std::string, std::string>;

    explicit FaultyDisk(std::filesystem::path directory);
    ~FaultyDisk();
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    const std::filesystem::path& directory() const { return m_directory; }
    /// Called before each write, cut and sync of a file.
    void setWatcher(std::function<void()> watcher) { m_watcher = std::move(watcher); }
    void setFull(bool isFull) { m_isFull = isFull; }
    bool isFull() const { return m_isFull; }
    /// What the next start would find if the power failed now.
    Image cut(std::mt19937& random) const;
    /// Puts an image where the files were; none of them may be open.
    void restart(const Image& image);

    // For the functions that SQLite calls.
    void write(const std::string& path, std::uint64_t place, std::string bytes);
    void truncate(const std::string& path, std::uint64_t size);
    void sync(const std::string& path);
    void open(const std::string& path);
    void forget(const std::string& path) { m_files.erase(path); }
    bool isBelow(const std::string& path) const;
    sqlite3_vfs* real() const { return m_real; }

private:
    struct Change {
        bool isCut = false; ///< to the length of place
        std::uint64_t place = 0;
        std::string bytes;
    };
    struct File {
        std::string synced;
        std::vector<Change> since;
    };
    static void apply(std::string& bytes, const Change& change);

    std::filesystem::path m_directory;
    std::function<void()> m_watcher = [] {};
    bool m_isFull = false;
    std::map<std::string, File> m_files; ///< by path
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs;
};

/// Writes an image into a directory of its own.
void writeImage(const FaultyDisk::Image& image, const std::filesystem::path& directory);

} // namespace runglass::test
