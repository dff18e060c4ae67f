// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/LineBlock.h"

#include "models/store/Compression.h"

namespace runglass
{

namespace
{

constexpr std::size_t kBlockLines = 256;
constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
constexpr std::size_t kLengthBytes = 4;
constexpr unsigned kByteBits = 8;

void appendLength(std::string& bytes, std::size_t length)
{
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        bytes += static_cast<char>((length >> (i * kByteBits)) & 0xFFU);
}

std::size_t readLength(std::string_view bytes)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        length |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[i])) << (i * kByteBits);
    return length;
}

} // namespace

std::size_t lineBlockLength(std::span<const std::string> lines)
{
    std::size_t count = 0, bytes = 0;
    while (count < lines.size() && count < kBlockLines) {
        bytes += lines[count].size() + kLengthBytes;
        if (count > 0 && bytes > kBlockBytes)
            break;
        ++count;
    }
    return count;
}

LineBlock encodeLines(std::span<const std::string> lines)
{
    std::string bytes;
    for (const std::string& line : lines) {
        appendLength(bytes, line.size());
        bytes += line;
    }
    return {bytes.size(), compress(bytes)};
}

std::optional<std::vector<std::string>> decodeLines(std::uint64_t count, std::uint64_t sizeBytes, std::string_view data)
{
    std::string bytes;
    if (count > kBlockLines || !decompress(data, sizeBytes, bytes))
        return std::nullopt;
    std::vector<std::string> lines;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const std::size_t length = rest.size() < kLengthBytes ? rest.size() : readLength(rest);
        if (rest.size() < kLengthBytes || rest.size() - kLengthBytes < length)
            return std::nullopt;
        lines.emplace_back(rest.substr(kLengthBytes, length));
        rest.remove_prefix(kLengthBytes + length);
    }
    return lines.size() == count ? std::optional(std::move(lines)) : std::nullopt;
}

} // namespace runglass
