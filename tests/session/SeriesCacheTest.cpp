// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SeriesCache.h"

#include "models/store/StoreWriter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <thread>

namespace runglass::test
{

namespace
{

const RunRef kRun{1, {"example", "demo", "r"}};

/// Nothing that could be packed.
double valueAt(const std::string& key, std::size_t i)
{
    return std::sin(1.7 * static_cast<double>(i)) * static_cast<double>(key.size());
}

Series piece(const std::string& key, std::size_t from, std::size_t count)
{
    Series series;
    series.id.key = {key};
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        series.step.push_back(static_cast<std::int64_t>(from + i));
        series.time.push_back(1.7e9 + 0.5 * static_cast<double>(from + i));
        values[i] = valueAt(key, from + i);
    }
    series.values = std::move(values);
    return series;
}

class SeriesCacheTest : public testing::Test
{
protected:
    SeriesCacheTest()
    {
        static int number = 0;
        m_location.name = "series-cache-" + std::to_string(++number);
        auto writer = StoreWriter::open(m_location);
        m_writer = std::move(*writer);
        m_reader = reader();
    }
    std::unique_ptr<StoreReader> reader()
    {
        auto opened = StoreReader::open(m_location);
        return std::move(*opened);
    }
    void write(std::vector<Series> series, bool restart = false, const RunRef& run = kRun)
    {
        RunUpdate update;
        update.run.path = run.path;
        Segment segment;
        segment.log = "/runs/" + run.path.id + ".wandb";
        update.detail.segments.push_back(segment);
        SegmentUpdate& data = update.segments.emplace_back();
        data.segment = segment;
        data.cursor = {++m_offset, 1, 2, m_offset, 3};
        data.restart = restart;
        data.series = std::move(series);
        RunBatch batch;
        batch.runs.push_back(std::move(update));
        ASSERT_TRUE(m_writer->commit(batch));
    }
    SeriesCache::Lines lines(const std::string& key, const RunRef& run = kRun)
    {
        auto found = m_cache.lines(*m_reader, run, false, {key});
        EXPECT_TRUE(found) << describe(found.error());
        return found ? *found : SeriesCache::Lines();
    }
    std::shared_ptr<const Line> line(const std::string& key, const RunRef& run = kRun)
    {
        const SeriesCache::Lines found = lines(key, run);
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? std::make_shared<const Line>() : found.front();
    }
    static void expectPoints(const Line& line, const std::string& key, std::size_t count)
    {
        const Series expected = piece(key, 0, count);
        ASSERT_EQ(line.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            ASSERT_EQ(line.step(i), expected.step[i]);
            ASSERT_EQ(line.time(i), expected.time[i]);
            ASSERT_EQ(line.value(i), std::get<std::vector<double>>(expected.values)[i]);
        }
    }

    StoreLocation m_location;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<StoreReader> m_reader;
    SeriesCache m_cache{10'000'000};
    std::uint64_t m_offset = 100;
};

TEST_F(SeriesCacheTest, givesTheSameLineUntilTheRunChanges)
{
    write({piece("loss", 0, 5000)}, true);
    const auto first = line("loss");
    expectPoints(*first, "loss", 5000);
    EXPECT_EQ(line("loss"), first);
    write({piece("loss", 5000, 10)});
    EXPECT_EQ(line("loss"), first) << "it was not told yet";
    m_cache.changed({kRun});
    const auto second = line("loss");
    expectPoints(*second, "loss", 5010);
    expectPoints(*first, "loss", 5000);
    EXPECT_EQ(line("loss"), second);
}

TEST_F(SeriesCacheTest, keepsLinesOfSeriesThatDidNotGrow)
{
    write({piece("a", 0, 5000), piece("bb", 0, 5000)}, true);
    const auto a = line("a"), b = line("bb");
    write({piece("a", 5000, 1)});
    m_cache.changed({kRun});
    EXPECT_NE(line("a"), a);
    EXPECT_EQ(line("bb"), b);
    // From here on they do not share their rows.
    write({piece("bb", 6000, 1)});
    m_cache.changed({kRun});
    const auto later = line("bb");
    ASSERT_EQ(later->size(), 5001U);
    EXPECT_EQ(later->step(5000), 6000);
    EXPECT_EQ(later->step(4999), 4999);
    EXPECT_EQ(line("a")->step(5000), 5000);
}

TEST_F(SeriesCacheTest, readsAnewWhatWasWrittenAnew)
{
    write({piece("loss", 0, 3000)}, true);
    expectPoints(*line("loss"), "loss", 3000);
    write({piece("loss", 100, 5000)}, true);
    m_cache.changed({kRun});
    const auto anew = line("loss");
    ASSERT_EQ(anew->size(), 5000U);
    EXPECT_EQ(anew->step(0), 100);
    EXPECT_EQ(anew->value(0), valueAt("loss", 100));
}

TEST_F(SeriesCacheTest, followsAChangeOfKind)
{
    Series whole = piece("loss", 0, 2000);
    whole.values = std::vector<std::int64_t>(2000, 3);
    write({whole}, true);
    EXPECT_EQ(line("loss")->kind(), SeriesKind::Integer);
    write({piece("loss", 2000, 1)});
    m_cache.changed({kRun});
    const auto wider = line("loss");
    EXPECT_EQ(wider->kind(), SeriesKind::Double);
    ASSERT_EQ(wider->size(), 2001U);
    EXPECT_EQ(wider->value(1999), 3);
    Series texts = piece("text", 0, 3);
    texts.values = std::vector<Value>{"a", "b", "c"};
    write({texts});
    EXPECT_TRUE(lines("text").empty()) << "no numbers in it";
    EXPECT_TRUE(lines("none").empty());
}

TEST_F(SeriesCacheTest, growsLikeTheStoreInAnySteps)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<std::size_t> size(1, 2500);
    std::size_t count = 0;
    for (int round = 0; round < 25; ++round) {
        const std::size_t more = size(random);
        write({piece("a", count, more), piece("bb", count, more)}, round == 0);
        count += more;
        m_cache.changed({kRun});
        if (round % 3 != 1)
            expectPoints(*line("a"), "a", count);
        if (round % 2 == 0)
            expectPoints(*line("bb"), "bb", count);
    }
}

