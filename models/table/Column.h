// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/table/ColumnId.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace runglass
{

/// One column of the table, typed and immutable: numbers as doubles with a validity bitmap (integers beyond 2^53 beside
/// them), text and text lists dictionary-encoded, anything else as values. A column that fewer than two thirds of the
/// rows have is held as (row, cell) pairs. Rows are those of its RunTable.
/// @thread any, at once
class Column
{
public:
    enum class Kind { Number, Text, TextList, Mixed };

    virtual ~Column() = default;
    const ColumnId& id() const { return m_id; }
    Kind kind() const { return m_kind; }
    /// How many rows have a value (a logged null is none).
    virtual std::size_t presentCount() const = 0;
    virtual bool has(std::uint32_t row) const = 0;
    /// The cell as logged; null where it is missing.
    virtual Value value(std::uint32_t row) const = 0;
    /// Whether any of these rows (bit n of word n / 64) has a value.
    virtual bool hasAny(const std::vector<std::uint64_t>& rows) const = 0;
    /// Whether two of these rows do not have the same: numbers that are equal are the same, as are NaN and NaN, missing
    /// and missing.
    virtual bool differs(std::span<const std::uint32_t> rows) const = 0;
    /// For Kind::Number; NaN where missing.
    virtual double number(std::uint32_t row) const;
    /// The row order by this column, rows without a value or with NaN last in both directions, stable, text in natural
    /// order ("run2" before "run10"). rows is what to order; it is ordered in place.
    virtual void sort(std::vector<std::uint32_t>& rows, bool descending) const = 0;

protected:
    Column(ColumnId id, Kind kind)
        : m_id(std::move(id))
        , m_kind(kind)
    {
    }

private:
    ColumnId m_id;
    Kind m_kind;
};

} // namespace runglass
