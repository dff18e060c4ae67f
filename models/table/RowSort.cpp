// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowSort.h"

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

constexpr unsigned kDigitBits = 11, kDigits = 6;
constexpr std::size_t kBuckets = std::size_t{1} << kDigitBits;
/// Below this, counting costs more than comparing.
constexpr std::size_t kRadixFrom = 2048;

using Counts = std::array<std::array<std::uint32_t, kBuckets>, kDigits>;

std::size_t digitOf(std::uint64_t key, unsigned digit)
{
    return key >> (digit * kDigitBits) & (kBuckets - 1);
}

void pass(const std::vector<KeyedRow>& from, std::vector<KeyedRow>& to, unsigned digit,
          std::array<std::uint32_t, kBuckets>& counts)
{
    std::uint32_t start = 0;
    for (std::uint32_t& count : counts) {
        const std::uint32_t size = count;
        count = start;
        start += size;
    }
    for (const KeyedRow& entry : from)
        to[counts[digitOf(entry.key, digit)]++] = entry;
}

} // namespace

void sortRows(std::vector<KeyedRow>& rows)
{
    if (rows.size() < kRadixFrom) {
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
        return;
    }
    std::vector<Counts> store(1); // 48 KB: too much for a stack
    Counts& counts = store.front();
    for (const KeyedRow& entry : rows) {
        for (unsigned digit = 0; digit < kDigits; ++digit)
            ++counts[digit][digitOf(entry.key, digit)];
    }
    std::vector<KeyedRow> other(rows.size());
    for (unsigned digit = 0; digit < kDigits; ++digit) {
        if (counts[digit][digitOf(rows.front().key, digit)] == rows.size())
            continue;
        pass(rows, other, digit, counts[digit]);
        rows.swap(other);
    }
}

} // namespace runglass
