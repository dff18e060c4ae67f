// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/UpsertBucket.h"

#include "models/formats/Json.h"
#include "models/recorder/GraphqlRuns.h"
#include "models/recorder/RandomName.h"
#include "models/recorder/RecordedHistory.h"
#include "models/run/RunFields.h"
#include "models/run/ValueMember.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// config's _wandb.value; null when there is none.
Value ownConfig(const std::string& json)
{
    const Result<Value> config = json.empty() ? Result<Value>(Value()) : parseJson(json);
    const Value* own = config ? findPath(*config, {"_wandb", "value"}) : nullptr;
    return own ? *own : Value();
}

/// The environment that began last, as JSON; empty when there is none.
std::string environmentOf(const Value& own)
{
    const Value* latest = nullptr;
    for (const auto& [writer, environment] : member(own, "e").object())
        if (!latest || member(*latest, "startedAt").text() <= member(environment, "startedAt").text())
            latest = &environment;
    return latest ? toJson(*latest) : std::string();
}

/// The first request of a training process: later ones carry its environment, unless it is not recorded at all. Edits
/// of wandb.Api() name neither host nor program.
bool beginsWriter(const KeptRun& kept, const Value& input, const Value& own)
{
    const bool isOfWriter = member(input, "host").isText() || member(input, "jobProgram").isText();
    if (!isOfWriter || !own.isObject() || member(own, "e").isObject())
        return false;
    return kept.record.isComplete || kept.record.isSilent || member(ownConfig(kept.run.config), "e").isObject();
}

bool isOfWriter(const Value& input, const Value& own)
{
    return member(input, "host").isText() || member(input, "jobProgram").isText() || own.isObject();
}

void takeTexts(const Value& input, RunRecord& record)
{
    const auto take = [&input](const char* key, std::string& text) {
        if (const Value& given = member(input, key); given.isText())
            text = given.text();
    };
    take("displayName", record.name);
    take("notes", record.notes);
    take("description", record.description);
    take("groupName", record.group);
    take("jobType", record.jobType);
    take("sweep", record.sweep);
    take("host", record.host);
    take("jobProgram", record.program);
    take("jobRepo", record.repo);
    take("commit", record.commit);
    if (const Value& state = member(input, "state"); state.isText())
        record.said = state.text();
    if (const Value& tags = member(input, "tags"); tags.isArray()) {
        record.tags.clear();
        for (const Value& tag : tags.array())
            if (std::find(record.tags.begin(), record.tags.end(), tag.text()) == record.tags.end())
                record.tags.push_back(tag.text());
    }
}

/// What is sent stands below what users made of the run. Its writer, which sends everything again and again, changes
/// what is shown only with something new; wandb.Api(), which sends what it was shown, wherever that differs.
void supersedeEdits(KeptRun& kept, const Value& input, const RunRecord& before, bool isOfWriter)
{
    struct Text {
        const char* key;
        const char* field;
        std::string RunRecord::*text;
    };
    constexpr Text kTexts[] = {{"displayName", "name", &RunRecord::name},
                               {"notes", "notes", &RunRecord::notes},
                               {"groupName", "group", &RunRecord::group},
                               {"jobType", "job_type", &RunRecord::jobType}};
    const RunRecord shown = shownRecord({kept.run, before});
    RunRecord& record = kept.record;
    for (const auto& [key, field, text] : kTexts) {
        if (!member(input, key).isText() || (isOfWriter && record.*text == before.*text))
            continue;
        if (!isOfWriter && record.*text == shown.*text)
            record.*text = before.*text;
        else
            kept.run.supersedes[field] = std::nullopt;
    }
    if (!member(input, "tags").isArray() || (isOfWriter && record.tags == before.tags))
        return;
    if (isOfWriter) {
        std::vector<std::string> tags = shown.tags;
        changeTags(tags, before.tags, record.tags);
        kept.run.supersedes["tags"] = tagsValue(tags);
    } else if (record.tags == shown.tags) {
        record.tags = before.tags;
    } else {
        kept.run.supersedes["tags"] = std::nullopt;
    }
}

bool isLocked(const RecordedRun& run)
{
    return std::any_of(run.edits.begin(), run.edits.end(),
                       [](const RecordedEdit& edit) { return edit.field == "locked" && edit.value.toBool(); });
}

