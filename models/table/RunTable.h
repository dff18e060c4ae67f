// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"
#include "models/table/Column.h"
#include "models/table/HashIndex.h"
#include "models/table/RunRef.h"
#include "models/table/SharedRows.h"
#include "models/table/StateNote.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace runglass
{

/// All runs of all open sources as columns: an immutable snapshot that shares unchanged columns with the one before.
/// Made by RunTableBuilder. Internal keys (beginning with "_") of config and summary have no column.
/// @thread any, at once
class RunTable
{
public:
    RunTable();

    std::uint32_t rowCount() const { return static_cast<std::uint32_t>(m_rows->refs.size()); }
    const RunRef& ref(std::uint32_t row) const { return m_rows->refs[row]; }
    /// This table with other columns in the place of those of the same ID; it has one of each. Rows and facts are
    /// shared.
    /// @param pending  columns that do not hold yet all that there will be
    static std::shared_ptr<const RunTable> withColumns(const std::shared_ptr<const RunTable>& stored,
                                                       std::vector<std::shared_ptr<const Column>> columns,
                                                       std::set<ColumnId> pending);
    /// The table with the values that runs have, whatever columns show in the place of them.
    const RunTable& stored() const { return m_stored ? *m_stored : *this; }
    bool isPending(const ColumnId& id) const { return m_pending.contains(id); }
    /// Fields in the order of Field, then config and summary columns each in natural order of their keys.
    const std::vector<std::shared_ptr<const Column>>& columns() const { return m_columns; }
    /// Null when there is none.
    const Column* column(const ColumnId& id) const;
    const Column& field(Field field) const;
    std::optional<std::uint32_t> rowOf(const RunRef& ref) const;
    /// Whether the other table has the same runs in the same rows, as far as is known without looking at them.
    bool sharesRows(const RunTable& other) const { return m_rows == other.m_rows; }

    /// Whether the other table has columns of the same IDs in the same places, as far as is known without looking.
    bool sharesColumns(const RunTable& other) const { return m_columnPlaces == other.m_columnPlaces; }

    RunState state(std::uint32_t row) const { return m_facts[row].state; }
    /// Null: nothing is known beside the state.
    const StateNote* stateNote(std::uint32_t row) const { return m_facts[row].stateNote.get(); }
    /// Shown name: the run's name, else its ID.
    const std::string& name(std::uint32_t row) const { return m_facts[row].name; }
    /// Whether the name is the ID for want of a name.
    bool isNameFromId(std::uint32_t row) const { return m_facts[row].nameFromId; }
    std::optional<TimeNs> startedAt(std::uint32_t row) const { return m_facts[row].startedAt; }
    std::uint32_t warningCount(std::uint32_t row) const { return m_facts[row].warnings; }
    /// Runs that have warnings.
    std::uint32_t warnedRuns() const { return m_warnedRuns; }
    /// Whether the field shows a user's edit.
    bool isEdited(std::uint32_t row, Field field) const { return (m_facts[row].marks & markOf(field)) != 0; }
    /// Those fields, in their order.
    std::vector<Field> editedFields(std::uint32_t row) const;
    /// A user protects the run: it is not to be deleted or edited.
    bool isLocked(std::uint32_t row) const { return (m_facts[row].marks & kLocked) != 0; }
    /// Palette slot 0–19, stable under filters, sorting and later runs (see RunColours.h).
    std::uint8_t colourSlot(std::uint32_t row) const { return (*m_colours)[row]; }
    /// Its rows are those of logged tables, whose columns are keys of the summary: a plain name is such a column before
    /// it is a field, and of the fields there is only the name, which is the run's and called "run" too.
    bool isOfLoggedRows() const { return m_isOfLoggedRows; }
    /// What a search looks in: name and ID as searchFold gives them, a line each.
    const std::string& searchText(std::uint32_t row) const { return m_facts[row].searchText; }

private:
    friend class RunTableBuilder;
    friend struct TableCodec;

    /// Which runs there are.
    struct Rows {
        std::vector<RunRef> refs;
        HashIndex index;
    };
    /// What is asked of every row that is shown.
    struct Facts {
        RunState state = RunState::Unknown;
        bool nameFromId = false;
        std::uint8_t marks = 0; ///< of markOf and kLocked
        std::uint32_t warnings = 0;
        std::optional<TimeNs> startedAt;
        std::string name, searchText;
        std::shared_ptr<const StateNote> stateNote;

        bool saysTheSame(const Facts& other) const;
    };
    static constexpr std::uint8_t kLocked = 1U << 6U;
    /// Of the fields that can be edited; 0 for the others.
    static std::uint8_t markOf(Field field);
    static std::uint8_t marksOf(const Run& run);

    using ColumnPlaces = std::map<ColumnId, std::size_t>;

    std::shared_ptr<const Rows> m_rows;
    SharedRows<Facts> m_facts;
    std::uint32_t m_warnedRuns = 0;
    bool m_isOfLoggedRows = false;
    std::shared_ptr<const std::vector<std::uint8_t>> m_colours;
    std::vector<std::shared_ptr<const Column>> m_columns;
    std::shared_ptr<const ColumnPlaces> m_columnPlaces;
    std::shared_ptr<const RunTable> m_stored; ///< null: this table
    std::set<ColumnId> m_pending;
};

} // namespace runglass
