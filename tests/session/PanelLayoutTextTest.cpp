// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/PanelLayoutText.h"

#include "models/expression/FilterParser.h"
#include "models/session/ChartSettingsText.h"
#include "models/session/JsonText.h"
#include "models/session/ViewText.h"

#include <gtest/gtest.h>

#include <cmath>

namespace runglass::test
{

namespace
{

const SectionRef kTrain{false, "train/学習"}, kSystem{true, {}}, kOwn{false, {}, 7};
const PanelRef kLoss{{false, {"a.b", "", "loss"}}, 0}, kCpu{{true, {"system.cpu"}}, 0}, kMade{{}, 9};

ChartSettings everySetting()
{
    ChartSettings settings;
    settings.x = XAxis{XAxisKind::Metric, {"step", "a.b"}};
    settings.xScale = AxisScale::Log;
    settings.yScale = AxisScale::Linear;
    settings.xLimits = AxisLimits{-0.1, std::nullopt};
    settings.yLimits = AxisLimits{};
    settings.ignoreOutliers = false;
    settings.smoothing = Smoothing{SmoothingKind::Gaussian, 2.5};
    settings.showOriginal = true;
    settings.followGroups = false;
    settings.aggregate = Aggregate::Max;
    settings.band = Band::StdErr;
    settings.mostLines = 12;
    settings.syncZoom = true;
    settings.syncCrosshair = false;
    return settings;
}

PanelLayout everyPart()
{
    PanelLayout layout;
    layout.automatic = false;
    layout.prefix = PanelLayout::Prefix::Last;
    layout.settings = everySetting();
    layout.sections = {{kTrain, "Training", true, PanelOrder::ByHand, {kMade, kLoss}, PanelSize{2, 300}, {}},
                       {kSystem, {}, true, PanelOrder::Descending, {kCpu}, {}, everySetting(), {"gpu.0", "disk./data"}},
                       {kOwn}};
    layout.order = {kOwn, kSystem, kTrain};
    PanelContent content{PanelKind::Scatter, {kLoss.metric, kCpu.metric}, "^(a|b)/", true, {}, false, "# x\n"};
    content.axes = {{{ColumnOrigin::Config, Field::Name, {"optimizer", "lr"}}, AxisScale::Log, {1e-5, 0.1}, true, "LR"},
                    {{ColumnOrigin::Field, Field::Duration, {}}}};
    content.axes.front().largerIsBetter = true;
    content.scatter = {true, true, true, true, true, true};
    content.groupShape = GroupShape::Violins;
    content.drawsHidden = false;
    content.histogramShape = HistogramShape::Percentiles;
    content.histogramX = XAxisKind::WallTime;
    content.rows.filter = parseFilter("score > 0.5 and `name` = cat").filter;
    content.rows.sort = {{{ColumnOrigin::Summary, Field::Name, {"score"}}, true}};
    content.rows.grouping.columns = {{ColumnOrigin::Field, Field::Name, {}}};
    content.rows.grouping.setFolded("key", true);
    content.rows.columns.hidden = {{ColumnOrigin::Summary, Field::Name, {"id"}}};
    content.rows.columns.order = {{ColumnOrigin::Summary, Field::Name, {"score"}},
                                  {ColumnOrigin::Summary, Field::Name, {"label"}}};
    content.rows.widths = {{{ColumnOrigin::Summary, Field::Name, {"score"}}, 123}};
    content.step = {-3, false};
    content.overlays = {false, false, {"cat", "dog / 犬"}};
    layout.panels = {{kLoss, kOwn, false, {}, PanelSize{6, 160}, {}, {}},
                     {kCpu, {}, true, {}, {}, everySetting(), {}},
                     {kMade, kTrain, false, "Mine", {}, {}, content}};
    layout.lastOwn = 11;
    return layout;
}

} // namespace

TEST(PanelLayoutText, everyPartComesBack)
{
    const PanelLayout layout = normalized(everyPart());
    const std::string text = jsonOf(panelsValue(layout));
    EXPECT_EQ(panelsFrom(*valueFromJson(text)), layout) << text;
    EXPECT_EQ(jsonOf(panelsValue(PanelLayout())), "{}");
}

TEST(PanelLayoutText, everyChoiceOfASettingComesBack)
{
    const auto comesBack = [](const ChartSettings& settings) {
        const std::string text = jsonOf(settingsValue(settings));
        EXPECT_EQ(settingsFrom(*valueFromJson(text)), settings) << text;
        EXPECT_EQ(settings.isEmpty(), text == "{}");
    };
    comesBack({});
    comesBack(everySetting());
    ChartSettings settings;
    for (int kind = 0; kind < static_cast<int>(XAxisKind::Metric); ++kind) {
        settings.x = XAxis{static_cast<XAxisKind>(kind), {}};
        comesBack(settings);
    }
    for (int kind = 0; kind <= static_cast<int>(SmoothingKind::RunningAverage); ++kind) {
        settings.smoothing = Smoothing{static_cast<SmoothingKind>(kind), 3};
        settings.aggregate = static_cast<Aggregate>(kind);
        settings.band = static_cast<Band>(kind);
        comesBack(settings);
    }
}

TEST(PanelLayoutText, everyKindOfPanelComesBack)
{
    for (int kind = 0; kind <= static_cast<int>(PanelKind::Markdown); ++kind) {
        PanelLayout layout;
        layout.addPanel({}, {static_cast<PanelKind>(kind)});
        const std::string text = jsonOf(panelsValue(layout));
        EXPECT_EQ(panelsFrom(*valueFromJson(text)), layout) << text;
    }
}

TEST(PanelLayoutText, everyLookOfAPlotComesBack)
{
    const auto comesBack = [](const PanelContent& content) {
        PanelLayout layout;
        layout.addPanel({}, content);
        const std::string text = jsonOf(panelsValue(layout));
        EXPECT_EQ(panelsFrom(*valueFromJson(text)), layout) << text;
    };
    for (bool ScatterLook::*part : {&ScatterLook::runningMean, &ScatterLook::runningMin, &ScatterLook::runningMax,
                                    &ScatterLook::frontier, &ScatterLook::dimsOthers, &ScatterLook::labels}) {
        PanelContent content{PanelKind::Scatter};
        content.scatter.*part = true;
        comesBack(content);
    }
    for (int shape = 0; shape <= static_cast<int>(HistogramShape::Percentiles); ++shape) {
        PanelContent content{PanelKind::Histogram};
        content.histogramShape = static_cast<HistogramShape>(shape);
        content.histogramX = shape % 2 == 0 ? XAxisKind::RelativeWall : XAxisKind::WallTime;
        content.groupShape = static_cast<GroupShape>(shape % 3);
        comesBack(content);
    }
}

TEST(PanelLayoutText, whatIsDamagedCostsItselfOnly)
{
    const PanelLayout read = panelsFrom(*valueFromJson(R"({"manual": 3, "prefix": "middle", "lastOwn": "x",
        "settings": {"x": [], "xScale": "cubic", "xLimits": [1], "yLimits": ["a", NaN], "smoothing": {"kind": "ema"},
                     "band": 7, "mostLines": 0, "showOriginal": 1, "aggregate": "median", "later": true},
        "order": ["a", 3, "a", -1, {"system": false}, {"system": true}],
        "sections": [4, {}, {"section": "a", "collapsed": true}, {"section": "a", "title": "again"},
                     {"section": 5, "size": [1, 9999], "order": "odd", "panels": [["m"], 0, [], ["m"], 6, [1]]}],
        "panels": [{"panel": 20}, {"panel": 21, "section": "a", "content": {"kind": "hologram"}},
                   {"panel": 22, "content": {"kind": "bars"}},
                   {"panel": ["m"], "removed": true, "size": "big", "section": -4},
                   {"panel": 8, "section": "a", "content": {"kind": "bars", "metrics": [["m"], 1, ["m"]],
                    "axes": [{"column": "nonsense"}, {"column": "state", "limits": 4, "scale": "x", "name": 1}]}}]})"));
    PanelLayout expected;
    expected.settings.yLimits = AxisLimits{};
    expected.settings.aggregate = Aggregate::Median;
    expected.order = {{false, "a"}, {false, {}, 3}, {true, {}}};
    expected.at(SectionRef{false, "a"}).collapsed = true;
    const PanelRef metric{{false, {"m"}}, 0};
    expected.at(SectionRef{false, {}, 5}).panels = {metric, {{}, 6}};
    expected.at(metric).removed = true;
    PanelEntry& bars = expected.at(PanelRef{{}, 8});
    bars.section = SectionRef{false, "a"};
    bars.content = PanelContent{PanelKind::Bars, {metric.metric}};
    bars.content->axes = {{{ColumnOrigin::Field, Field::State, {}}}};
    expected.lastOwn = 8;
    EXPECT_EQ(read, normalized(expected)) << jsonOf(panelsValue(read), 2);
    EXPECT_EQ(panelsFrom(Value()), PanelLayout());
    EXPECT_EQ(panelsFrom("text"), PanelLayout());
}

TEST(PanelLayoutText, standsBesideTheView)
{
    RunView view;
    view.sort = {{{ColumnOrigin::Field, Field::Name, {}}, true}};
    const auto panels = std::make_shared<const PanelLayout>(normalized(everyPart()));
    const std::string text = textOf(KeptView{view, {}, panels});
    EXPECT_EQ(viewFromText(text), view);
    EXPECT_EQ(panelsFromText(text), *panels);
    EXPECT_EQ(panelsFromText(textOf(view)), PanelLayout());
    EXPECT_EQ(panelsFromText("{"), PanelLayout());
    EXPECT_FALSE((KeptView{{}, {}, panels}).isNew());
    EXPECT_TRUE((KeptView{{}, {}, std::make_shared<const PanelLayout>()}).isNew());
}

} // namespace runglass::test
