// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ListQuery.h"

#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/expression/FilterLexer.h"
#include "models/session/FilterText.h"
#include "models/session/Overview.h"
#include "models/table/ColumnBinder.h"
#include "models/table/RunList.h"
#include "models/table/RunTableBuilder.h"

#include <algorithm>
#include <map>

namespace runglass::cli
{

namespace
{

/// Says what is wrong and shows where: the text around the place, and ^ below it.
void sayProblem(const char* option, const std::string& text, const FilterError& problem)
{
    say(std::string(option) + ": " + problem.detail);
    constexpr std::size_t kAround = 60;
    const std::size_t first = problem.span.position > kAround ? problem.span.position - kAround : 0;
    const auto part = [&text](std::size_t from, std::size_t to) {
        const std::size_t start = byteOfCharacter(text, from);
        return printable(text.substr(start, byteOfCharacter(text, to) - start));
    };
    const std::size_t end = problem.span.position + problem.span.length;
    const std::string before = part(first, problem.span.position);
    const std::string marked = part(problem.span.position, std::min(end, problem.span.position + kAround));
    say("  " + before + marked + part(end, end + kAround));
    say("  " + std::string(widthOf(before), ' ') + std::string(std::max<std::size_t>(widthOf(marked), 1), '^'));
}

std::vector<FilterColumn> namesOf(const std::vector<ColumnParse>& columns)
{
    std::vector<FilterColumn> names;
    for (const ColumnParse& column : columns)
        names.push_back(column.column);
    return names;
}

bool isField(const NamedColumn& column, Field field)
{
    return column.ids.size() == 1 && column.ids.front() == ColumnId{ColumnOrigin::Field, field, {}};
}

} // namespace

bool ListQuery::read(const Options& options)
{
    m_filterText = options.filter;
    m_sortText = options.sort;
    m_columnText = options.columns;
    m_groupText = options.group;
    m_isEmpty = options.filter.empty() && options.sort.empty() && options.columns.empty() && options.group.empty();
    FilterParse parse = readFilter(options.filter);
    if (parse.error) {
        sayProblem("--filter", options.filter, *parse.error);
        return false;
    }
    m_filter = std::move(parse.filter);
    return readColumns("--sort", options.sort, true, m_sort) &&
           readColumns("--columns", options.columns, false, m_columnNames) &&
           readColumns("--group", options.group, false, m_groupNames);
}

bool ListQuery::readColumns(const char* option, const std::string& text, bool sort, std::vector<ColumnParse>& columns)
{
    if (text.empty())
        return true;
    ColumnListParse parse = parseColumns(text, sort);
    if (parse.error)
        sayProblem(option, text, *parse.error);
    columns = std::move(parse.columns);
    return !parse.error;
}

bool ListQuery::bind(const char* option, const std::string& text, const std::vector<ColumnParse>& names,
                     std::vector<NamedColumn>& columns) const
{
    const ColumnIds ids = bindColumns(*m_table, namesOf(names));
    for (const FilterError& warning : ids.warnings)
        say(std::string(option) + ": " + warning.detail);
    if (ids.error) {
        sayProblem(option, text, *ids.error);
        return false;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::vector<ColumnId>& found = ids.columns[i];
        columns.push_back({found.size() == 1 ? toText(found.front()) : toText(names[i].column), found});
    }
    return true;
}

void ListQuery::makeTable(const std::vector<FoundRun>& runs)
{
    RunTableBuilder builder;
    std::map<const ReadSource*, SourceId> sources;
    std::map<RunRef, std::size_t> places;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto [source, isNew] = sources.try_emplace(runs[i].where, static_cast<SourceId>(sources.size()));
        if (isNew)
            builder.setSourceText(source->second, runs[i].source().location());
        places[{source->second, runs[i].run.path}] = i;
        builder.apply(source->second, {runs[i].run});
    }
    m_table = builder.snapshot();
    m_places.resize(m_table->rowCount());
    for (std::uint32_t row = 0; row < m_table->rowCount(); ++row)
        m_places[row] = places[m_table->ref(row)];
}

bool ListQuery::apply(const std::vector<FoundRun>& runs)
{
    makeTable(runs);
    RunListState state;
    state.filter = m_filter;
    std::vector<NamedColumn> sort;
    if (!bind("--sort", m_sortText, m_sort, sort) || !bind("--columns", m_columnText, m_columnNames, m_columns) ||
        !bind("--group", m_groupText, m_groupNames, m_groups))
        return false;
    for (std::size_t i = 0; i < sort.size(); ++i) {
        for (const ColumnId& id : sort[i].ids)
            state.sort.push_back({id, m_sort[i].descending});
    }
    RunList list = makeRunList(m_table, std::move(state));
    for (const FilterError& warning : list.filterWarnings)
        say("--filter: " + warning.detail);
    if (list.filterError) {
        sayProblem("--filter", m_filterText, *list.filterError);
        return false;
    }
    m_rows = std::move(list.rows);
    return true;
}

std::vector<ListQuery::Match> ListQuery::matches(const std::vector<FoundRun>& runs) const
{
    std::multimap<std::pair<const ReadSource*, RunPath>, std::size_t> byRun;
    for (std::size_t i = 0; i < runs.size(); ++i)
        byRun.emplace(std::pair(runs[i].where, runs[i].run.path), i);
    std::vector<Match> matches;
    for (const std::uint32_t row : m_rows) {
        const FoundRun& run = runs[place(row)];
        const auto [begin, end] = byRun.equal_range({run.where, run.run.path});
        for (auto same = begin; same != end; ++same)
            matches.push_back({same->second, row});
    }
    return matches;
}

std::string ListQuery::cellText(const NamedColumn& column, std::uint32_t row) const
{
    if (isField(column, Field::Created))
        return localText(m_table->startedAt(row));
    const Value value = exactCell(*m_table, column, row);
    if (value.isNull())
        return "–";
    if (isField(column, Field::Runtime) || isField(column, Field::Duration))
        return durationText(value.toDouble());
    if (value.kind() == Value::Kind::Double)
        return shortNumber(value.toDouble());
    if (!isField(column, Field::Tags))
        return valueText(value);
    std::string tags;
    for (const Value& tag : value.array())
        tags += (tags.empty() ? "" : ", ") + tag.text();
    return tags;
}

bool ListQuery::isNumber(const NamedColumn& column) const
{
    const Column* found = column.ids.size() == 1 ? m_table->column(column.ids.front()) : nullptr;
    return found && found->kind() == Column::Kind::Number && !isField(column, Field::Created);
}

} // namespace runglass::cli
