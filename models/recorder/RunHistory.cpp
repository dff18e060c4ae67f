// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunHistory.h"

#include "models/formats/Json.h"
#include "models/recorder/SeriesRows.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::uint64_t kAtOnce = 2000;
constexpr std::uint64_t kMostSamples = 100'000;

/// Of so many, the places that are kept: the first, the last and those evenly between.
template <typename T> std::vector<T> thinned(std::vector<T> all, std::uint64_t samples)
{
    samples = std::clamp<std::uint64_t>(samples, 1, kMostSamples);
    if (all.size() <= samples)
        return all;
    std::vector<T> kept;
    const std::uint64_t last = all.size() - 1, steps = std::max<std::uint64_t>(samples - 1, 1);
    for (std::uint64_t i = 0; i < samples; ++i)
        kept.push_back(std::move(all[static_cast<std::size_t>(i * last / steps)]));
    return kept;
}

/// A key of the history: as it stands, or with dots between the names of nested objects.
const Value& valueAt(const Value::Object& row, const std::string& key)
{
    static const Value kNothing;
    if (const auto found = row.find(key); found != row.end())
        return found->second;
    const std::size_t dot = key.find('.');
    const auto outer = dot == std::string::npos ? row.end() : row.find(key.substr(0, dot));
    return outer == row.end() ? kNothing : valueAt(outer->second.object(), key.substr(dot + 1));
}

struct KeyFacts {
    std::map<std::string, std::int64_t> types;
    bool isRising = true;
    Value last;
};

std::string typeOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null:
        return "nil";
    case Value::Kind::Bool:
    case Value::Kind::Integer:
    case Value::Kind::Double:
        return "number";
    case Value::Kind::Text:
        return "string";
    case Value::Kind::Array:
        return "list";
    case Value::Kind::Object:
        break;
    }
    const std::string& type = member(value, "_type").text();
    return type.empty() ? "map" : type;
}

void addFacts(std::map<std::string, KeyFacts>& facts, const std::string& key, const Value& value)
{
    const bool isNested = value.isObject() && !member(value, "_type").isText();
    if (isNested) {
        for (const auto& [name, member] : value.object())
            addFacts(facts, key + '.' + name, member);
        return;
    }
    KeyFacts& fact = facts[key];
    ++fact.types[typeOf(value)];
    if (fact.last.isNumber() && value.isNumber() && value.toDouble() < fact.last.toDouble())
        fact.isRising = false;
    fact.last = value;
}

} // namespace

Status readLines(RunKeeper& keeper, const KeptRun& kept, RecordedFile file,
                 const std::function<bool(const std::string& line)>& take)
{
    const std::uint64_t count = kept.run.count(file);
    for (std::uint64_t at = 0; at < count; at += kAtOnce) {
        const Result<std::vector<std::string>> lines = keeper.store().lines(kept.run, file, at, kAtOnce);
        if (!lines)
            return lines.error();
        for (const std::string& line : *lines)
            if (!take(line))
                return Done{};
    }
    return Done{};
}

Value withoutSpecialFloats(Value value)
{
    if (value.kind() == Value::Kind::Double && !std::isfinite(value.toDouble()))
        return std::isnan(value.toDouble()) ? "NaN" : value.toDouble() > 0 ? "Infinity" : "-Infinity";
    if (value.isArray())
        for (Value& item : value.makeArray())
            item = withoutSpecialFloats(std::move(item));
    else if (value.isObject())
        for (auto& [name, member] : value.makeObject())
            member = withoutSpecialFloats(std::move(member));
    return value;
}

Result<Value> historyLines(RunKeeper& keeper, const KeptRun& kept, RecordedFile file, const HistoryQuery& query)
{
    std::vector<std::string> lines;
    const bool isBounded = query.minStep || query.maxStep;
    const Status read = readLines(keeper, kept, file, [&](const std::string& line) {
        if (line.empty())
            return true;
        if (isBounded) {
            const Result<SeriesRow> row = readRow(line);
            const std::int64_t step = row ? row->step.value_or(0) : 0;
            if (!row || (query.minStep && step < *query.minStep) || (query.maxStep && step >= *query.maxStep))
                return true;
        }
        lines.push_back(line);
        return true;
    });
    if (!read)
        return read.error();
    lines = thinned(std::move(lines), query.samples);
    return Value(Value::Array(lines.begin(), lines.end()));
}

Result<Value> sampledRows(RunKeeper& keeper, const KeptRun& kept, const Value& spec)
{
    std::vector<std::string> keys;
    for (const Value& key : member(spec, "keys").array())
        keys.push_back(key.text());
    const Value &minStep = member(spec, "minStep"), &maxStep = member(spec, "maxStep");
    std::vector<Value> rows;
    const Status read = readLines(keeper, kept, RecordedFile::History, [&](const std::string& line) {
        const Result<SeriesRow> row = readRow(line);
        if (!row)
            return true;
        const auto step = static_cast<double>(row->step.value_or(0));
        if ((minStep.isNumber() && step < minStep.toDouble()) || (maxStep.isNumber() && step > maxStep.toDouble()))
            return true;
        Value::Object picked;
        for (const std::string& key : keys) {
            const Value& value = valueAt(row->members, key);
            if (value.isNull())
                return true;
            picked[key] = withoutSpecialFloats(value);
        }
        rows.emplace_back(std::move(picked));
        return true;
    });
    if (!read)
        return read.error();
    const Value& samples = member(spec, "samples");
    const auto count = samples.isNumber() ? static_cast<std::uint64_t>(std::max(1.0, samples.toDouble())) : 500;
    return Value(thinned(std::move(rows), count));
}

Result<Value> historyKeys(RunKeeper& keeper, const KeptRun& kept)
{
    std::map<std::string, KeyFacts> facts;
    std::int64_t last = -1;
    const Status read = readLines(keeper, kept, RecordedFile::History, [&](const std::string& line) {
        const Result<SeriesRow> row = readRow(line);
        if (!row)
            return true;
        last = std::max(last, row->step.value_or(last));
        for (const auto& [key, value] : row->members)
            addFacts(facts, key, value);
        return true;
    });
    if (!read)
        return read.error();
    Value::Object keys;
    for (const auto& [key, fact] : facts) {
        Value::Array types;
        for (const auto& [type, count] : fact.types) {
            Value::Object one;
            one["type"] = type;
            one["count"] = count;
            types.emplace_back(std::move(one));
        }
        Value::Object about;
        about["typeCounts"] = std::move(types);
        about["monotonic"] = fact.isRising;
        about["previousValue"] = withoutSpecialFloats(fact.last);
        keys[key] = std::move(about);
    }
    Value::Object all;
    all["lastStep"] = last;
    all["sets"] = Value::Array();
    all["keys"] = std::move(keys);
    return Value(std::move(all));
}

} // namespace runglass
