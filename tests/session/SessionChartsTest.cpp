// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Histogram.h"
#include "models/session/LoggedTables.h"
#include "tests/session/SessionFixture.h"

#include <filesystem>

namespace runglass::test
{

/// Charts over what the SDK wrote: see tests/fixtures/wandb/README.md for what was logged.
class SessionChartsTest : public SessionFixture
{
protected:
    ChartSeries chart(const RunRef& run, const KeyPath& key, const XAxis& x)
    {
        const auto answer = result(m_session->chartSeries({false, key, 1}, x, {run}));
        EXPECT_TRUE(answer) << describe(answer.error());
        EXPECT_EQ((*answer)->size(), 1U);
        return (*answer)->empty() ? ChartSeries() : (*answer)->front();
    }
    static std::vector<double> places(const ChartSeries& series)
    {
        std::vector<double> x;
        for (const auto& segment : series.segments)
            for (std::size_t i = 0; i < segment->size(); ++i)
                x.push_back(segment->x(i));
        return x;
    }
};

TEST_F(SessionChartsTest, theAxisThatDefineMetricNamesIsTheDefault)
{
    openAndRead(fixture("wandb/metrics"));
    const RunRef ref = run("knbt8e5m");
    const ChartSeries loss = chart(ref, {"val/loss"}, {});
    EXPECT_EQ(loss.x, (XAxis{XAxisKind::Metric, {"epoch"}}));
    EXPECT_EQ(places(loss), (std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    EXPECT_EQ(loss.unplaced, 0U);
    EXPECT_DOUBLE_EQ(loss.segments.front()->value(1), 2.3901227784299643);
    const ChartSeries train = chart(ref, {"train/loss"}, {});
    EXPECT_EQ(train.x, (XAxis{XAxisKind::Metric, {"batch"}})) << "by a glob";
    EXPECT_EQ(places(train)[3], 300);
    EXPECT_EQ(chart(ref, {"quiet"}, {}).x, (XAxis{XAxisKind::Step, {}}));
    const ChartSeries steps = chart(ref, {"val/loss"}, {XAxisKind::Step, {}});
    EXPECT_EQ(steps.x, (XAxis{XAxisKind::Step, {}}));
    EXPECT_TRUE(steps.segments.front()->hasSteps());
}

TEST_F(SessionChartsTest, aMetricThatIsNotThereLeavesThePointsWithoutAPlace)
{
    openAndRead(fixture("wandb/metrics"));
    const ChartSeries none = chart(run("knbt8e5m"), {"val/loss"}, {XAxisKind::Metric, {"nothing"}});
    EXPECT_TRUE(none.segments.empty());
    EXPECT_EQ(none.unplaced, 12U);
}

TEST_F(SessionChartsTest, aResumedRunHasAPauseInOneRelativeTimeOnly)
{
    openAndRead(fixture("wandb/resume"));
    const RunRef ref = run("resr7pue");
    const ChartSeries wall = chart(ref, {"part_metric"}, {XAxisKind::WallTime, {}});
    const ChartSeries relative = chart(ref, {"part_metric"}, {XAxisKind::RelativeWall, {}});
    const ChartSeries process = chart(ref, {"part_metric"}, {XAxisKind::RelativeProcess, {}});
    ASSERT_EQ(process.segments.size(), 2U);
    const auto opened = result(m_session->openRun(ref));
    ASSERT_TRUE(opened);
    const std::vector<Segment>& segments = (*opened)->detail.segments;
    ASSERT_EQ(segments.size(), 2U);
    const double first = static_cast<double>(*segments[0].startedAt) / 1e9;
    const double second = static_cast<double>(*segments[1].startedAt) / 1e9;
    for (std::size_t i = 0; i < 10; ++i) {
        const double time = places(wall)[i];
        EXPECT_EQ(time, wall.segments[i / 5]->time(i % 5));
        EXPECT_NEAR(places(relative)[i], time - first, 1e-6);
        const double alive = i < 5 ? time - first : time - second + *segments[0].durationSeconds;
        EXPECT_NEAR(places(process)[i], alive, 1e-6);
    }
    EXPECT_LT(places(process)[5], places(relative)[5]) << "the pause does not count";
}

TEST_F(SessionChartsTest, linesThatSomebodyHoldsAreNotMadeAgain)
{
    openAndRead(fixture("wandb/metrics"));
    const RunRef ref = run("knbt8e5m");
    for (const XAxis& x : {XAxis{}, XAxis{XAxisKind::RelativeWall, {}}, XAxis{XAxisKind::Metric, {"batch"}}}) {
        const ChartSeries once = chart(ref, {"val/loss"}, x), again = chart(ref, {"val/loss"}, x);
        EXPECT_EQ(once.segments, again.segments);
        EXPECT_NE(once.segments, chart(ref, {"val/loss"}, {XAxisKind::Step, {}}).segments);
    }
    const ChartSeries byEpoch = chart(ref, {"val/loss"}, {XAxisKind::Metric, {"epoch"}});
    const ChartSeries byBatch = chart(ref, {"val/loss"}, {XAxisKind::Metric, {"batch"}});
    EXPECT_NE(places(byEpoch), places(byBatch)) << "axes of two metrics are told apart";
}

TEST_F(SessionChartsTest, histogramsAreReadOverTheSteps)
{
    openAndRead(fixture("wandb/media"));
    const auto answer = result(m_session->loggedValues({false, {"hist"}, 1}, {run("hamsz6s9")}));
    ASSERT_TRUE(answer);
    ASSERT_EQ((*answer)->size(), 1U);
    ASSERT_EQ((*answer)->front().segments.size(), 1U);
    const HistogramSeries histograms = histogramsOf(*(*answer)->front().segments.front());
    EXPECT_EQ(histograms.steps, (std::vector<std::int64_t>{0, 1, 2}));
    EXPECT_EQ(histograms.others, 0U);
    for (const Histogram& histogram : histograms.histograms)
        EXPECT_GT(histogram.total(), 0);
    const auto none = result(m_session->loggedValues({false, {"nothing"}, 1}, {run("hamsz6s9")}));
    EXPECT_TRUE((*none)->empty());
}

TEST_F(SessionChartsTest, tablesOfRunsAreJoined)
{
    openAndRead(fixture("wandb/media"));
    openAndRead(fixture("wandb/history"));
    const RunRef media = run("hamsz6s9"), other = run("dd7kykse");
    const auto answer = result(m_session->loggedTables({false, {"tbl"}, 1}, {other, media}, 0));
    ASSERT_TRUE(answer);
    const JoinedTables& joined = **answer;
    EXPECT_TRUE(joined.failures.empty());
    ASSERT_EQ(joined.runs.size(), 1U) << "the other logged none";
    EXPECT_EQ(joined.runs[0].run, media);
    EXPECT_EQ(joined.runs[0].step, 0);
    ASSERT_EQ(joined.table->rowCount(), 5U);
    ASSERT_EQ(joined.columns.size(), 4U);
    EXPECT_EQ(joined.columns[3].key, KeyPath{"score"});
    EXPECT_EQ(joined.table->column(joined.columns[2])->value(1), Value("noble-birch"));
    EXPECT_EQ(joined.table->column(joined.columns[3])->number(1), 0.3966920484983798);
    EXPECT_EQ(joined.table->name(1), m_session->list()->table->name(*m_session->list()->table->rowOf(media)));
    const auto last = result(m_session->loggedTables({false, {"tbl"}, 1}, {media}));
    EXPECT_EQ((*last)->runs.at(0).step, 2);
    const auto none = result(m_session->loggedTables({false, {"scalar"}, 1}, {media}));
    EXPECT_EQ((*none)->table->rowCount(), 0U);
}

TEST_F(SessionChartsTest, aTableWhoseFileIsGoneIsSaid)
{
    const auto copy = m_home.path() / "copy";
    copyTree(fixture("wandb/media"), copy);
    openAndRead(copy);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(copy)) {
        if (entry.path().filename().string().starts_with("tbl_2"))
            std::filesystem::remove(entry.path());
    }
    const auto answer = result(m_session->loggedTables({false, {"tbl"}, 1}, {run("hamsz6s9")}));
    ASSERT_TRUE(answer);
    EXPECT_EQ((*answer)->table->rowCount(), 0U);
    ASSERT_EQ((*answer)->failures.size(), 1U);
    EXPECT_EQ((*answer)->failures[0].first, run("hamsz6s9"));
}

} // namespace runglass::test
