// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ViewText.h"

#include "models/expression/FilterParser.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

ColumnId key(ColumnOrigin origin, KeyPath path)
{
    return {origin, Field::Name, std::move(path)};
}

} // namespace

TEST(ViewText, everyPartComesBack)
{
    RunView view;
    view.sort = {{key(ColumnOrigin::Config, {"a.b", "", "学習"}), true},
                 {{ColumnOrigin::Field, Field::ExitCode, {}}, false},
                 {key(ColumnOrigin::Summary, {"val/loss"}), false}};
    view.filter = parseFilter("summary.`val/loss` <= 1 and (state = finished or tags in ('a', \"b's\"))").filter;
    view.colours.byHand = {{{"e", "p", "one"}, RunColour::slot(19)}, {{"", "", "two"}, RunColour::rgb(0xffffff)}};
    view.colours.byColumn = {key(ColumnOrigin::Config, {"lr"}), 8, ColourRamp::Magenta};
    view.colours.shuffle = 4294967295U;
    view.pinned = {{"e", "p/q", "three"}, {"", "", "four"}};
    view.columns.pinned = {key(ColumnOrigin::Summary, {"val/loss"}), {ColumnOrigin::Field, Field::Host, {}}};
    view.columns.order = {key(ColumnOrigin::Config, {"b"}), key(ColumnOrigin::Config, {"a"})};
    view.columns.shown = {key(ColumnOrigin::Config, {"a"})};
    view.columns.hidden = {{ColumnOrigin::Field, Field::Tags, {}}};
    view.columns.onlyShown = view.columns.onlyDiffering = true;
    view.widths = {{{ColumnOrigin::Field, Field::State, {}}, 222}, {key(ColumnOrigin::Config, {"a"}), 41}};
    view.grouping.setColumns({{ColumnOrigin::Field, Field::Group, {}}, key(ColumnOrigin::Config, {"a.b", "lr"})});
    view.grouping.setAllFolded(true);
    view.grouping.setFolded("s6:double", false);
    view.grouping.setFolded("s2:\"学n3ff0;", false);
    view.shownValues = {{key(ColumnOrigin::Summary, {"val/loss"}), MetricValue::Min},
                        {key(ColumnOrigin::Summary, {"acc"}), MetricValue::First}};
    view.baseline = RunPath{"e", "p/q", "five"};
    ASSERT_NE(view.filter.kind, Filter::Kind::All);
    EXPECT_EQ(viewFromText(textOf(view)), view) << textOf(view);
    EXPECT_EQ(textOf(viewFromText(textOf(view))), textOf(view));
    EXPECT_EQ(viewFromText(textOf(RunView())), RunView());
}

TEST(ViewText, whatIsDamagedCostsItsPartOnly)
{
    EXPECT_EQ(viewFromText(""), RunView());
    EXPECT_EQ(viewFromText("{"), RunView());
    EXPECT_EQ(viewFromText("[1, 2]"), RunView());
    const RunView view = viewFromText(
        R"({"filter": "state = ", "later": {"x": 1}, "baseline": ["e", "p", ""], "pinned": [7, ["a"], ["", "", ""]],
        "shownValues": [1, {"column": "name", "value": "min"}, {"column": ["summary", "a"], "value": "last"}],
        "colours": {"byColumn": {"column": "state", "steps": 99}, "byHand": [3, {"run": ["", "", "a"], "slot": 20}]}, "sort": [
        7, {"column": "nonsense"}, {"column": ["config"]}, {"column": ["other", "a"]}, {"column": ["config", 3]},
        {"column": ["config", "lr"], "descending": true}, {"column": "state", "descending": "yes"}],
        "grouping": {"columns": ["nonsense", "group", 7], "allFolded": true, "exceptions": ["x"]}})");
    RunView expected;
    expected.sort = {{key(ColumnOrigin::Config, {"lr"}), true}, {{ColumnOrigin::Field, Field::State, {}}, false}};
    expected.grouping.setColumns({{ColumnOrigin::Field, Field::Group, {}}});
    EXPECT_EQ(view, expected) << "what is folded is said of groups by all columns";
}

TEST(ViewText, damagedColumnsCostThemselvesOnly)
{
    const RunView view =
        viewFromText(R"({"widths": [["state", 10], ["tags", 90], ["tags"], 3, ["none", 90], ["host", 1e9]],
        "columns": {"pinned": ["tags", 7, "tags"], "order": 3, "hidden": ["nonsense", ["config", "a"]], "onlyShown": "x"}})");
    RunView expected;
    expected.widths = {{{ColumnOrigin::Field, Field::Tags, {}}, 90}};
    expected.columns.pinned = {{ColumnOrigin::Field, Field::Tags, {}}};
    expected.columns.hidden = {key(ColumnOrigin::Config, {"a"})};
    EXPECT_EQ(view, expected);
}

TEST(ViewText, whatIsKnownOfColumnsComesBackBesideTheView)
{
    RunView view;
    view.widths = {{{ColumnOrigin::Field, Field::State, {}}, 99}};
    const ColumnSet columns = {key(ColumnOrigin::Config, {"a.b", "c"}), key(ColumnOrigin::Summary, {"loss"})};
    const std::string text = textOf(view, {{"/a", "/b"}, std::make_shared<const ColumnSet>(columns)});
    EXPECT_EQ(viewFromText(text), view);
    const KnownColumns known = knownFromText(text);
    EXPECT_EQ(known.locations, (std::set<std::string>{"/a", "/b"}));
    ASSERT_TRUE(known.columns);
    EXPECT_EQ(*known.columns, columns);
    EXPECT_EQ(knownFromText(textOf(view)).columns, nullptr);
    EXPECT_EQ(knownFromText("{").columns, nullptr);
}

TEST(ViewText, placesAreToldApart)
{
    const ViewPlace places[] = {{},
                                {"/a", std::nullopt, std::nullopt},
                                {"/a", "", std::nullopt},
                                {"/a", "e", std::nullopt},
                                {"/a", std::nullopt, "e"},
                                {"/a", "e", "p"},
                                {"", "e", "p"},
                                {"/a\",\"e", "p", std::nullopt}};
    for (const ViewPlace& one : places)
        for (const ViewPlace& other : places)
            EXPECT_EQ(keyOf(one) == keyOf(other), one == other) << keyOf(one) << " " << keyOf(other);
}

} // namespace runglass::test
