// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

namespace runglass::test
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

class SeriesStore : public testing::Test
{
protected:
    Series stored(Series series)
    {
        RunUpdate update = plainRun("r");
        update.segments[0].series = {std::move(series)};
        mustCommit(*m_writer, update);
        return mustRead(*m_reader, update.run.path, update.segments[0].series[0].id.key[0]);
    }
    /// Appends to the run that stored() wrote.
    void append(std::vector<Series> series)
    {
        RunUpdate update = plainRun("r");
        update.segments[0].restart = false;
        update.segments[0].series = std::move(series);
        mustCommit(*m_writer, update);
    }
    Series read(const std::string& key) { return mustRead(*m_reader, {"example", "demo", "r"}, key); }
    std::int64_t count(const std::string& sql)
    {
        SQLite::Database file(m_location.file);
        return file.execAndGet(sql).getInt64();
    }

    TemporaryDirectory m_directory;
    StoreLocation m_location{(m_directory.path() / "index.db").string(), {}};
    std::unique_ptr<StoreWriter> m_writer = openWriter(m_location);
    std::unique_ptr<StoreReader> m_reader = openReader(m_location);
};

TEST_F(SeriesStore, keepsEveryBitOfDoubles)
{
    const double payload = std::bit_cast<double>(std::uint64_t{0x7ff8000000001234});
    const double negativeNan = std::bit_cast<double>(std::uint64_t{0xfff8000000000000});
    const double floatNan = std::bit_cast<double>(std::uint64_t{0x7ffc000000000000});
    const double signalling = std::bit_cast<double>(std::uint64_t{0x7ff4000000000000});
    const std::vector<double> odd{
        payload, negativeNan, 5e-324, -0.0,       kInfinity, -kInfinity,  1.7976931348623157e308,
        0.1,     1e-40,       3.5,    signalling, floatNan,  3.4028235e38};
    const Series series = doubles("odd", odd);
    expectSame(series, stored(series));
    for (const double value : odd) {
        const Series one = doubles("one", {value, 1.0});
        expectSame(one, stored(one));
    }
}

TEST_F(SeriesStore, packsFloatsOnlyWhenEveryBitSurvives)
{
    const Series narrow = doubles("narrow", {0.5, -0.0, kInfinity, 1.5e9});
    expectSame(narrow, stored(narrow));
    EXPECT_EQ(count("SELECT format FROM chunks WHERE count = 4"), 2);
    const Series wide = doubles("wide", {0.5, 0.1});
    expectSame(wide, stored(wide));
    EXPECT_EQ(count("SELECT format FROM chunks WHERE count = 2"), 1);
}

TEST_F(SeriesStore, keepsIntegersBoolsAndAnyValue)
{
    const Series whole = integers("whole", {kLeast, kMost, 0, -1, 9007199254740993});
    expectSame(whole, stored(whole));
    Series flags = integers("flags", {1, 2, 3});
    flags.values = std::vector<std::uint8_t>{1, 0, 1};
    expectSame(flags, stored(flags));
    const Value deep = Value::Object{{"bins", Value::Array{1, 2.5, nullptr, true}}, {"\xff\xfe", "\x80 not UTF-8"}};
    const Series values =
        any("values", {deep, Value(), kLeast, std::nan(""), -kInfinity, "text", Value::Array{}, false});
    expectSame(values, stored(values));
}

TEST_F(SeriesStore, keepsAxesOfEveryShape)
{
    Series series = doubles("loss", {1, 2, 3, 4});
    series.step = {kLeast, -1, -1, kMost};
    series.time = {std::nan(""), 0.1, -0.0, kInfinity};
    expectSame(series, stored(series));
    series.step = {kLeast, -1, kMost - 1, kMost};
    expectSame(series, stored(series));
}

TEST_F(SeriesStore, readsBackManyChunks)
{
    for (const std::size_t size : {4095, 4096, 4097, 10000}) {
        const Series series = doubles("long", noise(size));
        expectSame(series, stored(series));
    }
    EXPECT_EQ(count("SELECT count(*) FROM chunks"), 3);
}

