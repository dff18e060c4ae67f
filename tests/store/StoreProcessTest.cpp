// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <poll.h>
#include <random>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace runglass::test
{

namespace
{

/// A run of `size` points that all say `generation`, as its config does.
RunUpdate telling(const std::string& id, std::int64_t generation, std::int64_t size, std::int64_t have = 0)
{
    RunUpdate update = plainRun(id);
    update.run.config = Value::Object{{"generation", generation}, {"size", size}};
    SegmentUpdate& segment = update.segments[0];
    segment.cursor.offset = static_cast<std::uint64_t>(size);
    segment.restart = have == 0;
    const auto count = static_cast<std::size_t>(size - have);
    // Not a float, so that a point takes eight bytes.
    segment.series = {doubles("a", std::vector<double>(count, static_cast<double>(generation) + 1e-9), have),
                      doubles("b", std::vector<double>(count, static_cast<double>(generation) + 2e-9), have)};
    for (std::size_t i = 0; i < count % 100; ++i)
        segment.console.push_back({ConsoleStream::Stdout, generation, "line"});
    return update;
}

/// What is wrong with the run, empty when it is whole.
std::string findFault(StoreReader& reader, const Run& run)
{
    const std::int64_t generation = findPath(run.config, {"generation"})->toInteger();
    const auto size = static_cast<std::size_t>(findPath(run.config, {"size"})->toInteger());
    for (const std::string key : {"a", "b"}) {
        const auto series = reader.series(run.path, {0, false, {key}});
        if (!series)
            return run.path.id + ": " + describe(series.error());
        if (series->size() != size || series->step.front() != 0 ||
            series->step.back() + 1 != static_cast<std::int64_t>(size))
            return run.path.id + " has " + std::to_string(series->size()) + " points instead of " +
                   std::to_string(size);
        const auto& values = std::get<std::vector<double>>(series->values);
        const double expected = static_cast<double>(generation) + (key == "a" ? 1e-9 : 2e-9);
        if (std::count(values.begin(), values.end(), expected) != static_cast<std::ptrdiff_t>(size))
            return run.path.id + " mixes generations";
    }
    const auto console = reader.console(run.path, 0);
    if (!console || !std::all_of(console->begin(), console->end(), [&](const auto& f) { return f.time == generation; }))
        return run.path.id + ": the console is not of the same generation";
    const auto info = reader.seriesInfo(run.path);
    if (!info || info->size() != 2 || (*info)[0].count != size || (*info)[0].min != (*info)[0].max)
        return run.path.id + ": the series' infos are of other points";
    return {};
}

void expectWhole(const StoreLocation& location)
{
    const auto reader = openReader(location);
    const auto changes = reader->changesSince(0);
    ASSERT_TRUE(changes.ok()) << describe(changes.error());
    for (const Run& run : changes->changed)
        EXPECT_EQ(findFault(*reader, run), "");
    const auto metrics = reader->metrics();
    ASSERT_TRUE(metrics.ok());
    for (const MetricUse& metric : *metrics)
        EXPECT_EQ(metric.runs, changes->changed.size());
    SQLite::Database file(location.file);
    EXPECT_EQ(file.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

/// Forks; what the child does ends it.
pid_t inChild(const std::function<void()>& work)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    try {
        work();
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "%s\n", exception.what());
        ::_exit(1);
    }
    ::_exit(0);
}

int statusOf(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

/// Writes and goes on writing: few runs, small and large, whole and appended, some removed.
void writeForever(const StoreLocation& location, std::uint64_t seed, int ready)
{
    std::mt19937_64 random(seed);
    const auto writer = openWriter(location);
    const auto reader = openReader(location);
    if (!writer->cursors() || ::write(ready, "x", 1) != 1)
        throw std::runtime_error("cannot begin");
    for (std::int64_t generation = static_cast<std::int64_t>(seed % 1'000'000);; ++generation) {
        RunBatch batch;
        for (int i = 0; i < 3; ++i) {
            const std::string id = "run-" + std::to_string(i * 4 + static_cast<int>(random() % 4));
            const auto more = static_cast<std::int64_t>(1 + random() % (random() % 4 == 0 ? 400'000 : 9000));
            const auto run = reader->run({"example", "demo", id});
            if (run && random() % 12 == 0) {
                batch.gone.push_back(run->path);
                break;
            }
            const bool appends = run && random() % 2 == 0;
            const std::int64_t have = appends ? findPath(run->config, {"size"})->toInteger() : 0;
            const std::int64_t of = appends ? findPath(run->config, {"generation"})->toInteger() : generation;
            batch.runs.push_back(telling(id, of, have + more, have));
        }
        mustCommit(*writer, batch);
    }
}

TEST(StoreProcesses, killingAWriterLeavesWholeRunsOnly)
{
    const TemporaryDirectory directory;
    const StoreLocation location{(directory.path() / "index.db").string(), {}};
    const std::uint64_t seed = std::random_device{}();
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 30; ++round) {
        int ready[2];
        ASSERT_EQ(::pipe(ready), 0);
        const std::uint64_t childSeed = random();
        const pid_t child = inChild([&] { writeForever(location, childSeed, ready[1]); });
        ::close(ready[1]);
        char byte = 0;
        ASSERT_EQ(::read(ready[0], &byte, 1), 1);
        // The pipe closes early only when the child has failed.
        pollfd ends{ready[0], 0, 0};
        EXPECT_EQ(::poll(&ends, 1, static_cast<int>(random() % 250)), 0) << "round " << round;
        ::kill(child, SIGKILL);
        EXPECT_TRUE(WIFSIGNALED(statusOf(child)));
        ::close(ready[0]);
        expectWhole(location);
        ASSERT_FALSE(testing::Test::HasFailure()) << "round " << round;
    }
    // Nothing of what the dead had staged stays for good.
    SQLite::Database(location.file, SQLite::OPEN_READWRITE, 1000)
        .exec("UPDATE segments SET touched = 0 WHERE live = 0");
    mustCommit(*openWriter(location), telling("last", 1, 10));
    SQLite::Database file(location.file);
    EXPECT_EQ(file.execAndGet("SELECT count(*) FROM segments WHERE live = 0").getInt(), 0);
    EXPECT_EQ(file.execAndGet("SELECT count(*) FROM chunks WHERE series NOT IN (SELECT number FROM series)").getInt(),
              0);
    EXPECT_EQ(
        file.execAndGet("SELECT count(*) FROM series WHERE segment NOT IN (SELECT number FROM segments)").getInt(), 0);
    EXPECT_EQ(file.execAndGet("SELECT count(*) FROM axis_chunks WHERE axis NOT IN (SELECT number FROM axes)").getInt(),
              0);
}

TEST(StoreProcesses, twoWriteOneStoreAtOnce)
{
    const TemporaryDirectory directory;
    const StoreLocation location{(directory.path() / "deep" / "index.db").string(), {}};
    int gate[2];
    ASSERT_EQ(::pipe(gate), 0);
    const auto work = [&](const std::string& name) {
        ::close(gate[1]);
        char byte = 0;
        if (::read(gate[0], &byte, 1) != 0) // both begin when the gate closes
            throw std::runtime_error("the gate is open");
        const auto writer = openWriter(location);
        for (int i = 0; i < 60; ++i) {
            RunBatch batch;
            batch.runs.push_back(telling(name + std::to_string(i), i, 1 + i * 37));
            batch.runs.push_back(telling("shared-" + std::to_string(i % 5), i, i % 20 == 0 ? 300'000 : 10));
            mustCommit(*writer, batch);
        }
    };
    const pid_t first = inChild([&] { work("first-"); });
    const pid_t second = inChild([&] { work("second-"); });
    ::close(gate[0]);
    ::close(gate[1]);
    EXPECT_EQ(statusOf(first), 0);
    EXPECT_EQ(statusOf(second), 0);
    expectWhole(location);
    EXPECT_EQ(openWriter(location)->runs()->size(), 125U);
}

TEST(StoreProcesses, showAHugeRunOnlyWhenItIsWhole)
{
    const TemporaryDirectory directory;
    const StoreLocation location{(directory.path() / "index.db").string(), {}};
    const auto writer = openWriter(location);
    mustCommit(*writer, telling("run", 0, 10));
    std::string fault;
    int seen = 0;
    std::thread watcher([&] {
        const auto reader = openReader(location);
        std::uint64_t sequence = 0;
        for (std::int64_t size = 0; size < 700'000 && fault.empty();) {
            const auto changes = reader->changesSince(sequence);
            sequence = changes->sequence;
            for (const auto& run : changes->changed) {
                size = findPath(run.config, {"size"})->toInteger();
                fault = findFault(*reader, run);
                ++seen;
            }
            const auto series = reader->series({"example", "demo", "run"}, {0, false, {"a"}});
            if (!series || (series->size() != 10 && series->size() != 350'000 && series->size() != 700'000))
                fault = "part of a run is visible";
        }
    });
    mustCommit(*writer, telling("run", 1, 350'000));
    mustCommit(*writer, telling("run", 1, 700'000, 350'000));
    watcher.join();
    EXPECT_EQ(fault, "");
    EXPECT_GE(seen, 1);
    expectWhole(location);
}

} // namespace

} // namespace runglass::test
