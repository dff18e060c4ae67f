// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/formats/WandbLogBuilder.h"
#include "tests/sources/LogPayloads.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace runglass::test
{

/// A log that is written a record at a time, as a living run's is.
class LivingLog
{
public:
    /// wandb/offline-run-<time>-<id>/run-<id>.wandb below root.
    LivingLog(const std::filesystem::path& root, const std::string& id, const std::string& time = "20240102_030405")
        : m_folder(root / "wandb" / ("offline-run-" + time + "-" + id))
        , m_path(m_folder / ("run-" + id + ".wandb"))
    {
        std::filesystem::create_directories(m_folder);
    }
    LivingLog& record(const std::string& payload)
    {
        m_log.record(payload);
        return *this;
    }
    /// Brings the bytes to the disk but for the last ones.
    void flush(std::size_t keep = 0)
    {
        const std::string& bytes = m_log.bytes();
        std::ofstream file(m_path, std::ios::binary | std::ios::app);
        file.write(bytes.data() + m_flushed, static_cast<std::streamsize>(bytes.size() - keep - m_flushed));
        m_flushed = bytes.size() - keep;
    }
    /// files/<name> of the run, with these bytes.
    void file(const std::string& name, const std::string& bytes) const
    {
        const std::filesystem::path path = m_folder / "files" / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    }
    /// Has the log open for writing from now on, as who writes it has.
    void hold() { m_held.open(m_path, std::ios::binary | std::ios::app); }
    const std::filesystem::path& folder() const { return m_folder; }
    const std::filesystem::path& path() const { return m_path; }

private:
    WandbLogBuilder m_log;
    std::filesystem::path m_folder;
    std::filesystem::path m_path;
    std::size_t m_flushed = 0;
    std::ofstream m_held;
};

} // namespace runglass::test
