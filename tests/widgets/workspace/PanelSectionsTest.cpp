// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSections.h"

#include "tests/support/QtMessages.h"
#include "widgets/workspace/PanelGrid.h"
#include "widgets/workspace/SystemMetricTitle.h"

namespace runglass
{
namespace
{

PanelSections sectionsOf(const std::vector<std::string>& keys, const std::vector<std::string>& system = {})
{
    std::vector<MetricEntry> metrics;
    for (const std::string& key : keys)
        metrics.push_back({false, {key}, 1});
    for (const std::string& key : system)
        metrics.push_back({true, {key}, 1});
    PanelSections result;
    result.setMetrics(metrics);
    return result;
}

/// "train: train/acc train/loss | System: cpu"
std::string text(const PanelSections& sections)
{
    QStringList parts;
    for (const PanelSection& section : sections.sections()) {
        QStringList keys;
        for (const auto& panel : section.panels)
            keys += panel->key;
        parts += section.title + u": " + keys.join(u' ');
    }
    return parts.join(QStringLiteral(" | ")).toStdString();
}

TEST(PanelSections, GroupsByTheFirstPartOfTheKey)
{
    const PanelSections sections = sectionsOf(
        {"val/loss", "loss", "train/loss", "train/acc", "layer10/w", "layer2/w", "/odd"}, {"gpu.0.temp", "cpu"});
    EXPECT_EQ(text(sections), "train: train/acc train/loss | val: val/loss | Charts: /odd loss | layer2: layer2/w | "
                              "layer10: layer10/w | System: cpu gpu.0.temp");
    EXPECT_EQ(sections.panelCount(), 9U);
    EXPECT_EQ(sections.sections().back().panels[1]->title, QStringLiteral("GPU 0 temperature (°C)"));
}

TEST(PanelSections, NestedKeysHaveASectionToo)
{
    PanelSections sections;
    sections.setMetrics({{false, {"eval", "acc"}, 1}, {false, {"acc"}, 1}});
    EXPECT_EQ(text(sections), "eval: eval.acc | Charts: acc");
}

TEST(PanelSections, SearchHidesSectionsWithoutAMatch)
{
    PanelSections sections = sectionsOf({"train/loss", "train/acc", "val/loss"}, {"gpu.0.temp"});
    sections.setSearch(QStringLiteral(" LOSS "));
    EXPECT_EQ(text(sections), "train: train/loss | val: val/loss");
    EXPECT_EQ(sections.matchCount(), 2U);
    EXPECT_EQ(sections.sections()[0].total, 2U);
    sections.setSearch(QStringLiteral("temperature"));
    EXPECT_EQ(text(sections), "System: gpu.0.temp");
    sections.setSearch(QStringLiteral("[("));
    EXPECT_EQ(text(sections), "");
    sections.setSearch({});
    EXPECT_EQ(sections.matchCount(), 4U);
}

TEST(PanelSections, APanelIsMovedAmongItsSection)
{
    PanelSections sections = sectionsOf({"a/1", "a/2", "a/3", "b/1"});
    EXPECT_TRUE(sections.movePanel({false, {"a/1"}}, 2));
    EXPECT_EQ(text(sections), "a: a/2 a/3 a/1 | b: b/1");
    EXPECT_TRUE(sections.movePanel({false, {"a/1"}}, 0));
    EXPECT_EQ(text(sections), "a: a/1 a/2 a/3 | b: b/1");
    EXPECT_FALSE(sections.movePanel({false, {"a/1"}}, 0));
    EXPECT_FALSE(sections.movePanel({false, {"a/1"}}, 3));
    EXPECT_FALSE(sections.movePanel({false, {"none"}}, 0));
}

TEST(PanelSections, MovingUnderASearchKeepsWhatIsHidden)
{
    PanelSections sections = sectionsOf({"a/x1", "a/y", "a/x2", "a/x3"});
    sections.setSearch(QStringLiteral("x"));
    EXPECT_TRUE(sections.movePanel({false, {"a/x3"}}, 0));
    sections.setSearch({});
    EXPECT_EQ(text(sections), "a: a/x3 a/x1 a/x2 a/y");
}

TEST(PanelSections, StateGoesThereAndBack)
{
    PanelSections sections = sectionsOf({"a/1", "a/2", "b/1"}, {"cpu", "memory"});
    sections.movePanel({false, {"a/2"}}, 0);
    sections.movePanel({true, {"memory"}}, 0);
    sections.setCollapsed({false, QStringLiteral("b")}, true);
    PanelSections other = sectionsOf({"a/1", "a/2", "a/0", "b/1"}, {"cpu", "memory"});
    ASSERT_TRUE(other.restoreState(sections.saveState()));
    EXPECT_EQ(text(other), "a: a/2 a/1 a/0 | b: b/1 | System: memory cpu");
    EXPECT_TRUE(other.sections()[1].collapsed);
    EXPECT_FALSE(other.restoreState("no JSON"));
    EXPECT_FALSE(other.restoreState("{\"version\": 99}"));
    EXPECT_TRUE(other.sections()[1].collapsed);
    other.sortSection({false, QStringLiteral("a")});
    EXPECT_EQ(text(other), "a: a/0 a/1 a/2 | b: b/1 | System: memory cpu");
}

TEST(PanelGrid, ReflowsWithTheWidth)
{
    const PanelSections sections = sectionsOf({"a/1", "a/2", "a/3", "a/4"});
    PanelGrid grid;
    for (const auto& [width, columns] : {std::pair{300, 1}, {595, 1}, {596, 2}, {887, 2}, {888, 3}, {4000, 3}}) {
        grid.build(sections.sections(), width);
        EXPECT_EQ(grid.columns(), columns) << width;
        for (const PanelGrid::Item& item : grid.items()) {
            EXPECT_GE(item.rect.width(), PanelGrid::kMinWidth) << width;
            EXPECT_GE(item.rect.left(), PanelGrid::kInset);
        }
        const QRect last = grid.items()[static_cast<std::size_t>(columns)].rect;
        EXPECT_EQ(last.right() + 1, std::max(width, 304) - PanelGrid::kInset) << width;
    }
}

TEST(PanelGrid, GivesWhatTouchesTheView)
{
    const PanelSections sections = sectionsOf({"a/1", "a/2", "a/3", "a/4", "b/1"});
    PanelGrid grid;
    grid.build(sections.sections(), 620);
    ASSERT_EQ(grid.items().size(), 7U);
    EXPECT_EQ(grid.between(0, 10).size(), 1U);
    EXPECT_EQ(grid.between(0, 100).size(), 3U);
    EXPECT_EQ(grid.between(0, grid.height()).size(), 7U);
    EXPECT_TRUE(grid.between(grid.height(), grid.height() + 100).empty());
    EXPECT_EQ(grid.panelAt(0, grid.items()[4].rect.center()), 3U);
    EXPECT_EQ(grid.panelAt(0, QPoint(-50, -50)), 0U);
}

TEST(SystemMetricTitle, UnknownKeysStandForThemselves)
{
    EXPECT_EQ(systemMetricTitle(QStringLiteral("cpu")), QStringLiteral("CPU (%)"));
    EXPECT_EQ(systemMetricTitle(QStringLiteral("disk./.usageGB")), QStringLiteral("Disk / used (GB)"));
    EXPECT_EQ(systemMetricTitle(QStringLiteral("tpu.3.flux")), QStringLiteral("tpu.3.flux"));
}

} // namespace
} // namespace runglass
