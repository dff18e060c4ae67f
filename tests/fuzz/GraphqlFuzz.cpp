// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/recorder/GraphqlExecutor.h"
#include "tests/fuzz/FuzzTarget.h"

#include <memory>

using namespace runglass;

namespace
{

GraphqlObjectPtr run(int depth)
{
    auto object = std::make_shared<GraphqlObject>("Run");
    object->set("name", "r1");
    object->set("tags", Value(Value::Array{"a", "b"}));
    object->add("echo", [](const GraphqlArguments& arguments) -> Result<GraphqlNode> {
        return GraphqlNode(arguments.value("value"));
    });
    if (depth > 0)
        object->add("parent",
                    [depth](const GraphqlArguments&) -> Result<GraphqlNode> { return GraphqlNode(run(depth - 1)); });
    return object;
}

} // namespace

/// A query is answered or refused, and what is answered is JSON.
RUNGLASS_FUZZ_TARGET(graphql)
{
    using fuzz::require;
    const Result<GraphqlDocument> document = parseGraphql(bytes);
    if (!document) {
        require(document.error().kind == Error::Kind::InvalidArgument, "what is no query is refused as such");
        return;
    }
    GraphqlObject root("Query");
    root.link("run", run(8));
    root.link("runs", std::vector<GraphqlObjectPtr>{run(1), nullptr});
    const Result<GraphqlAnswer> answer = executeGraphql(*document, Value(Value::Object()), root);
    if (!answer) {
        require(answer.error().kind == Error::Kind::InvalidArgument, "what cannot be asked is refused as such");
        return;
    }
    require(answer->data.isObject(), "an answer is an object");
    require(parseJson(toJson(answer->data)).ok(), "an answer is JSON");
}
