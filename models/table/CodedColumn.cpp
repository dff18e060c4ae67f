// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/CodedColumn.h"

#include "models/table/RowSort.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

/// In a column of anything 1 and 1.0 are two entries.
bool isSame(const Value& a, const Value& b)
{
    if (a.kind() == Value::Kind::Double || b.kind() == Value::Kind::Double)
        return a.isNumber() && b.isNumber() &&
               (a.toDouble() == b.toDouble() || (std::isnan(a.toDouble()) && std::isnan(b.toDouble())));
    return a == b;
}

} // namespace

std::shared_ptr<const CodedColumn> CodedColumn::remapped(const std::vector<std::uint32_t>& newRows,
                                                         std::uint32_t rowCount) const
{
    return std::make_shared<CodedColumn>(id(), kind(), m_dictionary, m_codes.remapped(newRows, rowCount));
}

Value CodedColumn::value(std::uint32_t row) const
{
    const Value* entry = find(row);
    return entry ? *entry : Value();
}

bool CodedColumn::differs(std::span<const std::uint32_t> rows) const
{
    if (rows.empty())
        return false;
    const std::uint32_t* first = m_codes.find(rows.front());
    return std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
        const std::uint32_t* code = m_codes.find(row);
        if (!code || !first)
            return code != first;
        return *code != *first && !isSame(m_dictionary->entries()[*code], m_dictionary->entries()[*first]);
    });
}

void CodedColumn::sort(std::vector<std::uint32_t>& rows, bool descending) const
{
    const std::vector<std::uint32_t>& ranks = m_dictionary->ranks();
    const CellFinder<std::uint32_t> finder(m_codes);
    sortRowsBy(rows, descending, [&finder, &ranks](std::uint32_t row, std::uint64_t& key) {
        const std::uint32_t* code = finder.find(row);
        if (!code || ranks[*code] == Dictionary::kNoRank)
            return false;
        key = ranks[*code];
        return true;
    });
}

} // namespace runglass
