// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlSweeps.h"

#include "models/formats/Json.h"
#include "models/recorder/GraphqlReads.h"
#include "models/recorder/GraphqlRuns.h"
#include "models/run/UtcTime.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <memory>

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;
using Shared = std::shared_ptr<const KeptSweep>;

std::mt19937_64& noRandom()
{
    // What only reads draws no numbers.
    static std::mt19937_64 unused;
    return unused;
}

/// The runs of the project that belong to the sweep, as its field "runs" or "runCount" gives them.
Answer runsOf(RunKeeper& keeper, const RunPath& sweep, const char* field, const GraphqlArguments& arguments)
{
    GraphqlObject project("Project");
    addRuns(project, GraphqlRuns(keeper), keeper, {sweep.entity, sweep.project, {}});
    Value::Object filter, given;
    filter["sweep"] = sweep.id;
    given["filters"] = toJson(Value(std::move(filter)));
    for (const char* name : {"first", "after", "order"})
        given[name] = arguments.value(name);
    return (*project.find(field))(GraphqlArguments(std::move(given)));
}

GraphqlObjectPtr agentOf(const KeptSweep& kept, std::size_t place)
{
    const SweepAgent& agent = kept.record.agents[place];
    const std::string id = agentId(kept.sweep.number, place);
    auto object = std::make_shared<GraphqlObject>("Agent");
    object->set("id", id);
    object->set("name", id);
    object->set("host", agent.host);
    object->set("state", kept.record.state);
    object->set("totalRuns", static_cast<std::int64_t>(agent.runs));
    object->set("createdAt", utcText(agent.createdAt));
    object->set("heartbeatAt", utcText(agent.heardAt));
    return object;
}

GraphqlNode agentsOf(const KeptSweep& kept)
{
    GraphqlPage page;
    page.all = kept.record.agents.size();
    for (std::size_t place = 0; place < kept.record.agents.size(); ++place)
        page.nodes.push_back(agentOf(kept, place));
    return connectionOf(std::move(page));
}

void addPlanFields(GraphqlObject& object, const KeptSweep& kept)
{
    const SweepRecord& record = kept.record;
    const auto count = kept.plan.runCount();
    object.set("id", sweepStorageId(kept.sweep.number));
    object.set("name", kept.sweep.path.id);
    object.set("displayName", textOrNull(record.displayName.empty() ? kept.plan.name() : record.displayName));
    object.set("description", textOrNull(kept.plan.description()));
    object.set("method", kept.plan.method());
    object.set("state", record.state);
    object.set("config", record.config);
    object.set("createdAt", utcText(record.createdAt));
    object.set("updatedAt", utcText(record.updatedAt));
    object.set("runCountExpected", count ? Value(static_cast<std::int64_t>(*count)) : Value());
    object.set("earlyStopJobRunning", false);
    for (const char* name : {"bestLoss", "controller", "scheduler"})
        object.set(name, Value());
}

Result<GraphqlObjectPtr> objectOf(RunKeeper& keeper, KeptSweep kept)
{
    const RunPath path = kept.sweep.path;
    Result<GraphqlObjectPtr> project = GraphqlRuns(keeper).project(path.entity, path.project);
    if (!project)
        return project.error();
    const auto shared = std::make_shared<const KeptSweep>(std::move(kept));
    auto object = std::make_shared<GraphqlObject>("Sweep");
    addPlanFields(*object, *shared);
    TimeNs heard = shared->record.createdAt;
    for (const SweepAgent& agent : shared->record.agents)
        heard = std::max(heard, agent.heardAt);
    object->set("heartbeatAt", utcText(heard));
    object->link("project", *project);
    object->link("user", GraphqlRuns(keeper).user());
    RunKeeper* const from = &keeper;
    for (const char* field : {"runs", "runCount"})
        object->add(field, [from, path, field](const GraphqlArguments& arguments) {
            return runsOf(*from, path, field, arguments);
        });
    object->add("agents", [shared](const GraphqlArguments&) -> Answer { return agentsOf(*shared); });
    object->add("agent", [shared](const GraphqlArguments& arguments) -> Answer {
        for (std::size_t place = 0; place < shared->record.agents.size(); ++place)
            if (agentId(shared->sweep.number, place) == arguments.text("agentName"))
                return GraphqlNode(agentOf(*shared, place));
        return GraphqlNode(GraphqlObjectPtr());
    });
    return GraphqlObjectPtr(object);
}

