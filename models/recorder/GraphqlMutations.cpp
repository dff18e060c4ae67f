// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/LogHolders.h"
#include "models/recorder/GraphqlRoots.h"
#include "models/recorder/GraphqlSweeps.h"
#include "models/recorder/IncomingFile.h"
#include "models/recorder/RecordedHistory.h"
#include "models/recorder/UpsertBucket.h"
#include "models/run/ValueMember.h"

#include <cmath>
#include <memory>
#include <unistd.h>

namespace runglass
{

namespace
{

using Answer = Result<GraphqlNode>;

Answer payload(const std::shared_ptr<GraphqlObject>& object)
{
    object->set("clientMutationId", Value());
    return GraphqlNode(GraphqlObjectPtr(object));
}

Answer success()
{
    auto object = std::make_shared<GraphqlObject>("Payload");
    object->set("success", true);
    return payload(object);
}

Error unknownRun()
{
    return {Error::Kind::NotFound, "There is no such run.", {}};
}

Result<KeptRun> require(Result<std::optional<KeptRun>> found)
{
    if (!found)
        return found.error();
    if (!*found || (*found)->run.isDeleted)
        return unknownRun();
    return std::move(**found);
}

Result<KeptRun> runOfId(RunKeeper& keeper, const Value& input)
{
    return require(keeper.find(numberOfStorageId(member(input, "id").text())));
}

Answer upsert(RunKeeper& keeper, std::mt19937_64& random, const Value& input)
{
    Result<UpsertedRun> upserted = upsertBucket(keeper, random, input);
    if (!upserted)
        return upserted.error();
    Result<GraphqlObjectPtr> bucket = GraphqlRuns(keeper).run(std::move(upserted->kept));
    if (!bucket)
        return bucket.error();
    auto object = std::make_shared<GraphqlObject>("UpsertBucketPayload");
    object->link("bucket", *bucket);
    object->set("inserted", upserted->isInserted);
    return payload(object);
}

Answer createFiles(RunKeeper& keeper, const FilePlace& place, const Value& input)
{
    Result<KeptRun> kept = require(keeper.find(pathOfInput(input, "projectName", "runName")));
    if (!kept)
        return kept.error();
    std::vector<GraphqlObjectPtr> files;
    for (const Value& name : member(input, "files").array()) {
        // Of a name that cannot be kept nothing is said: the others come in all the same.
        if (!isStorablePath(name.text()))
            continue;
        auto file = std::make_shared<GraphqlObject>("File");
        file->set("name", name);
        file->set("uploadUrl", place.uploadUrl({StoredFile::Kind::Run, kept->run.number, name.text()}));
        files.push_back(std::move(file));
    }
    auto object = std::make_shared<GraphqlObject>("CreateRunFilesPayload");
    object->set("runID", storageId(kept->run.number));
    object->set("uploadHeaders", Value(Value::Array()));
    object->link("files", std::move(files));
    return payload(object);
}

Answer addAlert(RunKeeper& keeper, const Value& input)
{
    Result<KeptRun> kept = require(keeper.find(pathOfInput(input, "projectName", "runName")));
    if (!kept)
        return kept.error();
    const std::string& level = member(input, "severity").text();
    kept->record.alerts.push_back(
        {member(input, "title").text(), member(input, "text").text(), level.empty() ? "INFO" : level, keeper.now()});
    const Status saved = keeper.save(*kept);
    return saved ? success() : Answer(saved.error());
}

Answer stop(RunKeeper& keeper, const Value& input)
{
    Result<KeptRun> kept = runOfId(keeper, input);
    if (!kept)
        return kept.error();
    // Its process got an interrupt already: a second one would cut short what it does at the first.
    if (kept->record.isComplete || kept->record.isInterruptSent || kept->run.stop)
        return success();
    const RecordedStop asked{RecordedStop::Way::Asked, userNameOf(::geteuid()), keeper.now()};
    if (const Status set = keeper.store().commands().setStop(kept->run.path, asked); !set)
        return set.error();
    kept->record.shallStop = true;
    const Status saved = keeper.save(*kept);
    return saved ? success() : Answer(saved.error());
}

Answer setState(RunKeeper& keeper, const Value& input)
{
    Result<KeptRun> kept = runOfId(keeper, input);
    if (!kept)
        return kept.error();
    kept->record.said = member(input, "state").text();
    const Status saved = keeper.save(*kept);
    return saved ? success() : Answer(saved.error());
}

Answer remove(RunKeeper& keeper, const Value& input)
{
    Result<KeptRun> kept = runOfId(keeper, input);
    if (!kept)
        return kept.error();
    const Status removed = keeper.store().commands().moveToTrash(
        kept->run.path, {userNameOf(::geteuid()), keeper.now()}, RecordedCommands::Living::Allowed);
    return removed ? payload(std::make_shared<GraphqlObject>("DeleteRunPayload")) : Answer(removed.error());
}

Answer createProject(RunKeeper& keeper, const Value& input)
{
    const RunPath path = pathOfInput(input, "name", "id");
    const Result<bool> isKnown = keeper.store().hasProject(path.entity, path.project);
    if (!isKnown)
        return isKnown.error();
    Result<GraphqlObjectPtr> project = GraphqlRuns(keeper).project(path.entity, path.project);
    if (!project)
        return project.error();
    auto object = std::make_shared<GraphqlObject>("UpsertModelPayload");
    object->link("project", *project);
    object->link("model", *project);
    object->set("inserted", !*isKnown);
    return payload(object);
}

Answer rewind(RunKeeper& keeper, const Value& input)
{
    Result<KeptRun> kept = require(keeper.find(pathOfInput(input, "projectName", "runName")));
    if (!kept)
        return kept.error();
    const double step = member(input, "metricValue").toDouble();
    if (member(input, "metricName").text() != "_step" || !std::isfinite(step))
        return Error{Error::Kind::InvalidArgument, "A run can be rewound to a step only.", {}};
    const Result<std::uint64_t> count = countUpTo(keeper, *kept, static_cast<std::int64_t>(step));
    if (!count)
        return count.error();
    if (Status cut = keeper.cutHistory(*kept, *count); !cut)
        return cut.error();
    Result<GraphqlObjectPtr> run = GraphqlRuns(keeper).run(std::move(kept).value());
    if (!run)
        return run.error();
    auto object = std::make_shared<GraphqlObject>("RewindRunPayload");
    object->link("rewoundRun", *run);
    return payload(object);
}

} // namespace

GraphqlObject mutationRoot(RunKeeper& keeper, std::mt19937_64& random, const FilePlace& place)
{
    GraphqlObject root("Mutation");
    root.add("upsertBucket", [&keeper, &random](const GraphqlArguments& arguments) {
        return upsert(keeper, random, arguments.value("input"));
    });
    if (place.urls) {
        root.add("createRunFiles", [&keeper, place](const GraphqlArguments& arguments) {
            return createFiles(keeper, place, arguments.value("input"));
        });
        root.add("markRunFilesUploaded", [](const GraphqlArguments&) { return success(); });
        addFileMutations(root, place);
    }
    const auto add = [&root, &keeper](const char* name, Answer (*work)(RunKeeper&, const Value&)) {
        root.add(name,
                 [&keeper, work](const GraphqlArguments& arguments) { return work(keeper, arguments.value("input")); });
    };
    add("notifyScriptableRunAlert", addAlert);
    add("stopRun", stop);
    add("updateRunState", setState);
    add("deleteRun", remove);
    add("rewindRun", rewind);
    add("upsertModel", createProject);
    addSweepMutations(root, keeper, random);
    return root;
}

} // namespace runglass
