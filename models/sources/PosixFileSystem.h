// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/FileSystem.h"

#include <optional>

namespace runglass
{

/// The disk of this computer.
class PosixFileSystem : public FileSystem
{
public:
    /// How paths below a root are resolved: by openat2 where the kernel has it, else component by component.
    enum class Beneath { Kernel, Walk };
    explicit PosixFileSystem(Beneath beneath = Beneath::Kernel);

    Result<std::string> canonical(const std::string& path) const override;
    Result<std::vector<DirectoryEntry>> list(const std::string& directory) const override;
    Result<FileStatus> status(const std::string& path) const override;
    Result<std::string> readLink(const std::string& path) const override;
    bool isShared(const std::string& path) const override;
    Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const override;
    Result<std::vector<DirectoryEntry>> listBelow(const std::string& root, const std::string& path) const override;
    Result<FileStatus> statusBelow(const std::string& root, const std::string& path) const override;
    Result<std::unique_ptr<ByteSource>> openBelow(const std::string& root, const std::string& path) const override;

private:
    static std::optional<Error> whyNotRegular(const Result<FileStatus>& status, const std::string& path);

    Beneath m_beneath;
};

} // namespace runglass
