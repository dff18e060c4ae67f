// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace runglass
{

/// How a chunk's values lie in its blob. Numbers are little-endian.
enum class ChunkFormat : std::uint8_t {
    Integers = 0, ///< i64
    Doubles = 1,  ///< f64
    Floats = 2,   ///< f32, when every bit survives it
    Bools = 3,    ///< a byte each, 0 or 1
    Values = 4    ///< the size of what follows as u64, then zstd over CBOR, an item a value
};

struct EncodedChunk {
    ChunkFormat format = ChunkFormat::Doubles;
    std::string data;
    std::uint64_t count = 0;
};

/// The values [from, from + count) as a blob.
EncodedChunk encodeChunk(const SeriesValues& values, std::size_t from, std::size_t count);
/// The values of a blob, of the kind of its format; nothing when it does not hold exactly count of them.
std::optional<SeriesValues> decodeChunk(int format, std::uint64_t count, std::string_view data);

/// How many values from `from` on make one chunk: kChunkPoints at most, fewer when they are large.
std::size_t chunkLength(const SeriesValues& values, std::size_t from);

/// The kind that holds both; exact says whether every integer on either side is exact in a double.
SeriesKind commonKind(SeriesKind a, SeriesKind b, bool exact);
/// Whether every integer among the values is exact in a double.
bool integersAreExact(const SeriesValues& values);
/// The same values as a kind that commonKind gave.
SeriesValues promoted(SeriesValues values, SeriesKind kind);
/// Adds values [0, count) of more to values of the same kind.
void appendValues(SeriesValues& values, const SeriesValues& more, std::size_t count);
/// Smallest and largest finite number in [from, from + count), NaN when there is none.
std::pair<double, double> extremesOf(const SeriesValues& values, std::size_t from, std::size_t count);
std::size_t sizeOf(const SeriesValues& values);

/// Rows of an axis: steps as a progression when they are one, times as f64.
std::string encodeSteps(std::span<const std::int64_t> steps);
std::string encodeTimes(std::span<const double> times);
/// Append what the blobs hold; false when they do not hold exactly count rows.
bool decodeSteps(std::string_view blob, std::uint64_t count, std::vector<std::int64_t>& steps);
bool decodeTimes(std::string_view blob, std::uint64_t count, std::vector<double>& times);

} // namespace runglass
