// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/table/NaiveFilter.h"

#include "models/expression/TextFold.h"
#include "models/expression/TextPattern.h"
#include "models/expression/TimeText.h"
#include "models/table/NaturalOrder.h"

#include <algorithm>
#include <cmath>

namespace runglass::test
{

namespace
{

using Op = FilterOperator;

Value textOrNull(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}

/// The value of a field; null where the run lacks it.
Value fieldOf(const Run& run, const std::string& name)
{
    if (name == "name")
        return textOrNull(run.name);
    if (name == "id")
        return run.path.id;
    if (name == "path")
        return toString(run.path);
    if (name == "project")
        return textOrNull(run.path.project);
    if (name == "entity")
        return textOrNull(run.path.entity);
    if (name == "state")
        return toName(run.state);
    if (name == "notes")
        return textOrNull(run.notes);
    if (name == "group")
        return textOrNull(run.group);
    if (name == "created")
        return run.startedAt ? Value(*run.startedAt) : Value();
    if (name == "runtime")
        return run.runtimeSeconds ? Value(*run.runtimeSeconds) : Value();
    if (name == "exit_code")
        return run.exitCode ? Value(*run.exitCode) : Value();
    if (name == "warnings")
        return static_cast<int>(run.warnings.size());
    Value::Array tags(run.tags.begin(), run.tags.end());
    return tags.empty() ? Value() : Value(tags);
}

Value cellOf(const Run& run, const FilterColumn& column)
{
    if (column.origin == FilterColumn::Origin::Field)
        return fieldOf(run, column.path.front());
    const Value* found = nullptr;
    if (column.origin != FilterColumn::Origin::Config)
        found = findPath(run.summary, column.path);
    if (!found && column.origin != FilterColumn::Origin::Summary)
        found = findPath(run.config, column.path);
    return found ? *found : Value();
}

/// -1, 0 or 1; nothing with NaN. By long doubles, which hold every integer of 64 bits.
std::optional<int> compareNumbers(const Value& a, const Value& b)
{
    const auto wide = [](const Value& value) {
        return value.kind() == Value::Kind::Integer ? static_cast<long double>(value.toInteger())
                                                    : static_cast<long double>(value.toDouble());
    };
    static_assert(std::numeric_limits<long double>::digits >= 64);
    if (std::isnan(wide(a)) || std::isnan(wide(b)))
        return std::nullopt;
    return wide(a) < wide(b) ? -1 : wide(a) > wide(b) ? 1 : 0;
}

bool holds(std::optional<int> order, Op op)
{
    if (!order)
        return false;
    switch (op) {
    case Op::Less:
        return *order < 0;
    case Op::LessOrEqual:
        return *order <= 0;
    case Op::Greater:
        return *order > 0;
    case Op::GreaterOrEqual:
        return *order >= 0;
    default:
        return *order == 0;
    }
}

int sign(int number)
{
    return number < 0 ? -1 : number > 0 ? 1 : 0;
}

bool isNaN(const Value& value)
{
    return value.kind() == Value::Kind::Double && std::isnan(value.toDouble());
}

/// What is asked, for one value that is no list.
struct Question {
    Op op;
    FilterColumn column;

    bool is(std::string_view field) const
    {
        return column.origin == FilterColumn::Origin::Field && column.path.front() == field;
    }

    bool number(const Value& cell, const FilterValue& wanted) const
    {
        const std::string& text = wanted.value.text();
        if (is("created"))
            return holds(compareNumbers(cell, Value(parseTimestamp(text).value())), op);
        if (wanted.kind == FilterValue::Kind::Duration)
            return holds(compareNumbers(cell, Value(parseDuration(text).value())), op);
        if (wanted.kind != FilterValue::Kind::Number)
            return false;
        if (isNaN(cell) && isNaN(wanted.value))
            return op == Op::Equal;
        return holds(compareNumbers(cell, wanted.value), op);
    }

