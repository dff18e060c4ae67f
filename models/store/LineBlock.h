// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace runglass
{

/// Lines as they lie in one row of a recorder's store.
struct LineBlock {
    std::uint64_t sizeBytes = 0; ///< of what data holds
    std::string data;
};

/// How many of the first lines go into one block, at least 1 of a list that is not empty.
std::size_t lineBlockLength(std::span<const std::string> lines);
LineBlock encodeLines(std::span<const std::string> lines);
/// Nothing when the block does not hold exactly count lines.
std::optional<std::vector<std::string>> decodeLines(std::uint64_t count, std::uint64_t sizeBytes,
                                                    std::string_view data);

} // namespace runglass
