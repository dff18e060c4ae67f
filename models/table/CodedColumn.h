// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/Cells.h"
#include "models/table/Column.h"
#include "models/table/Dictionary.h"

namespace runglass
{

/// A column of texts, lists of texts, or anything: each cell is the number of an entry in a dictionary.
class CodedColumn : public Column
{
public:
    using Codes = Cells<std::uint32_t>;

    CodedColumn(ColumnId id, Kind kind, std::shared_ptr<const Dictionary> dictionary, Codes codes)
        : Column(std::move(id), kind)
        , m_dictionary(std::move(dictionary))
        , m_codes(std::move(codes))
    {
    }

    const Codes& codes() const { return m_codes; }
    const std::shared_ptr<const Dictionary>& dictionary() const { return m_dictionary; }
    /// Null where missing.
    const Value* find(std::uint32_t row) const
    {
        const std::uint32_t* code = m_codes.find(row);
        return code ? &m_dictionary->entries()[*code] : nullptr;
    }
    /// See Cells::remapped.
    std::shared_ptr<const CodedColumn> remapped(const std::vector<std::uint32_t>& newRows,
                                                std::uint32_t rowCount) const;

    std::size_t presentCount() const override { return m_codes.count(); }
    bool has(std::uint32_t row) const override { return m_codes.find(row) != nullptr; }
    bool hasAny(const RowBits& rows) const override { return m_codes.hasAny(rows); }
    Value value(std::uint32_t row) const override;
    bool differs(std::span<const std::uint32_t> rows) const override;
    void sort(std::vector<std::uint32_t>& rows, bool descending) const override;

private:
    std::shared_ptr<const Dictionary> m_dictionary;
    Codes m_codes;
};

} // namespace runglass
