// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoggedKeys.h"

#include "models/table/RunTableBuilder.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

Value typed(const std::string& type)
{
    return Value::Object{{"_type", type}, {"path", "media/x"}};
}

Run runWith(const std::string& id, Value::Object summary)
{
    Run run;
    run.path = {"team", "proj", id};
    run.name = id;
    run.summary = std::move(summary);
    return run;
}

} // namespace

TEST(LoggedKeys, kindsAreThoseTheSdkNames)
{
    EXPECT_EQ(loggedKind(typed("table-file")), LoggedKind::Table);
    EXPECT_EQ(loggedKind(typed("image-file")), LoggedKind::Image);
    EXPECT_EQ(loggedKind(typed("images/separated")), LoggedKind::Image) << "a list of them";
    EXPECT_EQ(loggedKind(typed("audio-file")), LoggedKind::Audio);
    EXPECT_EQ(loggedKind(typed("videos")), LoggedKind::Video);
    EXPECT_EQ(loggedKind(typed("html-file")), LoggedKind::Html);
    EXPECT_EQ(loggedKind(typed("object3D-file")), LoggedKind::Object3D);
    EXPECT_EQ(loggedKind(typed("plotly-file")), LoggedKind::Plot);
    EXPECT_EQ(loggedKind(typed("histogram")), LoggedKind::Histogram);
    EXPECT_EQ(loggedKind(typed("something-new")), LoggedKind::Other);
    EXPECT_EQ(loggedKind(Value::Object{{"_type", 3}}), LoggedKind::None);
    EXPECT_EQ(loggedKind(0.5), LoggedKind::None);
    EXPECT_TRUE(isMedia(LoggedKind::Image));
    EXPECT_FALSE(isMedia(LoggedKind::Table));
    EXPECT_FALSE(isMedia(LoggedKind::Histogram));
}

TEST(LoggedKeys, areThoseOfTheRowsThatAreAskedAbout)
{
    RunTableBuilder builder;
    builder.apply(1, {runWith("a", {{"loss", 0.5}, {"img/x", typed("image-file")}, {"tbl", typed("table-file")}}),
                      runWith("b", {{"loss", "text"},
                                    {"img/x", typed("images/separated")},
                                    {"list", Value::Array{1, 2}},
                                    {"deep", Value::Object{{"hist", typed("histogram")}}}}),
                      runWith("c", {{"tbl", typed("table-file")}})});
    const auto table = builder.snapshot();
    std::vector<std::uint32_t> all;
    for (std::uint32_t row = 0; row < table->rowCount(); ++row)
        all.push_back(row);
    const std::vector<LoggedKey> expected = {{{"deep", "hist"}, LoggedKind::Histogram, 1},
                                             {{"img/x"}, LoggedKind::Image, 2},
                                             {{"tbl"}, LoggedKind::Table, 2}};
    EXPECT_EQ(loggedKeys(*table, all), expected);
    std::vector<std::uint32_t> onlyC;
    for (const std::uint32_t row : all)
        if (table->name(row) == "c")
            onlyC.push_back(row);
    EXPECT_EQ(loggedKeys(*table, onlyC), (std::vector<LoggedKey>{{{"tbl"}, LoggedKind::Table, 1}}));
    EXPECT_TRUE(loggedKeys(*table, {}).empty());
}

} // namespace runglass::test
