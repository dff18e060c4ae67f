// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Sweeps.h"

#include "models/recorder/EarlyEnd.h"
#include "models/recorder/UpsertBucket.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <charconv>

namespace runglass
{

namespace
{

constexpr std::string_view kSweepPrefix = "Sweep:";
constexpr std::string_view kAgentPrefix = "Agent:";

Error unknownSweep()
{
    return {Error::Kind::NotFound, "There is no such sweep.", {}};
}

template <typename Number> bool readNumber(std::string_view text, Number& number)
{
    const std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::string upper(std::string text)
{
    for (char& letter : text)
        if (letter >= 'a' && letter <= 'z')
            letter = static_cast<char>(letter - ('a' - 'A'));
    return text;
}

Value command(const char* type)
{
    Value::Object object;
    object["type"] = type;
    return object;
}

Value listOf(Value one)
{
    return Value(Value::Array{std::move(one)});
}

} // namespace

/// A heartbeat while it is answered.
struct Sweeps::Asked {
    KeptSweep& kept;
    std::size_t agent;
    const Value::Object& running;
    TimeNs now;
};

std::string sweepStorageId(std::int64_t number)
{
    return std::string(kSweepPrefix) + std::to_string(number);
}

std::int64_t numberOfSweepId(std::string_view id)
{
    std::int64_t number = 0;
    const bool isSweep = id.starts_with(kSweepPrefix) && readNumber(id.substr(kSweepPrefix.size()), number);
    return isSweep ? number : 0;
}

std::string agentId(std::int64_t sweep, std::size_t place)
{
    return std::string(kAgentPrefix) + std::to_string(sweep) + ':' + std::to_string(place);
}

Result<std::optional<KeptSweep>> Sweeps::decode(Result<std::optional<RecordedSweep>> found)
{
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<KeptSweep>();
    Result<SweepRecord> record = decodeSweep((*found)->doc);
    if (!record)
        return record.error();
    Result<SweepPlan> plan = SweepPlan::read(record->config);
    if (!plan)
        return plan.error();
    return std::optional(KeptSweep{std::move(**found), std::move(record).value(), std::move(plan).value()});
}

Result<std::optional<KeptSweep>> Sweeps::find(const RunPath& path)
{
    return decode(m_keeper.store().sweep(path));
}

Result<std::optional<KeptSweep>> Sweeps::find(std::int64_t number)
{
    return decode(m_keeper.store().sweep(number));
}

Status Sweeps::save(KeptSweep& kept)
{
    kept.sweep.doc = encodeSweep(kept.record);
    return m_keeper.store().saveSweep(kept.sweep);
}

Result<KeptSweep> Sweeps::upsert(const Value& input)
{
    KeptSweep kept;
    if (const Value& id = member(input, "id"); id.isText()) {
        Result<std::optional<KeptSweep>> found = find(numberOfSweepId(id.text()));
        if (!found)
            return found.error();
        if (!*found)
            return unknownSweep();
        kept = std::move(**found);
    } else {
        kept.sweep.path = pathOfInput(input, "projectName", "");
        kept.sweep.path.id = randomId(m_random);
        kept.record.createdAt = m_keeper.now();
        kept.record.seed = m_random() >> 1;
    }
    if (const Value& config = member(input, "config"); config.isText() || kept.sweep.number == 0) {
        Result<SweepPlan> plan = SweepPlan::read(config.text());
        if (!plan)
            return plan.error();
        kept.plan = std::move(plan).value();
        kept.record.config = config.text();
    }
    if (const Value& state = member(input, "state"); state.isText()) {
        kept.record.state = upper(state.text());
        constexpr std::array kStates = {"RUNNING", "PAUSED", "FINISHED", "CANCELED"};
        if (std::find(kStates.begin(), kStates.end(), kept.record.state) == kStates.end())
            return Error{Error::Kind::InvalidArgument, "A sweep can be running, paused, finished or canceled.", {}};
    }
    if (const Value& name = member(input, "displayName"); name.isText())
        kept.record.displayName = name.text();
    kept.record.updatedAt = m_keeper.now();
    if (const Status saved = save(kept); !saved)
        return saved.error();
    return kept;
}

Result<std::string> Sweeps::createAgent(const Value& input)
{
    Result<std::optional<KeptSweep>> found = find(pathOfInput(input, "projectName", "sweep"));
    if (!found)
        return found.error();
    if (!*found)
        return unknownSweep();
    SweepRecord& record = (*found)->record;
    record.agents.push_back({member(input, "host").text(), m_keeper.now(), m_keeper.now(), 0});
    if (const Status saved = save(**found); !saved)
        return saved.error();
    return agentId((*found)->sweep.number, record.agents.size() - 1);
}

/// What becomes of a trial that does not go on. A run that was told to stop and whose process is gone has no other way
/// to say that it has ended.
Status Sweeps::endTrial(KeptSweep& kept, const SweepTrial& trial, bool& isThere)
{
    RunPath path = kept.sweep.path;
    path.id = trial.run;
    Result<std::optional<KeptRun>> run = m_keeper.find(path);
    if (!run)
        return run.error();
    isThere = run->has_value();
    if (!isThere || (*run)->run.isDeleted || (*run)->record.isComplete || !(*run)->record.shallStop)
        return Done{};
    (*run)->record.said = "killed";
    return m_keeper.save(**run);
}

/// Ends the trials of which it is known that they do not go on.
Status Sweeps::settle(Asked& asked)
{
    SweepRecord& record = asked.kept.record;
    const std::chrono::nanoseconds patience = kAgentSilence;
    std::vector<SweepTrial> goOn;
    for (SweepTrial& trial : record.trials) {
        const bool isOwn = trial.agent == asked.agent;
        const bool isRunning = isOwn && asked.running.contains(trial.run);
        const bool isOfSilent = !isOwn && trial.agent < record.agents.size() &&
                                asked.now - record.agents[trial.agent].heardAt > patience.count();
        trial.isSeen = trial.isSeen || isRunning;
        if (isRunning || (!isOwn && !isOfSilent)) {
            goOn.push_back(std::move(trial));
            continue;
        }
        bool isThere = false;
        if (Status ended = endTrial(asked.kept, trial, isThere); !ended)
            return ended;
        // An agent that is told to run one more than it was asked for leaves it undone. What was begun is not begun
        // again: it would only fail again.
        if (!isThere && (isOfSilent || !trial.isSeen))
            record.free.push_back(trial.place);
        if (!trial.bands.empty())
            record.ended.push_back(std::move(trial.bands));
    }
    record.trials = std::move(goOn);
    return Done{};
}

/// Commands for runs of the agent that are to end.
Result<Value> Sweeps::stops(Asked& asked)
{
    Value::Array commands;
    for (SweepTrial& trial : asked.kept.record.trials) {
        if (trial.agent != asked.agent)
            continue;
        RunPath path = asked.kept.sweep.path;
        path.id = trial.run;
        Result<std::optional<KeptRun>> run = m_keeper.find(path);
        if (!run)
            return run.error();
        const bool isThere = *run && !(*run)->record.isComplete;
        bool shallStop = asked.kept.record.state == "CANCELED";
        if (isThere && !shallStop && asked.kept.plan.earlyEnd()) {
            const Result<bool> early = shallEndEarly(m_keeper, **run, asked.kept.plan, asked.kept.record, trial);
            if (!early)
                return early.error();
            shallStop = *early;
        }
        if (isThere && shallStop && !(*run)->record.shallStop) {
            (*run)->record.shallStop = true;
            if (const Status saved = m_keeper.save(**run); !saved)
                return saved.error();
        }
        if (!shallStop && !(isThere && (*run)->record.shallStop))
            continue;
        Value stop = command("stop");
        stop.makeObject()["run_id"] = trial.run;
        commands.push_back(std::move(stop));
    }
    return Value(std::move(commands));
}

std::optional<std::uint64_t> Sweeps::takePlace(KeptSweep& kept)
{
    SweepRecord& record = kept.record;
    if (!record.free.empty()) {
        const std::uint64_t place = record.free.back();
        record.free.pop_back();
        return place;
    }
    const std::optional<std::uint64_t> count = kept.plan.runCount();
    return count && record.next >= *count ? std::nullopt : std::optional(record.next++);
}

/// Whether some agent was told of a run that it has not begun, and may never begin.
Result<bool> Sweeps::mayComeBack(const KeptSweep& kept)
{
    for (const SweepTrial& trial : kept.record.trials) {
        RunPath path = kept.sweep.path;
        path.id = trial.run;
        const Result<std::optional<RecordedRun>> run = m_keeper.store().find(path);
        if (!run)
            return run.error();
        if (!*run)
            return true;
    }
    return false;
}

/// A run more, or the end.
Result<Value> Sweeps::next(Asked& asked)
{
    KeptSweep& kept = asked.kept;
    if (kept.record.state == "PAUSED")
        return Value(Value::Array());
    if (kept.record.state != "RUNNING")
        return listOf(command("exit"));
    const std::optional<std::uint64_t> place = takePlace(kept);
    if (!place) {
        const Result<bool> isOpen = mayComeBack(kept);
        if (!isOpen)
            return isOpen.error();
        if (*isOpen)
            return Value(Value::Array());
        kept.record.state = "FINISHED";
        kept.record.updatedAt = asked.now;
        return listOf(command("exit"));
    }
    SweepTrial trial;
    trial.run = randomId(m_random);
    trial.place = *place;
    trial.agent = asked.agent;
    Value run = command("run");
    run.makeObject()["run_id"] = trial.run;
    run.makeObject()["program"] = kept.plan.program();
    run.makeObject()["args"] = kept.plan.arguments(*place, kept.record.seed);
    ++kept.record.agents[asked.agent].runs;
    kept.record.trials.push_back(std::move(trial));
    return listOf(std::move(run));
}

Result<Value> Sweeps::heartbeat(const std::string& agent, const Value& running)
{
    std::string_view id = agent;
    std::int64_t number = 0;
    std::size_t place = 0;
    const std::size_t colon = agent.rfind(':');
    const bool isAgent = id.starts_with(kAgentPrefix) && colon >= kAgentPrefix.size() &&
                         readNumber(id.substr(kAgentPrefix.size(), colon - kAgentPrefix.size()), number) &&
                         readNumber(id.substr(colon + 1), place);
    Result<std::optional<KeptSweep>> found = isAgent ? find(number) : std::optional<KeptSweep>();
    if (!found)
        return found.error();
    if (!*found || place >= (*found)->record.agents.size())
        return unknownSweep();
    Asked asked{**found, place, running.object(), m_keeper.now()};
    asked.kept.record.agents[place].heardAt = asked.now;
    if (const Status settled = settle(asked); !settled)
        return settled.error();
    Result<Value> commands = stops(asked);
    if (commands && commands->array().empty() && running.object().empty())
        commands = next(asked);
    if (!commands)
        return commands.error();
    if (const Status saved = save(asked.kept); !saved)
        return saved.error();
    return commands;
}

} // namespace runglass
