// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"
#include "models/table/Column.h"
#include "models/table/RunRef.h"

#include <map>
#include <memory>
#include <vector>

namespace runglass
{

/// All runs of all open sources as columns: an immutable snapshot that shares unchanged columns with the one before.
/// Made by RunTableBuilder. Internal keys (beginning with "_") of config and summary have no column.
/// @thread any, at once
class RunTable
{
public:
    std::uint32_t rowCount() const { return static_cast<std::uint32_t>(m_refs.size()); }
    const RunRef& ref(std::uint32_t row) const { return m_refs[row]; }
    /// Fields in the order of Field, then config and summary columns each in natural order of their keys.
    const std::vector<std::shared_ptr<const Column>>& columns() const { return m_columns; }
    /// Null when there is none.
    const Column* column(const ColumnId& id) const;
    const Column& field(Field field) const;
    std::optional<std::uint32_t> rowOf(const RunRef& ref) const;

    RunState state(std::uint32_t row) const { return m_states[row]; }
    /// Shown name: the run's name, else its ID.
    const std::string& name(std::uint32_t row) const { return m_names[row]; }
    /// Whether the name is the ID for want of a name.
    bool isNameFromId(std::uint32_t row) const { return m_nameFromId[row] != 0; }
    std::optional<TimeNs> startedAt(std::uint32_t row) const;
    std::uint32_t warningCount(std::uint32_t row) const { return m_warnings[row]; }
    /// Palette slot 0–19, stable under filters, sorting and later runs (see RunColours.h).
    std::uint8_t colourSlot(std::uint32_t row) const { return m_colours[row]; }

private:
    friend class RunTableBuilder;
    std::vector<RunRef> m_refs;
    std::vector<std::shared_ptr<const Column>> m_columns;
    std::map<ColumnId, std::size_t> m_columnIndex;
    std::map<RunRef, std::uint32_t> m_rows;
    std::vector<RunState> m_states;
    std::vector<std::string> m_names;
    std::vector<std::uint8_t> m_nameFromId, m_colours;
    std::vector<std::int64_t> m_startedAt; ///< kNoTime where unknown
    std::vector<std::uint32_t> m_warnings;

    static constexpr std::int64_t kNoTime = std::numeric_limits<std::int64_t>::min();
};

} // namespace runglass
