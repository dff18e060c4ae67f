// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/ApiFilter.h"

#include "models/expression/ForeignSpelling.h"
#include "models/expression/TextPattern.h"
#include "models/expression/TimeText.h"

#include <algorithm>
#include <array>
#include <optional>

namespace runglass
{

namespace
{

using Origin = FilterColumn::Origin;

/// Walks over the object; of its errors the first is kept.
class Reader
{
public:
    Filter filter(const Value& value)
    {
        if (!value.isObject())
            return fail(R"(A W&B API filter is an object: {"config.lr": {"$gt": 0.1}}.)");
        std::vector<Filter> parts;
        for (const auto& [key, condition] : value.object())
            parts.push_back(member(key, condition));
        return combined(Filter::Kind::And, std::move(parts));
    }
    const std::optional<Error>& error() const { return m_error; }

private:
    Filter fail(std::string detail)
    {
        if (!m_error)
            m_error = Error{Error::Kind::InvalidArgument, std::move(detail), {}};
        return {};
    }

    static Filter combined(Filter::Kind kind, std::vector<Filter> parts)
    {
        if (parts.empty())
            return {};
        if (parts.size() == 1)
            return std::move(parts.front());
        Filter filter;
        filter.kind = kind;
        filter.parts = std::move(parts);
        return filter;
    }

    static Filter negated(Filter part)
    {
        Filter filter;
        filter.kind = Filter::Kind::Not;
        filter.parts.push_back(std::move(part));
        return filter;
    }

    Filter member(const std::string& key, const Value& condition)
    {
        if (key == "$and" || key == "$or" || key == "$nor")
            return several(key, condition);
        if (key == "$not")
            return negated(nonEmpty(filter(condition)));
        if (key.starts_with('$'))
            return fail("\"" + key + "\" has no counterpart here; there are $and, $or, $nor and $not.");
        const std::optional<FilterColumn> column = apiColumn(key);
        if (!column)
            return fail("\"" + key +
                        "\" is no column here. Write config.KEY, summary_metrics.KEY, state, tags, group …");
        return condition.isObject() ? operators(*column, condition.object())
                                    : test(*column, FilterOperator::Equal, condition);
    }

    Filter nonEmpty(Filter part)
    {
        if (part.kind == Filter::Kind::All)
            fail("An empty object is no condition.");
        return part;
    }

    Filter several(const std::string& key, const Value& list)
    {
        if (!list.isArray() || list.array().empty())
            return fail("\"" + key + "\" takes a list of objects.");
        std::vector<Filter> parts;
        for (const Value& element : list.array())
            parts.push_back(nonEmpty(filter(element)));
        Filter filter = combined(key == "$and" ? Filter::Kind::And : Filter::Kind::Or, std::move(parts));
        return key == "$nor" ? negated(std::move(filter)) : filter;
    }

    Filter operators(const FilterColumn& column, const Value::Object& conditions)
    {
        std::vector<Filter> parts;
        for (const auto& [name, operand] : conditions) {
            if (name != "$options")
                parts.push_back(one(column, name, operand, conditions));
        }
        return nonEmpty(combined(Filter::Kind::And, std::move(parts)));
    }

    Filter one(const FilterColumn& column, const std::string& name, const Value& operand, const Value::Object& all)
    {
        struct Operator {
            std::string_view name;
            FilterOperator op;
        };
        static constexpr std::array<Operator, 8> kOperators = {{{"$eq", FilterOperator::Equal},
                                                                {"$ne", FilterOperator::NotEqual},
                                                                {"$lt", FilterOperator::Less},
                                                                {"$lte", FilterOperator::LessOrEqual},
                                                                {"$gt", FilterOperator::Greater},
                                                                {"$gte", FilterOperator::GreaterOrEqual},
                                                                {"$in", FilterOperator::In},
                                                                {"$nin", FilterOperator::NotIn}}};
        for (const Operator& known : kOperators) {
            if (name == known.name)
                return test(column, known.op, operand);
        }
        if (name == "$exists" && operand.kind() == Value::Kind::Bool)
            return condition(column, operand.toBool() ? FilterOperator::Exists : FilterOperator::IsNull, {});
        if (name == "$regex")
            return regex(column, operand, all);
        if (name == "$not" && operand.isObject())
            return negated(operators(column, operand.object()));
        return fail("\"" + name +
                    "\" has no counterpart here; there are $eq, $ne, $lt, $lte, $gt, $gte, $in, $nin, "
                    "$exists, $regex and $not.");
    }

