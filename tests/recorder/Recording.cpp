// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/recorder/Recording.h"

#include "models/formats/Json.h"
#include "models/formats/TerminalLines.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <stdexcept>
#include <unistd.h>

namespace runglass::test
{

namespace
{

constexpr const char* kHost = "127.0.0.1:1";

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

HttpRequest requestOf(const std::string& method, const std::string& url)
{
    const std::string base = std::string("http://") + kHost;
    const std::size_t question = std::min(url.find('?'), url.size());
    HttpRequest request;
    request.method = method;
    request.path = url.substr(base.size(), question - base.size());
    request.query = question < url.size() ? url.substr(question + 1) : std::string();
    return request;
}

} // namespace

std::string bytesOf(const HttpResponse& response)
{
    if (!response.file)
        return response.body;
    std::string bytes(static_cast<std::size_t>(response.file->size), '\0');
    const auto offset = static_cast<off_t>(response.file->offset);
    const ssize_t count = ::pread(response.file->file->get(), bytes.data(), bytes.size(), offset);
    return bytes.substr(0, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
}

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
    m_recorder = require(Recorder::open({file(), {}}, m_clock, {files().string(), "secret"}));
}

HttpResponse Recording::ask(const std::string& method, const std::string& path, const std::string& body)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = body;
    request.headers["host"] = kHost;
    return m_recorder->answer(request);
}

int Recording::put(const std::string& url, std::string_view bytes)
{
    const HttpRequest request = requestOf("PUT", url);
    if (!m_recorder->isUpload(request))
        return 403;
    Result<IncomingFile> file = m_recorder->beginUpload(request);
    if (!file)
        return 404;
    return file->write(bytes).ok() && file->finish().ok() ? 200 : 400;
}

HttpResponse Recording::get(const std::string& url, const std::map<std::string, std::string, std::less<>>& headers)
{
    HttpRequest request = requestOf("GET", url);
    request.headers = headers;
    return m_recorder->isProved(request) ? m_recorder->answer(request) : errorResponse(403, "");
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
    return member(require(parseJson(response.body)), "data");
}

Value Recording::upsert(const std::string& input)
{
    return member(member(query(kUpsert, inputOf(input)), "upsertBucket"), "bucket");
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
