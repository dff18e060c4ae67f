// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbLogReader.h"

#include <algorithm>
#include <array>
#include <libdeflate.h>

namespace runglass
{

namespace
{

constexpr std::uint64_t kBlockBytes = 32768;
constexpr std::size_t kHeaderBytes = 7;
constexpr std::size_t kChunkHeaderBytes = 7;
constexpr std::uint64_t kSmallBufferBytes = kBlockBytes; // a chunk always fits, and the allocator keeps it at hand
constexpr std::uint64_t kLargeBufferBytes = std::uint64_t{1} << 20;
constexpr std::size_t kKeptRecordBytes = std::size_t{16} << 20;
constexpr std::string_view kHeader("\x3A\x57\x26\x42\xE1\xBE\x00", kHeaderBytes);

enum ChunkType { kFull = 1, kFirst = 2, kMiddle = 3, kLast = 4 };

std::uint64_t bytesLeftInBlock(std::uint64_t offset)
{
    return kBlockBytes - offset % kBlockBytes;
}

/// offset, or the next block when only padding can be left in this one.
std::uint64_t afterPadding(std::uint64_t offset)
{
    const std::uint64_t left = bytesLeftInBlock(offset);
    return left < kChunkHeaderBytes ? offset + left : offset;
}

struct ChunkHead {
    std::uint32_t crc;
    std::size_t length;
    int type;
};

/// Of kChunkHeaderBytes bytes.
ChunkHead readHead(const char* bytes)
{
    const auto at = [bytes](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
    return {at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24, at(4) | at(5) << 8, static_cast<int>(at(6))};
}

Error notYet(const ByteSource& source)
{
    return {Error::Kind::NotYet, "the last record is incomplete", source.path()};
}

} // namespace

WandbLogReader::WandbLogReader(ByteSource& source, std::uint64_t offset)
    : m_source(source)
    , m_offset(offset)
    , m_position(offset)
    // A reader that stopped after damage left off at a block's beginning, perhaps inside a record.
    , m_resync(offset > 0 && offset % kBlockBytes == 0)
{
    if (const std::optional<std::string_view> bytes = source.inMemory()) {
        m_bytes = bytes->data();
        m_bufferSize = bytes->size();
        return;
    }
    m_bufferCapacity = static_cast<std::size_t>(std::clamp(source.size(), kSmallBufferBytes, kLargeBufferBytes));
    m_buffer = std::make_unique_for_overwrite<char[]>(m_bufferCapacity);
    m_bytes = m_buffer.get();
}

Result<std::string_view> WandbLogReader::next()
{
    if (!m_headerRead)
        if (const Status header = readHeader(); !header)
            return header.error();
    if (m_record.capacity() > kKeptRecordBytes)
        m_record = {};
    if (const std::optional<std::string_view> record = bufferedRecord())
        return *record;
    bool open = false;
    std::uint64_t at = m_position;
    for (;;) {
        const Result<Chunk> chunk = readChunk(at);
        if (!chunk)
            return stop(chunk.error());
        const bool begins = chunk->type == kFull || chunk->type == kFirst;
        if (begins && open) {
            goOnAt(chunk->start);
            return corruption(chunk->start, "a record has no end");
        }
        at = chunk->end;
        if (!begins && !open) {
            goOnAt(at);
            if (m_resync)
                continue;
            m_resync = true;
            return corruption(chunk->start, "a part of a record has no beginning");
        }
        m_resync = false;
        if (chunk->type == kFull) {
            goOnAt(at);
            return chunk->payload;
        }
        if (chunk->type == kFirst)
            m_record.clear();
        if (chunk->payload.size() > kMaxRecordBytes - m_record.size()) {
            goOnAt(at);
            m_resync = true;
            return corruption(chunk->start, "a record is larger than 256 MiB");
        }
        open = true;
        m_record.append(chunk->payload);
        if (chunk->type == kLast) {
            goOnAt(at);
            return std::string_view(m_record);
        }
    }
}

/// The usual case without detours: a record in one sound chunk that is in the buffer already. Nothing of it is decided
/// here when it is anything else.
std::optional<std::string_view> WandbLogReader::bufferedRecord()
{
    const std::uint64_t at = afterPadding(m_position);
    if (at < m_bufferStart || at - m_bufferStart > m_bufferSize)
        return std::nullopt;
    const auto start = static_cast<std::size_t>(at - m_bufferStart);
    const std::size_t there = m_bufferSize - start;
    const char* const chunk = m_bytes + start;
    if (there < kChunkHeaderBytes || chunk[6] != kFull)
        return std::nullopt;
    const ChunkHead head = readHead(chunk);
    const std::size_t size = kChunkHeaderBytes + head.length;
    if (size > there || size > bytesLeftInBlock(at) || libdeflate_crc32(0, chunk + 6, 1 + head.length) != head.crc)
        return std::nullopt;
    m_resync = false;
    goOnAt(at + size);
    return std::string_view(chunk + kChunkHeaderBytes, head.length);
}

std::uint64_t WandbLogReader::incompleteBytes() const
{
    const std::uint64_t from = afterPadding(m_position);
    const std::uint64_t size = m_source.size();
    return size > from ? size - from : 0;
}

Status WandbLogReader::readHeader()
{
    std::array<char, kHeaderBytes> bytes = {};
    const Result<std::size_t> count = m_source.readAt(0, bytes);
    if (!count)
        return count.error();
    const std::string_view header(bytes.data(), *count);
    if (!kHeader.starts_with(header)) {
        const bool otherVersion = header.size() == kHeaderBytes && header.substr(0, 6) == kHeader.substr(0, 6);
        return Error{Error::Kind::Unsupported,
                     otherVersion ? "its format version is " + std::to_string(static_cast<unsigned char>(header[6])) +
                                        ", only 0 is known"
                                  : "it does not begin like a .wandb file",
                     m_source.path(), 0};
    }
    if (header.size() < kHeaderBytes)
        return notYet(m_source);
    m_headerRead = true;
    if (m_offset < kHeaderBytes)
        goOnAt(kHeaderBytes);
    return Done{};
}

Result<WandbLogReader::Chunk> WandbLogReader::readChunk(std::uint64_t offset)
{
    offset = afterPadding(offset);
    const Result<std::string_view> head = window(offset, kChunkHeaderBytes);
    if (!head)
        return head.error();
    if (head->size() < kChunkHeaderBytes)
        return notYet(m_source);
    const auto [crc, length, type] = readHead(head->data());
    const std::uint64_t left = bytesLeftInBlock(offset);
    if (type == 0 && length == 0 && crc == 0) {
        // Space that was reserved before it was written looks like this while a block is being filled.
        if (offset + left > m_source.size())
            return notYet(m_source);
        return corruption(offset, "there are zeros where a record should be");
    }
    if (type < kFull || type > kLast)
        return corruption(offset, "a record's part is of the unknown type " + std::to_string(type));
    if (kChunkHeaderBytes + length > left)
        return corruption(offset, "a record's part is longer than its block");
    const Result<std::string_view> body = window(offset, kChunkHeaderBytes + length);
    if (!body)
        return body.error();
    if (body->size() < kChunkHeaderBytes + length)
        return notYet(m_source);
    if (libdeflate_crc32(0, body->data() + 6, 1 + length) != crc)
        return corruption(offset, "a checksum is wrong");
    return Chunk{type, body->substr(kChunkHeaderBytes), offset, offset + kChunkHeaderBytes + length};
}

Result<std::string_view> WandbLogReader::window(std::uint64_t offset, std::size_t length)
{
    const bool held = offset >= m_bufferStart && offset - m_bufferStart <= m_bufferSize &&
                      length <= m_bufferSize - (offset - m_bufferStart);
    if (!held && !m_buffer) {
        const auto from = static_cast<std::size_t>(std::min<std::uint64_t>(offset, m_bufferSize));
        return std::string_view(m_bytes + from, m_bufferSize - from).substr(0, length);
    }
    if (!held) {
        m_bufferSize = 0;
        const Result<std::size_t> count = m_source.readAt(offset, {m_buffer.get(), m_bufferCapacity});
        if (!count)
            return count.error();
        m_bufferStart = offset;
        m_bufferSize = *count;
    }
    const auto start = static_cast<std::size_t>(offset - m_bufferStart);
    return std::string_view(m_bytes + start, m_bufferSize - start).substr(0, length);
}

Error WandbLogReader::stop(Error error)
{
    if (error.kind == Error::Kind::Corruption)
        return skipDamage(std::move(error));
    // What is there now may be something else when it is asked for again.
    if (m_buffer)
        m_bufferSize = 0;
    return error;
}

/// Damage over many blocks is one error: a file of zeros must not cost an error a block.
Error WandbLogReader::skipDamage(Error error)
{
    const std::uint64_t from = error.offset.value_or(m_position);
    const std::uint64_t size = m_source.size();
    std::uint64_t boundary = from + bytesLeftInBlock(from);
    while (boundary < size && boundary - from < kMaxDamageBytes) {
        const Result<Chunk> chunk = readChunk(boundary);
        if (chunk || chunk.error().kind != Error::Kind::Corruption)
            break;
        boundary += kBlockBytes;
    }
    m_resync = true;
    if (boundary < size && boundary - from >= kMaxDamageBytes) {
        m_position = size + bytesLeftInBlock(size);
        error.detail += "; nothing could be read in the GiB after it, and the rest of the file was not looked at";
        return error;
    }
    m_position = boundary;
    if (boundary <= size)
        m_offset = boundary;
    error.detail +=
        boundary < size ? "; reading went on at byte " + std::to_string(boundary) : "; nothing after it could be read";
    return error;
}

Error WandbLogReader::corruption(std::uint64_t offset, std::string detail) const
{
    return {Error::Kind::Corruption, std::move(detail), m_source.path(), offset};
}

} // namespace runglass
