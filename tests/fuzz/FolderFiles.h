// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/FileSystem.h"
#include "tests/fuzz/FuzzLog.h"

namespace runglass::fuzz
{

/// One run folder in memory: its log and what lies beside it.
class FolderFiles : public FileSystem
{
public:
    explicit FolderFiles(const FolderInput& input)
        : m_input(input)
        , m_log(framed(input.records) + std::string(input.tail))
    {
    }

    std::size_t logSize() const { return m_log.size(); }

    Result<std::string> canonical(const std::string& path) const override { return path; }
    Result<std::vector<DirectoryEntry>> list(const std::string& path) const override { return none(path); }
    Result<FileStatus> status(const std::string& path) const override { return none(path); }
    Result<std::string> readLink(const std::string& path) const override { return none(path); }
    bool isShared(const std::string&) const override { return false; }
    Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const override
    {
        return memorySource(m_log, path);
    }
    Result<std::vector<DirectoryEntry>> listBelow(const std::string&, const std::string& path) const override
    {
        return none(path);
    }
    Result<FileStatus> statusBelow(const std::string&, const std::string& path) const override { return none(path); }
    Result<std::unique_ptr<ByteSource>> openBelow(const std::string&, const std::string& path) const override
    {
        const std::string_view bytes = path == "files/output.log"            ? m_input.console
                                       : path == "files/wandb-metadata.json" ? m_input.metadata
                                       : path == "files/wandb-summary.json"  ? m_input.summary
                                       : path == "files/config.yaml"         ? m_input.config
                                                                             : std::string_view();
        if (bytes.empty())
            return none(path);
        return memorySource(std::string(bytes), path);
    }

private:
    static Error none(const std::string& path)
    {
        return {Error::Kind::NotFound, "there is nothing at this path", path};
    }

    const FolderInput& m_input;
    std::string m_log;
};

} // namespace runglass::fuzz
