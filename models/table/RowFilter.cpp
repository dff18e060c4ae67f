// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowFilter.h"

#include "models/expression/TextFold.h"
#include "models/table/CellBits.h"
#include "models/table/CellTest.h"
#include "models/table/ColumnBinder.h"
#include "models/table/FilterCheck.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// Walks over the tree; every part gives the bits of its rows.
class Walk
{
public:
    Walk(const RunTable& table, TimeNs now)
        : m_table(table)
        , m_now(now)
        , m_all(allBits(table.rowCount()))
    {
    }

    RowBits rows(const Filter& filter)
    {
        switch (filter.kind) {
        case Filter::Kind::All:
            return m_all;
        case Filter::Kind::And:
        case Filter::Kind::Or:
            return joined(filter);
        case Filter::Kind::Not:
            return inverted(rows(filter.parts.front()));
        case Filter::Kind::Test:
            return tested(filter.test);
        case Filter::Kind::Word:
            return searched(filter.word);
        }
        return m_all;
    }

    FilteredRows result;

private:
    RowBits joined(const Filter& filter)
    {
        const bool both = filter.kind == Filter::Kind::And;
        RowBits bits = rows(filter.parts.front());
        for (auto part = filter.parts.begin() + 1; part != filter.parts.end() && !result.error; ++part) {
            const RowBits other = rows(*part);
            for (std::size_t word = 0; word < bits.size(); ++word)
                bits[word] = both ? bits[word] & other[word] : bits[word] | other[word];
        }
        return bits;
    }

    RowBits inverted(RowBits bits) const
    {
        for (std::size_t word = 0; word < bits.size(); ++word)
            bits[word] = ~bits[word] & m_all[word];
        return bits;
    }

    RowBits none() const { return RowBits(m_all.size()); }

    RowBits tested(const FilterTest& test)
    {
        ColumnBinding binding = bindColumn(m_table, test.column);
        if (binding.warning)
            result.warnings.push_back(std::move(*binding.warning));
        if (binding.error) {
            result.error = std::move(binding.error);
            return none();
        }
        const BoundColumn& column = binding.column;
        if (test.op == FilterOperator::Exists)
            return present(column);
        if (test.op == FilterOperator::IsNull)
            return inverted(present(column));
        return compared(test, column);
    }

    RowBits compared(const FilterTest& test, const BoundColumn& column)
    {
        if (column.kind == BoundColumn::Kind::Missing)
            return missing(test);
        std::optional<FilterError> error;
        const CellTest cells = CellTest::make(test, column, m_now, error);
        if (error) {
            result.error = std::move(error);
            return none();
        }
        warnOfState(m_table, test, column, result.warnings);
        RowBits bits = matching(column, cells);
        if (cells.takesMissing())
            add(bits, inverted(present(column)));
        return cells.isNegated() ? inverted(std::move(bits)) : bits;
    }

    RowBits missing(const FilterTest& test) const
    {
        const bool takesNull = std::any_of(test.values.begin(), test.values.end(),
                                           [](const FilterValue& v) { return v.kind == FilterValue::Kind::Null; });
        const bool negated = test.op == FilterOperator::NotEqual || test.op == FilterOperator::NotIn;
        return takesNull != negated ? m_all : none();
    }

    static void add(RowBits& bits, const RowBits& more)
    {
        for (std::size_t word = 0; word < bits.size(); ++word)
            bits[word] |= more[word];
    }

    RowBits named() const
    {
        RowBits bits = m_all;
        for (std::uint32_t row = 0; row < m_table.rowCount(); ++row)
            if (m_table.isNameFromId(row))
                setBit(bits, row, false);
        return bits;
    }

    static bool isName(const Column* column)
    {
        return column && column->id() == ColumnId{ColumnOrigin::Field, Field::Name, {}};
    }

    RowBits present(const BoundColumn& column) const
    {
        if (column.kind == BoundColumn::Kind::Missing)
            return none();
        if (column.kind == BoundColumn::Kind::Edited)
            return whereEdited([](std::string_view) { return true; });
        if (column.kind != BoundColumn::Kind::Column)
            return m_all;
        if (isName(column.column))
            return named();
        RowBits bits = none();
        if (column.column)
            add(bits, presentBits(*column.column, m_table.rowCount()));
        for (const Column* inner : column.inner)
            add(bits, presentBits(*inner, m_table.rowCount()));
        return bits;
    }

