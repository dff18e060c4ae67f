// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_decode LOG [--benchmark_…]: one .wandb in memory → complete series, in three ways over the same bytes.
#include "Record.pb.h"
#include "models/formats/WandbLogReader.h"
#include "models/formats/WandbRecords.h"
#include "models/run/KeptMemory.h"
#include "models/sources/SegmentTail.h"
#include "models/sources/WandbRunBuilder.h"

#include <benchmark/benchmark.h>
#include <iostream>
#include <zlib.h>

namespace
{

using namespace runglass;
using runglass::benchmark::Record;

/// Every record of the log to take, with all checks. Ends the program at damage.
template <typename Take> void forEachRecord(ByteSource& source, Take&& take)
{
    WandbLogReader reader(source);
    for (;;) {
        const Result<std::string_view> record = reader.next();
        if (record) {
            take(*record, reader.offset());
            continue;
        }
        if (record.error().kind == Error::Kind::NotYet && reader.incompleteBytes() == 0)
            return;
        std::cerr << "the log is not whole: " << record.error().detail << '\n';
        std::exit(1);
    }
}

std::size_t pointsOf(const SegmentData& data)
{
    std::size_t points = 0;
    for (const Series& series : data.series)
        points += series.size();
    return points;
}

/// As the program reads a log: frames, checksums, records, numbers, columns, a slice after the other.
void runglassSeries(::benchmark::State& state, ByteSource& source)
{
    std::size_t points = 0;
    for ([[maybe_unused]] const auto _ : state) {
        LogProblems problems(source.path());
        WandbRunBuilder builder(problems);
        WandbRecordDecoder decoder;
        std::uint64_t sliceEnd = SegmentTail::kSliceBytes;
        points = 0;
        forEachRecord(source, [&](std::string_view record, std::uint64_t offset) {
            if (!decoder.decode(record, builder))
                std::exit(1);
            if (offset < sliceEnd)
                return;
            points += pointsOf(builder.take(problems));
            sliceEnd = offset + SegmentTail::kSliceBytes;
        });
        points += pointsOf(builder.take(problems));
        ::benchmark::DoNotOptimize(points);
    }
    state.counters["points"] = static_cast<double>(points);
}

template <typename Items> std::size_t walk(const Items& items)
{
    std::size_t bytes = 0;
    for (const auto& item : items) {
        for (const std::string& component : item.nested_key())
            bytes += component.size();
        bytes += item.key().size() + item.value_json().size();
    }
    return bytes;
}

/// What a program does that leaves the decoding to protobuf, as far as protobuf goes: the same frames and checksums,
/// then the generated parser into one record, whose memory is used again, and a look at every item. Numbers stay text
/// and there are no columns, so that less is done here than there.
void generatedProtobuf(::benchmark::State& state, ByteSource& source)
{
    for ([[maybe_unused]] const auto _ : state) {
        Record record;
        std::size_t bytes = 0;
        forEachRecord(source, [&](std::string_view payload, std::uint64_t) {
            if (!record.ParseFromArray(payload.data(), static_cast<int>(payload.size())))
                std::exit(1);
            bytes += walk(record.history().item()) + walk(record.summary().update()) + walk(record.config().update());
        });
        ::benchmark::DoNotOptimize(bytes);
    }
}

/// The bytes once through zlib's checksum: nothing that checks them can do less.
void zlibCrc32(::benchmark::State& state, const std::string& bytes)
{
    for ([[maybe_unused]] const auto _ : state) {
        const uLong crc = ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
        ::benchmark::DoNotOptimize(crc);
    }
}

} // namespace

int main(int argc, char** argv)
{
    keepFreedMemory(); // as the command line does
    ::benchmark::Initialize(&argc, argv);
    if (argc != 2) {
        std::cerr << "usage: benchmark_decode LOG [--benchmark_…]\n";
        return 2;
    }
    Result<std::string> bytes = readWhole(argv[1], std::uint64_t{4} << 30);
    if (!bytes) {
        std::cerr << argv[1] << ": " << bytes.error().detail << '\n';
        return 1;
    }
    const std::unique_ptr<ByteSource> source = memorySource(*bytes, argv[1]);
    const auto add = [&](const char* name, auto&& work) {
        ::benchmark::RegisterBenchmark(name, [work, &bytes](::benchmark::State& state) {
            work(state);
            state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes->size()));
        })->Unit(::benchmark::kMillisecond);
    };
    add("runglass", [&](::benchmark::State& state) { runglassSeries(state, *source); });
    add("protobuf", [&](::benchmark::State& state) { generatedProtobuf(state, *source); });
    add("crc32", [&](::benchmark::State& state) { zlibCrc32(state, *bytes); });
    ::benchmark::RunSpecifiedBenchmarks();
    return 0;
}
