// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

using Sha256Digest = std::array<std::uint8_t, 32>;

/// @source FIPS 180-4
Sha256Digest sha256(std::string_view bytes);

/// @source RFC 2104
Sha256Digest hmacSha256(std::string_view key, std::string_view bytes);

/// In small letters, 64 of them.
std::string hexText(const Sha256Digest& digest);

} // namespace runglass
