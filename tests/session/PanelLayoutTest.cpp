// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/PanelLayout.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

PanelRef metricPanel(KeyPath key)
{
    return {{false, std::move(key)}, 0};
}

const SectionRef kTrain{false, "train"}, kVal{false, "val"};
const PanelRef kLoss = metricPanel({"train/loss"}), kAcc = metricPanel({"train/acc"}), kLr = metricPanel({"train/lr"});

} // namespace

TEST(PanelLayout, metricsBelongToSectionsByTheirKeys)
{
    const auto first = [](KeyPath key) { return sectionOf({false, std::move(key)}).name; };
    EXPECT_EQ(first({"train/layer/loss"}), "train");
    EXPECT_EQ(first({"loss"}), "");
    EXPECT_EQ(first({"/loss"}), "");
    EXPECT_EQ(first({"train", "loss"}), "train");
    EXPECT_EQ(first({"train/a", "loss"}), "train");
    EXPECT_EQ(first({}), "");
    const auto last = [](KeyPath key) { return sectionOf({false, std::move(key)}, PanelLayout::Prefix::Last).name; };
    EXPECT_EQ(last({"train/layer/loss"}), "train/layer");
    EXPECT_EQ(last({"train/loss"}), "train");
    EXPECT_EQ(last({"loss"}), "");
    EXPECT_EQ(last({"/loss"}), "");
    EXPECT_EQ(last({"train", "layer", "loss"}), "train.layer");
    EXPECT_EQ(sectionOf({true, {"system.cpu"}}), (SectionRef{true, {}}));
}

TEST(PanelLayout, panelsAreMadeAndTakenOff)
{
    PanelLayout layout;
    const SectionRef mine = layout.addSection("Mine");
    const PanelRef panel = layout.addPanel(mine, {PanelKind::Markdown, {}, {}, false, {}, true, "# Notes"});
    const PanelRef other = layout.addPanel(kTrain, {PanelKind::Lines, {{false, {"a"}}, {false, {"b"}}}});
    EXPECT_NE(panel, other);
    ASSERT_TRUE(layout.find(panel));
    EXPECT_EQ(layout.find(panel)->section, mine);
    EXPECT_EQ(layout.find(panel)->content->text, "# Notes");
    EXPECT_EQ(layout.find(mine)->title, "Mine");
    layout.place(kLoss, mine, {panel}, 0);
    EXPECT_EQ(layout.find(kLoss)->section, mine);
    layout.remove(mine);
    EXPECT_FALSE(layout.find(mine));
    EXPECT_FALSE(layout.find(panel)) << "it stood there only";
    EXPECT_FALSE(layout.find(kLoss)->section) << "back where it belongs";
    layout.remove(other);
    EXPECT_FALSE(layout.find(other));
    EXPECT_GT(layout.addPanel(kTrain, {}).own, other.own) << "no number is used twice";
    layout.remove(kAcc);
    EXPECT_TRUE(layout.find(kAcc)->removed);
}

TEST(PanelLayout, panelsArePutWhereTheyAreDropped)
{
    PanelLayout layout;
    layout.place(kLoss, kTrain, {kAcc, kLoss, kLr}, 0);
    EXPECT_EQ(layout.find(kTrain)->order, PanelOrder::ByHand);
    EXPECT_EQ(layout.find(kTrain)->panels, (std::vector{kLoss, kAcc, kLr}));
    EXPECT_FALSE(layout.at(kLoss).section) << "it is at home";
    layout.place(kLoss, kTrain, {kLoss, kAcc, kLr}, 99);
    EXPECT_EQ(layout.find(kTrain)->panels, (std::vector{kAcc, kLr, kLoss}));
    layout.place(kLoss, kVal, {}, 0);
    EXPECT_EQ(layout.find(kTrain)->panels, (std::vector{kAcc, kLr}));
    EXPECT_EQ(layout.find(kVal)->panels, std::vector{kLoss});
    EXPECT_EQ(layout.find(kLoss)->section, kVal);
    layout.remove(kLoss);
    EXPECT_TRUE(layout.find(kVal)->panels.empty());
    layout.place(kLoss, kTrain, {kAcc, kLr}, 1);
    EXPECT_EQ(layout.find(kTrain)->panels, (std::vector{kAcc, kLoss, kLr}));
    EXPECT_FALSE(layout.find(kLoss)->removed) << "what is put somewhere is there";
    layout.automatic = false;
    layout.place(kLoss, kTrain, {kAcc, kLr}, 1);
    EXPECT_EQ(layout.find(kLoss)->section, kTrain) << "by itself it would not be there";
}

TEST(PanelLayout, sizeAndLookComeFromTheLowestLevel)
{
    PanelLayout layout;
    EXPECT_EQ(layout.size(kTrain, kLoss), PanelSize());
    EXPECT_EQ(layout.look(kTrain, kLoss), ChartLook());
    layout.at(kTrain).size = PanelSize{2, 300};
    layout.at(kTrain).settings.mostLines = 5;
    layout.settings.yScale = AxisScale::Log;
    layout.settings.mostLines = 9;
    EXPECT_EQ(layout.size(kTrain, kLoss), (PanelSize{2, 300}));
    EXPECT_EQ(layout.size(kVal, kLoss), PanelSize());
    EXPECT_EQ(layout.look(kTrain, kLoss).mostLines, 5);
    EXPECT_EQ(layout.look(kTrain, kLoss).yScale, AxisScale::Log);
    EXPECT_EQ(layout.look(kVal, kLoss).mostLines, 9);
    layout.at(kLoss).size = PanelSize{1, 500};
    layout.at(kLoss).settings.mostLines = 1;
    EXPECT_EQ(layout.size(kTrain, kLoss), (PanelSize{1, 500}));
    EXPECT_EQ(layout.look(kTrain, kLoss).mostLines, 1);
}

