// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

/// The most that one compressed block may hold, in bytes: what a damaged size can cost in memory.
inline constexpr std::uint64_t kMaxBlockBytes = 1'000'000'000;

/// One zstd frame.
std::string compress(std::string_view bytes);
/// Opens a frame that holds exactly sizeBytes, at most kMaxBlockBytes. False when it does not.
bool decompress(std::string_view frame, std::uint64_t sizeBytes, std::string& bytes);

} // namespace runglass