Error refusalOf(const RecordedRun& run)
{
    const std::string where = run.isPurged ? std::string() : ", or restore it from the trash of Runglass";
    return {Error::Kind::Refused,
            "run " + toString(run.path) + " was previously created and deleted; try a new run name" + where,
            {}};
}

Result<UpsertedRun> findOrBegin(RunKeeper& keeper, std::mt19937_64& random, const Value& input)
{
    RunPath path = pathOfInput(input, "modelName", "name");
    const std::int64_t number = numberOfStorageId(member(input, "id").text());
    Result<std::optional<KeptRun>> found = number != 0 ? keeper.find(number) : keeper.find(path);
    if (!found)
        return found.error();
    if (*found)
        return UpsertedRun{std::move(**found), false};
    if (path.id.empty())
        path.id = randomId(random);
    UpsertedRun upserted;
    upserted.isInserted = true;
    upserted.kept.run.path = path;
    upserted.kept.record.createdAt = keeper.now();
    const Result<std::uint64_t> count = keeper.store().runCount(path.entity, path.project);
    if (!count)
        return count.error();
    upserted.kept.record.name = randomRunName(random, *count + 1);
    return upserted;
}

/// A run that goes on from a step of another one begins with that one's history.
Status takeBranch(RunKeeper& keeper, const Value& own, KeptRun& kept)
{
    const Value& branch = member(own, "branch_point");
    const std::string& parent = member(branch, "run_id").text();
    if (parent.empty() || parent == kept.run.path.id)
        return Done{};
    const Result<std::optional<KeptRun>> found =
        keeper.find(RunPath{kept.run.path.entity, kept.run.path.project, parent});
    if (!found)
        return found.error();
    if (!*found || (*found)->run.isDeleted)
        return Done{};
    return copyHistory(keeper, **found, member(branch, "step").toInteger(), kept);
}

} // namespace

std::string randomId(std::mt19937_64& random)
{
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    constexpr int kLength = 8;
    std::uniform_int_distribution<std::size_t> pick(0, kLetters.size() - 1);
    std::string id;
    for (int i = 0; i < kLength; ++i)
        id += kLetters[pick(random)];
    return id;
}

RunPath pathOfInput(const Value& input, std::string_view projectKey, std::string_view idKey)
{
    const auto orElse = [&input](std::string_view key, std::string_view usual) {
        const std::string& given = member(input, key).text();
        return given.empty() ? std::string(usual) : given;
    };
    return {orElse("entityName", kDefaultEntity), orElse(projectKey, kUncategorized), member(input, idKey).text()};
}

Result<UpsertedRun> upsertBucket(RunKeeper& keeper, std::mt19937_64& random, const Value& input)
{
    Result<UpsertedRun> upserted = findOrBegin(keeper, random, input);
    if (!upserted)
        return upserted.error();
    KeptRun& kept = upserted->kept;
    if (kept.run.isDeleted)
        return refusalOf(kept.run);
    const std::string& config = member(input, "config").text();
    const Result<Value> parsed = config.empty() ? Result<Value>(Value(Value::Object())) : parseJson(config);
    if (!parsed || !parsed->isObject())
        return Error{Error::Kind::InvalidArgument, "The run's config is no JSON object.", {}};
    const Value own = ownConfig(config);
    if (!isOfWriter(input, own) && isLocked(kept.run))
        return Error{
            Error::Kind::Refused, "run " + toString(kept.run.path) + " is locked: unlock it in Runglass first", {}};
    if (!upserted->isInserted && beginsWriter(kept, input, own))
        RunKeeper::beginSegment(kept, keeper.now());
    const RunRecord before = kept.record;
    takeTexts(input, kept.record);
    if (!kept.run.edits.empty())
        supersedeEdits(kept, input, before, isOfWriter(input, own));
    if (!config.empty())
        kept.run.config = config;
    if (const std::string environment = environmentOf(own); !environment.empty())
        kept.record.environment = environment;
    if (const Value& summary = member(input, "summaryMetrics"); summary.isText())
        kept.run.summary = summary.text();
    if (upserted->isInserted || isOfWriter(input, own))
        keeper.hear(kept);
    if (Status saved = keeper.save(kept); !saved)
        return saved.error();
    // Just now.
    if (kept.run.isDeleted)
        return refusalOf(kept.run);
    if (upserted->isInserted)
        if (Status taken = takeBranch(keeper, own, kept); !taken)
            return taken.error();
    return upserted;
}

} // namespace runglass
