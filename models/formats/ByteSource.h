// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace runglass
{

/// Bytes that can be read at any offset. The seam between readers and the disk.
/// @thread any one at a time
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// Reads up to buffer.size() bytes at offset; fewer only at the end, 0 beyond it.
    /// @errors Io
    virtual Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) = 0;
    /// What is there now; a live file grows.
    virtual std::uint64_t size() const = 0;
    /// All of the bytes, where they lie in memory and neither move nor change while the source lives: they need no
    /// copy.
    virtual std::optional<std::string_view> inMemory() const { return std::nullopt; }
    /// For messages; empty for memory.
    virtual const std::string& path() const = 0;
};

/// A regular file opened read-only. Never follows a final symbolic link, never blocks on a FIFO.
/// @errors NotFound · Io (no permission, with the cause in words) · Unsupported (a link, a directory, a special file)
Result<std::unique_ptr<ByteSource>> openFile(const std::string& path);

/// Bytes in memory, for tests and small parts.
std::unique_ptr<ByteSource> memorySource(std::string bytes, std::string path = {});

/// The whole file, at most maxBytes of it.
/// @errors as openFile, and Unsupported when the file is larger than maxBytes
Result<std::string> readWhole(const std::string& path, std::uint64_t maxBytes);

} // namespace runglass