TEST_F(SeriesStore, appendsInOddSizes)
{
    const std::vector<double> all = noise(20000);
    Series expected = doubles("loss", all);
    std::size_t written = 0;
    stored(doubles("loss", {all.begin(), all.begin() + 1}));
    for (std::size_t size = 1, i = 1; written + 1 < all.size(); ++i) {
        written = i == 1 ? 1 : written;
        size = std::min(all.size() - written, i * i * 7 % 3001 + 1);
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(written);
        append({doubles("loss", {from, from + static_cast<std::ptrdiff_t>(size)}, static_cast<std::int64_t>(written))});
        written += size;
    }
    expectSame(expected, read("loss"));
    EXPECT_EQ(count("SELECT count(*) FROM chunks"), 5);
    EXPECT_EQ(count("SELECT count(*) FROM axis_chunks"), 5);
}

TEST_F(SeriesStore, widensIntegersToDoubles)
{
    stored(integers("loss", {1, 2}));
    append({doubles("loss", {0.5}, 2)});
    expectSame(doubles("loss", {1, 2, 0.5}), read("loss"));
    append({integers("loss", {3, 4}, 3)});
    expectSame(doubles("loss", {1, 2, 0.5, 3, 4}), read("loss"));
}

TEST_F(SeriesStore, widensBehindPointsThatWereNeverFinished)
{
    stored(integers("loss", {1, 2, 3, 4, 5}));
    // A write that was killed: its points lie there and were never made visible.
    SQLite::Database(m_location.file, SQLite::OPEN_READWRITE).exec("UPDATE series SET count = 3");
    SQLite::Database(m_location.file, SQLite::OPEN_READWRITE).exec("UPDATE axes SET count = 3");
    expectSame(integers("loss", {1, 2, 3}), read("loss"));
    append({doubles("loss", {0.5, 0.25}, 3)});
    expectSame(doubles("loss", {1, 2, 3, 0.5, 0.25}), read("loss"));
}

TEST_F(SeriesStore, widensToAnyValueWhatNoNumberHolds)
{
    const std::int64_t inexact = 9007199254740993;
    stored(integers("a", {inexact}));
    append({doubles("a", {0.5}, 1)});
    expectSame(any("a", {inexact, 0.5}), read("a"));

    stored(integers("b", {1}));
    append({doubles("b", {0.5}, 1)});
    append({integers("b", {inexact}, 2)});
    append({any("b", {"text"}, 3)});
    expectSame(any("b", {std::int64_t{1}, 0.5, inexact, "text"}), read("b"));

    Series flags = integers("c", {1});
    flags.values = std::vector<std::uint8_t>{1};
    stored(flags);
    append({integers("c", {1}, 1)});
    expectSame(any("c", {true, std::int64_t{1}}), read("c"));
}

TEST_F(SeriesStore, keepsTheRowsOfSeriesLoggedTogetherOnce)
{
    RunUpdate update = plainRun("r");
    update.segments[0].series = {doubles("a", noise(5000, 1)), doubles("b", noise(5000, 2)),
                                 integers("rare", {7}, 4999)};
    mustCommit(*m_writer, update);
    EXPECT_EQ(count("SELECT count(*) FROM axes"), 2);
    EXPECT_EQ(count("SELECT count(*) FROM axis_chunks"), 3);
    EXPECT_EQ(count("SELECT count(DISTINCT axis) FROM series"), 2);
    append({doubles("a", {1, 2}, 5000), doubles("b", {3, 4}, 5000)});
    EXPECT_EQ(count("SELECT count(*) FROM axes"), 2);
    EXPECT_EQ(count("SELECT max(count) FROM axes"), 5002);
    EXPECT_EQ(count("SELECT count(*) FROM axis_chunks"), 3);
}

TEST_F(SeriesStore, partsTheRowsOfSeriesThatGoApart)
{
    stored(doubles("a", noise(5000, 1)));
    RunUpdate update = plainRun("r");
    update.segments[0].series = {doubles("a", noise(5000, 1)), doubles("b", noise(5000, 2)),
                                 doubles("c", noise(5000, 3))};
    mustCommit(*m_writer, update);
    append({doubles("a", {1, 2}, 5000)});
    append({doubles("b", {3}, 6000), doubles("c", {4}, 6000)});
    append({doubles("a", {5}, 6000), doubles("b", {6}, 6001), doubles("c", {7}, 6001)});
    EXPECT_EQ(count("SELECT count(*) FROM axes"), 2);
    const Series a = read("a"), b = read("b"), c = read("c");
    EXPECT_EQ(a.size(), 5003U);
    EXPECT_EQ(b.size(), 5002U);
    EXPECT_EQ((std::vector<std::int64_t>(a.step.end() - 4, a.step.end())),
              (std::vector<std::int64_t>{4999, 5000, 5001, 6000}));
    EXPECT_EQ((std::vector<std::int64_t>(b.step.end() - 3, b.step.end())),
              (std::vector<std::int64_t>{4999, 6000, 6001}));
    EXPECT_EQ(b.step, c.step);
    EXPECT_EQ(c.at(5001), Value(7.0));
    EXPECT_TRUE(sameBits(noise(5000, 3), {std::get<1>(c.values).begin(), std::get<1>(c.values).begin() + 5000}));
}

