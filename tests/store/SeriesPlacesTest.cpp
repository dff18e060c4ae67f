// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <set>

namespace runglass::test
{

namespace
{

const RunPath kRun{"example", "demo", "r"};

class SeriesPlaces : public testing::Test
{
protected:
    void write(std::vector<Series> series, bool restart = false)
    {
        RunUpdate update = plainRun("r");
        update.segments[0].restart = restart;
        update.segments[0].series = std::move(series);
        mustCommit(*m_writer, update);
    }
    SeriesPlace place(const std::string& key)
    {
        const auto places = m_reader->places(kRun, false, {key});
        EXPECT_TRUE(places && places->size() == 1) << key;
        return places && places->size() == 1 ? places->front() : SeriesPlace();
    }
    /// What the store has of a series behind its first `from` points.
    Series behind(const SeriesPlace& place, std::uint64_t from)
    {
        Series series;
        series.id = place.info.id;
        std::vector<double> values;
        const Status rows = m_reader->rows(place, from, [&series](auto steps, auto times) {
            series.step.insert(series.step.end(), steps.begin(), steps.end());
            series.time.insert(series.time.end(), times.begin(), times.end());
        });
        EXPECT_TRUE(rows);
        const Status read = m_reader->values(place, from, [&values](const SeriesValues& more) {
            const auto& all = std::get<std::vector<double>>(more);
            values.insert(values.end(), all.begin(), all.end());
        });
        EXPECT_TRUE(read);
        series.values = std::move(values);
        return series;
    }
    void execute(const std::string& sql) { SQLite::Database(m_location.file, SQLite::OPEN_READWRITE).exec(sql); }

    TemporaryDirectory m_directory;
    StoreLocation m_location{(m_directory.path() / "index.db").string(), {}};
    std::unique_ptr<StoreWriter> m_writer = openWriter(m_location);
    std::unique_ptr<StoreReader> m_reader = openReader(m_location);
};

TEST_F(SeriesPlaces, givesWhatIsBehindAnyCount)
{
    const std::vector<double> all = noise(9000);
    write({doubles("loss", all)}, true);
    const SeriesPlace whole = place("loss");
    EXPECT_EQ(whole.info.count, all.size());
    EXPECT_EQ(whole.info.id, (SeriesId{0, false, {"loss"}}));
    for (const std::size_t from : {0U, 1U, 4095U, 4096U, 4097U, 8192U, 8999U}) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
        expectSame(doubles("loss", {begin, all.end()}, static_cast<std::int64_t>(from)), behind(whole, from));
    }
    EXPECT_EQ(behind(whole, 9000).size(), 0U);
}

TEST_F(SeriesPlaces, holdWhileTheSeriesGrows)
{
    write({doubles("loss", noise(5000, 1))}, true);
    const SeriesPlace before = place("loss");
    write({doubles("loss", {1, 2, 3}, 5000)});
    const SeriesPlace after = place("loss");
    EXPECT_EQ(after.segment, before.segment);
    EXPECT_EQ(after.axis, before.axis);
    expectSame(doubles("loss", {1, 2, 3}, 5000), behind(after, before.info.count));
    expectSame(doubles("loss", noise(5000, 1)), behind(before, 0));
}

TEST_F(SeriesPlaces, saysWhichSeriesShareTheirRows)
{
    write({doubles("a", noise(5000, 1)), doubles("b", noise(5000, 2)), doubles("rare", {7}, 4999)}, true);
    EXPECT_EQ(place("a").axis, place("b").axis);
    EXPECT_NE(place("a").axis, place("rare").axis);
    write({doubles("a", {1, 2}, 5000)});
    write({doubles("b", {3}, 6000)});
    const SeriesPlace a = place("a"), b = place("b");
    EXPECT_NE(a.axis, b.axis);
    EXPECT_EQ(behind(a, 0).step.back(), 5001);
    EXPECT_EQ(behind(b, 0).step.back(), 6000);
    EXPECT_EQ(behind(b, 4999).step, (std::vector<std::int64_t>{4999, 6000}));
}

TEST_F(SeriesPlaces, doNotHoldWhenTheSegmentIsWrittenAnew)
{
    std::set<std::int64_t> numbers;
    write({doubles("loss", noise(100))}, true);
    SeriesPlace before = place("loss");
    numbers.insert(before.segment);
    write({doubles("loss", noise(100))}, true);
    const Status gone = m_reader->values(before, 0, [](const SeriesValues&) {});
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(m_reader->rows(before, 0, [](auto, auto) {}));
    EXPECT_TRUE(numbers.insert(place("loss").segment).second);

    // Also when nothing is left of the row that had the largest number.
    mustCommit(*m_writer, RunBatch{{}, {kRun}});
    execute("DELETE FROM segments");
    write({doubles("loss", noise(100))}, true);
    EXPECT_TRUE(numbers.insert(place("loss").segment).second);

    // Nor in a store that takes the place of this one.
    m_reader.reset();
    m_writer.reset();
    std::filesystem::remove(m_location.file);
    m_writer = openWriter(m_location);
    m_reader = openReader(m_location);
    write({doubles("loss", noise(100))}, true);
    EXPECT_TRUE(numbers.insert(place("loss").segment).second);
}

TEST_F(SeriesPlaces, areNoneForWhatWasNotLogged)
{
    write({doubles("loss", {1}), any("text", {"a"})}, true);
    const auto none = m_reader->places(kRun, true, {"loss"});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->empty());
    EXPECT_EQ(place("text").info.kind, SeriesKind::Json);
    EXPECT_FALSE(m_reader->places({"example", "demo", "other"}, false, {"loss"}));
}

