// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunQuery.h"

#include "models/formats/Json.h"
#include "models/recorder/GraphqlRuns.h"
#include "models/run/UtcTime.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <re2/re2.h>

namespace runglass
{

namespace
{

/// What a run has, by the names of the API. Config and summary are read when they are first asked for.
class RunFields
{
public:
    explicit RunFields(const KeptRun& kept)
        : m_kept(kept)
    {
    }

    /// Null when the run lacks it.
    Value field(const std::string& name)
    {
        const auto at = [&name](std::string_view prefix) { return name.starts_with(prefix); };
        if (at("config."))
            return inConfig(name.substr(7));
        if (at("summary_metrics."))
            return inside(summary(), name.substr(16));
        if (at("summary."))
            return inside(summary(), name.substr(8));
        return plain(name);
    }

private:
    Value plain(const std::string& name) const
    {
        const RunRecord record = shownRecord(m_kept);
        if (name == "state")
            return stateOf(record).word;
        if (name == "tags")
            return Value(Value::Array(record.tags.begin(), record.tags.end()));
        if (name == "display_name" || name == "displayName")
            return textOrNull(record.name);
        if (name == "name")
            return m_kept.run.path.id;
        if (name == "group")
            return textOrNull(record.group);
        if (name == "jobType" || name == "job_type")
            return textOrNull(record.jobType);
        if (name == "username" || name == "user")
            return kDefaultEntity;
        if (name == "host")
            return textOrNull(record.host);
        if (name == "sweep")
            return textOrNull(record.sweep);
        if (name == "created_at" || name == "createdAt")
            return utcText(record.createdAt);
        if (name == "heartbeat_at" || name == "heartbeatAt")
            return utcText(record.heartbeatAt);
        return {};
    }

    const Value& config()
    {
        if (!m_config)
            m_config = objectOf(m_kept.run.config);
        return *m_config;
    }
    const Value& summary()
    {
        if (!m_summary)
            m_summary = objectOf(m_kept.run.summary);
        return *m_summary;
    }

    static Value objectOf(const std::string& json)
    {
        Result<Value> value = json.empty() ? Result<Value>(Value()) : parseJson(json);
        return value ? std::move(value).value() : Value();
    }

    /// A key may hold dots itself.
    static Value inside(const Value& object, const std::string& path)
    {
        if (const Value& whole = member(object, path); !whole.isNull())
            return whole;
        for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', dot + 1)) {
            const Value& outer = member(object, path.substr(0, dot));
            if (outer.isObject())
                if (Value found = inside(outer, path.substr(dot + 1)); !found.isNull())
                    return found;
        }
        return {};
    }

    /// Values lie under "value", which may be said or left out at any place.
    Value inConfig(const std::string& path)
    {
        if (Value found = inside(config(), path); !found.isNull() && !found.object().contains("value"))
            return found;
        const std::size_t dot = std::min(path.find('.'), path.size());
        const Value& entry = member(config(), path.substr(0, dot));
        const Value& value = member(entry, "value");
        if (dot == path.size())
            return value;
        const std::string rest = path.substr(dot + 1);
        return rest == "value" ? value : inside(value, rest);
    }

