// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace runglass::test
{

/// Writes .wandb bytes, sound or damaged.
class WandbLogBuilder
{
public:
    enum Type { Full = 1, First = 2, Middle = 3, Last = 4 };
    static constexpr std::size_t kBlock = 32768;

    WandbLogBuilder()
        : m_bytes("\x3A\x57\x26\x42\xE1\xBE\x00", 7)
    {
    }

    /// A record as the SDK writes it: cut at block ends, zeros where no chunk fits.
    WandbLogBuilder& record(std::string_view payload);
    /// One chunk right here, with a right checksum.
    WandbLogBuilder& chunk(int type, std::string_view payload);
    WandbLogBuilder& raw(std::string_view bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    /// Records of filler until exactly left bytes are left in the block.
    WandbLogBuilder& fillBlockTo(std::size_t left);

    std::size_t size() const { return m_bytes.size(); }
    std::size_t leftInBlock() const { return kBlock - m_bytes.size() % kBlock; }
    std::string& bytes() { return m_bytes; }

private:
    std::string m_bytes;
};

/// IEEE CRC-32, byte by byte: nothing shared with the reader under test.
std::uint32_t slowCrc32(std::string_view bytes);

} // namespace runglass::test
