// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilterColumnsModel.h"

#include "models/items/FilterText.h"
#include "models/items/VisibleText.h"
#include "models/table/ColumnBinder.h"
#include "models/table/SearchText.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr qsizetype kNameLength = 120;

QString originOf(const ColumnId& id)
{
    return id.origin == ColumnOrigin::Config    ? QStringLiteral("config")
           : id.origin == ColumnOrigin::Summary ? QStringLiteral("summary")
                                                : QString();
}

/// Where a plain name was found.
QString originOf(const BoundColumn& bound)
{
    if (bound.column)
        return originOf(bound.column->id());
    return bound.inner.empty() ? QString() : originOf(bound.inner.front()->id());
}

FilterColumnEntry entryOf(std::optional<FilterColumn> column, QString name, QString origin)
{
    std::string folded = searchText(name.toStdString());
    if (column)
        folded += '\n' + searchText(toText(*column));
    return {std::move(column), std::move(name), std::move(origin), std::move(folded)};
}

} // namespace

FilterColumn filterColumn(const ColumnId& id)
{
    switch (id.origin) {
    case ColumnOrigin::Config:
        return {FilterColumn::Origin::Config, id.key};
    case ColumnOrigin::Summary:
        return {FilterColumn::Origin::Summary, id.key};
    default:
        return {FilterColumn::Origin::Field, {std::string(toName(id.field))}};
    }
}

FilterColumnEntry filterColumnEntry(const RunTable& table, const std::optional<FilterColumn>& column)
{
    if (!column)
        return entryOf({}, anyTextName(), {});
    if (table.isOfLoggedRows()) {
        const bool isRun = bindColumn(table, *column).column.column == &table.field(Field::Name);
        return entryOf(column, isRun ? loggedRunName() : visibleExcerpt(displayKey(column->path), kNameLength), {});
    }
    switch (column->origin) {
    case FilterColumn::Origin::Field:
        return entryOf(column, filterFieldName(column->path.front()), {});
    case FilterColumn::Origin::Config:
        return entryOf(column, visibleExcerpt(displayKey(column->path), kNameLength), QStringLiteral("config"));
    case FilterColumn::Origin::Summary:
        return entryOf(column, visibleExcerpt(displayKey(column->path), kNameLength), QStringLiteral("summary"));
    case FilterColumn::Origin::Key:
        break;
    }
    return entryOf(column, visibleExcerpt(displayKey(column->path), kNameLength),
                   originOf(bindColumn(table, *column).column));
}

FilterColumnEntry filterColumnEntry(const ColumnId& id)
{
    const QString name = id.origin == ColumnOrigin::Field ? filterFieldName(std::string(toName(id.field)))
                                                          : visibleExcerpt(displayKey(id.key), kNameLength);
    return entryOf(filterColumn(id), name, originOf(id));
}

FilterColumnEntries filterColumns(const RunList& list)
{
    auto entries = std::make_shared<std::vector<FilterColumnEntry>>();
    entries->push_back(filterColumnEntry(*list.table, {}));
    if (list.table->isOfLoggedRows()) {
        const auto add = [&](const KeyPath& key) {
            const FilterColumn column{FilterColumn::Origin::Key, key};
            entries->push_back(filterColumnEntry(*list.table, column));
        };
        add({"run"});
        for (const std::uint32_t place : list.keyColumns)
            if (const KeyPath& key = list.table->columns()[place]->id().key; key != KeyPath{"run"})
                add(key);
        return entries;
    }
    for (const std::string& field : filterFieldNames()) {
        const FilterColumn column{FilterColumn::Origin::Field, {field}};
        if (!bindColumn(*list.table, column).error)
            entries->push_back(filterColumnEntry(*list.table, column));
    }
    for (const std::uint32_t place : list.keyColumns)
        entries->push_back(filterColumnEntry(list.table->columns()[place]->id()));
    return entries;
}

FilterColumnsModel::FilterColumnsModel(QObject* parent)
    : QAbstractListModel(parent)
    , m_entries(std::make_shared<std::vector<FilterColumnEntry>>())
{
}

void FilterColumnsModel::setEntries(FilterColumnEntries entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    QSet<QString> names;
    m_severalTimes.clear();
    for (const FilterColumnEntry& each : *m_entries) {
        if (names.contains(each.name))
            m_severalTimes.insert(each.name);
        names.insert(each.name);
    }
    choose();
    endResetModel();
}

void FilterColumnsModel::setSearch(const QString& search)
{
    beginResetModel();
    m_search = searchText(search.toStdString());
    choose();
    endResetModel();
}

const FilterColumnEntry& FilterColumnsModel::entry(int row) const
{
    return (*m_entries)[m_rows[static_cast<std::size_t>(row)]];
}

int FilterColumnsModel::rowOf(const std::optional<FilterColumn>& column) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](std::size_t place) { return (*m_entries)[place].column == column; });
    return found != m_rows.end() ? static_cast<int>(found - m_rows.begin()) : -1;
}

int FilterColumnsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FilterColumnsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FilterColumnEntry& shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_severalTimes.contains(shown.name) && !shown.origin.isEmpty()
                   ? QString(shown.name + u" (" + shown.origin + u')')
                   : shown.name;
    case NameRole:
        return shown.name;
    case Qt::AccessibleDescriptionRole:
    case NoteRole:
        return shown.origin;
    case Qt::ToolTipRole:
        return literalToolTip(shown.column ? QString::fromStdString(toText(*shown.column)) : anyTextToolTip());
    default:
        return {};
    }
}

void FilterColumnsModel::choose()
{
    m_rows.clear();
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < m_entries->size(); ++i) {
        const std::string& folded = (*m_entries)[i].folded;
        const std::size_t found = folded.find(m_search);
        if (found == 0)
            m_rows.push_back(i);
        else if (found != std::string::npos)
            inside.push_back(i);
    }
    m_rows.insert(m_rows.end(), inside.begin(), inside.end());
}

} // namespace runglass
