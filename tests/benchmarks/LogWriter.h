// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace runglass::benchmark
{

/// Frames of a .wandb file as the SDK writes them: records → chunks with checksums in blocks of 32 KiB.
/// Errors end the program: a benchmark's data is whole or not there.
class LogWriter
{
public:
    explicit LogWriter(const std::string& path);
    void append(std::string_view record);
    /// Brings to the disk what was appended.
    void flush();
    /// The same, and nothing more comes.
    void close();

private:
    void appendChunk(int type, std::string_view payload);

    std::string m_path;
    std::ofstream m_file;
    std::size_t m_inBlock = 0;
};

/// Calls take with every record of a log, in order.
/// @errors of WandbLogReader, also when the log is not complete
Status readLog(const std::string& path, const std::function<void(std::string_view)>& take);

} // namespace runglass::benchmark
