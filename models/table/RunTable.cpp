// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunTable.h"

#include "models/table/RunTableBuilder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::array kEditable = {Field::Name, Field::Notes, Field::Tags, Field::Group, Field::JobType, Field::State};

} // namespace

RunTable::RunTable()
    : m_rows(std::make_shared<Rows>())
    , m_colours(std::make_shared<std::vector<std::uint8_t>>())
    , m_columns(emptyFieldColumns())
    , m_columnPlaces(std::make_shared<ColumnPlaces>())
{
}

bool RunTable::Facts::saysTheSame(const Facts& other) const
{
    const bool sameNote =
        stateNote == other.stateNote || (stateNote && other.stateNote && *stateNote == *other.stateNote);
    return sameNote && state == other.state && marks == other.marks && nameFromId == other.nameFromId &&
           warnings == other.warnings && startedAt == other.startedAt && name == other.name &&
           searchText == other.searchText;
}

std::shared_ptr<const RunTable> RunTable::withColumns(const std::shared_ptr<const RunTable>& stored,
                                                      std::vector<std::shared_ptr<const Column>> columns,
                                                      std::set<ColumnId> pending)
{
    auto table = std::make_shared<RunTable>(*stored);
    for (std::shared_ptr<const Column>& column : columns) {
        const std::size_t place = table->m_columnPlaces->at(column->id());
        table->m_columns[place] = std::move(column);
    }
    table->m_stored = stored;
    table->m_pending = std::move(pending);
    return table;
}

const Column* RunTable::column(const ColumnId& id) const
{
    if (id.origin == ColumnOrigin::Field)
        return id.field < Field::Count ? &field(id.field) : nullptr;
    const auto found = m_columnPlaces->find(id);
    return found != m_columnPlaces->end() ? m_columns[found->second].get() : nullptr;
}

const Column& RunTable::field(Field field) const
{
    return *m_columns[static_cast<std::size_t>(field)];
}

std::optional<std::uint32_t> RunTable::rowOf(const RunRef& ref) const
{
    const std::uint32_t row =
        m_rows->index.find(hashOf(ref), [this, &ref](std::uint32_t at) { return m_rows->refs[at] == ref; });
    return row == HashIndex::kNone ? std::nullopt : std::optional(row);
}

std::size_t hashOf(const RunRef& ref)
{
    constexpr std::size_t kPrime = 0x100000001B3ULL;
    const std::hash<std::string> hash;
    std::size_t result = hash(ref.path.id) ^ static_cast<std::size_t>(ref.source);
    result = (result * kPrime) ^ hash(ref.path.project);
    return (result * kPrime) ^ hash(ref.path.entity);
}

std::vector<Field> RunTable::editedFields(std::uint32_t row) const
{
    std::vector<Field> fields;
    for (const Field field : kEditable)
        if (isEdited(row, field))
            fields.push_back(field);
    return fields;
}

std::uint8_t RunTable::markOf(Field field)
{
    const auto* const found = std::find(kEditable.begin(), kEditable.end(), field);
    return found == kEditable.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(1U << (found - kEditable.begin()));
}

std::uint8_t RunTable::marksOf(const Run& run)
{
    std::uint8_t marks = run.locked ? kLocked : 0;
    for (const FieldEdit& edit : run.edits)
        if (const std::optional<Field> field = fieldFromName(edit.field))
            marks = static_cast<std::uint8_t>(marks | markOf(*field));
    return marks;
}

} // namespace runglass
