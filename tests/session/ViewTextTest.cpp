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
    view.pinned = {{"e", "p/q", "three"}, {"", "", "four"}};
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
    const RunView view = viewFromText(R"({"filter": "state = ", "later": {"x": 1}, "pinned": [7, ["a"], ["", "", ""]],
        "colours": {"byColumn": {"column": "state", "steps": 99}, "byHand": [3, {"run": ["", "", "a"], "slot": 20}]}, "sort": [
        7, {"column": "nonsense"}, {"column": ["config"]}, {"column": ["other", "a"]}, {"column": ["config", 3]},
        {"column": ["config", "lr"], "descending": true}, {"column": "state", "descending": "yes"}]})");
    RunView expected;
    expected.sort = {{key(ColumnOrigin::Config, {"lr"}), true}, {{ColumnOrigin::Field, Field::State, {}}, false}};
    EXPECT_EQ(view, expected);
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
