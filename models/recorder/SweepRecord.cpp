// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SweepRecord.h"

#include "models/formats/Json.h"
#include "models/run/ValueMember.h"

namespace runglass
{

namespace
{

Value number(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

std::uint64_t natural(const Value& object, std::string_view key)
{
    return static_cast<std::uint64_t>(member(object, key).toInteger());
}

Value encode(const SweepTrial& trial)
{
    Value::Object object;
    object["run"] = trial.run;
    object["place"] = number(trial.place);
    object["agent"] = number(trial.agent);
    object["seen"] = trial.isSeen;
    object["lines"] = number(trial.lines);
    object["values"] = number(trial.values);
    if (trial.best)
        object["best"] = *trial.best;
    object["bands"] = Value::Array(trial.bands.begin(), trial.bands.end());
    return object;
}

std::vector<double> numbersOf(const Value& list)
{
    std::vector<double> numbers;
    for (const Value& one : list.array())
        numbers.push_back(one.toDouble());
    return numbers;
}

SweepTrial decodeTrial(const Value& value)
{
    SweepTrial trial;
    trial.run = member(value, "run").text();
    trial.place = natural(value, "place");
    trial.agent = static_cast<std::size_t>(natural(value, "agent"));
    trial.isSeen = member(value, "seen").toBool();
    trial.lines = natural(value, "lines");
    trial.values = natural(value, "values");
    if (const Value& best = member(value, "best"); best.isNumber())
        trial.best = best.toDouble();
    trial.bands = numbersOf(member(value, "bands"));
    return trial;
}

Value encode(const SweepAgent& agent)
{
    Value::Object object;
    object["host"] = agent.host;
    object["created"] = agent.createdAt;
    object["heard"] = agent.heardAt;
    object["runs"] = number(agent.runs);
    return object;
}

SweepAgent decodeAgent(const Value& value)
{
    return {member(value, "host").text(), member(value, "created").toInteger(), member(value, "heard").toInteger(),
            natural(value, "runs")};
}

} // namespace

std::string encodeSweep(const SweepRecord& record)
{
    Value::Array free, trials, agents, ended;
    for (const std::uint64_t place : record.free)
        free.push_back(number(place));
    for (const SweepTrial& trial : record.trials)
        trials.push_back(encode(trial));
    for (const SweepAgent& agent : record.agents)
        agents.push_back(encode(agent));
    for (const std::vector<double>& bands : record.ended)
        ended.emplace_back(Value::Array(bands.begin(), bands.end()));
    Value::Object object;
    object["config"] = record.config;
    object["state"] = record.state;
    object["displayName"] = record.displayName;
    object["created"] = record.createdAt;
    object["updated"] = record.updatedAt;
    object["seed"] = number(record.seed);
    object["next"] = number(record.next);
    object["free"] = std::move(free);
    object["trials"] = std::move(trials);
    object["agents"] = std::move(agents);
    object["ended"] = std::move(ended);
    return toJson(Value(std::move(object)));
}

Result<SweepRecord> decodeSweep(std::string_view json)
{
    const Result<Value> value = parseJson(json);
    if (!value || !value->isObject())
        return Error{Error::Kind::Corruption, "What was recorded of a sweep is damaged.", {}};
    SweepRecord record;
    record.config = member(*value, "config").text();
    record.state = member(*value, "state").text();
    record.displayName = member(*value, "displayName").text();
    record.createdAt = member(*value, "created").toInteger();
    record.updatedAt = member(*value, "updated").toInteger();
    record.seed = natural(*value, "seed");
    record.next = natural(*value, "next");
    for (const Value& place : member(*value, "free").array())
        record.free.push_back(static_cast<std::uint64_t>(place.toInteger()));
    for (const Value& trial : member(*value, "trials").array())
        record.trials.push_back(decodeTrial(trial));
    for (const Value& agent : member(*value, "agents").array())
        record.agents.push_back(decodeAgent(agent));
    for (const Value& bands : member(*value, "ended").array())
        record.ended.push_back(numbersOf(bands));
    return record;
}

} // namespace runglass
