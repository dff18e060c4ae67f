// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnContent.h"

#include "models/expression/TimeText.h"
#include "models/table/CodedColumn.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

using Measure = BoundColumn::Measure;
using Remark = FilterRemark::Kind;

/// False: it is none of them.
bool note(ColumnContent::Kinds& kinds, const Value& value)
{
    kinds.numbers = kinds.numbers || value.isNumber();
    kinds.texts = kinds.texts || value.isText();
    kinds.booleans = kinds.booleans || value.kind() == Value::Kind::Bool;
    return value.isNumber() || value.isText() || value.kind() == Value::Kind::Bool;
}

ColumnContent contentOfMixed(const CodedColumn& column)
{
    const std::vector<Value>& entries = column.dictionary()->entries();
    // What has left the column may still be in its dictionary.
    std::vector<bool> used(entries.size());
    column.codes().forEach([&used](std::uint32_t, std::uint32_t code) { used[code] = true; });
    ColumnContent content;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!used[i])
            continue;
        content.lists = content.lists || entries[i].isArray();
        for (const Value& element : entries[i].array())
            content.others = !note(content.elements, element) || content.others;
        content.others = (!note(content.scalars, entries[i]) && !entries[i].isArray()) || content.others;
    }
    return content;
}

FilterRemark whatItHolds(const FilterColumn& name, const BoundColumn& column, const ColumnContent& content)
{
    FilterRemark holds{Remark::Holds, {toText(name)}};
    if (column.measure != Measure::Plain) {
        holds.arguments.emplace_back(column.measure == Measure::Time ? "times" : "seconds");
        return holds;
    }
    const std::pair<bool, const char*> all[] = {{content.lists && !content.scalars.any(), "lists"},
                                                {content.holdsNumbers(), "numbers"},
                                                {content.holdsTexts(), "text"},
                                                {content.holdsBooleans(), "true and false"},
                                                {content.others, "objects"}};
    for (const auto& [isHeld, kind] : all) {
        if (isHeld)
            holds.arguments.emplace_back(kind);
    }
    if (holds.arguments.size() == 1)
        holds.arguments.emplace_back("more keys");
    return holds;
}

FilterRemark advice(const FilterValue& value, const BoundColumn& column, const ColumnContent& content)
{
    if (column.measure == Measure::Time)
        return {Remark::CompareTime};
    if (column.measure == Measure::Seconds)
        return {Remark::CompareSeconds};
    if (content.holdsTexts() && value.kind != FilterValue::Kind::Text)
        return {Remark::CompareQuoted, {toText(value)}};
    if (content.holdsNumbers())
        return {Remark::CompareNumber};
    if (content.holdsTexts())
        return {Remark::CompareText};
    return {content.holdsBooleans() ? Remark::CompareBool : Remark::OnlyExists};
}

bool fits(const FilterValue& value, const BoundColumn& column, const ColumnContent& content)
{
    const bool isTime = column.measure == Measure::Time;
    switch (value.kind) {
    case FilterValue::Kind::Null:
        return true;
    case FilterValue::Kind::Bool:
        return content.holdsBooleans();
    case FilterValue::Kind::Number:
        return content.holdsNumbers() && !isTime;
    case FilterValue::Kind::Text:
        return isTime ? parseTimestamp(value.value.text()).has_value() : content.holdsTexts();
    case FilterValue::Kind::Time:
        return isTime || content.holdsTexts();
    case FilterValue::Kind::Duration:
        return column.measure == Measure::Seconds;
    }
    return false;
}

bool isOrder(FilterOperator op)
{
    return op == FilterOperator::Less || op == FilterOperator::LessOrEqual || op == FilterOperator::Greater ||
           op == FilterOperator::GreaterOrEqual;
}

} // namespace

ColumnContent contentOf(const BoundColumn& column)
{
    ColumnContent content;
    content.scalars.numbers = column.kind == BoundColumn::Kind::Warnings;
    content.scalars.texts = column.kind == BoundColumn::Kind::Path;
    content.lists = content.elements.texts = column.kind == BoundColumn::Kind::Edited;
    if (!column.column)
        return content;
    switch (column.column->kind()) {
    case Column::Kind::Number:
        content.scalars.numbers = true;
        break;
    case Column::Kind::Text:
        content.scalars.texts = true;
        break;
    case Column::Kind::TextList:
        content.lists = content.elements.texts = true;
        break;
    case Column::Kind::Mixed:
        return contentOfMixed(static_cast<const CodedColumn&>(*column.column));
    }
    return content;
}

std::vector<FilterRemark> typeProblem(const FilterTest& test, const BoundColumn& column, const ColumnContent& content)
{
    const auto problem = [&](FilterRemark why) {
        return std::vector<FilterRemark>{whatItHolds(test.column, column, content), std::move(why)};
    };
    if (test.op == FilterOperator::IsNull || test.op == FilterOperator::Exists)
        return {};
    if (test.op == FilterOperator::Contains || test.op == FilterOperator::Matches)
        return content.holdsTexts() ? std::vector<FilterRemark>()
                                    : problem({Remark::OnlyTextSearched, {std::string(toText(test.op))}});
    if (test.op == FilterOperator::WithinLast)
        return column.measure == Measure::Time || content.holdsTexts() ? std::vector<FilterRemark>()
                                                                       : problem({Remark::OnlyTimesWithin});
    for (const FilterValue& value : test.values) {
        if (!fits(value, column, content))
            return problem(advice(value, column, content));
        if (isOrder(test.op) && value.kind == FilterValue::Kind::Bool)
            return problem({Remark::BoolOrder});
    }
    if (isOrder(test.op) && !content.scalars.any())
        return problem({Remark::ListOrder});
    return {};
}

} // namespace runglass