    Filter regex(const FilterColumn& column, const Value& operand, const Value::Object& all)
    {
        std::string flags;
        if (const auto options = all.find("$options"); options != all.end())
            flags = options->second.text();
        if (!operand.isText() || flags.find_first_not_of("ims") != std::string::npos)
            return fail(R"("$regex" takes a text, and "$options" of i, m and s.)");
        std::string pattern = flags.empty() ? operand.text() : "(?" + flags + ')' + operand.text();
        if (const Result<TextPattern> made = TextPattern::make(pattern); !made)
            return fail("\"" + pattern + "\" is no regular expression of RE2: " + made.error().detail + '.');
        return condition(column, FilterOperator::Matches, {{FilterValue::Kind::Text, Value(std::move(pattern))}});
    }

    static Filter condition(FilterColumn column, FilterOperator op, std::vector<FilterValue> values)
    {
        Filter filter;
        filter.kind = Filter::Kind::Test;
        filter.test = {std::move(column), op, std::move(values)};
        return filter;
    }

    Filter test(const FilterColumn& column, FilterOperator op, const Value& operand)
    {
        const bool many = op == FilterOperator::In || op == FilterOperator::NotIn;
        if (many != operand.isArray() || operand.isObject() || (many && operand.array().empty()))
            return fail(
                "\"" + toText(column) + "\" is compared with " +
                (many ? "a list that is not empty." : "one value: a whole list cannot be, its elements can ($in)."));
        if (operand.isNull() && op != FilterOperator::Equal && op != FilterOperator::NotEqual)
            return fail("null has no order.");
        if (operand.isNull())
            return condition(column, op == FilterOperator::Equal ? FilterOperator::IsNull : FilterOperator::Exists, {});
        std::vector<FilterValue> values;
        for (const Value& element : many ? operand.array() : Value::Array{operand})
            values.push_back(valueOf(column, element));
        return condition(column, op, std::move(values));
    }

    FilterValue valueOf(const FilterColumn& column, const Value& value)
    {
        switch (value.kind()) {
        case Value::Kind::Null:
            return {FilterValue::Kind::Null, {}};
        case Value::Kind::Bool:
            return {FilterValue::Kind::Bool, value};
        case Value::Kind::Integer:
        case Value::Kind::Double:
            return {FilterValue::Kind::Number, value};
        case Value::Kind::Text:
            return column == FilterColumn{Origin::Field, {"created"}} ? timeOf(value.text())
                                                                      : FilterValue{FilterValue::Kind::Text, value};
        default:
            fail("\"" + toText(column) + "\" cannot be compared with a list or object inside a list.");
            return {};
        }
    }

    FilterValue timeOf(std::string text)
    {
        std::replace(text.begin(), text.end(), ' ', 'T');
        if (text.size() == 10)
            text += "T00:00";
        const bool hasOffset = text.ends_with('Z') || text.find_first_of("+-", 11) != std::string::npos;
        if (!hasOffset)
            text += 'Z';
        if (!parseTimestamp(text))
            fail("\"" + text + "\" is no time: write 2026-11-23 or 2026-11-23T14:02:00.");
        return {FilterValue::Kind::Time, Value(std::move(text))};
    }

    std::optional<Error> m_error;
};

} // namespace

Result<Filter> fromApiFilter(const Value& object)
{
    Reader reader;
    Filter filter = reader.filter(object);
    if (reader.error())
        return *reader.error();
    return filter;
}

} // namespace runglass
