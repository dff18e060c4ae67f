// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzLog.h"

#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <cstring>
#include <libdeflate.h>
#include <random>

namespace runglass::fuzz
{

namespace
{

constexpr std::string_view kHeader("\x3A\x57\x26\x42\xE1\xBE\x00", 7);
constexpr std::size_t kBlock = 32768;
constexpr std::size_t kChunkHeader = 7;

void putCrc(char* chunk, std::size_t length)
{
    const std::uint32_t crc = libdeflate_crc32(0, chunk + 6, 1 + length);
    for (unsigned i = 0; i < 4; ++i)
        chunk[i] = static_cast<char>(crc >> (8 * i));
}

void appendRecord(std::string& log, std::string_view record)
{
    bool first = true;
    for (;;) {
        std::size_t left = kBlock - log.size() % kBlock;
        if (left < kChunkHeader) {
            log.append(left, '\0');
            left = kBlock;
        }
        const std::size_t count = std::min(record.size(), left - kChunkHeader);
        const bool last = count == record.size();
        const std::size_t start = log.size();
        log.append(4, '\0');
        log += static_cast<char>(count & 0xFF);
        log += static_cast<char>(count >> 8);
        log += static_cast<char>(first ? (last ? 1 : 2) : (last ? 4 : 3));
        log += record.substr(0, count);
        putCrc(log.data() + start, count);
        if (last)
            return;
        record.remove_prefix(count);
        first = false;
    }
}

} // namespace

std::string framed(const std::vector<std::string_view>& records)
{
    std::string log(kHeader);
    for (const std::string_view record : records)
        appendRecord(log, record);
    return log;
}

void mendFrames(char* bytes, std::size_t size, unsigned seed)
{
    std::minstd_rand random(seed);
    std::memcpy(bytes, kHeader.data(), std::min(size, kHeader.size()));
    for (std::size_t at = kHeader.size(); at + kChunkHeader <= size;) {
        const std::size_t left = kBlock - at % kBlock;
        if (left < kChunkHeader) {
            at += left;
            continue;
        }
        char* const chunk = bytes + at;
        const std::size_t room = std::min(left, size - at) - kChunkHeader;
        std::size_t length = static_cast<unsigned char>(chunk[4]) | std::size_t{static_cast<unsigned char>(chunk[5])}
                                                                        << 8;
        if (length > room) {
            length = random() % 4 == 0 ? room : random() % (room + 1);
            chunk[4] = static_cast<char>(length & 0xFF);
            chunk[5] = static_cast<char>(length >> 8);
        }
        if (chunk[6] < 1 || chunk[6] > 4)
            chunk[6] = static_cast<char>(1 + random() % 4);
        // Some damage is left in, or reading would never have to go on after it.
        if (random() % 64 != 0)
            putCrc(chunk, length);
        at += kChunkHeader + length;
    }
}

FolderInput folderInput(std::string_view message)
{
    FolderInput input;
    try {
        protozero::pbf_reader fields(message.data(), message.size());
        while (fields.next()) {
            if (fields.wire_type() != protozero::pbf_wire_type::length_delimited || fields.tag() > 6) {
                fields.skip();
                continue;
            }
            const std::uint32_t field = fields.tag();
            const auto view = fields.get_view();
            const std::string_view bytes(view.data(), view.size());
            if (field == 1)
                input.records.push_back(bytes);
            else
                (field == 2   ? input.console
                 : field == 3 ? input.metadata
                 : field == 4 ? input.summary
                 : field == 5 ? input.config
                              : input.tail) = bytes;
        }
    } catch (const protozero::exception&) {
        // What came before the damage is an input as well.
        return input;
    }
    return input;
}

} // namespace runglass::fuzz
