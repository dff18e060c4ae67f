// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunRecord.h"

#include "models/formats/Json.h"
#include "models/run/UtcTime.h"
#include "models/run/ValueMember.h"
#include "models/store/RecordedEdits.h"

namespace runglass
{

namespace
{

/// Members that say nothing are left out.
class Writer
{
public:
    void add(const char* key, const std::string& text)
    {
        if (!text.empty())
            m_members[key] = text;
    }
    void add(const char* key, bool flag)
    {
        if (flag)
            m_members[key] = true;
    }
    template <typename T> void add(const char* key, const std::optional<T>& value)
    {
        if (value)
            m_members[key] = Value(*value);
    }
    void add(const char* key, const std::optional<int>& value)
    {
        if (value)
            m_members[key] = Value(std::int64_t{*value});
    }
    void add(const char* key, std::int64_t number) { m_members[key] = Value(number); }
    void add(const char* key, std::uint64_t number) { m_members[key] = Value(static_cast<std::int64_t>(number)); }
    void add(const char* key, Value::Array list)
    {
        if (!list.empty())
            m_members[key] = Value(std::move(list));
    }
    Value take() { return Value(std::move(m_members)); }

private:
    Value::Object m_members;
};

std::optional<std::int64_t> integer(const Value& object, std::string_view key)
{
    const Value& value = member(object, key);
    return value.kind() == Value::Kind::Integer ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<int> smallInteger(const Value& object, std::string_view key)
{
    const auto number = integer(object, key);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::uint64_t natural(const Value& object, std::string_view key)
{
    return static_cast<std::uint64_t>(integer(object, key).value_or(0));
}

Value encode(const RecordedSegment& segment)
{
    Writer writer;
    writer.add("history", segment.history);
    writer.add("events", segment.events);
    writer.add("output", segment.output);
    writer.add("started", segment.startedAt);
    writer.add("sign", segment.lastSign);
    writer.add("step", segment.lastStep);
    writer.add("exit", segment.exitCode);
    return writer.take();
}

RecordedSegment decodeSegment(const Value& value)
{
    RecordedSegment segment;
    segment.history = natural(value, "history");
    segment.events = natural(value, "events");
    segment.output = natural(value, "output");
    segment.startedAt = integer(value, "started");
    segment.lastSign = integer(value, "sign");
    segment.lastStep = integer(value, "step");
    segment.exitCode = smallInteger(value, "exit");
    return segment;
}

Value encode(const Alert& alert)
{
    Writer writer;
    writer.add("title", alert.title);
    writer.add("text", alert.text);
    writer.add("level", alert.level);
    writer.add("time", alert.time);
    return writer.take();
}

/// The members that are texts, in one place for both ways.
struct TextField {
    const char* key;
    std::string RunRecord::*member;
};

constexpr TextField kTexts[] = {
    {"name", &RunRecord::name},
    {"notes", &RunRecord::notes},
    {"description", &RunRecord::description},
    {"group", &RunRecord::group},
    {"jobType", &RunRecord::jobType},
    {"sweep", &RunRecord::sweep},
    {"host", &RunRecord::host},
    {"program", &RunRecord::program},
    {"repo", &RunRecord::repo},
    {"commit", &RunRecord::commit},
    {"environment", &RunRecord::environment},
    {"traceback", &RunRecord::traceback},
    {"exception", &RunRecord::exception},
};

struct FlagField {
    const char* key;
    bool RunRecord::*member;
};

constexpr FlagField kFlags[] = {
    {"complete", &RunRecord::isComplete}, {"preempting", &RunRecord::isPreempting},
    {"silent", &RunRecord::isSilent},     {"interrupted", &RunRecord::isInterrupted},
    {"stop", &RunRecord::shallStop},
};

} // namespace

std::string encodeRecord(const RunRecord& record)
{
    Writer writer;
    for (const TextField& field : kTexts)
        writer.add(field.key, record.*field.member);
    for (const FlagField& field : kFlags)
        writer.add(field.key, record.*field.member);
    writer.add("tags", Value::Array(record.tags.begin(), record.tags.end()));
    writer.add("created", record.createdAt);
    writer.add("heartbeat", record.heartbeatAt);
    writer.add("said", record.said);
    writer.add("exit", record.exitCode);
    writer.add("outputBase", record.outputBase);
    writer.add("outputOpen", !record.isOutputBegun);
    writer.add("runtime", record.runtimeSeconds);
    Value::Array alerts, segments;
    for (const Alert& alert : record.alerts)
        alerts.push_back(encode(alert));
    for (const RecordedSegment& segment : record.segments)
        segments.push_back(encode(segment));
    writer.add("alerts", std::move(alerts));
    writer.add("segments", std::move(segments));
    return toJson(writer.take());
}

Result<RunRecord> decodeRecord(std::string_view json)
{
    const Result<Value> value = parseJson(json);
    if (!value || !value->isObject())
        return Error{Error::Kind::Corruption, "What was recorded of a run is damaged.", {}};
    RunRecord record;
    for (const TextField& field : kTexts)
        record.*field.member = member(*value, field.key).text();
    for (const FlagField& field : kFlags)
        record.*field.member = member(*value, field.key).toBool();
    for (const Value& tag : member(*value, "tags").array())
        record.tags.push_back(tag.text());
    record.createdAt = integer(*value, "created").value_or(0);
    record.heartbeatAt = integer(*value, "heartbeat").value_or(0);
    if (const Value& said = member(*value, "said"); said.isText())
        record.said = said.text();
    record.exitCode = smallInteger(*value, "exit");
    record.outputBase = natural(*value, "outputBase");
    record.isOutputBegun = !member(*value, "outputOpen").toBool();
    if (const Value& runtime = member(*value, "runtime"); runtime.isNumber())
        record.runtimeSeconds = runtime.toDouble();
    for (const Value& alert : member(*value, "alerts").array())
        record.alerts.push_back({member(alert, "title").text(), member(alert, "text").text(),
                                 member(alert, "level").text(), integer(alert, "time")});
    record.segments.clear();
    for (const Value& segment : member(*value, "segments").array())
        record.segments.push_back(decodeSegment(segment));
    if (record.segments.empty())
        record.segments.emplace_back();
    return record;
}

RecordedState stateOf(const RunRecord& record)
{
    constexpr int kInterrupted = 255;
    if (record.isComplete) {
        const int code = record.exitCode.value_or(0);
        if (record.shallStop || record.isInterruptSent)
            return {RunState::Killed, "stopped on request", "killed"};
        if (code == 0)
            return {RunState::Finished, {}, "finished"};
        if (record.isPreempting)
            return {RunState::Killed, "preempted", "preempted"};
        if (code == kInterrupted || (code == 1 && record.isInterrupted))
            return {RunState::Killed, {}, "killed"};
        return {RunState::Failed, {}, "failed"};
    }
    if (record.said) {
        const auto said = runStateFromName(*record.said);
        if (record.shallStop && said == RunState::Killed)
            return {RunState::Killed, "stopped on request", "killed"};
        return {said.value_or(RunState::Unknown), "set to " + *record.said, *record.said};
    }
    if (record.isSilent)
        return {RunState::Crashed, "no exit record, last write at " + utcText(record.heartbeatAt), "crashed"};
    if (record.isPreempting)
        return {RunState::Running, "preempting", "preempting"};
    using Way = RecordedStop::Way;
    if (record.shallStop || record.isInterruptSent)
        return {RunState::Running, std::string(reasonOf(record.shallStop ? Way::Asked : Way::Interrupted)), "running"};
    return {RunState::Running, {}, "running"};
}

} // namespace runglass
