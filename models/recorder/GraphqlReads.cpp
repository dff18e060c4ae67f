// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlReads.h"

#include "models/formats/Json.h"
#include "models/recorder/ConsoleLines.h"
#include "models/recorder/RunHistory.h"
#include "models/recorder/RunQuery.h"
#include "models/run/UtcTime.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;
using Shared = std::shared_ptr<const KeptRun>;

constexpr std::uint64_t kMostOnAPage = 10'000;

Answer nodeOf(Result<Value> value)
{
    return value ? Answer(GraphqlNode(std::move(value).value())) : Answer(value.error());
}

HistoryQuery queryOf(const GraphqlArguments& arguments)
{
    HistoryQuery query;
    const auto step = [&arguments](const char* name) -> std::optional<std::int64_t> {
        const Value& value = arguments.value(name);
        return value.isNumber() ? std::optional(static_cast<std::int64_t>(std::llround(value.toDouble())))
                                : std::nullopt;
    };
    query.minStep = step("minStep");
    query.maxStep = step("maxStep");
    query.samples = static_cast<std::uint64_t>(std::max<std::int64_t>(step("samples").value_or(500), 1));
    return query;
}

Answer sampledHistory(RunKeeper& keeper, const KeptRun& kept, const GraphqlArguments& arguments)
{
    Value::Array all;
    for (const Value& text : arguments.value("specs").array()) {
        const Result<Value> spec = parseJson(text.text());
        if (!spec)
            return spec.error();
        Result<Value> rows = sampledRows(keeper, kept, *spec);
        if (!rows)
            return rows.error();
        all.push_back(std::move(rows).value());
    }
    return GraphqlNode(Value(std::move(all)));
}

/// There are no Parquet files here: everything is live.
Answer parquetHistory(RunKeeper& keeper, const KeptRun& kept, const GraphqlArguments& arguments)
{
    Value::Object spec;
    spec["keys"] = arguments.value("liveKeys");
    spec["samples"] = std::int64_t{100'000};
    Result<Value> rows = sampledRows(keeper, kept, Value(std::move(spec)));
    if (!rows)
        return rows.error();
    auto object = std::make_shared<GraphqlObject>("ParquetHistory");
    object->set("parquetUrls", Value(Value::Array()));
    object->set("liveData", std::move(rows).value());
    return GraphqlNode(GraphqlObjectPtr(object));
}

GraphqlObjectPtr logLine(std::uint64_t number, const std::string& text)
{
    const ConsoleFragment line = readConsoleLine(text);
    auto object = std::make_shared<GraphqlObject>("LogLine");
    object->set("number", static_cast<std::int64_t>(number));
    object->set("timestamp", line.time ? Value(utcText(*line.time)) : Value());
    object->set("level", line.stream == ConsoleStream::Stderr ? "error" : "info");
    object->set("label", "");
    object->set("line", line.text);
    return object;
}

Answer logLines(RunKeeper& keeper, const KeptRun& kept, const GraphqlArguments& arguments)
{
    GraphqlPage page;
    page.all = kept.run.count(RecordedFile::Output);
    const Value& last = arguments.value("last");
    std::uint64_t count = countOf(arguments, 1000);
    page.first = placeAfter(arguments.text("after"));
    if (last.isNumber()) {
        count = static_cast<std::uint64_t>(std::clamp(last.toDouble(), 0.0, static_cast<double>(kMostOnAPage)));
        page.first = page.all - std::min(count, page.all);
    }
    const Result<std::vector<std::string>> lines =
        keeper.store().lines(kept.run, RecordedFile::Output, page.first, count);
    if (!lines)
        return lines.error();
    for (std::size_t i = 0; i < lines->size(); ++i)
        page.nodes.push_back(logLine(page.first + i, (*lines)[i]));
    return GraphqlNode(connectionOf(std::move(page)));
}

/// Of the project, those that the filter asks for, in order of their making.
Result<std::vector<KeptRun>> findRuns(RunKeeper& keeper, const RunPath& project, const std::string& filterJson)
{
    const Result<Value> filter = filterJson.empty() ? Result<Value>(Value(Value::Object())) : parseJson(filterJson);
    if (!filter || !filter->isObject())
        return Error{Error::Kind::InvalidArgument, "The filter is no JSON object.", {}};
    const Result<std::vector<std::int64_t>> numbers = keeper.store().newest(project.entity, project.project, 1'000'000);
    if (!numbers)
        return numbers.error();
    std::vector<KeptRun> runs;
    for (const std::int64_t number : std::vector<std::int64_t>(numbers->rbegin(), numbers->rend())) {
        Result<std::optional<KeptRun>> kept = keeper.find(number);
        if (!kept)
            return kept.error();
        if (*kept && matchesApiFilter(**kept, *filter))
            runs.push_back(std::move(**kept));
    }
    return runs;
}

Answer runsOf(const GraphqlRuns& objects, RunKeeper& keeper, const RunPath& project, const GraphqlArguments& arguments)
{
    Result<std::vector<KeptRun>> runs = findRuns(keeper, project, arguments.text("filters"));
    if (!runs)
        return runs.error();
    sortByApiOrder(*runs, arguments.text("order"));
    GraphqlPage page;
    page.all = runs->size();
    page.first = std::min(placeAfter(arguments.text("after")), page.all);
    const std::uint64_t end = page.first + std::min(countOf(arguments, 50), page.all - page.first);
    for (std::uint64_t i = page.first; i < end; ++i) {
        Result<GraphqlObjectPtr> run = objects.run(std::move((*runs)[static_cast<std::size_t>(i)]));
        if (!run)
            return run.error();
        page.nodes.push_back(*run);
    }
    return GraphqlNode(connectionOf(std::move(page)));
}

} // namespace

