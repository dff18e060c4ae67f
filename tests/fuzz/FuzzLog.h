// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace runglass::fuzz
{

/// The bytes of a .wandb file that holds these records, each with right checksums.
std::string framed(const std::vector<std::string_view>& records);

/// Mends the frames of a .wandb file in place so that a reader gets past them: the header, lengths that leave their
/// block or the file, unknown types, checksums. Decisions that may go either way are drawn from seed.
void mendFrames(char* bytes, std::size_t size, unsigned seed);

/// What a fuzzer gives for a whole run folder: a protobuf message, so that one mutator serves it and what is in it.
struct FolderInput {
    std::vector<std::string_view> records;                     ///< field 1, repeated
    std::string_view console, metadata, summary, config, tail; ///< 2 output.log, 3, 4, 5, 6 raw bytes after the log
};
FolderInput folderInput(std::string_view message);

} // namespace runglass::fuzz
