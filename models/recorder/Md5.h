// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace runglass
{

/// The sum by which the SDK names the contents of artifacts. It proves nothing against who means harm.
/// @source RFC 1321
class Md5
{
public:
    void add(std::string_view bytes);
    /// 16 bytes; nothing may be added afterwards.
    std::string finish();

private:
    static constexpr std::size_t kBlock = 64;

    void take(const char* block);

    std::array<std::uint32_t, 4> m_state = {0x67452301U, 0xefcdab89U, 0x98badcfeU, 0x10325476U};
    std::array<char, kBlock> m_rest = {};
    std::uint64_t m_size = 0;
};

} // namespace runglass
