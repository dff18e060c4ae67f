// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Chunks.h"

#include "models/store/Cbor.h"
#include "models/store/Compression.h"
#include "models/store/Schema.h"
#include "models/store/SeriesStatistics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace runglass
{

static_assert(std::endian::native == std::endian::little, "blobs are copied as they lie in memory");

namespace
{

/// A chunk of JSON values is full at this size, so that a chunk of tensors stays cheap to write anew.
constexpr std::size_t kValuesBytes = 256 * 1024;

template <typename T> std::string packed(std::span<const T> values)
{
    std::string bytes(values.size_bytes(), '\0');
    if (!values.empty())
        std::memcpy(bytes.data(), values.data(), values.size_bytes());
    return bytes;
}

template <typename T> bool unpack(std::string_view bytes, std::uint64_t count, std::vector<T>& values)
{
    if (bytes.size() % sizeof(T) != 0 || bytes.size() / sizeof(T) != count)
        return false;
    const std::size_t before = values.size();
    values.resize(before + count);
    if (count > 0)
        std::memcpy(values.data() + before, bytes.data(), bytes.size());
    return true;
}

bool survivesFloat(double value)
{
    if (std::isfinite(value) && std::abs(value) > static_cast<double>(std::numeric_limits<float>::max()))
        return false;
    const auto back = static_cast<double>(static_cast<float>(value));
    return std::bit_cast<std::uint64_t>(back) == std::bit_cast<std::uint64_t>(value);
}

EncodedChunk encodeDoubles(std::span<const double> values)
{
    if (!std::all_of(values.begin(), values.end(), survivesFloat))
        return {ChunkFormat::Doubles, packed(values), values.size()};
    std::vector<float> floats(values.size());
    std::transform(values.begin(), values.end(), floats.begin(),
                   [](double value) { return static_cast<float>(value); });
    return {ChunkFormat::Floats, packed<float>(floats), values.size()};
}

EncodedChunk encodeValues(std::span<const Value> values)
{
    CborWriter writer;
    for (const Value& value : values)
        writer.value(value);
    const std::uint64_t size = writer.bytes().size();
    return {ChunkFormat::Values, packed<std::uint64_t>({&size, 1}) + compress(writer.bytes()), values.size()};
}

std::optional<SeriesValues> decodeFloats(std::uint64_t count, std::string_view data)
{
    std::vector<float> floats;
    if (!unpack(data, count, floats))
        return std::nullopt;
    return std::vector<double>(floats.begin(), floats.end());
}

std::optional<SeriesValues> decodeBools(std::uint64_t count, std::string_view data)
{
    const auto isBool = [](char byte) { return byte == 0 || byte == 1; };
    std::vector<std::uint8_t> bools;
    if (!std::all_of(data.begin(), data.end(), isBool) || !unpack(data, count, bools))
        return std::nullopt;
    return bools;
}

std::optional<SeriesValues> decodeValues(std::uint64_t count, std::string_view data)
{
    std::uint64_t size = 0;
    if (data.size() < sizeof size)
        return std::nullopt;
    std::memcpy(&size, data.data(), sizeof size);
    std::string bytes;
    if (!decompress(data.substr(sizeof size), size, bytes) || count > bytes.size())
        return std::nullopt;
    CborReader reader(bytes);
    std::vector<Value> values;
    for (std::uint64_t i = 0; i < count && !reader.failed(); ++i)
        values.push_back(reader.value());
    if (reader.failed() || !reader.atEnd())
        return std::nullopt;
    return values;
}

template <typename T> std::optional<SeriesValues> decodePlain(std::uint64_t count, std::string_view data)
{
    std::vector<T> values;
    if (!unpack(data, count, values))
        return std::nullopt;
    return values;
}

std::size_t roughSize(const Value& value)
{
    std::size_t size = sizeof(Value) + value.text().size();
    for (const Value& item : value.array())
        size += roughSize(item);
    for (const auto& [key, item] : value.object())
        size += key.size() + roughSize(item);
    return size;
}

} // namespace

EncodedChunk encodeChunk(const SeriesValues& values, std::size_t from, std::size_t count)
{
    return std::visit(
        [&](const auto& all) -> EncodedChunk {
            using T = typename std::decay_t<decltype(all)>::value_type;
            const auto part = std::span<const T>(all).subspan(from, count);
            if constexpr (std::is_same_v<T, double>)
                return encodeDoubles(part);
            else if constexpr (std::is_same_v<T, Value>)
                return encodeValues(part);
            else if constexpr (std::is_same_v<T, std::uint8_t>) {
                EncodedChunk chunk{ChunkFormat::Bools, std::string(count, '\0'), count};
                std::transform(part.begin(), part.end(), chunk.data.begin(), [](T byte) { return byte ? '\1' : '\0'; });
                return chunk;
            } else
                return {ChunkFormat::Integers, packed(part), count};
        },
        values);
}

std::optional<SeriesValues> decodeChunk(int format, std::uint64_t count, std::string_view data)
{
    switch (static_cast<ChunkFormat>(format)) {
    case ChunkFormat::Integers:
        return decodePlain<std::int64_t>(count, data);
    case ChunkFormat::Doubles:
        return decodePlain<double>(count, data);
    case ChunkFormat::Floats:
        return decodeFloats(count, data);
    case ChunkFormat::Bools:
        return decodeBools(count, data);
    case ChunkFormat::Values:
        return decodeValues(count, data);
    }
    return std::nullopt;
}

std::size_t chunkLength(const SeriesValues& values, std::size_t from)
{
    const std::size_t most = std::min<std::size_t>(sizeOf(values) - from, kChunkPoints);
    const auto* any = std::get_if<std::vector<Value>>(&values);
    if (!any)
        return most;
    std::size_t length = 0;
    for (std::size_t bytes = 0; length < most && bytes < kValuesBytes; ++length)
        bytes += roughSize((*any)[from + length]);
    return length;
}

SeriesKind commonKind(SeriesKind a, SeriesKind b, bool exact)
{
    if (a == b)
        return a;
    const auto isNumber = [](SeriesKind kind) { return kind == SeriesKind::Integer || kind == SeriesKind::Double; };
    return isNumber(a) && isNumber(b) && exact ? SeriesKind::Double : SeriesKind::Json;
}

bool integersAreExact(const SeriesValues& values)
{
    const auto* integers = std::get_if<std::vector<std::int64_t>>(&values);
    const auto isExact = [](std::int64_t value) {
        const auto magnitude = value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
        return magnitude == 0 || 64 - std::countl_zero(magnitude) - std::countr_zero(magnitude) <= 53;
    };
    return !integers || std::all_of(integers->begin(), integers->end(), isExact);
}

SeriesValues promoted(SeriesValues values, SeriesKind kind)
{
    if (static_cast<SeriesKind>(values.index()) == kind)
        return values;
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&values);
        integers && kind == SeriesKind::Double) {
        std::vector<double> doubles(integers->size());
        std::transform(integers->begin(), integers->end(), doubles.begin(),
                       [](std::int64_t value) { return static_cast<double>(value); });
        return doubles;
    }
    return std::visit(
        [](auto& all) {
            using T = typename std::decay_t<decltype(all)>::value_type;
            std::vector<Value> any;
            any.reserve(all.size());
            for (T& value : all)
                if constexpr (std::is_same_v<T, std::uint8_t>)
                    any.emplace_back(value != 0);
                else
                    any.emplace_back(std::move(value));
            return SeriesValues(std::move(any));
        },
        values);
}

