// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Chunks.h"
#include "models/store/Compression.h"
#include "models/store/ConsoleBlock.h"
#include "models/store/KeyText.h"
#include "tests/fuzz/FuzzTarget.h"

#include <cstring>

using namespace runglass;

namespace
{

/// Damage as it lies in a store, or a sound frame around bytes that are damaged, so that what is behind is reached.
void checkChunk(int format, std::uint64_t count, std::string_view bytes, bool isFramed)
{
    std::string framed;
    if (isFramed && format == static_cast<int>(ChunkFormat::Values)) {
        const std::uint64_t size = bytes.size();
        framed.assign(reinterpret_cast<const char*>(&size), sizeof size);
        framed += compress(bytes);
        bytes = framed;
    }
    const std::optional<SeriesValues> values = decodeChunk(format, count, bytes);
    if (!values)
        return;
    fuzz::require(sizeOf(*values) == count, "a chunk holds what it is said to hold");
    const EncodedChunk again = encodeChunk(*values, 0, count);
    const std::optional<SeriesValues> twice = decodeChunk(static_cast<int>(again.format), count, again.data);
    fuzz::require(twice && sizeOf(*twice) == count && encodeChunk(*twice, 0, count).data == again.data,
                  "what is written reads back");
    extremesOf(*values, 0, count);
    integersAreExact(*values);
    promoted(*values, SeriesKind::Json);
}

void checkAxes(std::uint64_t count, std::string_view bytes)
{
    std::vector<std::int64_t> steps;
    if (decodeSteps(bytes, count, steps))
        fuzz::require(steps.size() == count, "an axis holds what it is said to hold");
    std::vector<std::int64_t> twice;
    fuzz::require(decodeSteps(encodeSteps(steps), steps.size(), twice) && twice == steps, "steps read back");
    std::vector<double> times;
    if (decodeTimes(bytes, count, times))
        fuzz::require(times.size() == count, "an axis holds what it is said to hold");
}

void checkConsole(std::uint64_t count, std::string_view bytes, bool isFramed)
{
    const auto fragments =
        isFramed ? decodeConsole(count, bytes.size(), compress(bytes)) : decodeConsole(count, bytes.size() * 4, bytes);
    if (!fragments)
        return;
    fuzz::require(fragments->size() == count, "a block holds what it is said to hold");
    const ConsoleBlock again = encodeConsole(*fragments);
    fuzz::require(decodeConsole(count, again.sizeBytes, again.data).has_value(), "what is written reads back");
}

} // namespace

/// A format, a count (two bytes) and a blob: everything of a store that is no document.
RUNGLASS_FUZZ_TARGET(chunks)
{
    if (bytes.size() < 3)
        return;
    const auto kind = static_cast<unsigned char>(bytes[0]);
    std::uint16_t count = 0;
    std::memcpy(&count, bytes.data() + 1, sizeof count);
    bytes.remove_prefix(3);
    const bool isFramed = kind >= 128;
    const int format = kind % 8;
    if (format <= 5)
        checkChunk(format, count, bytes, isFramed);
    else if (format == 6)
        checkAxes(count, bytes);
    else
        checkConsole(count, bytes, isFramed);
    if (const std::optional<KeyPath> key = decodeKey(bytes)) {
        const std::optional<KeyPath> again = decodeKey(encodeKey(*key));
        fuzz::require(again && *again == *key, "a key reads back");
    }
}
