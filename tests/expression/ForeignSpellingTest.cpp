// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ForeignSpelling.h"

#include "models/expression/FilterParser.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

std::string printed(std::string_view text)
{
    const FilterParse parse = parseFilter(text);
    return parse.ok() ? toText(parse.filter) : "! " + parse.error->detail;
}

std::string foreign(KeyPath path)
{
    const std::optional<FilterColumn> column = foreignColumn({FilterColumn::Origin::Key, std::move(path)});
    return column ? toText(*column) : "-";
}

} // namespace

TEST(ForeignSpellingTest, mlflow)
{
    EXPECT_EQ(printed("metrics.loss < 1 and params.opt = 'adam'"), "metrics.loss < 1 and params.opt = 'adam'");
    EXPECT_EQ(printed("attributes.status = 'FINISHED'"), "attributes.status = 'FINISHED'");
    EXPECT_EQ(printed("metrics.\"val loss\" < 1"), "metrics.`val loss` < 1");
    EXPECT_EQ(foreign({"metrics", "loss"}), "summary.loss");
    EXPECT_EQ(foreign({"params", "opt", "lr"}), "config.opt.lr");
    EXPECT_EQ(foreign({"attributes", "status"}), "state");
    EXPECT_EQ(foreign({"attributes", "run_name"}), "name");
    EXPECT_EQ(foreign({"attributes", "artifact_uri"}), "-");
    EXPECT_EQ(foreign({"loss"}), "-");
    EXPECT_EQ(foreign({"tags", "x"}), "-");
}

TEST(ForeignSpellingTest, like)
{
    EXPECT_EQ(printed("params.opt LIKE '%ad%'"), "params.opt matches 'ad'");
    EXPECT_EQ(printed("name LIKE 'run%'"), "name matches '^run'");
    EXPECT_EQ(printed("name like '%run'"), "name matches 'run$'");
    EXPECT_EQ(printed("name LIKE 'a.b_c%d'"), "name matches '(?s)^a\\.b.c.*d$'");
    EXPECT_EQ(printed("name ILIKE '%Run%'"), "name contains 'Run'");
    EXPECT_EQ(printed("name ILIKE 'Run%'"), "name matches '(?i)^Run'");
    EXPECT_EQ(printed("name LIKE '%'"), "name matches ''");
    // No UTF-8, so no expression.
    EXPECT_THAT(printed("name LIKE '%a_\xff%'"), testing::HasSubstr("cannot be read"));
}

TEST(ForeignSpellingTest, leet)
{
    EXPECT_EQ(printed("tag:baseline cfg.lr>=1e-3 -note:debug"),
              "tags contains 'baseline' and cfg.lr ≥ 0.001 and not notes contains 'debug'");
    EXPECT_EQ(printed("project:vision tag:baseline | project:nlp"),
              "project contains 'vision' and tags contains 'baseline' or project contains 'nlp'");
    EXPECT_EQ(printed("cfg.opt.name:adam"), "config.opt.name contains 'adam'");
    EXPECT_EQ(printed("note:\"two words\" !id:x"), "notes contains 'two words' and not id contains 'x'");
    EXPECT_EQ(foreign({"cfg", "lr"}), "config.lr");
    EXPECT_THAT(printed("has:lr"), testing::HasSubstr("config.lr exists"));
    EXPECT_THAT(printed("config:adam"), testing::HasSubstr("name the key"));
    EXPECT_THAT(printed("state:running"), testing::HasSubstr("state = 'running'"));
    EXPECT_EQ(printed("12:30"), "'12:30'");
}

TEST(ForeignSpellingTest, python)
{
    EXPECT_EQ(printed("state == 'running' and tags != \"x\""), "state = 'running' and tags ≠ 'x'");
    EXPECT_EQ(printed("state in ['a', 'b'] and x is not None and y is None and z == True"),
              "state in ('a', 'b') and x exists and y is null and z = true");
    EXPECT_EQ(printed("x == None or x != None"), "x is null or x exists");
    EXPECT_EQ(printed("not a in ('x')"), "not a in ('x')");
    EXPECT_EQ(printed("a == 1 && b == 2 || !(c == 3 && d)"), "a = 1 and b = 2 or not (c = 3 and d)");
}

} // namespace runglass::test
