// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ApiFilter.h"

#include "models/expression/FilterParser.h"
#include "models/formats/Json.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

std::string translated(std::string_view json)
{
    const Result<Value> value = parseJson(json);
    EXPECT_TRUE(value.ok()) << json;
    const Result<Filter> filter = fromApiFilter(*value);
    if (!filter)
        return "! " + filter.error().detail;
    const std::string text = toText(*filter);
    const FilterParse again = parseFilter(text);
    EXPECT_TRUE(again.ok() && again.filter == *filter) << text;
    return text;
}

} // namespace

TEST(ApiFilterTest, conditionsAreTranslated)
{
    EXPECT_EQ(translated(R"({})"), "");
    EXPECT_EQ(translated(R"({"state": "finished"})"), "state = 'finished'");
    EXPECT_EQ(translated(R"({"config.lr": {"$gt": 0.1, "$lte": 1}})"), "config.lr > 0.1 and config.lr ≤ 1");
    EXPECT_EQ(translated(R"({"config.opt.lr.value": 3})"), "config.opt.lr = 3");
    EXPECT_EQ(translated(R"({"summary_metrics.val/loss": {"$lt": NaN}})"), "summary.`val/loss` < nan");
    EXPECT_EQ(translated(R"({"tags": {"$in": ["a", "b"]}})"), "tags in ('a', 'b')");
    EXPECT_EQ(translated(R"({"tags": {"$nin": ["a"]}})"), "tags not in ('a')");
    EXPECT_EQ(translated(R"({"group": null})"), "group is null");
    EXPECT_EQ(translated(R"({"group": {"$ne": null}})"), "group exists");
    EXPECT_EQ(translated(R"({"config.x": {"$exists": false}})"), "config.x is null");
    EXPECT_EQ(translated(R"({"display_name": {"$regex": "^run", "$options": "i"}})"), "name matches '(?i)^run'");
    EXPECT_EQ(translated(R"({"config.on": true})"), "config.on = true");
}

TEST(ApiFilterTest, nameIsTheId)
{
    EXPECT_EQ(translated(R"({"name": "abc123"})"), "id = 'abc123'");
    EXPECT_EQ(translated(R"({"display_name": "brave"})"), "name = 'brave'");
}

TEST(ApiFilterTest, timesWithoutOffsetAreUtc)
{
    EXPECT_EQ(translated(R"({"created_at": {"$gt": "2026-11-23T10:00:00"}})"), "created > 2026-11-23T10:00:00Z");
    EXPECT_EQ(translated(R"({"createdAt": {"$lt": "2026-11-23"}})"), "created < 2026-11-23T00:00Z");
    EXPECT_EQ(translated(R"({"createdAt": {"$lt": "2026-11-23T10:00:00+01:00"}})"),
              "created < 2026-11-23T10:00:00+01:00");
    EXPECT_THAT(translated(R"({"createdAt": {"$lt": "yesterday"}})"), testing::HasSubstr("is no time"));
}

TEST(ApiFilterTest, groupsAreTranslated)
{
    EXPECT_EQ(translated(R"({"$or": [{"state": "failed"}, {"config.a": 1, "config.b": 2}]})"),
              "state = 'failed' or config.a = 1 and config.b = 2");
    EXPECT_EQ(translated(R"({"$and": [{"$or": [{"group": "a"}, {"group": "b"}]}, {"$nor": [{"host": "h"}]}]})"),
              "(group = 'a' or group = 'b') and not host = 'h'");
    EXPECT_EQ(translated(R"({"config.a": {"$not": {"$gt": 1}}})"), "not config.a > 1");
}

TEST(ApiFilterTest, whatHasNoCounterpartIsSaid)
{
    for (const char* json : {R"([])", R"({"$where": "x"})", R"({"tags": ["a"]})", R"({"heartbeat_at": 1})",
                             R"({"config.a": {"$size": 3}})", R"({"config.a": {"b": 3}})", R"({"config.a": {}})",
                             R"({"$or": []})", R"({"$or": [{}]})", R"({"config.": 1})", R"({"config.a": {"$in": []}})",
                             R"({"config.a": {"$in": [[1]]}})", R"({"config.a": {"$gt": null}})",
                             R"({"name": {"$regex": "("}})", R"({"name": {"$regex": "a", "$options": "x"}})"})
        EXPECT_EQ(translated(json).substr(0, 2), "! ") << json;
}

} // namespace runglass::test
