// SPDX-License-Identifier: GPL-3.0-or-later
// How histograms over steps and time are drawn, without a window.
#include "widgets/workspace/bodies/HistogramDrawing.h"

#include "tests/widgets/workspace/PlotRuns.h"
#include "widgets/workspace/bodies/BandsDrawing.h"
#include "widgets/workspace/bodies/RidgesDrawing.h"

#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>

#include <random>

namespace runglass::test
{
namespace
{

HistogramSeries threeHistograms()
{
    HistogramSeries series;
    series.steps = {0, 10, 20};
    series.times = {1, 2, 3};
    series.histograms = {{{0, 1, 2, 3}, {4, 0, 1}}, {{0, 1, 2, 3}, {1, 2, 3}}, {{0, 1, 2, 3}, {0, 0, 8}}};
    return series;
}

std::shared_ptr<const HistogramData> placed(HistogramSeries series, XAxisKind axis = XAxisKind::Step)
{
    return histogramData({}, QStringLiteral("run"), QStringLiteral("w"), std::move(series), axis, 0.5);
}

} // namespace

TEST(HistogramDrawing, MarksAreTheBinsThatWereLogged)
{
    const HistogramDrawing drawing(placed(threeHistograms()));
    EXPECT_EQ(drawing.marks(), 9U);
    EXPECT_EQ(drawing.edges(), (std::vector<double>{0, 1, 2, 3})) << "all have the same";
    const PlotMap map = plotMap(drawing, {300, 300});
    EXPECT_EQ(map.x, (Range{0, 30})) << "the last is as wide as the one before";
    for (std::size_t i = 0; i < drawing.marks(); ++i)
        EXPECT_EQ(drawing.markAt(drawing.placeOf(i, map), map), std::optional(i));
    EXPECT_EQ(drawing.tipOf(5).toText(), QStringLiteral("Step 10, From 2, To 3, Count 3, Of all 6"));
    EXPECT_EQ(drawing.tipOf(3).toText(), QStringLiteral("Step 10, From 0, Below 1, Count 1, Of all 6"));
    const BodyTable table = drawing.table();
    EXPECT_EQ(table.rows, 9U);
    EXPECT_EQ(text(table.cell(8, 0)) + text(table.cell(8, 1)) + text(table.cell(8, 3)), "202d8d");
}

TEST(HistogramDrawing, KeysWalkStepsAndBins)
{
    using Step = PlotDrawing::Step;
    const HistogramDrawing drawing(placed(threeHistograms()));
    EXPECT_EQ(drawing.stepFrom(std::nullopt, Step::Right), std::optional<std::size_t>(1));
    EXPECT_EQ(drawing.stepFrom(1, Step::Right), std::optional<std::size_t>(4));
    EXPECT_EQ(drawing.stepFrom(4, Step::Up), std::optional<std::size_t>(5));
    EXPECT_EQ(drawing.stepFrom(5, Step::Up), std::nullopt);
    EXPECT_EQ(drawing.stepFrom(7, Step::Right), std::nullopt);
    EXPECT_EQ(drawing.stepFrom(7, Step::Left), std::optional<std::size_t>(4));
}

/// However the edges move, nothing that was logged is lost from a column.
TEST(HistogramDrawing, OtherEdgesKeepTheTotals)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> edge(-10, 10), count(0, 100);
    HistogramSeries series;
    for (int i = 0; i < 20; ++i) {
        Histogram histogram;
        for (int bin = 0; bin < 30; ++bin) {
            histogram.edges.push_back(edge(random));
            histogram.counts.push_back(count(random));
        }
        histogram.edges.push_back(edge(random));
        std::sort(histogram.edges.begin(), histogram.edges.end());
        series.steps.push_back(i);
        series.times.push_back(i);
        series.histograms.push_back(std::move(histogram));
    }
    const HistogramSeries before = series;
    const HistogramDrawing drawing(placed(std::move(series)));
    EXPECT_EQ(drawing.edges().size(), HistogramDrawing::kBins + 1);
    for (std::size_t i = 0; i < before.size(); ++i) {
        double total = 0;
        for (const double one : drawing.counts(i))
            total += one;
        EXPECT_NEAR(total, before.histograms[i].total(), 1e-6 * before.histograms[i].total());
    }
}

