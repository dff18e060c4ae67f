// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSections.h"

#include "tests/support/QtMessages.h"
#include "tests/widgets/workspace/SectionsText.h"
#include "widgets/workspace/NaturalOrder.h"
#include "widgets/workspace/PanelGrid.h"
#include "widgets/workspace/SystemMetricTitle.h"

#include <QCollator>

#include <algorithm>
#include <numeric>
#include <random>

namespace runglass
{
namespace
{

using test::ref, test::section, test::sectionsOf, test::text;

TEST(PanelSections, GroupsByTheFirstPartOfTheKey)
{
    const PanelSections sections = sectionsOf(
        {"val/loss", "loss", "train/loss", "train/acc", "layer10/w", "layer2/w", "/odd"}, {"gpu.0.temp", "cpu"});
    EXPECT_EQ(text(sections), "train: train/acc train/loss | val: val/loss | Charts: /odd loss | layer2: layer2/w | "
                              "layer10: layer10/w | System: cpu gpu.0.temp");
    EXPECT_EQ(sections.panelCount(), 9U);
    EXPECT_EQ(sections.sections().back().panels[1]->title, QStringLiteral("GPU 0 temperature (°C)"));
}

TEST(PanelSections, MetricsComeInAnyOrderAndMoreThanOnce)
{
    PanelSections sections;
    const MetricEntry loss{false, {"a/loss"}, 1}, deep{false, {"a", "x"}, 1}, cpu{true, {"cpu"}, 1};
    sections.setMetrics({cpu, loss, {false, {"b/loss"}, 1}, deep, loss});
    EXPECT_EQ(text(sections), "a: a.x a/loss | b: b/loss | System: cpu");
    const std::shared_ptr<const MetricPanel> before = sections.sections()[0].panels[1];
    EXPECT_EQ(before->metrics, (std::vector<MetricRef>{{false, {"a/loss"}}}));
    sections.setMetrics({loss, deep, {false, {"a/acc"}, 1}});
    EXPECT_EQ(text(sections), "a: a.x a/acc a/loss");
    EXPECT_EQ(sections.sections()[0].panels[2], before) << "a panel is made once for as long as its metric is there";
}

TEST(PanelSections, PanelsDifferByWhatTheyShow)
{
    const auto panel = [](const std::string& words) {
        PanelContent content{PanelKind::Markdown};
        content.text = words;
        return MetricPanel{{{}, 1}, {}, {}, {}, std::make_shared<const PanelContent>(content)};
    };
    EXPECT_EQ(panel("a"), panel("a"));
    EXPECT_NE(panel("a"), panel("b"));
    MetricPanel lines = panel("a");
    lines.content = nullptr;
    EXPECT_NE(lines, panel("a"));
    EXPECT_NE(panel("a"), lines);
    EXPECT_EQ(lines, MetricPanel(lines));
    EXPECT_EQ(lines.shownContent(), PanelContent());
}

/// Names of a few characters of which many are alike, so that all sorts of neighbours meet.
std::vector<QString> randomNames(const QString& units, std::size_t count)
{
    std::mt19937 random(7);
    std::vector<QString> names(count);
    for (QString& name : names) {
        const auto length = random() % 7;
        for (unsigned i = 0; i < length; ++i)
            name += units[static_cast<qsizetype>(random() % static_cast<unsigned>(units.size()))];
    }
    return names;
}

void expectOrderOfCollator(const std::vector<QString>& names, bool descending)
{
    const QCollator collator = panelCollator();
    std::vector<std::size_t> expected(names.size());
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    std::stable_sort(expected.begin(), expected.end(), [&](std::size_t a, std::size_t b) {
        return collator.compare(names[descending ? b : a], names[descending ? a : b]) < 0;
    });
    const std::vector<std::size_t> order = naturalOrder({names.begin(), names.end()}, descending);
    ASSERT_EQ(order.size(), names.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ASSERT_EQ(order[i], expected[i]) << names[order[i]].toStdString() << " / " << names[expected[i]].toStdString();
}

TEST(NaturalOrder, IsThatOfTheCollator)
{
    QString plain;
    for (char16_t unit = u' '; unit <= u'~'; ++unit)
        plain += QChar(unit);
    for (const QString& units :
         {plain, QStringLiteral("aAbB_/-. "), QStringLiteral("0019a/.$"), QStringLiteral("é9aé/")}) {
        expectOrderOfCollator(randomNames(units, 3000), false);
        expectOrderOfCollator(randomNames(units, 3000), true);
    }
}

TEST(NaturalOrder, NumbersOfManyDigitsCount)
{
    const QString nines(200, u'9');
    expectOrderOfCollator({u'a' + nines + u'1', u'a' + nines, QStringLiteral("a1"), QStringLiteral("a0001/b"),
                           QStringLiteral("a000"), QStringLiteral("a"), QStringLiteral("a1/b")},
                          false);
    EXPECT_TRUE(naturalOrder({}).empty());
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

/// @return whether there was anything to do
bool move(PanelSections& sections, const std::string& key, const std::string& into, std::size_t place)
{
    const std::optional<PanelLayout> layout = sections.withPanelAt(ref(key), section(into), place);
    if (layout)
        sections.setLayout(*layout);
    return layout.has_value();
}

TEST(PanelSections, ARegularExpressionNarrowsThem)
{
    PanelSections sections = sectionsOf({"train/loss", "train/acc", "val/loss", "val/acc5"});
    EXPECT_EQ(sections.setSearch(QStringLiteral("^VAL/|acc$"), true), QString());
    EXPECT_EQ(text(sections), "train: train/acc | val: val/acc5 val/loss");
    EXPECT_NE(sections.setSearch(QStringLiteral("[("), true), QString());
    EXPECT_EQ(sections.matchCount(), 4U) << "what cannot be read narrows nothing";
}

TEST(PanelSections, APanelIsMovedAmongItsSection)
{
    PanelSections sections = sectionsOf({"a/1", "a/2", "a/3", "b/1"});
    EXPECT_TRUE(move(sections, "a/1", "a", 2));
    EXPECT_EQ(text(sections), "a: a/2 a/3 a/1 | b: b/1");
    EXPECT_TRUE(move(sections, "a/1", "a", 0));
    EXPECT_EQ(text(sections), "a: a/1 a/2 a/3 | b: b/1");
    EXPECT_FALSE(move(sections, "a/1", "a", 0));
    EXPECT_FALSE(move(sections, "none", "a", 0));
}

TEST(PanelSections, APanelIsMovedToAnotherSectionAndBack)
{
    PanelSections sections = sectionsOf({"a/1", "a/2", "b/1", "b/2"});
    EXPECT_TRUE(move(sections, "a/1", "b", 1));
    EXPECT_EQ(text(sections), "a: a/2 | b: b/1 a/1 b/2");
    EXPECT_EQ(sections.sectionOf(ref("a/1")), section("b"));
    EXPECT_TRUE(move(sections, "a/1", "a", 0));
    EXPECT_EQ(text(sections), "a: a/1 a/2 | b: b/1 b/2");
}

TEST(PanelSections, MovingUnderASearchKeepsWhatIsHidden)
{
    PanelSections sections = sectionsOf({"a/x1", "a/y", "a/x2", "a/x3"});
    sections.setSearch(QStringLiteral("x"));
    EXPECT_TRUE(move(sections, "a/x3", "a", 0));
    sections.setSearch({});
    EXPECT_EQ(text(sections), "a: a/x3 a/x1 a/x2 a/y");
}

TEST(PanelSections, SectionsAreRenamedMovedFoldedAndSorted)
{
    PanelSections sections = sectionsOf({"a/1", "a/2", "b/1", "c/1"}, {"cpu"});
    sections.setLayout(*sections.withSectionMoved(section("c"), -2));
    EXPECT_EQ(text(sections), "c: c/1 | a: a/1 a/2 | b: b/1 | System: cpu");
    EXPECT_FALSE(sections.withSectionMoved(section("c"), -1));
    EXPECT_FALSE(sections.withSectionMoved(section("none"), 1));
    PanelLayout layout = sections.layout();
    layout.at(section("a")).title = "First";
    layout.at(section("a")).order = PanelOrder::Descending;
    layout.at(section("b")).collapsed = true;
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "c: c/1 | First: a/2 a/1 | b: b/1 | System: cpu");
    EXPECT_TRUE(sections.sections()[2].collapsed);
}

TEST(PanelSections, PeopleMakePanelsAndSections)
{
    PanelSections sections = sectionsOf({"train/loss", "val/loss", "val/acc"});
    PanelLayout layout;
    const SectionRef own = layout.addSection("Mine");
    PanelContent content;
    content.metrics = {{false, {"val/acc"}}};
    content.pattern = "loss$";
    const PanelRef panel = layout.addPanel(own, content);
    layout.at(panel).title = "All losses";
    layout.remove(ref("val/acc"));
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "train: train/loss | val: val/loss | Mine: All losses");
    const auto metrics = sections.sections()[2].panels[0]->metrics;
    ASSERT_EQ(metrics.size(), 3U);
    EXPECT_EQ(metrics[0].key, KeyPath{"val/acc"});
    EXPECT_EQ(metrics[2].key, KeyPath{"val/loss"});
    layout.remove(panel);
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "train: train/loss | val: val/loss | Mine: ") << "an empty section has room for panels";
    layout.automatic = false;
    sections.setLayout(layout);
    EXPECT_EQ(text(sections), "Mine: ");
}

TEST(PanelGrid, ReflowsWithTheWidth)
{
    const PanelSections sections = sectionsOf({"a/1", "a/2", "a/3", "a/4"});
    PanelGrid grid;
    for (const auto& [width, columns] : {std::pair{300, 1}, {595, 1}, {596, 2}, {887, 2}, {888, 3}, {4000, 3}}) {
        grid.build(sections.sections(), {}, width);
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
    grid.build(sections.sections(), {}, 620);
    ASSERT_EQ(grid.items().size(), 7U);
    EXPECT_EQ(grid.between(0, 10).size(), 1U);
    EXPECT_EQ(grid.between(0, 100).size(), 3U);
    EXPECT_EQ(grid.between(0, grid.height()).size(), 7U);
    EXPECT_TRUE(grid.between(grid.height(), grid.height() + 100).empty());
    EXPECT_EQ(grid.dropAt(grid.items()[4].rect.center())->panel, 3U);
    EXPECT_EQ(grid.dropAt(QPoint(-50, -50))->panel, 0U);
    EXPECT_EQ(grid.dropAt(grid.items()[6].rect.center())->section, 1U);
}

TEST(PanelGrid, PanelsHaveSizes)
{
    const PanelSections sections = sectionsOf({"a/1", "a/2", "a/3", "a/4"});
    PanelLayout layout;
    layout.at(ref("a/2")).size = PanelSize{2, 400};
    PanelGrid grid;
    grid.build(sections.sections(), layout, 1000);
    ASSERT_EQ(grid.columns(), 3);
    const auto rect = [&](std::size_t panel) { return grid.items()[panel + 1].rect; };
    EXPECT_EQ(rect(1).height(), 400);
    EXPECT_NEAR(rect(1).width(), grid.widthOf(2), 1);
    EXPECT_EQ(rect(0).top(), rect(1).top());
    EXPECT_EQ(rect(2).top(), rect(1).bottom() + 1 + PanelGrid::kGap) << "a row is as high as its highest";
    // The low one beside it ends where the row does, as far as scrolling goes.
    EXPECT_EQ(grid.between(rect(0).bottom() + 50, rect(0).bottom() + 60).size(), 2U);
    layout.at(section("a")).size = PanelSize{9, 200};
    grid.build(sections.sections(), layout, 1000);
    EXPECT_NEAR(rect(3).width(), grid.widthOf(3), 1) << "no wider than the page";
}

TEST(SystemMetricTitle, UnknownKeysStandForThemselves)
{
    EXPECT_EQ(systemMetricTitle(QStringLiteral("cpu")), QStringLiteral("CPU (%)"));
    EXPECT_EQ(systemMetricTitle(QStringLiteral("disk./.usageGB")), QStringLiteral("Disk / used (GB)"));
    EXPECT_EQ(systemMetricTitle(QStringLiteral("tpu.3.flux")), QStringLiteral("tpu.3.flux"));
}

} // namespace
} // namespace runglass