TEST(PanelLayout, whatSaysNothingIsNotKept)
{
    PanelLayout layout;
    layout.at(kTrain);
    layout.at(kLoss);
    EXPECT_NE(layout, PanelLayout());
    EXPECT_EQ(normalized(layout), PanelLayout());
    layout.at(kVal).collapsed = true;
    layout.at(kTrain).collapsed = true;
    PanelLayout other;
    other.at(kTrain).collapsed = true;
    other.at(kVal).collapsed = true;
    EXPECT_NE(layout, other);
    EXPECT_EQ(normalized(layout), normalized(other)) << "entries are in no order";
    const SectionRef own = other.addSection({});
    EXPECT_TRUE(normalized(other).find(own)) << "an empty section of a person is one";
}

TEST(PanelLayout, theArrangementIsResetWithoutWhatPeopleMade)
{
    PanelLayout layout;
    layout.automatic = false;
    layout.prefix = PanelLayout::Prefix::Last;
    layout.settings.mostLines = 3;
    layout.at(kTrain).collapsed = true;
    layout.at(kTrain).settings.band = Band::None;
    layout.at(kVal).title = "Checks";
    layout.order = {kVal, kTrain};
    layout.at(kLoss).removed = true;
    layout.at(kAcc).section = kVal;
    layout.at(kAcc).settings.yScale = AxisScale::Log;
    const SectionRef mine = layout.addSection("Mine");
    const PanelRef panel = layout.addPanel(mine, {PanelKind::Comparer});
    layout.at(panel).title = "Side by side";
    layout.at(panel).size = PanelSize{3, 400};
    layout.resetArrangement();
    PanelLayout expected;
    expected.settings.mostLines = 3;
    expected.at(kTrain).settings.band = Band::None;
    expected.at(kAcc).settings.yScale = AxisScale::Log;
    expected.lastOwn = layout.lastOwn;
    expected.at(mine).title = "Mine";
    expected.at(panel).section = mine;
    expected.at(panel).title = "Side by side";
    expected.at(panel).content = PanelContent{PanelKind::Comparer};
    EXPECT_EQ(layout, normalized(expected));
}

TEST(PanelLayout, aChangeIsNamedByWhatItChanges)
{
    const PanelLayout before;
    PanelLayout settings = before, size = before, arrangement = before;
    settings.at(kLoss).settings.smoothing = Smoothing{SmoothingKind::Ema, 0.5};
    size.at(kTrain).size = PanelSize{1, 400};
    arrangement.at(kTrain).collapsed = true;
    EXPECT_EQ(changedPart(before, settings), PanelsPart::Settings);
    EXPECT_EQ(changedPart(settings, before), PanelsPart::Settings);
    EXPECT_EQ(changedPart(before, size), PanelsPart::Size);
    EXPECT_EQ(changedPart(before, arrangement), PanelsPart::Arrangement);
    EXPECT_EQ(changedPart(settings, size), PanelsPart::Arrangement) << "several at once";
}

TEST(PanelLayoutTest, whatIsChangedInsideOfAPanelIsAPartOfItsOwn)
{
    PanelLayout before;
    const PanelRef panel = before.addPanel({}, {PanelKind::Table});
    const auto changed = [&](const auto& change) {
        PanelLayout after = before;
        change(*after.at(panel).content);
        return changedPart(before, after);
    };
    const auto filter = [](PanelContent& content) {
        content.rows.filter.kind = Filter::Kind::Word;
        content.rows.filter.word = "cat";
    };
    const auto sort = [](PanelContent& content) { content.rows.sort = {{{}, true}}; };
    const auto step = [](PanelContent& content) { content.step.step = 3; };
    EXPECT_EQ(changed(filter), PanelsPart::RowFilter);
    EXPECT_EQ(changed(sort), PanelsPart::Rows);
    EXPECT_EQ(changed(step), PanelsPart::Media);
    EXPECT_EQ(changed([](PanelContent& content) { content.overlays.masks = false; }), PanelsPart::Media);
    EXPECT_EQ(changed([&](PanelContent& content) { filter(content), step(content); }), PanelsPart::Arrangement);
    EXPECT_EQ(changed([](PanelContent& content) { content.text = "x"; }), PanelsPart::Arrangement);
    EXPECT_TRUE(isGradual(PanelsPart::RowFilter)) << "it is typed";
    EXPECT_FALSE(isGradual(PanelsPart::Rows));
}

TEST(PanelLayoutTest, linkedPanelsOfImagesShareTheirStep)
{
    PanelLayout layout;
    PanelContent images{PanelKind::Images};
    const PanelRef one = layout.addPanel({}, images), other = layout.addPanel({}, images);
    images.step.linked = false;
    const PanelRef alone = layout.addPanel({}, images), table = layout.addPanel({}, {PanelKind::Table});
    layout.at(one).content->step.step = 7;
    layout.shareStep(one);
    EXPECT_EQ(layout.find(other)->content->step.step, std::optional<std::int64_t>(7));
    EXPECT_FALSE(layout.find(alone)->content->step.step);
    EXPECT_FALSE(layout.find(table)->content->step.step) << "a table has its own";
    const PanelRef later = layout.addPanel({}, {PanelKind::Images});
    EXPECT_EQ(layout.find(later)->content->step.step, std::optional<std::int64_t>(7)) << "one that comes goes along";
    layout.at(alone).content->step.step = 9;
    layout.shareStep(alone);
    EXPECT_EQ(layout.find(one)->content->step.step, std::optional<std::int64_t>(7));
}

} // namespace runglass::test
