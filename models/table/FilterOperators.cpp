// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterOperators.h"

#include "models/table/CodedColumn.h"
#include "models/table/ColumnContent.h"
#include "models/table/NumberColumn.h"

#include <algorithm>
#include <map>
#include <utility>

namespace runglass
{

namespace
{

/// Kind::Null for what no condition can be compared with.
FilterValue literalOf(const Value& value)
{
    FilterValue literal{FilterValue::Kind::Null, value};
    if (value.isText())
        literal.kind = FilterValue::Kind::Text;
    else if (value.isNumber())
        literal.kind = FilterValue::Kind::Number;
    else if (value.kind() == Value::Kind::Bool)
        literal.kind = FilterValue::Kind::Bool;
    return literal;
}

void keepMostFrequent(std::vector<ColumnValue>& values, std::size_t most)
{
    std::stable_sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.runs > b.runs; });
    if (values.size() > most)
        values.resize(most);
}

std::vector<ColumnValue> numbersOf(const NumberColumn& column, std::size_t most)
{
    std::map<double, std::pair<std::size_t, std::uint32_t>> counts;
    bool tooMany = false;
    column.cells().forEach([&](std::uint32_t row, double number) {
        if (number == number && !tooMany) {
            ++counts.try_emplace(number, 0, row).first->second.first;
            tooMany = counts.size() > most;
        }
    });
    std::vector<ColumnValue> values;
    for (const auto& [number, cell] : counts) {
        if (!tooMany)
            values.push_back({literalOf(column.value(cell.second)), cell.first});
    }
    keepMostFrequent(values, most);
    return values;
}

std::vector<ColumnValue> entriesOf(const CodedColumn& column, std::size_t most)
{
    const std::vector<Value>& entries = column.dictionary()->entries();
    std::vector<std::size_t> counts(entries.size());
    column.codes().forEach([&counts](std::uint32_t, std::uint32_t code) { ++counts[code]; });
    // There may be as many texts as runs: only those that are shown are copied.
    std::vector<std::pair<std::size_t, std::size_t>> scalars;
    std::map<std::string, ColumnValue> elements;
    for (std::size_t code = 0; code < entries.size(); ++code) {
        if (counts[code] > 0 && !entries[code].isArray())
            scalars.emplace_back(counts[code], code);
        for (const Value& element : entries[code].array()) {
            FilterValue literal = literalOf(element);
            ColumnValue& found = elements[toText(literal)];
            found.value = std::move(literal);
            found.runs += counts[code];
        }
    }
    const auto shown = static_cast<std::ptrdiff_t>(std::min(scalars.size(), most));
    std::partial_sort(scalars.begin(), scalars.begin() + shown, scalars.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<ColumnValue> values;
    for (auto scalar = scalars.begin(); scalar != scalars.begin() + shown; ++scalar)
        values.push_back({literalOf(entries[scalar->second]), scalar->first});
    for (auto& [text, element] : elements)
        values.push_back(std::move(element));
    std::erase_if(values, [](const ColumnValue& value) {
        return value.value.kind == FilterValue::Kind::Null || value.runs == 0;
    });
    keepMostFrequent(values, most);
    return values;
}

} // namespace

std::vector<FilterOperator> fittingOperators(const BoundColumn& column)
{
    if (column.kind == BoundColumn::Kind::Missing)
        return {};
    const ColumnContent content = contentOf(column);
    const bool isTime = column.measure == BoundColumn::Measure::Time;
    std::vector<FilterOperator> fitting;
    if (content.holdsNumbers() || content.holdsTexts() || content.holdsBooleans())
        fitting = {FilterOperator::Equal, FilterOperator::NotEqual};
    if (content.scalars.numbers || content.scalars.texts)
        fitting.insert(fitting.end(), {FilterOperator::Less, FilterOperator::LessOrEqual, FilterOperator::Greater,
                                       FilterOperator::GreaterOrEqual});
    if (!fitting.empty() && !isTime)
        fitting.insert(fitting.end(), {FilterOperator::In, FilterOperator::NotIn});
    if (content.holdsTexts())
        fitting.insert(fitting.end(), {FilterOperator::Contains, FilterOperator::Matches});
    if (isTime)
        fitting.push_back(FilterOperator::WithinLast);
    fitting.insert(fitting.end(), {FilterOperator::Exists, FilterOperator::IsNull});
    return fitting;
}

bool holdsOnlyTexts(const BoundColumn& column)
{
    if (column.kind == BoundColumn::Kind::Missing || column.measure != BoundColumn::Measure::Plain)
        return false;
    const ColumnContent content = contentOf(column);
    return content.holdsTexts() && !content.holdsNumbers() && !content.holdsBooleans();
}

std::vector<ColumnValue> frequentValues(const BoundColumn& column, std::size_t most)
{
    if (!column.column || column.measure != BoundColumn::Measure::Plain)
        return {};
    if (column.column->kind() == Column::Kind::Number)
        return numbersOf(static_cast<const NumberColumn&>(*column.column), most);
    return entriesOf(static_cast<const CodedColumn&>(*column.column), most);
}

} // namespace runglass
