// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace runglass
{

/// Where a recorder can be found.
struct RunningRecorder {
    std::string url; ///< "http://127.0.0.1:8765"
    std::int64_t pid = 0;
    std::string host;         ///< name of the computer it runs on
    std::string trouble = {}; ///< why it cannot keep what is sent now, as a full disk; empty: it can
};

/// Makes one process the recorder of a store, and tells others where it is: a file beside the store that the kernel
/// unlocks when the process ends, however that happens. It holds the address, the process's number, the host and, while
/// it has some, its trouble, a line each.
class RecorderLock
{
public:
    /// @errors Refused: another process has it · Io
    static Result<RecorderLock> take(const std::string& storeFile);
    /// Who has it; nothing when nobody has, or has not said yet.
    static std::optional<RunningRecorder> holder(const std::string& storeFile);
    ~RecorderLock();
    RecorderLock(RecorderLock&& other) noexcept
        : m_file(std::exchange(other.m_file, -1))
        , m_path(std::move(other.m_path))
    {
    }
    RecorderLock& operator=(RecorderLock&&) = delete;
    RecorderLock(const RecorderLock&) = delete;
    RecorderLock& operator=(const RecorderLock&) = delete;

    /// Says where this process can be found and how it fares; again when that changes.
    Status tell(const RunningRecorder& recorder);

private:
    RecorderLock(int file, std::string path)
        : m_file(file)
        , m_path(std::move(path))
    {
    }

    int m_file;
    std::string m_path;
};

} // namespace runglass
