// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbLogReader.h"
#include "tests/fuzz/FuzzLog.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

namespace
{

/// @return the records, or as many as there are until offset passes upTo
std::vector<std::string> read(const std::string& bytes, std::uint64_t from, std::vector<std::uint64_t>& ends)
{
    using fuzz::require;
    const std::unique_ptr<ByteSource> source = memorySource(bytes, "fuzz.wandb");
    WandbLogReader reader(*source, from);
    std::vector<std::string> records;
    std::uint64_t before = reader.offset();
    for (std::size_t calls = 0;; ++calls) {
        require(calls <= bytes.size() + 1, "a reader gets on or ends");
        const Result<std::string_view> record = reader.next();
        require(reader.offset() >= before, "a reader never goes back");
        before = reader.offset();
        require(reader.incompleteBytes() <= bytes.size(), "what is incomplete is there");
        if (record) {
            records.emplace_back(*record);
            ends.push_back(reader.offset());
        } else if (record.error().kind != Error::Kind::Corruption) {
            require(reader.offset() <= std::max<std::size_t>(bytes.size(), 7), "a reader stays in its file");
            return records;
        } else {
            require(record.error().offset && *record.error().offset < bytes.size(), "damage lies in the file");
        }
    }
}

} // namespace

/// Frames of a log; whoever resumes after a record gets what the first reader got.
RUNGLASS_FUZZ_TARGET(wandb_log)
{
    const std::string file(bytes);
    std::vector<std::uint64_t> ends;
    const std::vector<std::string> records = read(file, 0, ends);
    if (records.empty())
        return;
    const std::size_t half = records.size() / 2;
    std::vector<std::uint64_t> later;
    const std::vector<std::string> rest = read(file, ends[half], later);
    fuzz::require(std::vector<std::string>(records.begin() + static_cast<std::ptrdiff_t>(half) + 1, records.end()) ==
                      rest,
                  "a later reader goes on where the first one was");
}

#ifdef RUNGLASS_FUZZ
extern "C" std::size_t LLVMFuzzerMutate(unsigned char* data, std::size_t size, std::size_t maxSize);

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed)
{
    const std::size_t mutated = LLVMFuzzerMutate(data, size, maxSize);
    if (seed % 16 != 0)
        fuzz::mendFrames(reinterpret_cast<char*>(data), mutated, seed);
    return mutated;
}
#endif
