// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbLogReader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace runglass::test
{

/// All that a reader says of some bytes until it says NotYet or gives up.
struct LogContents {
    std::vector<std::string> records;
    std::vector<std::uint64_t> ends; ///< offset() after each record
    std::vector<Error> damage;
    std::optional<Error> last; ///< what ended it
    std::uint64_t offset = 0;
    std::uint64_t incomplete = 0;
};

inline LogContents readLog(std::string bytes, std::uint64_t from = 0)
{
    LogContents contents;
    const std::unique_ptr<ByteSource> source = memorySource(std::move(bytes), "test.wandb");
    WandbLogReader reader(*source, from);
    // Every call must go on or end: a reader that does neither would loop here for ever.
    for (std::size_t calls = 0; calls <= source->size() + 1; ++calls) {
        const Result<std::string_view> record = reader.next();
        if (record) {
            contents.records.emplace_back(*record);
            contents.ends.push_back(reader.offset());
        } else if (record.error().kind == Error::Kind::Corruption) {
            contents.damage.push_back(record.error());
        } else {
            contents.last = record.error();
            break;
        }
    }
    contents.offset = reader.offset();
    contents.incomplete = reader.incompleteBytes();
    return contents;
}

inline std::string fileBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// Every .wandb file below folder, in order of path.
inline std::vector<std::filesystem::path> logsBelow(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> logs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".wandb")
            logs.push_back(entry.path());
    std::sort(logs.begin(), logs.end());
    return logs;
}

} // namespace runglass::test
