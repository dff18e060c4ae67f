// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/ByteSource.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// Frames of a .wandb file: bytes → record payloads, every checksum verified.
///
/// A file is 7 bytes of header (":W&B", 0xBEE1 little-endian, version 0), then blocks of 32,768 bytes counted from
/// offset 0, so that the first holds 32,761. A block holds chunks: crc32 (IEEE, of type and payload) u32 · length u16 ·
/// type u8 (1 full, 2 first, 3 middle, 4 last) · payload. Fewer than 7 bytes left in a block are zeros.
/// After damage reading goes on at the next block; a record that it cut is lost as a whole.
/// @thread  any one at a time; reads from its source
/// @source  wandb 0.31 transaction log, LevelDB log format with another CRC
class WandbLogReader
{
public:
    /// Records beyond this are reported as damage and passed over.
    static constexpr std::size_t kMaxRecordBytes = std::size_t{256} << 20;
    /// Where nothing is readable for this long, nothing further is looked for: a file may be a terabyte of hole.
    static constexpr std::uint64_t kMaxDamageBytes = std::uint64_t{1} << 30;

    /// Borrows source. Starts at offset, 0 or what offset() said earlier.
    explicit WandbLogReader(ByteSource& source, std::uint64_t offset = 0);

    /// The next record's payload, valid until the next call.
    /// @errors NotYet: no complete record after offset(); the tail of a live file. Ask again when the file has grown
    ///         · Corruption with byte offset: a damaged stretch was skipped, the next call goes on after it
    ///         · Unsupported: no .wandb header, or another version; final
    ///         · Io
    Result<std::string_view> next();

    /// After the last complete record (or skipped stretch): where a later reader may resume. A damaged stretch that
    /// reaches the end of the file is not counted as skipped: a later reader looks at it again.
    std::uint64_t offset() const { return m_offset; }
    /// Bytes after the last complete record that NotYet could not complete. Padding and reported damage do not count.
    std::uint64_t incompleteBytes() const;

private:
    struct Chunk {
        int type = 0;
        std::string_view payload; ///< valid until the next window()
        std::uint64_t start = 0;
        std::uint64_t end = 0;
    };

    Status readHeader();
    std::optional<std::string_view> bufferedRecord();
    Result<Chunk> readChunk(std::uint64_t offset);
    Result<std::string_view> window(std::uint64_t offset, std::size_t length);
    Error stop(Error error);
    Error skipDamage(Error error);
    Error corruption(std::uint64_t offset, std::string detail) const;
    void goOnAt(std::uint64_t offset) { m_position = m_offset = offset; }

    ByteSource& m_source;
    std::uint64_t m_offset = 0;   ///< what offset() says
    std::uint64_t m_position = 0; ///< where next() begins to look, not before m_offset
    bool m_headerRead = false;
    bool m_resync = false; ///< the parts of a record whose beginning was skipped are no news
    std::size_t m_bufferCapacity = 0;
    std::unique_ptr<char[]> m_buffer; ///< null where the source has its bytes in memory
    const char* m_bytes = nullptr;    ///< bytes [m_bufferStart, m_bufferStart + m_bufferSize) of the source
    std::uint64_t m_bufferStart = 0;
    std::size_t m_bufferSize = 0;
    std::string m_record; ///< a record of several chunks, put together
};

} // namespace runglass