TEST_F(SeriesStore, restartReplacesAllOfTheSegment)
{
    stored(doubles("old", noise(9000)));
    const Series series = doubles("new", {1, 2, 3});
    expectSame(series, stored(series));
    const auto gone = m_reader->series({"example", "demo", "r"}, {0, false, {"old"}});
    ASSERT_FALSE(gone.ok());
    EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    EXPECT_EQ(count("SELECT count(*) FROM series"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM chunks"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM axis_chunks"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM segments"), 1);
}

TEST_F(SeriesStore, saysWhatTheSeriesHold)
{
    RunUpdate update = plainRun("r");
    const double huge = 1.7e308;
    Series system = doubles("cpu", {1, 2});
    system.id.system = true;
    update.segments[0].series = {doubles("z", {std::nan(""), 4, -2, kInfinity}), any("text", {"a", "b"}),
                                 doubles("huge", {huge, huge}), system, doubles("empty", {})};
    mustCommit(*m_writer, update);
    append({doubles("z", {10}, 4)});
    const auto info = m_reader->seriesInfo(update.run.path);
    ASSERT_TRUE(info.ok());
    ASSERT_EQ(info->size(), 4U);
    EXPECT_EQ((*info)[0].id.key, KeyPath{"huge"});
    EXPECT_EQ((*info)[0].mean, huge);
    const SeriesInfo& text = (*info)[1];
    EXPECT_EQ(text.kind, SeriesKind::Json);
    EXPECT_TRUE(std::isnan(text.min) && std::isnan(text.max) && std::isnan(text.mean));
    const SeriesInfo& z = (*info)[2];
    EXPECT_EQ(z.count, 5U);
    EXPECT_EQ(z.min, -2);
    EXPECT_EQ(z.max, 10);
    EXPECT_TRUE(std::isnan(z.first));
    EXPECT_EQ(z.last, 10);
    EXPECT_EQ(z.mean, 4);
    EXPECT_TRUE((*info)[3].id.system);
}

TEST_F(SeriesStore, tellsKeysApartByTheirComponents)
{
    const std::vector<KeyPath> keys{{"a.b"}, {"a", "b"}, {"a\",\"b"}, {"a\\"}, {"\xff\x01\n"}, {""}, {}, {"", ""}};
    RunUpdate update = plainRun("r");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        Series& series = update.segments[0].series.emplace_back(doubles("", {static_cast<double>(i)}));
        series.id.key = keys[i];
    }
    mustCommit(*m_writer, update);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto series = m_reader->series(update.run.path, {0, false, keys[i]});
        ASSERT_TRUE(series.ok()) << i;
        EXPECT_EQ(series->at(0), Value(static_cast<double>(i)));
    }
    const auto metrics = m_reader->metrics();
    ASSERT_TRUE(metrics.ok());
    EXPECT_EQ(metrics->size(), keys.size());
}

TEST_F(SeriesStore, refusesColumnsOfDifferentLength)
{
    RunUpdate broken = plainRun("broken"), whole = plainRun("whole");
    broken.segments[0].series = {doubles("loss", {1, 2})};
    broken.segments[0].series[0].time.pop_back();
    whole.segments[0].series = {doubles("loss", {1, 2})};
    const Status status = m_writer->commit({{whole, broken, plainRun("other")}, {}});
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().kind, Error::Kind::InvalidArgument);
    EXPECT_FALSE(m_reader->run(broken.run.path).ok());
    EXPECT_TRUE(m_reader->run({"example", "demo", "other"}).ok());
    expectSame(whole.segments[0].series[0], mustRead(*m_reader, whole.run.path, "loss"));
}

} // namespace

} // namespace runglass::test