std::uint64_t placeAfter(const std::string& cursor)
{
    std::uint64_t place = 0;
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), place);
    return cursor.empty() ? 0 : place + 1;
}

std::uint64_t countOf(const GraphqlArguments& arguments, std::uint64_t usual)
{
    const Value& first = arguments.value("first");
    return first.isNumber()
               ? static_cast<std::uint64_t>(std::clamp(first.toDouble(), 0.0, static_cast<double>(kMostOnAPage)))
               : usual;
}

GraphqlObjectPtr connectionOf(GraphqlPage page)
{
    std::vector<GraphqlObjectPtr> edges;
    std::uint64_t place = page.first;
    for (GraphqlObjectPtr& node : page.nodes) {
        auto edge = std::make_shared<GraphqlObject>("Edge");
        if (!page.versions.empty())
            edge->set("version", page.versions[edges.size()]);
        edge->set("cursor", std::to_string(place++));
        edge->link("node", std::move(node));
        edges.push_back(std::move(edge));
    }
    auto info = std::make_shared<GraphqlObject>("PageInfo");
    info->set("endCursor", edges.empty() ? Value() : Value(std::to_string(place - 1)));
    info->set("hasNextPage", place < page.all);
    auto object = std::make_shared<GraphqlObject>("Connection");
    object->link("edges", std::move(edges));
    object->link("pageInfo", GraphqlObjectPtr(info));
    object->set("totalCount", static_cast<std::int64_t>(page.all));
    return object;
}

void addReads(GraphqlObject& run, RunKeeper& keeper, const Shared& kept)
{
    RunKeeper* const from = &keeper;
    run.add("history", [from, kept](const GraphqlArguments& arguments) {
        return nodeOf(historyLines(*from, *kept, RecordedFile::History, queryOf(arguments)));
    });
    run.add("events", [from, kept](const GraphqlArguments& arguments) {
        return nodeOf(historyLines(*from, *kept, RecordedFile::Events, queryOf(arguments)));
    });
    run.add("historyKeys", [from, kept](const GraphqlArguments&) { return nodeOf(historyKeys(*from, *kept)); });
    run.add("sampledHistory",
            [from, kept](const GraphqlArguments& arguments) { return sampledHistory(*from, *kept, arguments); });
    run.add("parquetHistory",
            [from, kept](const GraphqlArguments& arguments) { return parquetHistory(*from, *kept, arguments); });
    run.add("logLines", [from, kept](const GraphqlArguments& arguments) { return logLines(*from, *kept, arguments); });
}

void addRuns(GraphqlObject& project, const GraphqlRuns& runs, RunKeeper& keeper, const RunPath& path)
{
    RunKeeper* const from = &keeper;
    project.add("runs",
                [runs, from, path](const GraphqlArguments& arguments) { return runsOf(runs, *from, path, arguments); });
    project.add("runCount", [from, path](const GraphqlArguments& arguments) -> Answer {
        const Result<std::vector<KeptRun>> found = findRuns(*from, path, arguments.text("filters"));
        return found ? Answer(GraphqlNode(Value(static_cast<std::int64_t>(found->size())))) : Answer(found.error());
    });
}

} // namespace runglass
