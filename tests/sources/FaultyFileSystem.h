// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/PosixFileSystem.h"

#include <atomic>
#include <set>

namespace runglass::test
{

/// The real disk, but some paths refuse to be read (which a test that runs as root cannot have otherwise), and calls
/// and bytes are counted.
class FaultyFileSystem : public FileSystem
{
public:
    void setShared(bool shared) { m_isShared = shared; }
    void refuse(const std::string& path) { m_refused.insert(path); }
    int calls() const { return m_calls; }
    int opened() const { return m_opened; }
    std::uint64_t bytesRead() const { return m_bytesRead; }
    void forget() { m_calls = m_opened = 0, m_bytesRead = 0; }

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
    bool isShared(const std::string& path) const override { return m_isShared || m_disk.isShared(path); }
    Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const override
    {
        ++m_opened;
        if (m_refused.contains(path))
            return refused(path);
        Result<std::unique_ptr<ByteSource>> file = m_disk.openFile(path);
        if (!file)
            return file;
        return std::unique_ptr<ByteSource>(std::make_unique<CountingSource>(std::move(file).value(), m_bytesRead));
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
    class CountingSource : public ByteSource
    {
    public:
        CountingSource(std::unique_ptr<ByteSource> source, std::atomic<std::uint64_t>& bytes)
            : m_source(std::move(source))
            , m_bytes(bytes)
        {
        }
        Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) override
        {
            Result<std::size_t> count = m_source->readAt(offset, buffer);
            m_bytes += count ? *count : 0;
            return count;
        }
        std::uint64_t size() const override { return m_source->size(); }
        const std::string& path() const override { return m_source->path(); }

    private:
        std::unique_ptr<ByteSource> m_source;
        std::atomic<std::uint64_t>& m_bytes;
    };
    static Error refused(const std::string& path) { return {Error::Kind::Io, "no permission to read it", path}; }

    PosixFileSystem m_disk;
    std::set<std::string> m_refused;
    bool m_isShared = false;
    mutable std::atomic<int> m_calls = 0; ///< list and status
    mutable std::atomic<int> m_opened = 0;
    mutable std::atomic<std::uint64_t> m_bytesRead = 0; ///< of opened files
};

} // namespace runglass::test