    /// A run without a name shows its ID: it lacks the value.
    RowBits matching(const BoundColumn& column, const CellTest& cells) const
    {
        if (!column.column)
            return column.kind == BoundColumn::Kind::Column ? none() : eachRow(column, cells);
        RowBits bits = matchingBits(*column.column, cells, m_table.rowCount());
        if (isName(column.column)) {
            const RowBits names = named();
            for (std::size_t word = 0; word < bits.size(); ++word)
                bits[word] &= names[word];
        }
        return bits;
    }

    /// Rows with an edited field whose name is wanted.
    template <typename Wanted> RowBits whereEdited(const Wanted& isWanted) const
    {
        RowBits bits = none();
        for (std::uint32_t row = 0; row < m_table.rowCount(); ++row) {
            const std::vector<Field> fields = m_table.editedFields(row);
            if (std::any_of(fields.begin(), fields.end(), [&](Field field) { return isWanted(toName(field)); }))
                setBit(bits, row, true);
        }
        return bits;
    }

    RowBits eachRow(const BoundColumn& column, const CellTest& cells) const
    {
        if (column.kind == BoundColumn::Kind::Edited)
            return whereEdited([&cells](std::string_view name) { return cells.matchesText(std::string(name)); });
        RowBits bits = none();
        const bool path = column.kind == BoundColumn::Kind::Path;
        for (std::uint32_t row = 0; row < m_table.rowCount(); ++row) {
            const auto count = static_cast<std::int64_t>(m_table.warningCount(row));
            if (path ? cells.matchesText(toString(m_table.ref(row).path)) : cells.matchesNumber(Value(count)))
                setBit(bits, row, true);
        }
        return bits;
    }

    /// The run, or any text in a cell of a logged row, holds the text.
    RowBits searchedCells(const std::string& word) const
    {
        RowBits bits = none();
        const FilterTest test{{}, FilterOperator::Contains, {{FilterValue::Kind::Text, Value(word)}}};
        for (const auto& each : m_table.columns()) {
            const bool isName = each->id() == ColumnId{ColumnOrigin::Field, Field::Name, {}};
            if ((each->id().origin == ColumnOrigin::Field && !isName) || each->kind() == Column::Kind::Number)
                continue;
            BoundColumn column;
            column.kind = BoundColumn::Kind::Column;
            column.column = each.get();
            std::optional<FilterError> error;
            const CellTest cells = CellTest::make(test, column, m_now, error);
            if (!error)
                add(bits, matchingBits(*each, cells, m_table.rowCount()));
        }
        return bits;
    }

    /// Name, ID, notes, tags, group or project hold the text.
    RowBits searched(const std::string& word) const
    {
        if (m_table.isOfLoggedRows())
            return searchedCells(word);
        const std::string wanted = searchFold(word);
        RowBits bits = none();
        for (std::uint32_t row = 0; row < m_table.rowCount(); ++row)
            if (m_table.searchText(row).find(wanted) != std::string::npos)
                setBit(bits, row, true);
        for (const Field field : {Field::Name, Field::Id, Field::Notes, Field::Tags, Field::Group, Field::Project}) {
            // Name and ID were looked at above, unless the text could span both.
            if ((field == Field::Name || field == Field::Id) && wanted.find('\n') == std::string::npos)
                continue;
            if (field == Field::Name)
                bits = none();
            BoundColumn column;
            column.kind = BoundColumn::Kind::Column;
            column.column = &m_table.field(field);
            std::optional<FilterError> error;
            const FilterTest test{{}, FilterOperator::Contains, {{FilterValue::Kind::Text, Value(word)}}};
            const CellTest cells = CellTest::make(test, column, m_now, error);
            add(bits, matchingBits(*column.column, cells, m_table.rowCount()));
        }
        return bits;
    }

    const RunTable& m_table;
    TimeNs m_now;
    RowBits m_all;
};

} // namespace

FilteredRows filterRows(const RunTable& shown, const Filter& filter, TimeNs now)
{
    // A filter means what it says, whatever a column shows.
    const RunTable& table = shown.stored();
    Walk walk(table, now);
    RowBits rows = walk.rows(filter);
    walk.result.rows = std::move(rows);
    return std::move(walk.result);
}

} // namespace runglass