    bool text(const std::string& cell, const FilterValue& wanted) const
    {
        const std::string& value = wanted.value.text();
        if (op == Op::Contains)
            return searchFold(cell).find(searchFold(value)) != std::string::npos;
        if (op == Op::Matches)
            return TextPattern::make(value)->isIn(cell);
        if (wanted.kind == FilterValue::Kind::Time) {
            const std::optional<TimeNs> time = parseTimestamp(cell);
            const TimeNs instant = parseTimestamp(value).value();
            return (op == Op::Equal && cell == value) || (time && holds(*time < instant   ? -1
                                                                        : *time > instant ? 1
                                                                                          : 0,
                                                                        op));
        }
        if (wanted.kind != FilterValue::Kind::Text)
            return false;
        const bool fold = is("state") || is("project") || is("entity");
        const std::string left = fold ? searchFold(cell) : cell;
        const std::string right = fold ? searchFold(value) : value;
        if (op == Op::Equal)
            return left == right;
        const NaturalOrder order;
        return holds(sign(order.key(std::string_view(left)).compare(order.key(std::string_view(right)))), op);
    }

    bool one(const Value& cell, const FilterValue& wanted) const
    {
        if (cell.isText())
            return text(cell.text(), wanted);
        if (op == Op::Contains || op == Op::Matches)
            return false;
        if (cell.isNumber())
            return number(cell, wanted);
        return cell.kind() == Value::Kind::Bool && wanted.kind == FilterValue::Kind::Bool && op == Op::Equal &&
               cell.toBool() == wanted.value.toBool();
    }

    bool any(const Value& cell, const FilterValue& wanted) const
    {
        if (cell.isNull())
            return false;
        if (!cell.isArray())
            return one(cell, wanted);
        const bool order = op != Op::Equal && op != Op::Contains && op != Op::Matches;
        return !order && std::any_of(cell.array().begin(), cell.array().end(),
                                     [&](const Value& element) { return one(element, wanted); });
    }
};

bool testMatches(const Run& run, const FilterTest& test, TimeNs now)
{
    const Value cell = cellOf(run, test.column);
    const auto in = [&] {
        return std::any_of(test.values.begin(), test.values.end(), [&](const FilterValue& wanted) {
            return wanted.kind == FilterValue::Kind::Null ? cell.isNull()
                                                          : Question{Op::Equal, test.column}.any(cell, wanted);
        });
    };
    switch (test.op) {
    case Op::IsNull:
        return cell.isNull();
    case Op::Exists:
        return !cell.isNull();
    case Op::Equal:
    case Op::In:
        return in();
    case Op::NotEqual:
    case Op::NotIn:
        return !in();
    case Op::WithinLast: {
        const double seconds = parseDuration(test.values.front().value.text()).value();
        const TimeNs start = now - static_cast<TimeNs>(seconds * 1e9);
        const bool created = Question{test.op, test.column}.is("created");
        return created ? !cell.isNull() && cell.toInteger() >= start
                       : parseTimestamp(cell.text()).value_or(start - 1) >= start;
    }
    default:
        return Question{test.op, test.column}.any(cell, test.values.front());
    }
}

bool wordMatches(const Run& run, const std::string& word)
{
    std::vector<std::string> texts = {run.name, run.path.id, run.notes, run.group, run.path.project};
    texts.insert(texts.end(), run.tags.begin(), run.tags.end());
    const std::string wanted = searchFold(word);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return searchFold(text).find(wanted) != std::string::npos; });
}

} // namespace

bool naiveMatches(const Run& run, const Filter& filter, TimeNs now)
{
    const auto matches = [&](const Filter& part) { return naiveMatches(run, part, now); };
    switch (filter.kind) {
    case Filter::Kind::All:
        return true;
    case Filter::Kind::And:
        return std::all_of(filter.parts.begin(), filter.parts.end(), matches);
    case Filter::Kind::Or:
        return std::any_of(filter.parts.begin(), filter.parts.end(), matches);
    case Filter::Kind::Not:
        return !matches(filter.parts.front());
    case Filter::Kind::Test:
        return testMatches(run, filter.test, now);
    case Filter::Kind::Word:
        return wordMatches(run, filter.word);
    }
    return false;
}

} // namespace runglass::test
