// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/formats/WandbLogBuilder.h"

#include <algorithm>
#include <array>

namespace runglass::test
{

namespace
{
constexpr std::size_t kChunkHeader = 7;
}

std::uint32_t slowCrc32(std::string_view bytes)
{
    static const std::array<std::uint32_t, 256> kOfByte = [] {
        std::array<std::uint32_t, 256> table = {};
        for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
            std::uint32_t crc = byte;
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1) ^ ((crc & 1U) ? 0xEDB88320U : 0U);
            table.at(byte) = crc;
        }
        return table;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = crc >> 8 ^ kOfByte.at((crc ^ static_cast<unsigned char>(byte)) & 0xFF);
    return ~crc;
}

WandbLogBuilder& WandbLogBuilder::chunk(int type, std::string_view payload)
{
    const std::string checked = std::string(1, static_cast<char>(type)) + std::string(payload);
    const std::uint32_t crc = slowCrc32(checked);
    for (unsigned shift = 0; shift < 32; shift += 8)
        m_bytes += static_cast<char>(crc >> shift & 0xFF);
    m_bytes += static_cast<char>(payload.size() & 0xFF);
    m_bytes += static_cast<char>(payload.size() >> 8 & 0xFF);
    m_bytes += checked;
    return *this;
}

WandbLogBuilder& WandbLogBuilder::record(std::string_view payload)
{
    bool first = true;
    for (;;) {
        if (leftInBlock() < kChunkHeader)
            m_bytes.append(leftInBlock(), '\0');
        const std::size_t count = std::min(payload.size(), leftInBlock() - kChunkHeader);
        const bool last = count == payload.size();
        const int type = first ? (last ? Full : First) : (last ? Last : Middle);
        chunk(type, payload.substr(0, count));
        if (last)
            return *this;
        payload.remove_prefix(count);
        first = false;
    }
}

WandbLogBuilder& WandbLogBuilder::fillBlockTo(std::size_t left)
{
    return record(std::string(leftInBlock() - left - kChunkHeader, 'f'));
}

} // namespace runglass::test
