// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace runglass::test
{

namespace
{

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

class MetricSummaries : public testing::Test
{
protected:
    void write(const std::string& id, const std::vector<Series>& segments)
    {
        RunUpdate update = plainRun(id);
        const SegmentUpdate segment = update.segments.front();
        update.segments.clear();
        update.detail.segments.clear();
        for (std::size_t ordinal = 0; ordinal < segments.size(); ++ordinal) {
            SegmentUpdate next = segment;
            next.segment.ordinal = static_cast<int>(ordinal);
            next.restart = true;
            next.series = {segments[ordinal]};
            next.series.front().id.segment = static_cast<int>(ordinal);
            update.detail.segments.push_back(next.segment);
            update.segments.push_back(std::move(next));
        }
        mustCommit(*m_writer, update);
    }
    std::vector<MetricSummary> all(const std::string& key = "loss")
    {
        const auto found = m_reader->metricSummaries({key});
        EXPECT_TRUE(found);
        return found ? *found : std::vector<MetricSummary>();
    }

    TemporaryDirectory m_directory;
    StoreLocation m_location{(m_directory.path() / "index.db").string(), {}};
    std::unique_ptr<StoreWriter> m_writer = openWriter(m_location);
    std::unique_ptr<StoreReader> m_reader = openReader(m_location);
};

} // namespace

TEST_F(MetricSummaries, goOverAllSegmentsOfARun)
{
    write("a", {doubles("loss", {5, 2, 8}), doubles("loss", {3, -1}), integers("loss", {40, 4})});
    write("b", {doubles("acc", {1})});
    const std::vector<MetricSummary> found = all();
    ASSERT_EQ(found.size(), 1U) << "b did not log it";
    EXPECT_EQ(found[0].run.id, "a");
    EXPECT_EQ(found[0].first, 5);
    EXPECT_EQ(found[0].min, -1);
    EXPECT_EQ(found[0].max, 40);
}

TEST_F(MetricSummaries, countFiniteNumbersOnly)
{
    write("a", {doubles("loss", {kNan, 2, -kInf, 8, kInf})});
    write("b", {doubles("loss", {kNan, kNan})});
    write("c", {doubles("loss", {kNan}), doubles("loss", {7})});
    const std::vector<MetricSummary> found = all();
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(std::isnan(found[0].first));
    EXPECT_EQ(found[0].min, 2);
    EXPECT_EQ(found[0].max, 8);
    EXPECT_TRUE(std::isnan(found[1].min) && std::isnan(found[1].max)) << "it logged it, but no number";
    EXPECT_TRUE(std::isnan(found[2].first)) << "of the earliest segment";
    EXPECT_EQ(found[2].min, 7);
}

TEST_F(MetricSummaries, leaveOutWhatHoldsNoNumber)
{
    write("a", {any("loss", {Value("text"), Value("more")})});
    write("b", {any("loss", {Value("text"), Value(3)})});
    const std::vector<MetricSummary> found = all();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].run.id, "b");
    EXPECT_EQ(found[0].min, 3);
    EXPECT_TRUE(all("nowhere").empty());
}

TEST_F(MetricSummaries, canBeAskedOfSomeRuns)
{
    for (const char* id : {"a", "b", "c"})
        write(id, {doubles("loss", {static_cast<double>(id[0])})});
    const RunPath b = plainRun("b").run.path, none = plainRun("x").run.path;
    const auto found = m_reader->metricSummaries({"loss"}, std::vector<RunPath>{none, b});
    ASSERT_TRUE(found && found->size() == 1U);
    EXPECT_EQ(found->front().run, b);
    EXPECT_EQ(found->front().max, 'b');
}

} // namespace runglass::test