void appendValues(SeriesValues& values, const SeriesValues& more, std::size_t count)
{
    std::visit(
        [&](auto& all) {
            const auto& others = std::get<std::decay_t<decltype(all)>>(more);
            all.insert(all.end(), others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count));
        },
        values);
}

std::pair<double, double> extremesOf(const SeriesValues& values, std::size_t from, std::size_t count)
{
    double min = std::numeric_limits<double>::infinity(), max = -min;
    std::visit(
        [&](const auto& all) {
            for (std::size_t i = from; i < from + count; ++i) {
                const double value = toNumber(all[i]);
                if (!std::isfinite(value))
                    continue;
                min = std::min(min, value);
                max = std::max(max, value);
            }
        },
        values);
    if (min > max)
        min = max = std::numeric_limits<double>::quiet_NaN();
    return {min, max};
}

std::size_t sizeOf(const SeriesValues& values)
{
    return std::visit([](const auto& all) { return all.size(); }, values);
}

std::string encodeSteps(std::span<const std::int64_t> steps)
{
    const auto distance = [&](std::size_t i) {
        return static_cast<std::uint64_t>(steps[i]) - static_cast<std::uint64_t>(steps[i - 1]);
    };
    bool even = steps.size() > 2;
    for (std::size_t i = 2; i < steps.size() && even; ++i)
        even = distance(i) == distance(1);
    if (!even)
        return '\0' + packed(steps);
    const std::int64_t progression[] = {steps[0], static_cast<std::int64_t>(distance(1))};
    return '\1' + packed<std::int64_t>(progression);
}

std::string encodeTimes(std::span<const double> times)
{
    return packed(times);
}

bool decodeSteps(std::string_view blob, std::uint64_t count, std::vector<std::int64_t>& steps)
{
    if (blob.empty() || (blob[0] != 0 && blob[0] != 1))
        return false;
    const std::string_view numbers = blob.substr(1);
    if (blob[0] == 0)
        return unpack(numbers, count, steps);
    std::vector<std::int64_t> progression;
    if (count > kChunkPoints || !unpack(numbers, 2, progression))
        return false;
    auto step = static_cast<std::uint64_t>(progression[0]);
    for (std::uint64_t i = 0; i < count; ++i, step += static_cast<std::uint64_t>(progression[1]))
        steps.push_back(static_cast<std::int64_t>(step));
    return true;
}

bool decodeTimes(std::string_view blob, std::uint64_t count, std::vector<double>& times)
{
    return unpack(blob, count, times);
}

} // namespace runglass
