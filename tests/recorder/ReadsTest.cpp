// SPDX-License-Identifier: GPL-3.0-or-later
// What wandb.Api() asks for.
#include "models/formats/Json.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;

class ReadsTest : public testing::Test
{
protected:
    ReadsTest()
    {
        for (int i = 0; i < 4; ++i) {
            const std::string id = "r" + std::to_string(i);
            m_recording.upsert(R"({"name":")" + id + R"(","modelName":"p","displayName":"run )" + std::to_string(i) +
                               R"(","tags":["all","t)" + std::to_string(i % 2) + R"("],"config":"{\"lr\":{\"value\":)" +
                               std::to_string(i) + R"(},\"o\":{\"value\":{\"deep.er\":{\"x\":)" +
                               std::to_string(10 - i) + R"(}}}}"})");
            m_recording.stream(id, chunk("wandb-summary.json", 0, {"{\"loss\":" + std::to_string(5 - i) + "}"}));
        }
        m_recording.end("r3", 1);
    }

    std::vector<std::string> ids(const std::string& filter, const std::string& order = "+created_at")
    {
        Value::Object variables;
        variables["filters"] = filter;
        variables["order"] = order;
        const Value data = m_recording.query(
            "query Q($filters: JSONString, $order: String) { project(name: \"p\", entityName: \"local\") {"
            " runCount(filters: $filters) runs(filters: $filters, order: $order) { edges { node { name } } } } }",
            Value(std::move(variables)));
        std::vector<std::string> found;
        for (const Value& edge : findPath(data, {"project", "runs", "edges"})->array())
            found.push_back(findPath(edge, {"node", "name"})->text());
        EXPECT_EQ(findPath(data, {"project", "runCount"})->toInteger(), static_cast<std::int64_t>(found.size()));
        return found;
    }

    Value run(const std::string& id, const std::string& fields)
    {
        const Value data = m_recording.query("{ project(name: \"p\", entityName: \"local\") { run(name: \"" + id +
                                             "\") { " + fields + " } } }");
        return *findPath(data, {"project", "run"});
    }

    Recording m_recording;
};

TEST_F(ReadsTest, FiltersRuns)
{
    EXPECT_THAT(ids("{}"), ElementsAre("r0", "r1", "r2", "r3"));
    EXPECT_THAT(ids(R"({"config.lr":{"$gte":2}})"), ElementsAre("r2", "r3"));
    EXPECT_THAT(ids(R"({"config.lr.value":1})"), ElementsAre("r1"));
    EXPECT_THAT(ids(R"({"config.o.deep.er.x":{"$in":[10,8]}})"), ElementsAre("r0", "r2"));
    EXPECT_THAT(ids(R"({"tags":"t1"})"), ElementsAre("r1", "r3"));
    EXPECT_THAT(ids(R"({"tags":{"$nin":["t1"]}})"), ElementsAre("r0", "r2"));
    EXPECT_THAT(ids(R"({"state":"failed"})"), ElementsAre("r3"));
    EXPECT_THAT(ids(R"({"state":{"$ne":"failed"}})"), ElementsAre("r0", "r1", "r2"));
    EXPECT_THAT(ids(R"({"display_name":{"$regex":"n [12]$"}})"), ElementsAre("r1", "r2"));
    EXPECT_THAT(ids(R"({"$or":[{"name":"r0"},{"summary_metrics.loss":{"$lt":3}}]})"), ElementsAre("r0", "r3"));
    EXPECT_THAT(ids(R"({"$and":[{"config.lr":{"$gt":0}},{"config.lr":{"$lt":3}}]})"), ElementsAre("r1", "r2"));
    EXPECT_THAT(ids(R"({"$nor":[{"name":"r0"},{"name":"r1"}]})"), ElementsAre("r2", "r3"));
    EXPECT_THAT(ids(R"({"config.none":{"$exists":false},"config.lr":{"$not":{"$lt":3}}})"), ElementsAre("r3"));
    EXPECT_THAT(ids(R"({"created_at":{"$gte":"2026-11-01"}})").size(), 4U);
    EXPECT_THAT(ids(R"({"config.lr":{"$strange":1}})"), ElementsAre());
}

