// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/RunPath.h"

#include <gtest/gtest.h>

#include <vector>

namespace runglass::test
{

namespace
{

using Part = std::optional<std::string>;

struct Case {
    std::string_view text;
    Part entity;
    Part project;
    std::string id;
};

TEST(RunPath, textLeavesThePlaceOfAbsentPartsEmpty)
{
    EXPECT_EQ(toString({"nico", "awesome", "1jx1ud12"}), "nico/awesome/1jx1ud12");
    EXPECT_EQ(toString({"", "awesome", "1jx1ud12"}), "/awesome/1jx1ud12");
    EXPECT_EQ(toString({"nico", "", "1jx1ud12"}), "nico//1jx1ud12");
    EXPECT_EQ(toString({"", "", "1jx1ud12"}), "//1jx1ud12");
}

TEST(RunReference, readsIdsPathsAndUrls)
{
    const std::vector<Case> cases = {
        {"1jx1ud12", {}, {}, "1jx1ud12"},
        {"  1jx1ud12\n", {}, {}, "1jx1ud12"},
        {"my-run-id", {}, {}, "my-run-id"},
        {"nico/awesome-project/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"/awesome-project/1jx1ud12", "", "awesome-project", "1jx1ud12"},
        {"nico//1jx1ud12", "nico", "", "1jx1ud12"},
        {"//1jx1ud12", "", "", "1jx1ud12"},
        {"nico/awesome-project/runs/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"/nico/awesome-project/runs/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"https://wandb.ai/nico/awesome-project/runs/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"https://wandb.ai/nico/awesome-project/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"https://wandb.ai/nico/awesome-project/runs/1jx1ud12/", "nico", "awesome-project", "1jx1ud12"},
        {"https://wandb.ai/nico/awesome-project/runs/1jx1ud12?nw=nwuser#logs", "nico", "awesome-project", "1jx1ud12"},
        {"https://wandb.ai/nico/awesome-project/runs/1jx1ud12/overview", "nico", "awesome-project", "1jx1ud12"},
        {"https://wandb.ai/nico/awesome-project/runs/1jx1ud12/files/media/images", "nico", "awesome-project",
         "1jx1ud12"},
        {"http://localhost:8765/nico/awesome-project/runs/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"http://127.0.0.1:8765/nico/awesome-project/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"http://[::1]:8765/nico/p/runs/id", "nico", "p", "id"},
        {"wandb.ai/nico/awesome-project/runs/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"localhost:8765/nico/awesome-project/runs/1jx1ud12", "nico", "awesome-project", "1jx1ud12"},
        {"localhost/nico/p/id", "nico", "p", "id"},
        {"https://wandb.ai/ni%20co/pro%2Fject/runs/a%25b", "ni co", "pro/ject", "a%b"},
        {"https://wandb.ai/n/%E6%97%A5/runs/id%zz%4", "n", "日", "id%zz%4"},
        {"ni%20co/project/id", "ni%20co", "project", "id"},
    };
    for (const Case& one : cases) {
        const std::optional<RunReference> reference = parseRunReference(one.text);
        ASSERT_TRUE(reference) << one.text;
        EXPECT_EQ(reference->entity, one.entity) << one.text;
        EXPECT_EQ(reference->project, one.project) << one.text;
        EXPECT_EQ(reference->id, one.id) << one.text;
    }
}

TEST(RunReference, refusesWhatNamesNoRun)
{
    for (const std::string_view text :
         {"", "  ", "/", "//", "nico/awesome-project", "nico/awesome-project/", "https://wandb.ai", "https://wandb.ai/",
          "https://wandb.ai/nico/awesome-project", "a/b/c/d", "a/b/c/d/e", "https://wandb.ai/a/b/c/d"})
        EXPECT_FALSE(parseRunReference(text)) << text;
}

TEST(RunReference, matchesWhatItLeavesOpen)
{
    const RunPath path{"nico", "awesome", "id"};
    EXPECT_TRUE(matches({{}, {}, "id"}, path));
    EXPECT_TRUE(matches({"nico", "awesome", "id"}, path));
    EXPECT_FALSE(matches({{}, {}, "ID"}, path));
    EXPECT_FALSE(matches({"other", {}, "id"}, path));
    EXPECT_FALSE(matches({"", "awesome", "id"}, path)) << "an entity that was said to be absent";
    EXPECT_FALSE(matches({{}, "Awesome", "id"}, path));
    EXPECT_TRUE(matches({{}, "Uncategorized", "id"}, {"", "uncategorized", "id"}));
    EXPECT_FALSE(matches({{}, "Uncategorized", "id"}, {"", "", "id"}));
}

TEST(RunReference, readsWhatRunPathsWrite)
{
    for (const RunPath& path :
         {RunPath{"nico", "p", "id"}, RunPath{"", "p", "id"}, RunPath{"nico", "", "id"}, RunPath{"", "", "id"}}) {
        const std::optional<RunReference> reference = parseRunReference(toString(path));
        ASSERT_TRUE(reference) << toString(path);
        EXPECT_TRUE(matches(*reference, path)) << toString(path);
    }
}

} // namespace
} // namespace runglass::test
