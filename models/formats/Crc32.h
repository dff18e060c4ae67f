// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace runglass
{

/// CRC-32 (IEEE 802.3) of bytes.
std::uint32_t crc32Of(std::string_view bytes);

} // namespace runglass