TEST_F(SeriesCacheTest, sharesTheRowsOfSeriesLoggedTogether)
{
    write({piece("a", 0, 200'000), piece("bb", 0, 200'000), piece("ccc", 0, 200'000)}, true);
    const auto a = line("a");
    const std::size_t one = m_cache.bytes();
    const auto b = line("bb"), c = line("ccc");
    EXPECT_LT(a->bytes(), 200'000 * 9U);
    EXPECT_LT(one, 200'000 * 14U);
}

TEST_F(SeriesCacheTest, dropsWhatWasUsedLongestAgoUnlessItIsHeld)
{
    write({piece("a", 0, 500'000), piece("bb", 0, 500'000), piece("ccc", 0, 500'000)}, true);
    const std::weak_ptr<const Line> a = line("a");
    EXPECT_FALSE(a.expired());
    const auto b = line("bb");
    const std::weak_ptr<const Line> c = line("ccc");
    EXPECT_TRUE(a.expired());
    EXPECT_FALSE(c.expired());
    EXPECT_EQ(line("bb"), b) << "held";
    EXPECT_LE(m_cache.bytes(), 10'000'000U);
}

TEST_F(SeriesCacheTest, forgets)
{
    const RunRef other{2, {"example", "demo", "other"}};
    write({piece("loss", 0, 100)}, true);
    write({piece("loss", 0, 100)}, true, other);
    const auto mine = line("loss"), others = line("loss", other);
    m_cache.forget({kRun});
    EXPECT_NE(line("loss"), mine);
    m_cache.forgetSource(2);
    EXPECT_NE(line("loss", other), others);
    m_cache.forget({kRun, other});
    EXPECT_EQ(m_cache.bytes(), 0U);
    RunBatch gone;
    gone.gone = {kRun.path};
    ASSERT_TRUE(m_writer->commit(gone));
    const auto none = m_cache.lines(*m_reader, kRun, false, {"loss"});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, Error::Kind::NotFound);
}

TEST_F(SeriesCacheTest, isReadByManyWhileItGrows)
{
    write({piece("a", 0, 3000), piece("bb", 0, 3000)}, true);
    std::atomic<bool> done = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back([&, i] {
            const std::unique_ptr<StoreReader> mine = reader();
            const std::string key = i % 2 ? "a" : "bb";
            std::size_t before = 0;
            while (!done) {
                const auto found = m_cache.lines(*mine, kRun, false, {key});
                if (!found || found->size() != 1) {
                    ++wrong;
                    continue;
                }
                const Line& line = *found->front();
                const std::size_t last = line.size() - 1;
                wrong += line.size() < before || line.step(last) != static_cast<std::int64_t>(last) ||
                         line.value(last) != valueAt(key, last);
                before = line.size();
            }
        });
    }
    for (std::size_t count = 3000; count < 12'000; count += 90) {
        write({piece("a", count, 90), piece("bb", count, 90)});
        m_cache.changed({kRun});
    }
    done = true;
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(line("a")->size(), 12'000U);
}

} // namespace

} // namespace runglass::test
