// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/CodedColumn.h"
#include "models/table/HashIndex.h"
#include "models/table/NumberColumn.h"

#include <array>
#include <optional>

namespace runglass
{

/// One column as it grows: collects cells and makes a new immutable column of them when asked. The kind follows from
/// the values that are there.
/// @thread any one at a time
class ColumnBuilder
{
public:
    /// @param emptyKind  the kind while there is no value
    explicit ColumnBuilder(ColumnId id, Column::Kind emptyKind = Column::Kind::Number);
    /// Goes on with a column that is there.
    explicit ColumnBuilder(std::shared_ptr<const Column> column, Column::Kind emptyKind = Column::Kind::Number);

    const ColumnId& id() const { return m_id; }
    /// As of the last flush.
    const std::shared_ptr<const Column>& column() const { return m_column; }
    /// Whether the flushed cell is exactly value; null stands for missing.
    bool holds(std::uint32_t row, const Value& value) const;
    /// Sets a cell, or removes it with null. One call a row between flushes.
    void set(std::uint32_t row, Value value);
    bool isDirty() const { return !m_patches.empty(); }
    /// Makes column() anew with what was set.
    void flush(std::uint32_t rowCount);
    /// See Cells::remapped. Only when not dirty.
    void remap(const std::vector<std::uint32_t>& newRows, std::uint32_t rowCount);

private:
    using Patch = NumberColumn::Patch;
    enum class Class { Number, Text, TextList, Other, Count };

    static Class classOf(const Value& value);
    std::optional<Class> classAt(std::uint32_t row) const;
    void countCells();
    void countPatches();
    void indexEntries();
    Column::Kind wantedKind() const;
    void forgetPatches();
    void patchCoded(std::uint32_t rowCount);
    void rebuild(Column::Kind kind, std::uint32_t rowCount);
    std::uint32_t codeOf(Value value, std::vector<Value>& added);
    void setColumn(std::shared_ptr<const NumberColumn> number, std::shared_ptr<const CodedColumn> coded);

    ColumnId m_id;
    Column::Kind m_emptyKind;
    std::shared_ptr<const NumberColumn> m_number; ///< one of these two is set
    std::shared_ptr<const CodedColumn> m_coded;
    std::shared_ptr<const Column> m_column; ///< the one that is
    HashIndex m_index;                      ///< into the entries of m_coded's dictionary
    std::array<std::size_t, static_cast<std::size_t>(Class::Count)> m_counts = {};
    std::vector<Patch> m_patches;
};

} // namespace runglass
