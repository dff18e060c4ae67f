// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// Console fragments in one zstd frame over CBOR: stream, time or null, text for each.
struct ConsoleBlock {
    std::string data;
    std::uint64_t sizeBytes = 0; ///< before compression
};

/// How many fragments from the beginning make one block: at least one, more while they are small.
std::size_t consoleBlockLength(std::span<const ConsoleFragment> fragments);
ConsoleBlock encodeConsole(std::span<const ConsoleFragment> fragments);
/// Nothing when the block does not hold exactly count fragments.
std::optional<std::vector<ConsoleFragment>> decodeConsole(std::uint64_t count, std::uint64_t sizeBytes,
                                                          std::string_view data);

} // namespace runglass
