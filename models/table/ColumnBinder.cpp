// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnBinder.h"

#include "models/expression/ForeignSpelling.h"
#include "models/expression/TextFold.h"

#include <algorithm>

namespace runglass
{

namespace
{

using Origin = FilterColumn::Origin;
using Remark = FilterRemark::Kind;

FilterError errorAt(const FilterColumn& name, std::vector<FilterRemark> remarks, std::vector<std::string> expected = {})
{
    return filterError(name.span, '"' + toText(name) + '"', std::move(remarks), std::move(expected));
}

bool isBelow(const KeyPath& path, const KeyPath& key)
{
    return key.size() > path.size() && std::equal(path.begin(), path.end(), key.begin());
}

std::optional<BoundColumn> findKey(const RunTable& table, ColumnOrigin origin, const KeyPath& path)
{
    BoundColumn found;
    found.kind = BoundColumn::Kind::Column;
    found.column = table.column({origin, Field::Name, path});
    for (const auto& column : table.columns()) {
        if (column->id().origin == origin && isBelow(path, column->id().key))
            found.inner.push_back(column.get());
    }
    if (!found.column && found.inner.empty())
        return std::nullopt;
    return found;
}

ColumnBinding bindField(const RunTable& table, const FilterColumn& name)
{
    ColumnBinding binding;
    BoundColumn& column = binding.column;
    const std::string& text = name.path.front();
    if (const std::optional<Field> field = fieldFromName(text)) {
        column.kind = BoundColumn::Kind::Column;
        column.column = &table.field(*field);
        column.ignoresCase = *field == Field::Project || *field == Field::State || *field == Field::Entity;
        if (*field == Field::Created)
            column.measure = BoundColumn::Measure::Time;
        if (*field == Field::Runtime || *field == Field::Duration)
            column.measure = BoundColumn::Measure::Seconds;
    } else if (text == "path") {
        column.kind = BoundColumn::Kind::Path;
    } else if (text == "warnings") {
        column.kind = BoundColumn::Kind::Warnings;
    } else if (text == "edited") {
        column.kind = BoundColumn::Kind::Edited;
    } else {
        binding.error = errorAt(name, {{Remark::NotKnownYet, {text}}});
    }
    return binding;
}

/// Adds up to three columns whose name is nearly this one.
std::vector<FilterRemark> withSuggestion(FilterRemark remark, const RunTable& table, const FilterColumn& name)
{
    const std::string wanted = searchFold(displayKey(name.path));
    std::vector<std::string> found;
    for (const auto& column : table.columns()) {
        if (column->id().origin == ColumnOrigin::Field)
            continue;
        const std::string key = searchFold(displayKey(column->id().key));
        const bool near = key == wanted || (wanted.size() > 2 && key.find(wanted) != std::string::npos);
        if (near && found.size() < 3)
            found.push_back(table.isOfLoggedRows() ? toText(FilterColumn{Origin::Key, column->id().key})
                                                   : toText(column->id()));
    }
    std::vector<FilterRemark> remarks = {std::move(remark)};
    if (!found.empty())
        remarks.push_back({Remark::IsIt, std::move(found)});
    return remarks;
}

ColumnBinding bindPath(const RunTable& table, const FilterColumn& name)
{
    ColumnBinding binding;
    const ColumnOrigin origin = name.origin == Origin::Config ? ColumnOrigin::Config : ColumnOrigin::Summary;
    if (std::optional<BoundColumn> found = findKey(table, origin, name.path)) {
        binding.column = std::move(*found);
    } else {
        const bool internal = name.path.front().starts_with('_');
        binding.warning = errorAt(name, internal ? std::vector<FilterRemark>{{Remark::InternalKey, {toText(name)}}}
                                                 : withSuggestion({Remark::NoRunHas, {toText(name)}}, table, name));
    }
    return binding;
}

/// A column of logged tables, or the run.
ColumnBinding bindLogged(const RunTable& table, const FilterColumn& name)
{
    ColumnBinding binding;
    const bool mayBeRun = name.path.size() == 1 && (name.path.front() == "run" || name.path.front() == "name");
    if (std::optional<BoundColumn> found = findKey(table, ColumnOrigin::Summary, name.path)) {
        binding.column = std::move(*found);
    } else if (mayBeRun && (name.origin == Origin::Field || name.origin == Origin::Key)) {
        binding.column.kind = BoundColumn::Kind::Column;
        binding.column.column = &table.field(Field::Name);
    } else {
        binding.error = errorAt(name, withSuggestion({Remark::Nowhere, {displayKey(name.path)}}, table, name));
    }
    return binding;
}

} // namespace

ColumnBinding bindColumn(const RunTable& table, const FilterColumn& name)
{
    if (table.isOfLoggedRows())
        return bindLogged(table, name);
    if (name.origin == Origin::Field)
        return bindField(table, name);
    if (name.origin != Origin::Key)
        return bindPath(table, name);
    std::optional<BoundColumn> summary = findKey(table, ColumnOrigin::Summary, name.path);
    std::optional<BoundColumn> config = findKey(table, ColumnOrigin::Config, name.path);
    ColumnBinding binding;
    if (summary && config) {
        const std::string asConfig = toText(FilterColumn{Origin::Config, name.path});
        const std::string asSummary = toText(FilterColumn{Origin::Summary, name.path});
        binding.error =
            errorAt(name, {{Remark::InBoth, {displayKey(name.path), asConfig, asSummary}}}, {asConfig, asSummary});
    } else if (summary || config) {
        binding.column = std::move(summary ? *summary : *config);
    } else if (const std::optional<FilterColumn> foreign = foreignColumn(name)) {
        return bindColumn(table, *foreign);
    } else {
        binding.error = errorAt(name, withSuggestion({Remark::Nowhere, {displayKey(name.path)}}, table, name));
    }
    return binding;
}

ColumnIds bindColumns(const RunTable& table, const std::vector<FilterColumn>& names)
{
    ColumnIds ids;
    for (const FilterColumn& name : names) {
        ColumnBinding binding = bindColumn(table, name);
        if (binding.warning)
            ids.warnings.push_back(std::move(*binding.warning));
        if (!ids.error && binding.error)
            ids.error = std::move(binding.error);
        std::vector<ColumnId>& columns = ids.columns.emplace_back();
        if (binding.column.kind == BoundColumn::Kind::Path) {
            for (const Field field : {Field::Entity, Field::Project, Field::Id})
                columns.push_back({ColumnOrigin::Field, field, {}});
        } else if (binding.column.column) {
            columns.push_back(binding.column.column->id());
        } else if (!ids.error && binding.column.kind != BoundColumn::Kind::Missing) {
            const Remark kind = binding.column.inner.empty() ? Remark::NotInTable : Remark::HoldsKeys;
            ids.error = errorAt(name, {{kind, {toText(name)}}});
        }
    }
    return ids;
}

} // namespace runglass
