// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass::test
{

namespace
{

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

std::vector<std::string> idsOf(const std::vector<Run>& runs)
{
    std::vector<std::string> ids;
    for (const Run& run : runs)
        ids.push_back(run.path.id);
    return ids;
}

class RunStore : public testing::Test
{
protected:
    /// What changed since the last call.
    StoreChanges changes()
    {
        auto changes = m_reader->changesSince(m_sequence);
        EXPECT_TRUE(changes.ok());
        EXPECT_FALSE(changes->anew);
        m_sequence = changes->sequence;
        return std::move(*changes);
    }
    void commit(std::vector<RunUpdate> runs, std::vector<RunPath> gone = {})
    {
        mustCommit(*m_writer, {std::move(runs), std::move(gone)});
    }
    std::vector<std::string> metrics()
    {
        std::vector<std::string> lines;
        const auto metrics = m_reader->metrics();
        for (const MetricUse& metric : *metrics)
            lines.push_back(displayKey(metric.key) + (metric.system ? " system " : " ") + std::to_string(metric.runs) +
                            (metric.numeric ? " numeric" : ""));
        return lines;
    }

    TemporaryDirectory m_directory;
    StoreLocation m_location{(m_directory.path() / "new" / "index.db").string(), {}};
    std::unique_ptr<StoreWriter> m_writer = openWriter(m_location);
    std::unique_ptr<StoreReader> m_reader = openReader(m_location);
    std::uint64_t m_sequence = 0;
};

using Lines = std::vector<std::string>;

TEST_F(RunStore, tellsExactlyWhatChanged)
{
    EXPECT_TRUE(changes().changed.empty());
    commit({plainRun("a"), plainRun("b"), plainRun("c")});
    EXPECT_EQ(idsOf(changes().changed), (Lines{"a", "b", "c"}));
    EXPECT_TRUE(changes().changed.empty());
    commit({plainRun("b")});
    EXPECT_EQ(idsOf(changes().changed), Lines{"b"});
    commit({plainRun("d"), plainRun("a")}, {{"example", "demo", "c"}});
    const StoreChanges last = changes();
    EXPECT_EQ(idsOf(last.changed), (Lines{"d", "a"}));
    EXPECT_EQ(last.gone, (std::vector<RunPath>{{"example", "demo", "c"}}));
    const auto all = openReader(m_location)->changesSince(0);
    ASSERT_TRUE(all.ok());
    EXPECT_EQ(idsOf(all->changed), (Lines{"b", "d", "a"}));
    EXPECT_TRUE(all->gone.empty());
}

TEST_F(RunStore, forgetsRunsThatAreGoneUntilTheyComeBack)
{
    RunUpdate update = plainRun("a");
    update.segments[0].series = {doubles("loss", {1})};
    update.segments[0].console = {{ConsoleStream::Stdout, {}, "hello"}};
    commit({update, plainRun("b")});
    commit({}, {update.run.path, {"nobody", "knows", "me"}});
    EXPECT_EQ(m_writer->runs().value(), (std::vector<RunPath>{{"example", "demo", "b"}}));
    EXPECT_EQ(m_writer->cursors()->size(), 1U);
    EXPECT_EQ(metrics(), Lines{});
    for (const Error::Kind kind :
         {m_reader->run(update.run.path).error().kind, m_reader->detail(update.run.path).error().kind,
          m_reader->seriesInfo(update.run.path).error().kind, m_reader->console(update.run.path, 0).error().kind})
        EXPECT_EQ(kind, Error::Kind::NotFound);
    changes();
    commit({}, {update.run.path});
    EXPECT_TRUE(changes().gone.empty());
    commit({update});
    EXPECT_EQ(idsOf(changes().changed), Lines{"a"});
    EXPECT_EQ(metrics(), Lines{"loss 1 numeric"});
    EXPECT_EQ(m_reader->console(update.run.path, 0)->size(), 1U);
}

TEST_F(RunStore, dropsOrdinalsThatTheDetailNoLongerHas)
{
    RunUpdate update = plainRun("a");
    Segment second = update.detail.segments[0];
    second.ordinal = 1;
    second.log = "/runs/second.wandb";
    update.detail.segments.push_back(second);
    update.segments[0].series = {doubles("loss", {1})};
    SegmentUpdate more;
    more.segment = second;
    more.series = {doubles("other", {1}), doubles("loss", {2})};
    update.segments.push_back(more);
    commit({update});
    EXPECT_EQ(metrics(), (Lines{"loss 1 numeric", "other 1 numeric"}));
    EXPECT_EQ(mustRead(*m_reader, update.run.path, "loss", 1).at(0), Value(2.0));
    EXPECT_EQ(m_reader->seriesInfo(update.run.path)->size(), 3U);
    RunUpdate less = plainRun("a");
    less.segments.clear();
    commit({less});
    EXPECT_EQ(metrics(), Lines{"loss 1 numeric"});
    EXPECT_EQ(m_reader->seriesInfo(update.run.path)->size(), 1U);
    EXPECT_FALSE(m_reader->console(update.run.path, 1).ok());
    EXPECT_EQ(m_writer->cursors()->size(), 1U);
}

TEST_F(RunStore, countsMetricsOfAllRuns)
{
    RunUpdate first = plainRun("a"), second = plainRun("b");
    Series cpu = doubles("cpu", {1});
    cpu.id.system = true;
    first.segments[0].series = {doubles("loss", {1}), any("mixed", {"text"}), cpu};
    second.segments[0].series = {doubles("loss", {1}), integers("mixed", {1})};
    commit({first});
    EXPECT_EQ(metrics(), (Lines{"loss 1 numeric", "mixed 1", "cpu system 1 numeric"}));
    commit({second, first});
    EXPECT_EQ(metrics(), (Lines{"loss 2 numeric", "mixed 2 numeric", "cpu system 1 numeric"}));
    second.segments[0].series = {any("mixed", {"text"})};
    commit({second});
    EXPECT_EQ(metrics(), (Lines{"loss 1 numeric", "mixed 2", "cpu system 1 numeric"}));
    commit({}, {first.run.path});
    EXPECT_EQ(metrics(), Lines{"mixed 1"});
}

TEST_F(RunStore, remembersCursorsByLog)
{
    RunUpdate update = plainRun("a");
    const FileCursor cursor{std::uint64_t{1} << 63, kLeast, ~std::uint64_t{0}, 5, 0xffffffff};
    update.segments[0].cursor = cursor;
    commit({update});
    const std::map<std::string, FileCursor> expected{{"/runs/a.wandb", cursor}};
    EXPECT_EQ(m_writer->cursors().value(), expected);
    EXPECT_EQ(openWriter(m_location)->cursors().value(), expected);
}

TEST_F(RunStore, keepsConsoleFragmentsAsWritten)
{
    std::vector<ConsoleFragment> all;
    RunUpdate update = plainRun("a");
    for (int i = 0; i < 9000; ++i) {
        const auto stream = static_cast<ConsoleStream>(i % 3);
        const std::optional<TimeNs> time = i % 2 ? std::optional<TimeNs>(kLeast + i) : std::nullopt;
        all.push_back(
            {stream, time, "line " + std::to_string(i) + std::string(static_cast<std::size_t>(i % 50), '\xff')});
    }
    all[5].text = std::string(3'000'000, 'x');
    all[6].text = std::string("\0\r\n", 3);
    all[7].text.clear();
    std::size_t written = 0;
    for (const std::size_t size : {0, 3, 1, 996, 5000, 0, 3000}) {
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(written);
        update.segments[0].console.assign(from, from + static_cast<std::ptrdiff_t>(size));
        update.segments[0].restart = written == 0;
        commit({update});
        written += size;
    }
    ASSERT_EQ(written, all.size());
    EXPECT_EQ(m_reader->console(update.run.path, 0).value(), all);
}

TEST_F(RunStore, takesNewFactsWithoutNewData)
{
    RunUpdate update = plainRun("a");
    update.segments[0].series = {doubles("loss", {1, 2})};
    commit({update});
    update.segments.clear();
    update.run.state = RunState::Crashed;
    commit({update});
    EXPECT_EQ(m_reader->run(update.run.path)->state, RunState::Crashed);
    EXPECT_EQ(mustRead(*m_reader, update.run.path, "loss").size(), 2U);
}

TEST_F(RunStore, tellsPathsApartByEveryPart)
{
    RunUpdate update = plainRun("a");
    const std::vector<RunPath> paths{
        {"", "", "a"}, {"", "a", ""}, {"a", "", ""}, {"\xff", "p/q", std::string("a\0b", 3)}};
    for (const RunPath& path : paths) {
        update.run.path = path;
        update.run.name = "at " + toString(path);
        commit({update});
    }
    for (const RunPath& path : paths)
        EXPECT_EQ(m_reader->run(path)->name, "at " + toString(path));
    std::vector<RunPath> sorted = paths;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(m_writer->runs().value(), sorted);
}

TEST_F(RunStore, doesNotAppendWhatAnotherWriterHasBrought)
{
    RunUpdate update = plainRun("a");
    update.segments[0].series = {doubles("loss", {1})};
    commit({update});
    const auto other = openWriter(m_location);
    ASSERT_TRUE(other->cursors().ok());
    RunUpdate more = plainRun("a");
    more.segments[0].restart = false;
    more.segments[0].cursor.offset = 200;
    more.segments[0].series = {doubles("loss", {2}, 1)};
    commit({more});
    EXPECT_TRUE(other->commit({{more}, {}}).ok());
    expectSame(doubles("loss", {1, 2}), mustRead(*m_reader, update.run.path, "loss"));
    more.segments[0].cursor.offset = 300;
    more.segments[0].series = {doubles("loss", {3}, 2)};
    commit({more});
    more.segments[0].cursor.offset = 250;
    const Status late = other->commit({{more, plainRun("b")}, {}});
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().kind, Error::Kind::Refused);
    EXPECT_TRUE(m_reader->run({"example", "demo", "b"}).ok());
    expectSame(doubles("loss", {1, 2, 3}), mustRead(*m_reader, update.run.path, "loss"));
}

} // namespace

} // namespace runglass::test