TEST(HistogramData, IsPlacedByStepOrTime)
{
    HistogramSeries series = threeHistograms();
    series.times[1] = std::nan("");
    EXPECT_EQ(placed(series)->places, (std::vector<double>{0, 10, 20}));
    const auto relative = placed(series, XAxisKind::RelativeWall);
    EXPECT_EQ(relative->places, (std::vector<double>{0.5, 2.5})) << "since the run began";
    EXPECT_EQ(relative->leftOut, 1U);
    EXPECT_EQ(text(relative->placeValue(1)), text(Value(2.5)));
    const auto wall = placed(series, XAxisKind::WallTime);
    EXPECT_EQ(wall->placeValue(0).text(), "1970-01-01T00:00:01Z");
    EXPECT_EQ(wall->at(2.9), 0U);
    EXPECT_EQ(wall->at(3), 1U);
}

TEST(BandsDrawing, PercentilesAreThoseOfTheBins)
{
    const BandsDrawing drawing(placed(threeHistograms()));
    ASSERT_EQ(drawing.marks(), 3U);
    // 8 values between 2 and 3, lying evenly there.
    for (std::size_t i = 0; i < BandsDrawing::kPercents.size(); ++i)
        EXPECT_DOUBLE_EQ(drawing.percentiles(2)[i], 2 + BandsDrawing::kPercents[i] / 100.0);
    // 4 between 0 and 1, 1 between 2 and 3: half of 5 are below 2.5/4.
    EXPECT_DOUBLE_EQ(drawing.percentiles(0)[4], 2.5 / 4);
    EXPECT_EQ(drawing.percentiles(0)[8], 3);
    EXPECT_EQ(drawing.table().columns.join(u'|').toStdString(),
              "Step|Min|7 %|16 %|31 %|50 %|69 %|84 %|93 %|Max|Values");
    EXPECT_EQ(text(drawing.table().cell(1, 0)), "10");
    const PlotMap map = plotMap(drawing, {300, 300});
    EXPECT_EQ(map.x, (Range{0, 20}));
    for (std::size_t i = 0; i < drawing.marks(); ++i)
        EXPECT_EQ(drawing.markAt(drawing.placeOf(i, map) - QPointF(i == 2 ? 1 : 0, 0), map), std::optional(i));
    EXPECT_TRUE(drawing.tipOf(2).toText().contains(QStringLiteral("16 % 2.16")));
}

TEST(BandsDrawing, AHistogramWithoutValuesIsAGap)
{
    HistogramSeries series = threeHistograms();
    series.histograms[1].counts = {0, 0, 0};
    const BandsDrawing drawing(placed(std::move(series)));
    EXPECT_TRUE(std::isnan(drawing.percentiles(1)[0]));
    EXPECT_TRUE(drawing.table().cell(1, 1).isNull());
    QImage image(300, 300, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    const auto colours = ThemeColours::load();
    QPainter painter(&image);
    drawing.paint(painter, plotMap(drawing, image.size()), PlotStyle::of(*colours, false));
    EXPECT_NE(image.pixelColor(0, 150), QColor(Qt::white)) << "the first alone";
    EXPECT_EQ(image.pixelColor(150, 150), QColor(Qt::white));
}

TEST(RidgesDrawing, OutlinesAreFoundWhereTheyAreDrawn)
{
    for (const auto layout : {RidgesDrawing::Layout::Offset, RidgesDrawing::Layout::Overlay}) {
        const RidgesDrawing drawing(placed(threeHistograms()), layout);
        const PlotMap map = plotMap(drawing, {300, 300});
        EXPECT_EQ(drawing.marks(), 9U);
        for (const std::size_t mark : {std::size_t{0}, std::size_t{8}}) {
            const QPointF place = drawing.placeOf(mark, map);
            EXPECT_TRUE(map.rect.contains(place)) << mark;
            EXPECT_EQ(drawing.markAt(place, map), std::optional(mark));
        }
        EXPECT_EQ(drawing.markAt({150, 2}, map), std::nullopt) << "above all of them";
    }
}

TEST(RidgesDrawing, OfVeryManySomeAreDrawn)
{
    HistogramSeries series;
    for (int i = 0; i < 1000; ++i) {
        series.steps.push_back(i);
        series.times.push_back(i);
        series.histograms.push_back({{0, 1, 2}, {1, 2}});
    }
    const RidgesDrawing drawing(placed(std::move(series)), RidgesDrawing::Layout::Overlay);
    EXPECT_EQ(drawing.drawnCount(), RidgesDrawing::kMostDrawn);
    EXPECT_EQ(drawing.marks(), 2000U) << "the keys walk over all";
}

} // namespace runglass::test
