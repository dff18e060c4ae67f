// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/LogWriter.h"

#include "models/formats/WandbLogReader.h"

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <zlib.h>

namespace runglass::benchmark
{

namespace
{

constexpr std::size_t kBlockBytes = 32768;
constexpr std::size_t kChunkHeaderBytes = 7;
constexpr std::string_view kHeader("\x3A\x57\x26\x42\xE1\xBE\x00", 7);
enum ChunkType { kFull = 1, kFirst = 2, kMiddle = 3, kLast = 4 };

} // namespace

LogWriter::LogWriter(const std::string& path)
    : m_path(path)
    , m_file(path, std::ios::binary | std::ios::trunc)
{
    m_file << kHeader;
    m_inBlock = kHeader.size();
}

void LogWriter::append(std::string_view record)
{
    for (bool isFirst = true;; isFirst = false) {
        if (kBlockBytes - m_inBlock < kChunkHeaderBytes) {
            m_file << std::string(kBlockBytes - m_inBlock, '\0');
            m_inBlock = 0;
        }
        const std::string_view part = record.substr(0, kBlockBytes - m_inBlock - kChunkHeaderBytes);
        record.remove_prefix(part.size());
        const bool isLast = record.empty();
        appendChunk(isFirst ? (isLast ? kFull : kFirst) : (isLast ? kLast : kMiddle), part);
        if (isLast)
            return;
    }
}

void LogWriter::appendChunk(int type, std::string_view payload)
{
    std::string chunk(kChunkHeaderBytes, '\0');
    chunk[4] = static_cast<char>(payload.size() & 0xff);
    chunk[5] = static_cast<char>(payload.size() >> 8);
    chunk[6] = static_cast<char>(type);
    chunk += payload;
    const auto* covered = reinterpret_cast<const Bytef*>(chunk.data() + 6);
    const uLong crc = ::crc32(0, covered, static_cast<uInt>(chunk.size() - 6));
    for (std::size_t i = 0; i < 4; ++i)
        chunk[i] = static_cast<char>(crc >> (8 * i) & 0xff);
    m_file << chunk;
    m_inBlock = (m_inBlock + chunk.size()) % kBlockBytes;
}

void LogWriter::flush()
{
    m_file.flush();
    if (m_file.fail()) {
        std::cerr << m_path << ": could not be written\n";
        std::exit(1);
    }
}

void LogWriter::close()
{
    flush();
    m_file.close();
}

Status readLog(const std::string& path, const std::function<void(std::string_view)>& take)
{
    Result<std::unique_ptr<ByteSource>> source = openFile(path);
    if (!source)
        return source.error();
    WandbLogReader reader(**source);
    for (;;) {
        const Result<std::string_view> record = reader.next();
        if (record) {
            take(*record);
            continue;
        }
        if (record.error().kind == Error::Kind::NotYet && reader.incompleteBytes() == 0)
            return Done{};
        return record.error();
    }
}

} // namespace runglass::benchmark
