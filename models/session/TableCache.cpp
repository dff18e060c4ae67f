// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/TableCache.h"

#include "models/formats/ByteSource.h"
#include "models/formats/Crc32.h"
#include "models/table/TableBytes.h"

#include <QSaveFile>

#include <array>
#include <cstring>
#include <memory>

namespace runglass
{

namespace
{

/// What precedes the table: 8 bytes of sequence, 4 of checksum over all that follows them but this.
constexpr std::size_t kHeadBytes = 12;
/// A table of a million runs has some hundred megabytes.
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;

std::uint32_t checksum(std::uint64_t sequence, std::string_view bytes)
{
    return crc32Of(bytes) ^ static_cast<std::uint32_t>(sequence) ^ static_cast<std::uint32_t>(sequence >> 32);
}

} // namespace

std::string tableFileOf(const StoreLocation& index)
{
    return index.file.empty() ? std::string() : index.file + "-table";
}

std::optional<CachedTable> readTable(const std::string& file, SourceId source)
{
    if (file.empty())
        return std::nullopt;
    const Result<std::unique_ptr<ByteSource>> opened = openFile(file);
    const std::uint64_t size = opened ? (*opened)->size() : 0;
    if (size < kHeadBytes || size > kMostBytes)
        return std::nullopt;
    // Not readWhole: its string is filled with zeros first, which takes longer than the checksum.
    const auto room = std::make_unique_for_overwrite<char[]>(static_cast<std::size_t>(size));
    const Result<std::size_t> read = (*opened)->readAt(0, {room.get(), static_cast<std::size_t>(size)});
    if (!read || *read < kHeadBytes)
        return std::nullopt;
    CachedTable cached;
    std::uint32_t wanted = 0;
    std::memcpy(&cached.sequence, room.get(), sizeof cached.sequence);
    std::memcpy(&wanted, room.get() + sizeof cached.sequence, sizeof wanted);
    const std::string_view bytes = std::string_view(room.get(), *read).substr(kHeadBytes);
    if (checksum(cached.sequence, bytes) != wanted)
        return std::nullopt;
    cached.table = tableFromBytes(bytes, source);
    return cached.table ? std::optional(std::move(cached)) : std::nullopt;
}

void writeTable(const std::string& file, const CachedTable& cached)
{
    const std::string bytes = toBytes(*cached.table);
    const std::uint32_t sum = checksum(cached.sequence, bytes);
    std::array<char, kHeadBytes> head = {};
    std::memcpy(head.data(), &cached.sequence, sizeof cached.sequence);
    std::memcpy(head.data() + sizeof cached.sequence, &sum, sizeof sum);
    QSaveFile out(QString::fromStdString(file));
    if (!out.open(QIODevice::WriteOnly))
        return;
    // What runs are called is nobody else's matter.
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    out.write(head.data(), static_cast<qint64>(head.size()));
    out.write(bytes.data(), static_cast<qint64>(bytes.size()));
    out.commit();
}

} // namespace runglass
