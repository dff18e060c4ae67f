// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/ConsoleBlock.h"

#include "models/store/Cbor.h"
#include "models/store/Compression.h"

namespace runglass
{

namespace
{

constexpr std::size_t kBlockBytes = 128 * 1024;
constexpr std::size_t kBlockFragments = 4096;

} // namespace

std::size_t consoleBlockLength(std::span<const ConsoleFragment> fragments)
{
    std::size_t length = 0;
    for (std::size_t bytes = 0; length < fragments.size() && length < kBlockFragments && bytes < kBlockBytes; ++length)
        bytes += fragments[length].text.size();
    return length;
}

ConsoleBlock encodeConsole(std::span<const ConsoleFragment> fragments)
{
    CborWriter writer;
    for (const ConsoleFragment& fragment : fragments) {
        writer.natural(static_cast<std::uint64_t>(fragment.stream));
        if (fragment.time)
            writer.integer(*fragment.time);
        else
            writer.null();
        writer.text(fragment.text);
    }
    return {compress(writer.bytes()), writer.bytes().size()};
}

std::optional<std::vector<ConsoleFragment>> decodeConsole(std::uint64_t count, std::uint64_t sizeBytes,
                                                          std::string_view data)
{
    std::string bytes;
    if (!decompress(data, sizeBytes, bytes) || count > bytes.size())
        return std::nullopt;
    CborReader reader(bytes);
    std::vector<ConsoleFragment> fragments;
    for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
        const std::uint64_t stream = reader.natural();
        if (stream > static_cast<std::uint64_t>(ConsoleStream::Logger))
            return std::nullopt;
        ConsoleFragment& fragment = fragments.emplace_back();
        fragment.stream = static_cast<ConsoleStream>(stream);
        if (!reader.atNull())
            fragment.time = reader.integer();
        fragment.text = reader.text();
    }
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    return fragments;
}

} // namespace runglass