TEST_F(ReadsTest, SortsRuns)
{
    EXPECT_THAT(ids("{}", "-created_at"), ElementsAre("r3", "r2", "r1", "r0"));
    EXPECT_THAT(ids("{}", "+summary_metrics.loss"), ElementsAre("r3", "r2", "r1", "r0"));
    EXPECT_THAT(ids("{}", "-config.lr.value"), ElementsAre("r3", "r2", "r1", "r0"));
    EXPECT_THAT(ids("{}", "-state,+display_name"), ElementsAre("r0", "r1", "r2", "r3"));
}

TEST_F(ReadsTest, TurnsPages)
{
    const auto page = [this](const std::string& after) {
        return m_recording.query("{ project(name: \"p\", entityName: \"local\") { runs(first: 3, after: " + after +
                                 ") { edges { node { name } cursor } pageInfo { endCursor hasNextPage } } } }");
    };
    const Value first = page("null");
    EXPECT_EQ(findPath(first, {"project", "runs", "edges"})->array().size(), 3U);
    EXPECT_TRUE(findPath(first, {"project", "runs", "pageInfo", "hasNextPage"})->toBool());
    const std::string cursor = findPath(first, {"project", "runs", "pageInfo", "endCursor"})->text();
    const Value second = page('"' + cursor + '"');
    EXPECT_EQ(findPath(second, {"project", "runs", "edges"})->array().size(), 1U);
    EXPECT_FALSE(findPath(second, {"project", "runs", "pageInfo", "hasNextPage"})->toBool());
}

TEST_F(ReadsTest, GivesTheHistory)
{
    std::vector<std::string> lines;
    for (int step = 0; step < 100; ++step)
        lines.push_back("{\"_step\":" + std::to_string(step) + ",\"a\":" + (step == 50 ? "NaN" : std::to_string(step)) +
                        (step % 10 == 0 ? ",\"b\":{\"c\":1}}" : "}"));
    m_recording.history("r0", 0, lines);
    EXPECT_EQ(member(run("r0", "history(samples: 500)"), "history").array().size(), 100U);
    EXPECT_EQ(member(run("r0", "history(samples: 20)"), "history").array().size(), 20U);
    const Value page = run("r0", "history(minStep: 10, maxStep: 20, samples: 1000)");
    EXPECT_EQ(member(page, "history").array().size(), 10U);
    EXPECT_EQ(member(page, "history").array().front().text(), lines[10]);
    const Value sampled =
        run("r0", R"(sampledHistory(specs: ["{\"keys\":[\"_step\",\"b.c\"],\"minStep\":10,\"maxStep\":90}"]))");
    EXPECT_EQ(member(sampled, "sampledHistory").array().front().array().size(), 9U);
    const Value keys = run("r0", "historyKeys");
    EXPECT_EQ(findPath(keys, {"historyKeys", "lastStep"})->toInteger(), 99);
    EXPECT_EQ(findPath(keys, {"historyKeys", "keys", "b.c", "previousValue"})->toInteger(), 1);
    // Raw JSON must be JSON.
    const Value nan = run("r0", R"(sampledHistory(specs: ["{\"keys\":[\"a\"],\"minStep\":50,\"maxStep\":50}"]))");
    EXPECT_EQ(toJson(member(nan, "sampledHistory")), R"([[{"a":"NaN"}]])");
    const Value parquet = run("r0", "parquetHistory(liveKeys: [\"_step\"]) { parquetUrls liveData }");
    EXPECT_EQ(findPath(parquet, {"parquetHistory", "liveData"})->array().size(), 100U);
}

TEST_F(ReadsTest, GivesTheConsole)
{
    m_recording.output("r1", 0, {"one", "two", "three"});
    m_recording.output("r1", 3, {"boom"}, "error");
    const Value tail = run("r1", "logLineCount logLines(last: 2) { edges { node { number line level } } }");
    EXPECT_EQ(member(tail, "logLineCount").toInteger(), 4);
    const Value::Array& edges = findPath(tail, {"logLines", "edges"})->array();
    ASSERT_EQ(edges.size(), 2U);
    EXPECT_EQ(findPath(edges[0], {"node", "line"})->text(), "three");
    EXPECT_EQ(findPath(edges[1], {"node", "level"})->text(), "error");
    EXPECT_EQ(findPath(edges[1], {"node", "number"})->toInteger(), 3);
}

} // namespace

} // namespace runglass::test
