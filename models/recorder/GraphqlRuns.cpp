// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/GraphqlRuns.h"

#include "models/formats/Json.h"
#include "models/recorder/GraphqlReads.h"
#include "models/recorder/GraphqlSweeps.h"
#include "models/recorder/RecordedHistory.h"
#include "models/run/UtcTime.h"
#include "models/run/ValueMember.h"

#include <charconv>
#include <memory>

namespace runglass
{

namespace
{

constexpr std::string_view kRunPrefix = "Run:";

/// The parts of config._wandb.value that keys names, as JSON.
Value wandbConfig(const std::string& config, const GraphqlArguments& arguments)
{
    const Result<Value> all = parseJson(config);
    const Value* own = all ? findPath(*all, {"_wandb", "value"}) : nullptr;
    Value::Object parts;
    for (const Value& key : arguments.value("keys").array()) {
        const Value& part = own ? member(*own, key.text()) : Value();
        if (!part.isNull())
            parts[key.text()] = part;
    }
    return toJson(Value(std::move(parts)));
}

Value countOf(const RecordedRun& run, RecordedFile file)
{
    return Value(static_cast<std::int64_t>(run.count(file)));
}

void addTexts(GraphqlObject& object, const KeptRun& kept)
{
    const RunRecord record = shownRecord(kept);
    object.set("id", storageId(kept.run.number));
    object.set("name", kept.run.path.id);
    object.set("displayName", textOrNull(record.name));
    object.set("description", textOrNull(record.description));
    object.set("notes", textOrNull(record.notes));
    object.set("group", textOrNull(record.group));
    object.set("jobType", textOrNull(record.jobType));
    object.set("sweepName", textOrNull(record.sweep));
    object.set("host", textOrNull(record.host));
    object.set("commit", textOrNull(record.commit));
    object.set("config", kept.run.config.empty() ? Value("{}") : Value(kept.run.config));
    object.set("summaryMetrics", kept.run.summary.empty() ? Value("{}") : Value(kept.run.summary));
    object.set("tags", Value(Value::Array(record.tags.begin(), record.tags.end())));
    object.set("state", stateOf(record).word);
    object.set("createdAt", utcText(record.createdAt));
    object.set("heartbeatAt", utcText(record.heartbeatAt));
    object.set("stopped", record.shallStop);
    object.set("shouldStop", record.shallStop);
    object.set("running", !record.isComplete);
    object.set("failed", stateOf(record).state == RunState::Failed);
    object.set("exitcode", record.exitCode ? Value(std::int64_t{*record.exitCode}) : Value());
}

} // namespace

std::string storageId(std::int64_t number)
{
    return std::string(kRunPrefix) + std::to_string(number);
}

std::int64_t numberOfStorageId(std::string_view id)
{
    std::int64_t number = 0;
    if (!id.starts_with(kRunPrefix))
        return 0;
    const char* end = id.data() + id.size();
    const std::from_chars_result result = std::from_chars(id.data() + kRunPrefix.size(), end, number);
    return result.ec == std::errc() && result.ptr == end ? number : 0;
}

Value textOrNull(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

GraphqlObjectPtr GraphqlRuns::entity(const std::string& name) const
{
    auto object = std::make_shared<GraphqlObject>("Entity");
    object->set("id", "Entity:" + name);
    object->set("name", name);
    object->set("organization", Value());
    object->set("isTeam", false);
    return object;
}

GraphqlObjectPtr GraphqlRuns::user() const
{
    auto object = std::make_shared<GraphqlObject>("User");
    object->set("id", std::string("User:") + kDefaultEntity);
    object->set("entity", kDefaultEntity);
    object->set("username", kDefaultEntity);
    object->set("name", kDefaultEntity);
    object->set("email", std::string(kDefaultEntity) + "@localhost");
    object->set("admin", true);
    object->set("flags", "{}");
    object->set("deletedAt", Value());
    object->link("teams", connectionOf({{entity(kDefaultEntity)}, 0, 1}));
    object->link("apiKeys", connectionOf({}));
    return object;
}

Result<GraphqlNode> GraphqlRuns::projects(const std::string& entity) const
{
    const Result<std::vector<std::string>> names = m_keeper.store().projects(entity);
    if (!names)
        return names.error();
    GraphqlPage page;
    page.all = names->size();
    for (const std::string& name : *names) {
        Result<GraphqlObjectPtr> found = project(entity, name);
        if (!found)
            return found.error();
        page.nodes.push_back(*found);
    }
    return GraphqlNode(connectionOf(std::move(page)));
}

Result<GraphqlObjectPtr> GraphqlRuns::project(const std::string& entity, const std::string& name) const
{
    const Result<RecordedProject> recorded = m_keeper.store().project(entity, name, m_keeper.now());
    if (!recorded)
        return recorded.error();
    const std::string number = std::to_string(recorded->number);
    auto object = std::make_shared<GraphqlObject>("Project");
    object->set("id", "Project:" + number);
    object->set("internalId", number);
    object->set("name", name);
    object->set("entityName", entity);
    object->link("entity", this->entity(entity));
    object->link("user", user());
    object->set("createdAt", utcText(recorded->created));
    object->set("readOnly", false);
    object->set("isBenchmark", false);
    object->set("description", "");
    object->set("access", "PRIVATE");
    object->set("views", "{}");
    addSweeps(*object, m_keeper, entity, name);
    addRuns(*object, *this, m_keeper, {entity, name, {}});
    m_extras.addToProject(*object, entity, name);
    const auto bucket = [*this, entity, name](const GraphqlArguments& arguments) -> Result<GraphqlNode> {
        Result<std::optional<KeptRun>> kept = m_keeper.find(RunPath{entity, name, arguments.text("name")});
        if (!kept)
            return kept.error();
        if (!*kept || (*kept)->run.isDeleted)
            return GraphqlNode(GraphqlObjectPtr());
        Result<GraphqlObjectPtr> found = run(std::move(**kept));
        return found ? Result<GraphqlNode>(GraphqlNode(*found)) : found.error();
    };
    object->add("bucket", bucket);
    object->add("run", bucket);
    return GraphqlObjectPtr(object);
}

Result<GraphqlNode> GraphqlRuns::existingProject(const std::string& entity, const std::string& name) const
{
    const Result<bool> isKnown = m_keeper.store().hasProject(entity, name);
    if (!isKnown)
        return isKnown.error();
    if (!*isKnown)
        return GraphqlNode(GraphqlObjectPtr());
    const Result<GraphqlObjectPtr> found = project(entity, name);
    return found ? Result<GraphqlNode>(GraphqlNode(*found)) : found.error();
}

Result<GraphqlObjectPtr> GraphqlRuns::run(KeptRun kept) const
{
    Result<GraphqlObjectPtr> project = this->project(kept.run.path.entity, kept.run.path.project);
    if (!project)
        return project.error();
    auto object = std::make_shared<GraphqlObject>("Run");
    addTexts(*object, kept);
    object->link("project", *project);
    object->link("user", user());
    // A number, as text.
    object->set("projectId", (*project)->text("internalId"));
    object->set("readOnly", false);
    object->set("systemMetrics", "{}");
    object->set("historyLineCount", countOf(kept.run, RecordedFile::History));
    object->set("eventsLineCount", countOf(kept.run, RecordedFile::Events));
    object->set("logLineCount", countOf(kept.run, RecordedFile::Output));
    const auto shared = std::make_shared<const KeptRun>(std::move(kept));
    addReads(*object, m_keeper, shared);
    m_extras.addToRun(*object, *shared);
    object->add("wandbConfig", [shared](const GraphqlArguments& arguments) -> Result<GraphqlNode> {
        return GraphqlNode(wandbConfig(shared->run.config, arguments));
    });
    const auto tail = [*this, shared](RecordedFile file) -> Result<GraphqlNode> {
        Result<std::string> lines = tailOf(m_keeper, *shared, file);
        return lines ? Result<GraphqlNode>(GraphqlNode(Value(*lines))) : lines.error();
    };
    object->add("historyTail", [tail](const GraphqlArguments&) { return tail(RecordedFile::History); });
    object->add("eventsTail", [tail](const GraphqlArguments&) { return tail(RecordedFile::Events); });
    return GraphqlObjectPtr(object);
}

} // namespace runglass
