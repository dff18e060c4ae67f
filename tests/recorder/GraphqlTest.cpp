// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/recorder/GraphqlExecutor.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <memory>

namespace runglass::test
{

namespace
{

GraphqlObject root()
{
    auto run = std::make_shared<GraphqlObject>("Run");
    run->set("name", "r1");
    run->set("steps", 3);
    run->add("echo", [](const GraphqlArguments& arguments) -> Result<GraphqlNode> {
        return GraphqlNode(arguments.value("value"));
    });
    GraphqlObject object("Query");
    object.link("run", GraphqlObjectPtr(run));
    object.link("runs", std::vector<GraphqlObjectPtr>{run, nullptr});
    object.link("nothing", GraphqlObjectPtr());
    object.add("broken", [](const GraphqlArguments&) -> Result<GraphqlNode> {
        return Error{Error::Kind::Refused, "no", {}};
    });
    return object;
}

std::string answer(const std::string& query, const std::string& variables = "{}")
{
    const Result<GraphqlDocument> document = parseGraphql(query);
    if (!document)
        return document.error().detail;
    const Result<GraphqlAnswer> result = executeGraphql(*document, *parseJson(variables), root());
    return result ? toJson(result->data) : result.error().detail;
}

TEST(GraphqlTest, AnswersWhatIsAskedFor)
{
    EXPECT_EQ(answer("{ run { name steps } }"), R"({"run":{"name":"r1","steps":3}})");
    EXPECT_EQ(answer("query Q { a: run { __typename b: name } }"), R"({"a":{"__typename":"Run","b":"r1"}})");
    EXPECT_EQ(answer("{ runs { name } nothing { name } }"), R"({"nothing":null,"runs":[{"name":"r1"},null]})");
    EXPECT_EQ(answer("#graphql\n{ run { unknown(x: [1, {a: B}]) } } # end"), R"({"run":{"unknown":null}})");
}

TEST(GraphqlTest, KnowsVariablesAndLiterals)
{
    const std::string query =
        "query Q($v: [String!]! = [\"x\", \"y\"], $n: Int) "
        "{ run { echo(value: {v: $v, n: $n, e: ENUM, t: \"a\\u0041\\n\", f: -1.5e2, b: true}) } }";
    EXPECT_EQ(answer(query), R"({"run":{"echo":{"b":true,"e":"ENUM","f":-150.0,"n":null,"t":"aA\n","v":["x","y"]}}})");
    EXPECT_EQ(answer("query($n: Int = 5) { run { echo(value: $n) } }", R"({"n":7})"), R"({"run":{"echo":7}})");
}

TEST(GraphqlTest, MergesFragments)
{
    const std::string query = "query Q($yes: Boolean!, $no: Boolean!) { ...A ...B run @include(if: $no) { steps }"
                              " runs @skip(if: $yes) { name } }"
                              " fragment A on Query { run { name ... on Run { e: echo(value: 1) } } }"
                              " fragment B on Query { run { ... on Other { f: echo(value: 2) } steps } }";
    EXPECT_EQ(answer(query, R"({"yes":true,"no":false})"), R"({"run":{"e":1,"name":"r1","steps":3}})");
}

TEST(GraphqlTest, SaysWhatIsWrong)
{
    EXPECT_EQ(answer("{ broken }"), "no");
    EXPECT_EQ(answer("{ run { name }"), "The query has the end in place of \"}\".");
    EXPECT_EQ(answer(""), "The query has the end in place of an operation.");
    EXPECT_EQ(answer("{ ...Missing }"), "The query has no fragment Missing.");
    EXPECT_EQ(answer("subscription { x }"), "The query has \"subscription\" in place of query or mutation.");
    EXPECT_EQ(answer("{ a } { b }"), "The query has \"{\" in place of a fragment.");
    EXPECT_THAT(answer("{ run(x: \"open) }"), testing::HasSubstr("in place of"));
}

TEST(GraphqlTest, BoundsWhatAQueryCosts)
{
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "{a";
    EXPECT_THAT(answer(deep), testing::HasSubstr("so much nesting"));
    EXPECT_EQ(answer("{ ...A } fragment A on Query { ...A }"), "The query is nested too deep.");
    std::string wide = "{ ...F0 }";
    for (int i = 0; i < 20; ++i) {
        const std::string next = "...F" + std::to_string(i + 1) + ' ';
        wide += " fragment F" + std::to_string(i) + " on Query { " + next + next + next + "}";
    }
    wide += " fragment F20 on Query { run { name } }";
    EXPECT_EQ(answer(wide), "The query asks for too much at once.");
}

} // namespace

} // namespace runglass::test