Answer sweepsPage(RunKeeper& keeper, const RunPath& project, const GraphqlArguments& arguments)
{
    const Result<std::vector<RecordedSweep>> sweeps = keeper.store().sweeps(project.entity, project.project);
    if (!sweeps)
        return sweeps.error();
    GraphqlPage page;
    page.all = sweeps->size();
    page.first = std::min(placeAfter(arguments.text("after")), page.all);
    const std::uint64_t end = page.first + std::min(countOf(arguments, 50), page.all - page.first);
    for (std::uint64_t i = page.first; i < end; ++i) {
        Result<std::optional<KeptSweep>> kept =
            Sweeps(keeper, noRandom()).find((*sweeps)[static_cast<std::size_t>(i)].number);
        if (!kept || !*kept)
            continue;
        Result<GraphqlObjectPtr> object = objectOf(keeper, std::move(**kept));
        if (!object)
            return object.error();
        page.nodes.push_back(*object);
    }
    return GraphqlNode(connectionOf(std::move(page)));
}

Answer payload(const std::shared_ptr<GraphqlObject>& object)
{
    object->set("clientMutationId", Value());
    return GraphqlNode(GraphqlObjectPtr(object));
}

Answer upsert(RunKeeper& keeper, std::mt19937_64& random, const Value& input)
{
    Result<KeptSweep> kept = Sweeps(keeper, random).upsert(input);
    if (!kept)
        return kept.error();
    Result<GraphqlObjectPtr> sweep = objectOf(keeper, std::move(kept).value());
    if (!sweep)
        return sweep.error();
    auto object = std::make_shared<GraphqlObject>("UpsertSweepPayload");
    object->link("sweep", *sweep);
    object->set("configValidationWarnings", Value(Value::Array()));
    return payload(object);
}

Answer createAgent(RunKeeper& keeper, std::mt19937_64& random, const Value& input)
{
    const Result<std::string> id = Sweeps(keeper, random).createAgent(input);
    if (!id)
        return id.error();
    auto agent = std::make_shared<GraphqlObject>("Agent");
    agent->set("id", *id);
    auto object = std::make_shared<GraphqlObject>("CreateAgentPayload");
    object->link("agent", GraphqlObjectPtr(agent));
    return payload(object);
}

Answer heartbeat(RunKeeper& keeper, std::mt19937_64& random, const Value& input)
{
    const std::string& id = member(input, "id").text();
    const Result<Value> said = parseJson(member(input, "runState").text());
    Value::Object running;
    if (said)
        for (const auto& [run, goesOn] : said->object())
            if (goesOn.toBool())
                running[run] = true;
    const Result<Value> commands = Sweeps(keeper, random).heartbeat(id, Value(std::move(running)));
    if (!commands)
        return commands.error();
    auto agent = std::make_shared<GraphqlObject>("Agent");
    agent->set("id", id);
    auto object = std::make_shared<GraphqlObject>("AgentHeartbeatPayload");
    object->link("agent", GraphqlObjectPtr(agent));
    object->set("commands", toJson(*commands));
    return payload(object);
}

} // namespace

void addSweeps(GraphqlObject& project, RunKeeper& keeper, const std::string& entity, const std::string& name)
{
    RunKeeper* const from = &keeper;
    const RunPath path{entity, name, {}};
    project.add("totalSweeps", [from, path](const GraphqlArguments&) -> Answer {
        const Result<std::vector<RecordedSweep>> sweeps = from->store().sweeps(path.entity, path.project);
        return sweeps ? Answer(GraphqlNode(Value(static_cast<std::int64_t>(sweeps->size())))) : sweeps.error();
    });
    project.add("sweeps",
                [from, path](const GraphqlArguments& arguments) { return sweepsPage(*from, path, arguments); });
    project.add("sweep", [from, path](const GraphqlArguments& arguments) -> Answer {
        const RunPath named{path.entity, path.project, arguments.text("sweepName")};
        Result<std::optional<KeptSweep>> kept = Sweeps(*from, noRandom()).find(named);
        if (!kept)
            return kept.error();
        if (!*kept)
            return GraphqlNode(GraphqlObjectPtr());
        Result<GraphqlObjectPtr> object = objectOf(*from, std::move(**kept));
        return object ? Answer(GraphqlNode(*object)) : Answer(object.error());
    });
}

void addSweepMutations(GraphqlObject& root, RunKeeper& keeper, std::mt19937_64& random)
{
    const auto add = [&](const char* name, Answer (*work)(RunKeeper&, std::mt19937_64&, const Value&)) {
        root.add(name, [&keeper, &random, work](const GraphqlArguments& arguments) {
            return work(keeper, random, arguments.value("input"));
        });
    };
    add("upsertSweep", upsert);
    add("createAgent", createAgent);
    add("agentHeartbeat", heartbeat);
}

} // namespace runglass
