// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_live LOG DIR: what it costs to take in 100 new rows of a run that is being written, from its log into an
/// index on disk, with few and with many rows there already. One line a measurement, "ROWS SECONDS", the sizes taking
/// turns.
#include "Record.pb.h"
#include "models/formats/Json.h"
#include "models/sources/PosixFileSystem.h"
#include "models/sources/WandbFolderSource.h"
#include "models/store/StoreReader.h"
#include "tests/benchmarks/LogWriter.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <vector>

namespace
{

using namespace runglass;
using runglass::benchmark::Record;

constexpr std::size_t kNewRows = 100;
constexpr std::size_t kTurns = 25;
constexpr std::size_t kSizes[] = {1'000, 10'000, 100'000, 990'000};

/// So that the run counts as running: the time of its last row.
class RowClock : public Clock
{
public:
    TimeNs now() const override { return time; }
    TimeNs time = 0;
};

[[noreturn]] void fail(const std::string& words)
{
    std::cerr << words << '\n';
    std::exit(1);
}

/// The records of a log before its end, and after which of them each row ends.
struct Source {
    std::vector<std::string> records;
    std::vector<std::size_t> rowEnds;
    std::vector<TimeNs> rowTimes;
};

Source readSource(const std::string& path)
{
    Source source;
    const Status read = benchmark::readLog(path, [&source](std::string_view bytes) {
        source.records.emplace_back(bytes);
        Record record;
        if (!record.ParseFromString(source.records.back()) || !record.has_history())
            return;
        source.rowEnds.push_back(source.records.size());
        for (const auto& item : record.history().item())
            if (item.nested_key_size() == 1 && item.nested_key(0) == "_timestamp")
                source.rowTimes.push_back(static_cast<TimeNs>(parseJson(item.value_json())->toDouble() * 1e9));
    });
    if (!read || source.rowTimes.size() < kSizes[3] + kNewRows * kTurns)
        fail(path + ": no log with that many rows");
    return source;
}

/// A run that has some rows and is in an index.
class LiveRun
{
public:
    LiveRun(const Source& source, const std::filesystem::path& folder, std::size_t rows)
        : m_source(source)
        , m_index{(folder / "index.db").string(), {}}
        , m_log(logIn(folder))
    {
        append(rows);
        m_run =
            WandbFolderSource::open(folder.string(), {std::make_shared<PosixFileSystem>(), m_clock, nullptr}).value();
        m_writer = StoreWriter::open(m_index).value();
        if (!m_run->sync(*m_writer, {}, [](const SyncProgress&) {}))
            fail("the run could not be read");
    }

    double takeIn()
    {
        append(kNewRows);
        const std::uint64_t before = points();
        const auto start = std::chrono::steady_clock::now();
        const bool done = m_run->follow(*m_writer, {}, [](const SyncProgress&) {}).ok();
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
        if (!done || points() != before + kNewRows)
            fail("the new rows did not arrive");
        return time.count();
    }

private:
    static std::string logIn(const std::filesystem::path& folder)
    {
        const std::filesystem::path run = folder / "wandb/offline-run-20260101_000000-live0000";
        std::filesystem::create_directories(run);
        return (run / "run-live0000.wandb").string();
    }
    void append(std::size_t rows)
    {
        m_rows += rows;
        for (; m_written < m_source.rowEnds[m_rows - 1]; ++m_written)
            m_log.append(m_source.records[m_written]);
        m_log.flush();
        m_clock->time = m_source.rowTimes[m_rows - 1];
    }
    /// Of the metric that every row has.
    std::uint64_t points()
    {
        const std::unique_ptr<StoreReader> reader = StoreReader::open(m_index).value();
        const std::vector<SeriesInfo> all = reader->seriesInfo(m_writer->runs()->at(0)).value();
        for (const SeriesInfo& series : all)
            if (series.id.key == KeyPath{"train/loss"})
                return series.count;
        return 0;
    }

    const Source& m_source;
    StoreLocation m_index;
    benchmark::LogWriter m_log;
    std::size_t m_rows = 0, m_written = 0;
    std::shared_ptr<RowClock> m_clock = std::make_shared<RowClock>();
    std::unique_ptr<RunSource> m_run;
    std::unique_ptr<StoreWriter> m_writer;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        fail("usage: benchmark_live LOG DIR");
    const Source source = readSource(argv[1]);
    std::vector<std::unique_ptr<LiveRun>> runs;
    for (const std::size_t rows : kSizes)
        runs.push_back(std::make_unique<LiveRun>(source, std::filesystem::path(argv[2]) / std::to_string(rows), rows));
    for (std::size_t turn = 0; turn < kTurns; ++turn)
        for (std::size_t i = 0; i < runs.size(); ++i)
            std::cout << kSizes[i] << ' ' << runs[i]->takeIn() << '\n';
    return 0;
}
