// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/CodedColumn.h"

#include "models/table/RowSort.h"

namespace runglass
{

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

void CodedColumn::sort(std::vector<std::uint32_t>& rows, bool descending) const
{
    const std::vector<std::uint32_t>& ranks = m_dictionary->ranks();
    const auto keyOf = [this, &ranks](std::uint32_t row, std::uint64_t& key) {
        const std::uint32_t* code = m_codes.find(row);
        if (!code || ranks[*code] == Dictionary::kNoRank)
            return false;
        key = ranks[*code];
        return true;
    };
    sortRowsBy(rows, descending, keyOf, [](auto, auto) {});
}

} // namespace runglass
