// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterCheck.h"

#include "models/expression/FilterLexer.h"
#include "models/expression/FilterLiteral.h"
#include "models/expression/FilterParser.h"
#include "models/expression/TextFold.h"
#include "models/run/RunState.h"
#include "models/table/CellTest.h"

#include <utility>

namespace runglass
{

namespace
{

void checkTest(const RunTable& table, const FilterTest& test, FilterCheck& check)
{
    ColumnBinding binding = bindColumn(table, test.column);
    if (binding.warning)
        check.warnings.push_back(std::move(*binding.warning));
    check.error = std::move(binding.error);
    const bool compares = test.op != FilterOperator::Exists && test.op != FilterOperator::IsNull;
    if (check.error || !compares || binding.column.kind == BoundColumn::Kind::Missing)
        return;
    CellTest::make(test, binding.column, 0, check.error);
    if (!check.error)
        warnOfState(table, test, binding.column, check.warnings);
}

TypedFilter::Ending endingOf(const RunTable& table, std::string_view text, const FilterParse& parse)
{
    using enum TypedFilter::Ending;
    const std::vector<FilterToken> tokens = lexFilter(text);
    const FilterToken& end = tokens.back();
    if (parse.error)
        return parse.error->span.position >= end.span.position ? Open : Whole;
    const FilterToken* last = tokens.size() > 1 ? &tokens[tokens.size() - 2] : nullptr;
    // A number with more digits is another one, but not another kind of thing.
    if (!last || last->kind != FilterToken::Kind::Word || last->keyword != FilterKeyword::None ||
        literalValue(last->text).kind != FilterValue::Kind::Text)
        return Whole;
    const bool isSearched = parse.column && !parse.op;
    if (!isSearched)
        return end.byte > last->byte + last->byteLength ? Whole : Open;
    const ColumnBinding binding = bindColumn(table, *parse.column);
    return binding.error || binding.warning ? Open : Column;
}

void walk(const RunTable& table, const Filter& filter, FilterCheck& check)
{
    if (filter.kind == Filter::Kind::Test)
        return checkTest(table, filter.test, check);
    for (const Filter& part : filter.parts) {
        if (!check.error)
            walk(table, part, check);
    }
}

} // namespace

FilterCheck checkFilter(const RunTable& table, const Filter& filter)
{
    FilterCheck check;
    walk(table, filter, check);
    return check;
}

void warnOfState(const RunTable& table, const FilterTest& test, const BoundColumn& column,
                 std::vector<FilterError>& warnings)
{
    const bool isState = column.column == &table.field(Field::State);
    const bool equality = test.op == FilterOperator::Equal || test.op == FilterOperator::NotEqual ||
                          test.op == FilterOperator::In || test.op == FilterOperator::NotIn;
    for (const FilterValue& value : test.values) {
        if (!isState || !equality || value.kind != FilterValue::Kind::Text ||
            runStateFromName(searchFold(value.value.text())))
            continue;
        warnings.push_back(filterError(value.span, toText(value), {{FilterRemark::Kind::NoState, {toText(value)}}}));
    }
}

TypedFilter readFilter(const RunTable& table, std::string_view text)
{
    FilterParse parse = parseFilter(text);
    std::optional<FilterError> error = parse.error ? parse.error : checkFilter(table, parse.filter).error;
    const TypedFilter::Ending ending = endingOf(table, text, parse);
    return {std::move(parse.filter), std::move(error), ending};
}

} // namespace runglass