TEST_F(SeriesPlaces, giveTheConsoleBehindAnyCount)
{
    const auto printed = [](int from, int to) {
        std::vector<ConsoleFragment> fragments;
        for (int i = from; i < to; ++i)
            fragments.push_back({ConsoleStream::Stdout, i, "line " + std::to_string(i) + std::string(40, '.') + '\n'});
        return fragments;
    };
    RunUpdate update = plainRun("r");
    update.segments[0].console = printed(0, 9000);
    mustCommit(*m_writer, update);
    update.segments[0].restart = false;
    update.segments[0].console = printed(9000, 9010);
    mustCommit(*m_writer, update);
    const auto place = m_reader->consolePlace(kRun, 0);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->fragments, 9010U);
    for (const int from : {0, 1, 4095, 4096, 8999, 9000, 9009, 9010}) {
        std::vector<ConsoleFragment> found;
        const auto take = [&found](std::vector<ConsoleFragment> more) {
            EXPECT_FALSE(more.empty());
            found.insert(found.end(), more.begin(), more.end());
        };
        ASSERT_TRUE(m_reader->console(*place, static_cast<std::uint64_t>(from), take)) << from;
        EXPECT_EQ(found, printed(from, 9010)) << from;
    }
    EXPECT_EQ(*m_reader->console(kRun, 0), printed(0, 9010));
    write({}, true);
    const Status gone = m_reader->console(*place, 0, [](std::vector<ConsoleFragment>) {});
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(m_reader->consolePlace(kRun, 1));
}

TEST_F(SeriesPlaces, readDamageAsAnError)
{
    write({doubles("loss", noise(9000))}, true);
    const SeriesPlace whole = place("loss");
    execute("DELETE FROM chunks WHERE start = 4096");
    execute("UPDATE axis_chunks SET count = 9000000000000000 WHERE start = 4096");
    const Status values = m_reader->values(whole, 4000, [](const SeriesValues&) {});
    ASSERT_FALSE(values);
    EXPECT_EQ(values.error().kind, Error::Kind::Corruption);
    EXPECT_FALSE(m_reader->values(whole, 5000, [](const SeriesValues&) {}));
    const Status rows = m_reader->rows(whole, 4000, [](auto, auto) {});
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().kind, Error::Kind::Corruption);
    EXPECT_TRUE(m_reader->rows(whole, 8500, [](auto, auto) {})) << "the damage lies before it";
}

} // namespace

} // namespace runglass::test
