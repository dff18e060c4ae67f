// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/Recording.h"

#include "models/formats/Json.h"
#include "models/formats/TerminalLines.h"
#include "models/recorder/Members.h"

#include <stdexcept>

namespace runglass::test
{

namespace
{

constexpr TimeNs kNow = TimeNs{1'795'415'147} * 1'000'000'000;

constexpr const char* kUpsert = "mutation UpsertBucket($input: UpsertBucketInput!) { upsertBucket(input: $input) {"
                                " bucket { id name displayName config historyLineCount project { name entity { name } }"
                                " } inserted } }";

template <typename T> T require(Result<T> result)
{
    if (!result)
        throw std::runtime_error(describe(result.error()));
    return std::move(result).value();
}

Value inputOf(const std::string& members)
{
    Value::Object variables;
    variables["input"] = require(parseJson(members));
    return Value(std::move(variables));
}

} // namespace

Value chunk(const std::string& name, int offset, const std::vector<std::string>& lines)
{
    Value body;
    setPath(body, {"files", name, "offset"}, offset);
    setPath(body, {"files", name, "content"}, Value(Value::Array(lines.begin(), lines.end())));
    return body;
}

Recording::Recording()
    : m_clock(kNow)
{
    restart();
}

void Recording::restart()
{
    m_recorder.reset();
    m_recorder = require(Recorder::open({file(), {}}, m_clock));
}

HttpResponse Recording::ask(const std::string& method, const std::string& path, const std::string& body)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    return m_recorder->answer(request);
}

HttpResponse Recording::tryQuery(const std::string& text, const Value& variables)
{
    Value::Object body;
    body["query"] = text;
    body["variables"] = variables;
    return ask("POST", "/graphql", toJson(Value(std::move(body))));
}

Value Recording::query(const std::string& text, const Value& variables)
{
    const HttpResponse response = tryQuery(text, variables);
    if (response.status != 200)
        throw std::runtime_error(std::to_string(response.status) + ": " + response.body);
    return memberOf(require(parseJson(response.body)), "data");
}

Value Recording::upsert(const std::string& input)
{
    return memberOf(memberOf(query(kUpsert, inputOf(input)), "upsertBucket"), "bucket");
}

HttpResponse Recording::tryUpsert(const std::string& input)
{
    return tryQuery(kUpsert, inputOf(input));
}

std::string Recording::stream(const std::string& id, const Value& body)
{
    const HttpResponse response = ask("POST", "/files/local/p/" + id + "/file_stream", toJson(body));
    if (response.status != 200)
        throw std::runtime_error(std::to_string(response.status) + ": " + response.body);
    return response.body;
}

std::string Recording::history(const std::string& id, int offset, const std::vector<std::string>& lines)
{
    return stream(id, chunk("wandb-history.jsonl", offset, lines));
}

std::string Recording::output(const std::string& id, int offset, const std::vector<std::string>& texts,
                              const char* level)
{
    std::vector<std::string> lines;
    for (const std::string& text : texts) {
        Value::Object line;
        line["ts"] = "2026-11-23T06:25:47.767450";
        line["content"] = text;
        if (level)
            line["level"] = level;
        lines.push_back(toJson(Value(std::move(line))));
    }
    return stream(id, chunk("output.log", offset, lines));
}

std::string Recording::end(const std::string& id, int exitCode)
{
    Value body;
    setPath(body, {"complete"}, true);
    setPath(body, {"exitcode"}, exitCode);
    return stream(id, body);
}

std::unique_ptr<StoreReader> Recording::reader() const
{
    return require(StoreReader::open({file(), {}}));
}

Run Recording::run(const std::string& id) const
{
    return require(reader()->run({"local", "p", id}));
}

std::vector<double> Recording::series(const std::string& id, const KeyPath& key, int segment) const
{
    return require(reader()->series({"local", "p", id}, {segment, false, key})).toDoubles();
}

std::vector<std::int64_t> Recording::steps(const std::string& id, const KeyPath& key, int segment) const
{
    return require(reader()->series({"local", "p", id}, {segment, false, key})).step;
}

std::vector<std::string> Recording::console(const std::string& id, int segment) const
{
    std::vector<std::string> texts;
    for (const LogLine& line : toLines(require(reader()->console({"local", "p", id}, segment))))
        texts.push_back(line.text);
    return texts;
}

} // namespace runglass::test
