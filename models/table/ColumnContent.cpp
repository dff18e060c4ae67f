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

std::string whatItHolds(const BoundColumn& column, const ColumnContent& content)
{
    if (column.measure != Measure::Plain)
        return column.measure == Measure::Time ? "times" : "seconds";
    std::vector<std::string_view> kinds;
    const std::pair<bool, std::string_view> all[] = {{content.holdsNumbers(), "numbers"},
                                                     {content.holdsTexts(), "text"},
                                                     {content.holdsBooleans(), "true and false"},
                                                     {content.others, "objects"}};
    for (const auto& [holds, name] : all) {
        if (holds)
            kinds.push_back(name);
    }
    std::string text = content.lists && !content.scalars.any() ? "lists" : "";
    if (kinds.empty())
        return text.empty() ? "more keys" : text;
    text += text.empty() ? "" : " of ";
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        text += i == 0 ? "" : ", ";
        text += kinds[i];
    }
    return text;
}

std::string advice(const FilterValue& value, const BoundColumn& column, const ColumnContent& content)
{
    if (column.measure == Measure::Time)
        return "Compare it with a time: 2026-11-23 or 2026-11-23T14:02.";
    if (column.measure == Measure::Seconds)
        return "Compare it with seconds or a duration: 90 or 2h.";
    if (content.holdsTexts() && value.kind != FilterValue::Kind::Text)
        return "Compare it with a text: '" + toText(value) + "'.";
    if (content.holdsNumbers())
        return "Compare it with a number.";
    if (content.holdsTexts())
        return "Compare it with a text.";
    if (content.holdsBooleans())
        return "Compare it with true or false.";
    return "Only exists and is null can be asked.";
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

std::string typeProblem(const FilterTest& test, const BoundColumn& column, const ColumnContent& content)
{
    const std::string holds = '"' + toText(test.column) + "\" holds " + whatItHolds(column, content) + ". ";
    if (test.op == FilterOperator::IsNull || test.op == FilterOperator::Exists)
        return {};
    if (test.op == FilterOperator::Contains || test.op == FilterOperator::Matches)
        return content.holdsTexts() ? ""
                                    : holds + "Only text can be searched with " + std::string(toText(test.op)) + '.';
    if (test.op == FilterOperator::WithinLast)
        return column.measure == Measure::Time || content.holdsTexts() ? "" : holds + "Only times lie within.";
    for (const FilterValue& value : test.values) {
        if (!fits(value, column, content))
            return holds + advice(value, column, content);
        if (isOrder(test.op) && value.kind == FilterValue::Kind::Bool)
            return holds + "They have no order: use = or ≠.";
    }
    if (isOrder(test.op) && !content.scalars.any())
        return holds + "A list has no order: use =, in or contains.";
    return {};
}

} // namespace runglass