    const KeptRun& m_kept;
    std::optional<Value> m_config, m_summary;
};

/// Nothing when the two cannot be ordered.
std::partial_ordering comparison(const Value& a, const Value& b)
{
    if (a.kind() == Value::Kind::Integer && b.kind() == Value::Kind::Integer)
        return a.toInteger() <=> b.toInteger();
    if (a.isNumber() && b.isNumber())
        return a.toDouble() <=> b.toDouble();
    if (a.isText() && b.isText())
        return a.text() <=> b.text();
    if (a.kind() == Value::Kind::Bool && b.kind() == Value::Kind::Bool)
        return a.toBool() <=> b.toBool();
    return std::partial_ordering::unordered;
}

bool equals(const Value& value, const Value& wanted)
{
    if (value.isArray() && !wanted.isArray())
        return std::any_of(value.array().begin(), value.array().end(),
                           [&wanted](const Value& item) { return equals(item, wanted); });
    return value == wanted || std::is_eq(comparison(value, wanted));
}

bool isAmong(const Value& value, const Value& list)
{
    return std::any_of(list.array().begin(), list.array().end(),
                       [&value](const Value& item) { return equals(value, item); });
}

bool matchesPattern(const Value& value, const std::string& pattern)
{
    const RE2 expression(pattern, RE2::Quiet);
    const auto fits = [&expression](const Value& one) { return RE2::PartialMatch(one.text(), expression); };
    return expression.ok() && (value.isArray() ? std::any_of(value.array().begin(), value.array().end(), fits)
                                               : value.isText() && fits(value));
}

bool holds(const Value& value, const Value& condition);

bool holdsOperator(const Value& value, const std::string& name, const Value& wanted)
{
    if (name == "$eq")
        return equals(value, wanted);
    if (name == "$ne")
        return !equals(value, wanted);
    if (name == "$gt")
        return std::is_gt(comparison(value, wanted));
    if (name == "$gte")
        return std::is_gteq(comparison(value, wanted));
    if (name == "$lt")
        return std::is_lt(comparison(value, wanted));
    if (name == "$lte")
        return std::is_lteq(comparison(value, wanted));
    if (name == "$in")
        return isAmong(value, wanted);
    if (name == "$nin")
        return !isAmong(value, wanted);
    if (name == "$exists")
        return value.isNull() != wanted.toBool();
    if (name == "$regex")
        return matchesPattern(value, wanted.text());
    return name == "$not" && !holds(value, wanted);
}

bool holds(const Value& value, const Value& condition)
{
    const bool hasOperators =
        condition.isObject() && !condition.object().empty() && condition.object().begin()->first.starts_with('$');
    if (!hasOperators)
        return equals(value, condition);
    return std::all_of(condition.object().begin(), condition.object().end(),
                       [&value](const auto& part) { return holdsOperator(value, part.first, part.second); });
}

bool matches(RunFields& fields, const Value& filter)
{
    const auto one = [&fields](const Value& part) { return matches(fields, part); };
    for (const auto& [name, condition] : filter.object()) {
        const Value::Array& parts = condition.array();
        bool isMet = false;
        if (name == "$and")
            isMet = std::all_of(parts.begin(), parts.end(), one);
        else if (name == "$or")
            isMet = std::any_of(parts.begin(), parts.end(), one);
        else if (name == "$nor")
            isMet = std::none_of(parts.begin(), parts.end(), one);
        else if (name == "$not")
            isMet = !matches(fields, condition);
        else
            isMet = holds(fields.field(name), condition);
        if (!isMet)
            return false;
    }
    return true;
}

struct SortKey {
    std::string field;
    bool isDescending = false;
};

std::vector<SortKey> sortKeys(const std::string& order)
{
    std::vector<SortKey> keys;
    std::size_t at = 0;
    while (at < order.size()) {
        const std::size_t end = std::min(order.find(',', at), order.size());
        std::string field = order.substr(at, end - at);
        const bool isDescending = field.starts_with('-');
        if (isDescending || field.starts_with('+'))
            field.erase(0, 1);
        if (!field.empty())
            keys.push_back({field, isDescending});
        at = end + 1;
    }
    return keys;
}

} // namespace

bool matchesApiFilter(const KeptRun& kept, const Value& filter)
{
    RunFields fields(kept);
    return matches(fields, filter);
}

void sortByApiOrder(std::vector<KeptRun>& runs, const std::string& order)
{
    struct Row {
        std::vector<Value> values;
        std::size_t place = 0;
    };
    const std::vector<SortKey> keys = sortKeys(order);
    std::vector<Row> rows;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        RunFields fields(runs[i]);
        Row& row = rows.emplace_back();
        row.place = i;
        for (const SortKey& key : keys)
            row.values.push_back(fields.field(key.field));
    }
    std::stable_sort(rows.begin(), rows.end(), [&keys](const Row& a, const Row& b) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            if (a.values[i].isNull() != b.values[i].isNull())
                return b.values[i].isNull();
            const std::partial_ordering found = comparison(a.values[i], b.values[i]);
            if (std::is_lt(found) || std::is_gt(found))
                return keys[i].isDescending ? std::is_gt(found) : std::is_lt(found);
        }
        // Created in the same second, say: they came in order of place.
        return !keys.empty() && keys.front().isDescending ? a.place > b.place : a.place < b.place;
    });
    std::vector<KeptRun> sorted;
    for (const Row& row : rows)
        sorted.push_back(std::move(runs[row.place]));
    runs = std::move(sorted);
}

} // namespace runglass
