// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RowSort.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace runglass
{

namespace
{

constexpr unsigned kDigitBits = 11, kShortBits = 32;
constexpr std::size_t kBuckets = std::size_t{1} << kDigitBits;
/// Below this, counting costs more than comparing.
constexpr std::size_t kRadixFrom = 1024;

/// Which bits of keys make their short keys: those above are the same in all keys, those below make no short key.
struct Cut {
    unsigned shift = 0, bits = 0;
    bool isExact = true; ///< equal short keys are equal keys

    static Cut of(std::span<const std::uint64_t> keys)
    {
        std::uint64_t differing = 0;
        for (const std::uint64_t key : keys)
            differing |= key ^ keys.front();
        Cut cut;
        if (differing == 0)
            return cut;
        const auto top = static_cast<unsigned>(std::bit_width(differing));
        const auto low = static_cast<unsigned>(std::countr_zero(differing));
        cut.isExact = top - low <= kShortBits;
        cut.shift = cut.isExact ? low : top - kShortBits;
        cut.bits = top - cut.shift;
        return cut;
    }
};

/// A short key above the place of its key: numbers of 64 bits move faster than pairs of one and a place.
std::uint64_t entryOf(std::uint64_t key, std::size_t place, const Cut& cut)
{
    return (key >> cut.shift) << 32 | place;
}

std::uint32_t placeOf(std::uint64_t entry)
{
    return static_cast<std::uint32_t>(entry);
}

std::uint32_t shortKeyOf(std::uint64_t entry)
{
    return static_cast<std::uint32_t>(entry >> 32);
}

/// @param digit  of the short key, its lowest bit's number
void pass(const std::vector<std::uint64_t>& from, std::vector<std::uint64_t>& to, unsigned digit)
{
    std::array<std::uint32_t, kBuckets> starts = {};
    const auto bucketOf = [digit](std::uint64_t entry) { return entry >> (32 + digit) & (kBuckets - 1); };
    for (const std::uint64_t entry : from)
        ++starts[bucketOf(entry)];
    std::exclusive_scan(starts.begin(), starts.end(), starts.begin(), 0U);
    std::uint64_t* const out = to.data();
    for (const std::uint64_t entry : from)
        out[starts[bucketOf(entry)]++] = entry;
}

/// Orders what has the same short key.
void settleByKey(std::vector<std::uint64_t>& entries, std::span<const std::uint64_t> keys)
{
    const auto less = [keys](std::uint64_t a, std::uint64_t b) {
        const std::uint64_t left = keys[placeOf(a)];
        const std::uint64_t right = keys[placeOf(b)];
        return left != right ? left < right : a < b;
    };
    for (auto first = entries.begin(); first != entries.end();) {
        auto last = first + 1;
        while (last != entries.end() && shortKeyOf(*last) == shortKeyOf(*first))
            ++last;
        if (last - first > 1 && !std::is_sorted(first, last, less))
            std::sort(first, last, less);
        first = last;
    }
}

} // namespace

std::vector<std::uint32_t> orderOf(std::span<const std::uint64_t> keys)
{
    std::vector<std::uint32_t> order(keys.size());
    if (keys.size() < kRadixFrom) {
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(),
                         [keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
        return order;
    }
    const Cut cut = Cut::of(keys);
    std::vector<std::uint64_t> entries(keys.size()), other(keys.size());
    for (std::size_t place = 0; place < keys.size(); ++place)
        entries[place] = entryOf(keys[place], place, cut);
    for (unsigned digit = 0; digit < cut.bits; digit += kDigitBits) {
        pass(entries, other, digit);
        entries.swap(other);
    }
    if (!cut.isExact)
        settleByKey(entries, keys);
    std::transform(entries.begin(), entries.end(), order.begin(), placeOf);
    return order;
}

} // namespace runglass
