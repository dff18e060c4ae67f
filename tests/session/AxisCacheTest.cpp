// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/AxisCache.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace runglass::test
{

namespace
{

MetricDefinition named(const char* name, const char* stepMetric)
{
    return {name, {}, stepMetric};
}

MetricDefinition globbed(const char* glob, const char* stepMetric)
{
    return {{}, glob, stepMetric};
}

const RunRef kRun{1, {"team", "project", "run"}};
const XAxis kStep{XAxisKind::Step, {}};

XAxis metric(const char* name)
{
    return {XAxisKind::Metric, {name}};
}

std::shared_ptr<const Line> logged(std::vector<std::int64_t> steps, std::vector<double> values)
{
    Series series;
    series.id = {0, false, {"loss"}};
    series.time.assign(steps.size(), 5);
    series.step = std::move(steps);
    series.values = std::move(values);
    return std::make_shared<const Line>(series);
}

} // namespace

TEST(AxisCache, theDefinitionOfTheMetricItselfCountsFirst)
{
    const RunAxes axes{{},
                       {named("loss", "epoch"), globbed("*", "batch"), named("_quiet", ""), named("epoch", "epoch")}};
    EXPECT_EQ(definedAxis(axes, false, {"loss"}), metric("epoch"));
    EXPECT_EQ(definedAxis(axes, false, {"train/loss"}), metric("batch"));
    EXPECT_EQ(definedAxis(axes, false, {"_quiet"}), kStep) << "its own says nothing of a step";
    EXPECT_EQ(definedAxis(axes, false, {"epoch"}), kStep) << "not over itself";
    EXPECT_EQ(definedAxis({}, false, {"loss"}), kStep);
    EXPECT_EQ(definedAxis({{}, {named("loss", "_step")}}, false, {"loss"}), kStep);
    EXPECT_EQ(definedAxis(axes, true, {"cpu"}), (XAxis{XAxisKind::RelativeWall, {}}));
    EXPECT_EQ(definedAxis({{}, {named("a.b", "x")}}, false, {"a", "b"}), metric("x"));
}

TEST(AxisCache, ofSeveralDefinitionsTheLastCounts)
{
    EXPECT_EQ(definedAxis({{}, {named("a", "x"), named("a", "y")}}, false, {"a"}), metric("y"));
    EXPECT_EQ(definedAxis({{}, {globbed("a*", "x"), globbed("*b", "y")}}, false, {"ab"}), metric("y"));
}

TEST(AxisCache, starsOfGlobsAreAnyText)
{
    const auto matches = [](const char* glob, const char* name) {
        return definedAxis({{}, {globbed(glob, "x")}}, false, {name}) == metric("x");
    };
    EXPECT_TRUE(matches("train/*", "train/loss"));
    EXPECT_TRUE(matches("train/*", "train/"));
    EXPECT_TRUE(matches("*", ""));
    EXPECT_TRUE(matches("*/loss", "a/b/loss"));
    EXPECT_TRUE(matches("a*b*c", "aXbYbZc"));
    EXPECT_FALSE(matches("train/*", "training"));
    EXPECT_FALSE(matches("a*b", "abc"));
    EXPECT_FALSE(matches("a?", "ab")) << "nothing else is special";
    const std::string many(5000, 'a');
    EXPECT_FALSE(matches("*a*a*a*a*a*a*a*a*a*a*a*b", many.c_str())) << "within a moment";
}

TEST(AxisCache, segmentsTellWhenARunWasAlive)
{
    RunDetail detail;
    detail.segments.resize(3);
    detail.segments[0].startedAt = 2'500'000'000;
    detail.segments[0].durationSeconds = 7;
    detail.segments[1].ordinal = 1;
    detail.segments[1].startedAt = 20'000'000'000;
    detail.segments[1].lastSign = 23'000'000'000;
    detail.segments[2].ordinal = 2;
    const RunAxes axes = axesOf(detail);
    EXPECT_EQ(axes.clocks, (std::vector<SegmentClock>{{0, 2.5, 7}, {1, 20, 3}, {2, std::nan(""), 0}}));
}

TEST(AxisCache, onlyWhatChangedIsMadeAgain)
{
    AxisCache cache;
    const LineSegments run{logged({0, 1}, {3, 4})};
    const LineSegments epoch{logged({0, 1}, {10, 20})}, other{logged({0, 1}, {7, 8})};
    const PlacedLines byEpoch = cache.placed(kRun, run, {XAxisKind::Metric, {}, epoch});
    EXPECT_EQ(cache.placed(kRun, run, {XAxisKind::Metric, {}, epoch}).segments, byEpoch.segments);
    const PlacedLines byOther = cache.placed(kRun, run, {XAxisKind::Metric, {}, other});
    EXPECT_EQ(byOther.segments[0]->x(0), 7);
    EXPECT_EQ(cache.placed(kRun, run, {XAxisKind::Metric, {}, epoch}).segments, byEpoch.segments) << "both are there";
    const PlacedLines early = cache.placed(kRun, run, {XAxisKind::RelativeWall, {{0, 1, 0}}, {}});
    const PlacedLines late = cache.placed(kRun, run, {XAxisKind::RelativeWall, {{0, 2, 0}}, {}});
    EXPECT_EQ(early.segments[0]->x(0), 4);
    EXPECT_EQ(late.segments[0]->x(0), 3) << "a start that is known better";
    LineSegments longer = run;
    longer.push_back(logged({2}, {5}));
    EXPECT_EQ(cache.placed(kRun, longer, {XAxisKind::RelativeWall, {{0, 2, 0}}, {}}).segments[0], late.segments[0]);
}

Line loggedTo(int last, double factor, LineRows& rows, Line line)
{
    std::vector<std::int64_t> steps;
    std::vector<double> times, values;
    for (int i = static_cast<int>(line.size()); i <= last; ++i) {
        steps.push_back(i);
        times.push_back(100 + 0.3 * i);
        values.push_back(factor * i);
    }
    rows.append(steps, times);
    line.append(rows, values);
    return line;
}

TEST(AxisCache, aLineThatGrewGoesOn)
{
    for (const int first : {5, 1023, 1024, 5000}) {
        AxisCache cache;
        LineRows rows;
        const Line few = loggedTo(first, 0.1, rows, Line({}, SeriesKind::Double));
        const Line many = loggedTo(first + 700, 0.1, rows, few);
        EXPECT_TRUE(many.continues(few));
        const AxisBasis basis{XAxisKind::RelativeWall, {{0, 90, 0}}, {}};
        const PlacedLines before = cache.placed(kRun, {std::make_shared<const Line>(few)}, basis);
        const LineSegments segments{std::make_shared<const Line>(many)};
        const auto after = cache.placed(kRun, segments, basis).segments.at(0);
        const auto afresh = overAxis(segments, basis).segments.at(0);
        EXPECT_TRUE(after->continues(*before.segments[0]));
        ASSERT_EQ(after->size(), afresh->size());
        for (std::size_t i = 0; i < after->size(); ++i) {
            ASSERT_EQ(after->x(i), afresh->x(i));
            ASSERT_EQ(after->value(i), afresh->value(i));
        }
        EXPECT_EQ(before.segments[0]->size(), few.size()) << "who still has the shorter one keeps it";
    }
}

TEST(AxisCache, aLineThatWasWrittenAnewIsPlacedAnew)
{
    for (const int last : {5, 5000}) {
        AxisCache cache;
        LineRows rows, otherRows;
        const Line line = loggedTo(last, 0.1, rows, Line({}, SeriesKind::Double));
        const Line other = loggedTo(last + 10, 0.2, otherRows, Line({}, SeriesKind::Double));
        EXPECT_FALSE(other.continues(line));
        const AxisBasis basis{XAxisKind::WallTime, {}, {}};
        const PlacedLines before = cache.placed(kRun, {std::make_shared<const Line>(line)}, basis);
        const auto after = cache.placed(kRun, {std::make_shared<const Line>(other)}, basis).segments.at(0);
        EXPECT_EQ(after->size(), other.size());
        EXPECT_EQ(after->value(3), other.value(3));
        EXPECT_EQ(after->x(3), other.time(3));
    }
}

TEST(AxisCache, aTimeThatGoesBackIsPutInOrder)
{
    AxisCache cache;
    LineRows rows;
    const Line few = loggedTo(5, 0.1, rows, Line({}, SeriesKind::Double));
    Line many = few;
    rows.append(std::vector<std::int64_t>{6}, std::vector<double>{100.1});
    many.append(rows, std::vector<double>{7});
    const AxisBasis basis{XAxisKind::WallTime, {}, {}};
    const PlacedLines before = cache.placed(kRun, {std::make_shared<const Line>(few)}, basis);
    const auto after = cache.placed(kRun, {std::make_shared<const Line>(many)}, basis).segments.at(0);
    EXPECT_EQ(after->value(1), 7);
    EXPECT_EQ(after->x(1), 100.1);
    EXPECT_EQ(after->size(), 7U);
}

/// A series that rows are appended to as a run logs them.
class Growing
{
public:
    explicit Growing(const char* key)
        : m_line({0, false, {key}}, SeriesKind::Double)
    {
    }
    void log(std::int64_t step, double value)
    {
        m_rows.append(std::vector<std::int64_t>{step}, std::vector<double>{static_cast<double>(step)});
        m_line.append(m_rows, std::vector<double>{value});
    }
    std::shared_ptr<const Line> line() const { return std::make_shared<const Line>(m_line); }

private:
    LineRows m_rows;
    Line m_line;
};

TEST(AxisCache, aLineOverAMetricGoesOnAndIsAsMadeAnew)
{
    std::mt19937 random(11);
    const auto oneIn = [&random](int n) { return random() % static_cast<unsigned>(n) == 0; };
    for (int trial = 0; trial < 60; ++trial) {
        AxisCache cache;
        Growing loss("loss"), epoch("epoch");
        LineSegments kept;
        std::int64_t step = 0;
        double place = 0;
        // Of some runs the metric misses steps, goes back or has several values at a step.
        const bool isOdd = trial % 3 == 0;
        for (int write = 0; write < 40; ++write) {
            for (int i = 0; i < (write == 5 ? 1500 : 7); ++i) {
                step += isOdd && oneIn(5) ? 0 : 1;
                place += isOdd && oneIn(40) ? -3 : oneIn(3);
                loss.log(step, 0.5 * static_cast<double>(step) + i);
                if (!isOdd || !oneIn(30))
                    epoch.log(step, isOdd && oneIn(200) ? std::nan("") : place);
            }
            const LineSegments segments{loss.line()};
            const AxisBasis basis{XAxisKind::Metric, {}, {epoch.line()}};
            const PlacedLines placed = cache.placed(kRun, segments, basis), afresh = overAxis(segments, basis);
            ASSERT_EQ(placed.unplaced, afresh.unplaced);
            ASSERT_EQ(placed.segments.size(), afresh.segments.size());
            for (std::size_t s = 0; s < placed.segments.size(); ++s) {
                const Line &line = *placed.segments[s], &wanted = *afresh.segments[s];
                ASSERT_EQ(line.size(), wanted.size());
                for (std::size_t i = 0; i < line.size(); ++i) {
                    ASSERT_EQ(line.x(i), wanted.x(i)) << trial << " " << write << " " << i;
                    ASSERT_EQ(line.value(i), wanted.value(i));
                    ASSERT_EQ(line.step(i), wanted.step(i));
                }
            }
            kept = placed.segments; // As a chart does, so that there is something to go on with.
        }
    }
}

TEST(AxisCache, overAMetricOnlyWhatIsNewIsJoined)
{
    Growing loss("loss"), epoch("epoch");
    const auto log = [&](std::int64_t step, double place) {
        loss.log(step, 1);
        epoch.log(step, place);
    };
    for (int step = 0; step < 3; ++step)
        log(step, step);
    const auto few = loss.line(), fewEpochs = epoch.line();
    // Not what it would be made into, so that it shows whether it was gone on with.
    const Line before = few->over(std::vector<double>{-3, -2, 2});
    const auto goneOn = [&](const Line* metricBefore) {
        return overAxis(*loss.line(), XAxisKind::Metric, {0, epoch.line()}, &before, metricBefore)->x(0) == -3;
    };
    EXPECT_TRUE(goneOn(fewEpochs.get())) << "nothing is new";
    log(3, 2);
    log(4, 7);
    EXPECT_TRUE(goneOn(fewEpochs.get()));
    EXPECT_FALSE(goneOn(nullptr)) << "nobody knows with what it was made";
    EXPECT_FALSE(goneOn(few.get())) << "with another metric";
    const auto many = overAxis(*loss.line(), XAxisKind::Metric, {0, epoch.line()}, &before, fewEpochs.get());
    ASSERT_EQ(many->size(), 5U);
    EXPECT_EQ(many->x(4), 7);
    log(5, 6);
    EXPECT_FALSE(goneOn(fewEpochs.get())) << "it goes back";
    Growing twice("epoch");
    for (int step = 0; step < 3; ++step)
        twice.log(step, step);
    const auto once = twice.line();
    twice.log(2, 9);
    EXPECT_EQ(overAxis(*few, XAxisKind::Metric, {0, twice.line()}, &before, once.get())->x(0), 0)
        << "a step that has a place has got another value";
}

TEST(AxisCache, runsAtOnceDoNotGoOnWithEachOther)
{
    AxisCache cache;
    const RunRef other{1, {"team", "project", "other"}};
    std::map<RunRef, std::pair<Growing, Growing>> runs;
    std::map<RunRef, LineSegments> shown;
    for (const RunRef& run : {kRun, other})
        runs.emplace(run, std::pair(Growing("loss"), Growing("epoch")));
    for (int step = 0; step < 3000; ++step) {
        for (auto& [run, series] : runs) {
            series.first.log(step, run == kRun ? step : -step);
            series.second.log(step, run == kRun ? 2 * step : 3 * step);
            if (step % 500 != 499)
                continue;
            const AxisBasis basis{XAxisKind::Metric, {}, {series.second.line()}};
            const LineSegments placed = cache.placed(run, {series.first.line()}, basis).segments;
            ASSERT_EQ(placed.size(), 1U);
            EXPECT_EQ(placed[0]->x(step), run == kRun ? 2 * step : 3 * step);
            EXPECT_EQ(placed[0]->value(step), run == kRun ? step : -step);
            EXPECT_TRUE(shown[run].empty() || placed[0]->continues(*shown[run][0]));
            shown[run] = placed;
        }
    }
}

} // namespace runglass::test
