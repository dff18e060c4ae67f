// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/FilterRows.h"

#include <optional>

namespace runglass
{

namespace
{

bool isJoined(const Filter& filter)
{
    return filter.kind == Filter::Kind::And || filter.kind == Filter::Kind::Or;
}

FilterRow rowOf(const Filter& filter)
{
    FilterRow row;
    if (filter.kind == Filter::Kind::Not) {
        const Filter& part = filter.parts.front();
        if (part.kind != Filter::Kind::Not) {
            row = rowOf(part);
        } else {
            // One line has one "not": that of the other stands in the group.
            row.kind = FilterRow::Kind::Group;
            row.rows = rowsOfFilter(part);
        }
        row.negated = true;
    } else if (isJoined(filter)) {
        row.kind = FilterRow::Kind::Group;
        row.rows = rowsOfFilter(filter);
    } else if (filter.kind == Filter::Kind::Word) {
        row.kind = FilterRow::Kind::Word;
        row.word = filter.word;
    } else {
        row.test = filter.test;
    }
    return row;
}

/// What stands between two "or".
void addRun(std::vector<FilterRow>& rows, const Filter& filter, FilterRow::Join first)
{
    if (filter.kind != Filter::Kind::And) {
        rows.push_back(rowOf(filter));
        rows.back().join = first;
        return;
    }
    for (const Filter& part : filter.parts) {
        rows.push_back(rowOf(part));
        rows.back().join = &part == &filter.parts.front() ? first : FilterRow::Join::And;
    }
}

Filter joined(Filter::Kind kind, std::vector<Filter> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Filter filter;
    filter.kind = parts.empty() ? Filter::Kind::All : kind;
    filter.parts = std::move(parts);
    return filter;
}

/// Nothing for a group without a condition.
std::optional<Filter> filterOf(const FilterRow& row)
{
    Filter filter;
    if (row.kind == FilterRow::Kind::Group) {
        filter = filterOfRows(row.rows);
        if (filter.kind == Filter::Kind::All)
            return std::nullopt;
    } else if (row.kind == FilterRow::Kind::Word) {
        filter.kind = Filter::Kind::Word;
        filter.word = row.word;
    } else {
        filter.kind = Filter::Kind::Test;
        filter.test = row.test;
    }
    if (!row.negated)
        return filter;
    Filter denied;
    denied.kind = Filter::Kind::Not;
    denied.parts.push_back(std::move(filter));
    return denied;
}

} // namespace

std::vector<FilterRow> rowsOfFilter(const Filter& filter)
{
    std::vector<FilterRow> rows;
    if (filter.kind == Filter::Kind::Or) {
        for (const Filter& part : filter.parts)
            addRun(rows, part, rows.empty() ? FilterRow::Join::And : FilterRow::Join::Or);
    } else if (filter.kind != Filter::Kind::All) {
        addRun(rows, filter, FilterRow::Join::And);
    }
    return rows;
}

Filter filterOfRows(const std::vector<FilterRow>& rows)
{
    std::vector<Filter> alternatives, run;
    for (const FilterRow& row : rows) {
        std::optional<Filter> filter = filterOf(row);
        if (!filter)
            continue;
        if (row.join == FilterRow::Join::Or && !run.empty()) {
            alternatives.push_back(joined(Filter::Kind::And, std::move(run)));
            run.clear();
        }
        run.push_back(std::move(*filter));
    }
    if (!run.empty())
        alternatives.push_back(joined(Filter::Kind::And, std::move(run)));
    return joined(Filter::Kind::Or, std::move(alternatives));
}

} // namespace runglass
