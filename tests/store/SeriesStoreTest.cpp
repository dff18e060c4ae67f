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

} // namespace

} // namespace runglass::test
