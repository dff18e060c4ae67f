// SPDX-License-Identifier: GPL-3.0-or-later
// What plots draw, without a window.
#include "models/session/FileSink.h"
#include "tests/widgets/workspace/PlotRuns.h"
#include "widgets/workspace/bodies/BarsDrawing.h"
#include "widgets/workspace/bodies/ColumnBox.h"
#include "widgets/workspace/bodies/LoggedMetricBox.h"
#include "widgets/workspace/bodies/PlotExport.h"
#include "widgets/workspace/bodies/ScatterDrawing.h"

#include <QPainter>
#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace runglass::test
{
namespace
{

BarsDrawing bars(const std::shared_ptr<const RunList>& list, const PanelContent& content)
{
    return BarsDrawing(plotValues(list, list->state, {content.axes.front().column}, std::nullopt),
                       *shownGroups(*list, list->state), content);
}

class TextSink : public ByteSink
{
public:
    void write(std::string_view bytes) override { text.append(bytes); }
    bool isClosed() const override { return false; }
    std::string text;
};

} // namespace

TEST(BarsDrawing, HasABarForEveryShownRunInTheOrderOfTheTable)
{
    const BarsDrawing drawing = bars(plotList(fivePlotRuns()), plotContent(PanelKind::Bars, {kLoss}));
    EXPECT_EQ(titles(drawing), QStringLiteral("a b c d"));
    EXPECT_EQ(drawing.leftOut(), 1U);
    EXPECT_EQ(tableText(drawing.table()), "Run|loss\na|0.5\nb|2\nc|4\nd|1");
    const auto axes = drawing.axes({400, 300}, 0);
    EXPECT_EQ(axes->x.lo, 0) << "bars begin at nothing";
    EXPECT_GE(axes->x.hi, 4);
    const PlotMap map = plotMap(drawing, {400, 300});
    EXPECT_LT(drawing.placeOf(0, map).y(), drawing.placeOf(1, map).y()) << "the first is at the top";
    for (std::size_t i = 0; i < drawing.marks(); ++i)
        EXPECT_EQ(drawing.markAt({390, drawing.placeOf(i, map).y()}, map), std::optional(i)) << "the whole row";
    EXPECT_NEAR(drawing.placeOf(2, map).x(), 2 * drawing.placeOf(1, map).x(), 1e-6) << "4 is as long as two of 2";
}

TEST(BarsDrawing, NegativeValuesGoToTheOtherSideOfZero)
{
    const BarsDrawing drawing = bars(plotList(fivePlotRuns()), plotContent(PanelKind::Bars, {kLr}));
    EXPECT_EQ(titles(drawing), QStringLiteral("a b c e"));
    const auto axes = drawing.axes({400, 300}, 0);
    EXPECT_LT(axes->x.lo, -1);
    EXPECT_GT(axes->x.hi, 0.1);
}

TEST(BarsDrawing, AGroupIsTheMeanOfItsRunsWithEndsAndDeviation)
{
    RunListState state;
    state.grouping.columns = {kOptimizer};
    const auto list = plotList(fivePlotRuns(), state);
    const BarsDrawing drawing = bars(list, plotContent(PanelKind::Bars, {kLoss}));
    ASSERT_TRUE(drawing.areGroups());
    const auto adam = std::find_if(drawing.bars().begin(), drawing.bars().end(), [](const BarsDrawing::Bar& bar) {
        return bar.name.startsWith(QStringLiteral("adam"));
    });
    ASSERT_NE(adam, drawing.bars().end());
    EXPECT_DOUBLE_EQ(adam->length, 3);
    ASSERT_TRUE(adam->numbers);
    EXPECT_EQ(adam->numbers->min(), 2);
    EXPECT_EQ(adam->numbers->max(), 4);
    EXPECT_DOUBLE_EQ(adam->numbers->deviation, std::sqrt(2.0));
    EXPECT_EQ(adam->runs, 2U);
    EXPECT_EQ(drawing.leftOut(), 1U) << "e logged NaN, and has no optimizer";
}

TEST(BarsDrawing, BoxesAndViolinsGiveTheirNumbers)
{
    RunListState state;
    state.grouping.columns = {kOptimizer};
    std::vector<runglass::Run> runs;
    for (const double loss : {1.0, 2.0, 3.0, 4.0, 30.0})
        runs.push_back(plotRun("r" + std::to_string(runs.size()), {}, "adam", loss));
    runs.push_back(plotRun("s", {}, "sgd", -2.0));
    const auto list = plotList(std::move(runs), state);
    PanelContent content = plotContent(PanelKind::Bars, {kLoss});
    content.groupShape = GroupShape::Boxes;
    const BarsDrawing boxes = bars(list, content);
    const BodyTable table = boxes.table();
    EXPECT_EQ(table.columns.join(u'|').toStdString(),
              "Group|Mean|Std dev|Min|Lower quartile|Median|Upper quartile|Max|Runs|Lower whisker|Upper whisker");
    std::size_t adam = 0;
    while (adam + 1 < table.rows && !boxes.bars()[adam].name.startsWith(QStringLiteral("adam")))
        ++adam;
    const std::vector<double> expected{1, 2, 3, 4, 30, 5, 1, 4};
    for (std::size_t column = 3; column < 11; ++column)
        EXPECT_EQ(table.cell(adam, column).toDouble(), expected[column - 3]) << column;
    EXPECT_TRUE(table.cell(1 - adam, 2).isNull()) << "one run deviates from nothing";
    EXPECT_TRUE(boxes.tipOf(adam).toText().contains(QStringLiteral("Median 3")));
    content.groupShape = GroupShape::Violins;
    const BarsDrawing violins = bars(list, content);
    const std::vector<double>& density = violins.bars()[adam].density;
    ASSERT_FALSE(density.empty());
    EXPECT_EQ(*std::max_element(density.begin(), density.end()), 1);
    EXPECT_TRUE(violins.bars()[1 - adam].density.empty()) << "one number has no density";
    const PlotMap map = plotMap(violins, {400, 300});
    for (std::size_t i = 0; i < violins.marks(); ++i)
        EXPECT_EQ(violins.markAt(QPointF(5, violins.placeOf(i, map).y()), map), std::optional(i));
}

TEST(BarsDrawing, TextsAreCounted)
{
    const BarsDrawing drawing = bars(plotList(fivePlotRuns()), plotContent(PanelKind::Bars, {kOptimizer}));
    EXPECT_EQ(tableText(drawing.table()), "optimizer|Runs\nadam|2\nlion|1\nsgd|1");
    EXPECT_EQ(drawing.runOf(0), std::nullopt) << "a bar of several runs is none of them";
}

TEST(BarsDrawing, MoreBarsThanThereIsRoomForScroll)
{
    std::vector<runglass::Run> runs;
    for (int i = 0; i < 200; ++i)
        runs.push_back(plotRun("r" + std::to_string(1000 + i), {}, {}, i + 1.0));
    const BarsDrawing drawing = bars(plotList(std::move(runs)), plotContent(PanelKind::Bars, {kLoss}));
    const QSize room(400, 300);
    EXPECT_EQ(drawing.rows(), 200U);
    ASSERT_LT(drawing.rowsIn(room), 20U);
    const auto visible = [&](double scroll) {
        const PlotMap map = plotMap(drawing, room, scroll);
        std::vector<std::size_t> seen;
        for (std::size_t i = 0; i < drawing.marks(); ++i) {
            const double y = drawing.placeOf(i, map).y();
            if (y >= map.rect.top() && y <= map.rect.bottom())
                seen.push_back(i);
        }
        return seen;
    };
    EXPECT_EQ(visible(0).front(), 0U);
    EXPECT_EQ(visible(0).size(), drawing.rowsIn(room));
    EXPECT_EQ(visible(50).front(), 50U);
    EXPECT_EQ(visible(1e9).back(), 199U) << "not beyond the last";
}

TEST(ColumnBox, OffersNoMedia)
{
    std::vector<runglass::Run> runs = fivePlotRuns();
    runs[1].summary.makeObject()["grads"] = Value::Object{{"_type", "histogram"}, {"values", 3}};
    runs[1].config.makeObject()["layers"] = Value::Array{64, 64};
    const std::vector<ColumnId> columns = plotColumns(*plotList(std::move(runs)));
    const auto has = [&](const ColumnId& id) { return std::find(columns.begin(), columns.end(), id) != columns.end(); };
    EXPECT_TRUE(has(kLoss));
    EXPECT_TRUE(has(kOptimizer));
    EXPECT_TRUE(has(configColumn({"layers"}))) << "a list can be a category";
    EXPECT_FALSE(has(summaryColumn({"grads"})));
}

TEST(LoggedMetricBox, FindsMetricsByWhatTheirSummaryHolds)
{
    std::vector<runglass::Run> runs = fivePlotRuns();
    runs[1].summary.makeObject()["grads"] = Value::Object{{"_type", "histogram"}, {"values", 3}};
    runs[2].summary.makeObject()["pictures"] = Value::Object{{"_type", "image-file"}};
    const auto list = plotList(std::move(runs));
    EXPECT_EQ(metricsOfType(*list, {"histogram"}), (std::vector<MetricRef>{{false, {"grads"}}}));
    EXPECT_EQ(metricsOfType(*list, {"histogram", "image-file"}).size(), 2U);
    EXPECT_EQ(rowsWithType(*list, {}, {false, {"grads"}}, "histogram", 500),
              (std::vector<std::uint32_t>{list->rows[1]}));
    EXPECT_EQ(rowsWithType(*list, {}, {false, {"unknown"}}, "histogram", 500).size(), 5U) << "any may have it";
}

TEST(PlotExport, PicturesAndDataAreWhatIsShown)
{
    const auto drawing = std::make_shared<const ScatterDrawing>(
        scatter(plotList(fivePlotRuns()), plotContent(PanelKind::Scatter, {kLr, kLoss, kLoss})));
    const PlotExport shot(drawing, QStringLiteral("Loss, lr"), QString(), 0, {});
    TextSink csv, json;
    shot.writeCsv(csv);
    EXPECT_EQ(csv.text.substr(0, 23), "Run,lr,loss,loss\r\nc,0.0");
    shot.writeJson(json);
    EXPECT_NE(json.text.find("\"rows\""), std::string::npos);
    const auto colours = ThemeColours::load();
    for (const bool dark : {false, true}) {
        PictureStyle style;
        style.dark = dark;
        const PicturePainter painter = shot.prepare(style, *colours);
        const QImage image = pictureImage(style, painter, 1);
        EXPECT_EQ(image.pixelColor(2, 2), colours->token(Theme::Token::Surface).of(dark));
        // The points are in it, in the colours of the ramp's ends.
        const QColor low = colours->bucket(*drawing->tipOf(2).colour).of(dark);
        bool isThere = false;
        for (int y = image.height() / 4; y < image.height() && !isThere; ++y)
            for (int x = 0; x < image.width() && !isThere; ++x)
                isThere = image.pixelColor(x, y) == low;
        EXPECT_TRUE(isThere) << dark;
        EXPECT_TRUE(pictureSvg(style, shot.title(), painter).contains("<svg"));
        EXPECT_TRUE(picturePdf(style, shot.title(), painter).startsWith("%PDF"));
    }
}

} // namespace runglass::test
