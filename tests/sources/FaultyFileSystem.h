// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/PosixFileSystem.h"

#include <atomic>
#include <set>

namespace runglass::test
{

/// The real disk, but some paths refuse to be read (which a test that runs as root cannot have otherwise), and calls
/// are counted.
class FaultyFileSystem : public FileSystem
{
public:
    void refuse(const std::string& path) { m_refused.insert(path); }
    int calls() const { return m_calls; }
    int opened() const { return m_opened; }
    void forget() { m_calls = m_opened = 0; }

    Result<std::string> canonical(const std::string& path) const override { return m_disk.canonical(path); }
    Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override
    {
        ++m_calls;
        if (m_refused.contains(directory))
            return refused(directory);
        return m_disk.list(directory);
    }
    Result<FileStatus> status(const std::string& path) const override
    {
        ++m_calls;
        return m_disk.status(path);
    }
    Result<std::string> readLink(const std::string& path) const override { return m_disk.readLink(path); }
    Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const override
    {
        ++m_opened;
        if (m_refused.contains(path))
            return refused(path);
        return m_disk.openFile(path);
    }
    Result<std::vector<DirectoryEntry>> listBelow(const std::string& root, const std::string& path) const override
    {
        return m_disk.listBelow(root, path);
    }
    Result<FileStatus> statusBelow(const std::string& root, const std::string& path) const override
    {
        return m_disk.statusBelow(root, path);
    }
    Result<std::unique_ptr<ByteSource>> openBelow(const std::string& root, const std::string& path) const override
    {
        return m_disk.openBelow(root, path);
    }

private:
    static Error refused(const std::string& path) { return {Error::Kind::Io, "no permission to read it", path}; }

    PosixFileSystem m_disk;
    std::set<std::string> m_refused;
    mutable std::atomic<int> m_calls = 0; ///< list and status
    mutable std::atomic<int> m_opened = 0;
};

} // namespace runglass::test
