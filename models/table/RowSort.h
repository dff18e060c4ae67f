// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace runglass
{

/// A row and what it is ordered by.
struct KeyedRow {
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

/// A number whose order as unsigned is the order of doubles; −0 and 0 are the same.
inline std::uint64_t orderedBits(double value)
{
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

/// Orders by key, stable. Radix sort, 11 bits a pass; digits that are the same in all keys cost no pass.
void sortRows(std::vector<KeyedRow>& rows);

/// Orders rows in place by keyOf(row, key), which is false where there is no key: such rows come last in both
/// directions. Equal keys keep their order unless settle(first, last), given each stretch of them, orders them.
template <typename KeyOf, typename Settle>
void sortRowsBy(std::vector<std::uint32_t>& rows, bool descending, const KeyOf& keyOf, const Settle& settle)
{
    std::vector<KeyedRow> keyed;
    std::vector<std::uint32_t> without;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        std::uint64_t key = 0;
        if (keyOf(row, key))
            keyed.push_back({descending ? ~key : key, row});
        else
            without.push_back(row);
    }
    sortRows(keyed);
    for (auto first = keyed.begin(); first != keyed.end();) {
        auto last = first + 1;
        while (last != keyed.end() && last->key == first->key)
            ++last;
        if (last - first > 1)
            settle(first, last);
        first = last;
    }
    auto out = rows.begin();
    for (const KeyedRow& entry : keyed)
        *out++ = entry.row;
    for (const std::uint32_t row : without)
        *out++ = row;
}

} // namespace runglass
