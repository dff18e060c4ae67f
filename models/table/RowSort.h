// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <vector>

namespace runglass
{

/// A number whose order as unsigned is the order of doubles; −0 and 0 are the same.
inline std::uint64_t orderedBits(double value)
{
    constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    return (bits & kSign) != 0 ? ~bits : bits | kSign;
}

/// A number whose order as unsigned is the order of signed ones.
inline std::uint64_t orderedBits(std::int64_t value)
{
    return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

/// Places in keys (0, 1 …) in the order of the keys, stable. Radix sort of the 32 bits that tell most, then what is
/// alike in these by the whole key: three passes at most for 100,000 random doubles, one for a few different ones.
std::vector<std::uint32_t> orderOf(std::span<const std::uint64_t> keys);

/// Orders rows in place by keyOf(row, key), which is false where there is no key: such rows come last in both
/// directions. Equal keys keep their order unless settle(rows), given each stretch of them, orders them.
template <typename KeyOf, typename Settle = std::nullptr_t>
void sortRowsBy(std::vector<std::uint32_t>& rows, bool descending, const KeyOf& keyOf, const Settle& settle = nullptr)
{
    std::vector<std::uint64_t> keys(rows.size());
    std::vector<std::uint32_t> keyed(rows.size()), without;
    const std::uint64_t flip = descending ? ~std::uint64_t{0} : 0;
    std::uint64_t* const keyAt = keys.data();
    std::uint32_t* const rowAt = keyed.data();
    std::size_t count = 0;
    for (const std::uint32_t row : rows) {
        std::uint64_t key = 0;
        if (keyOf(row, key)) {
            keyAt[count] = key ^ flip;
            rowAt[count++] = row;
        } else {
            without.push_back(row);
        }
    }
    keys.resize(count);
    const std::vector<std::uint32_t> order = orderOf(keys);
    std::transform(order.begin(), order.end(), rows.begin(), [rowAt](std::uint32_t place) { return rowAt[place]; });
    std::copy(without.begin(), without.end(), rows.begin() + static_cast<std::ptrdiff_t>(count));
    if constexpr (!std::is_same_v<Settle, std::nullptr_t>) {
        for (std::size_t first = 0; first < count;) {
            std::size_t last = first + 1;
            while (last < count && keys[order[last]] == keys[order[first]])
                ++last;
            if (last - first > 1)
                settle(std::span(rows).subspan(first, last - first));
            first = last;
        }
    }
}

} // namespace runglass
