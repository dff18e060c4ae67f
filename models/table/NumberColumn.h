// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Cells.h"
#include "models/table/Column.h"

#include <utility>
#include <vector>

namespace runglass
{

/// A column of integers and doubles.
class NumberColumn : public Column
{
public:
    struct Patch {
        std::uint32_t row = 0;
        Value value; ///< integer, double, or null to remove
    };

    explicit NumberColumn(ColumnId id)
        : Column(std::move(id), Kind::Number)
    {
    }
    /// This column after patches (ordered by row, one a row), in a table of rowCount rows.
    std::shared_ptr<const NumberColumn> patched(const std::vector<Patch>& patches, std::uint32_t rowCount) const;
    /// See Cells::remapped.
    std::shared_ptr<const NumberColumn> remapped(const std::vector<std::uint32_t>& newRows,
                                                 std::uint32_t rowCount) const;

    /// For tables as bytes: see TableBytes.h. Null, and in has failed, when the bytes are none of write().
    void write(ByteWriter& out) const;
    static std::shared_ptr<const NumberColumn> read(ByteReader& in, ColumnId id, std::uint32_t rowCount);

    /// Integers beyond 2^53, by row: there the cell is the double next to it.
    using Exact = std::vector<std::pair<std::uint32_t, std::int64_t>>;
    const Cells<double>& cells() const { return m_cells; }
    const Exact& exact() const { return m_exact; }

    std::size_t presentCount() const override { return m_cells.count(); }
    bool has(std::uint32_t row) const override { return m_cells.find(row) != nullptr; }
    bool hasAny(const RowBits& rows) const override { return m_cells.hasAny(rows); }
    Value value(std::uint32_t row) const override;
    double number(std::uint32_t row) const override;
    bool differs(std::span<const std::uint32_t> rows) const override;
    void sort(std::vector<std::uint32_t>& rows, bool descending) const override;

private:
    std::int64_t offset(std::uint32_t row) const;
    static bool needsExact(const Value& value);

    Cells<double> m_cells;
    RowBits m_integers; ///< rows whose number was logged as an integer
    Exact m_exact;
};

} // namespace runglass
