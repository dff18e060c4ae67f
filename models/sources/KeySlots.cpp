// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/KeySlots.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <span>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::size_t kManyComponents = ~std::size_t{0}; ///< a length that no component has
constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
constexpr std::size_t kFewestBuckets = 256; ///< so many that the keys of a usual run rarely meet

std::uint64_t seed()
{
    static const std::uint64_t drawn = (std::uint64_t{std::random_device()()} << 32) ^ std::random_device()();
    return drawn;
}

std::span<const std::string_view> componentsOf(const WandbItem& item)
{
    return item.nestedKey.empty() ? std::span<const std::string_view>(&item.key, 1) : item.nestedKey;
}

bool isPath(const KeyPath& path, std::span<const std::string_view> wanted)
{
    return std::equal(path.begin(), path.end(), wanted.begin(), wanted.end());
}

std::uint64_t wordAt(std::string_view bytes, std::size_t at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    return word;
}

} // namespace

KeySlots::KeySlots()
    : m_seed(seed())
{
}

/// Of several components: not the path itself, which is compared then, but two numbers made of it.
KeySlots::Sign KeySlots::signOf(std::span<const std::string_view> path) const
{
    Sign sign{path.size(), kOdd, kManyComponents};
    for (const std::string_view component : path) {
        sign.low = mixed(m_seed, sign.low, component.size());
        for (std::size_t i = 0; i < component.size(); i += 8) {
            sign.low = mixed(m_seed, sign.low, wordAt(component, i));
            sign.high = sign.high * kOdd + sign.low;
        }
    }
    return sign;
}

std::size_t KeySlots::slotOfAny(const WandbItem& item)
{
    if (item.nestedKey.size() > 1)
        return find(signOf(item.nestedKey), {}, item);
    const std::string_view key = componentsOf(item).front();
    Sign sign{0, 0, key.size()};
    if (item.hasKeyHead) {
        sign.low = item.keyHead[0];
        sign.high = item.keyHead[1];
    } else {
        sign.low = key.empty() ? 0 : wordAt(key, 0);
        sign.high = key.size() <= 8 ? 0 : wordAt(key, 8);
    }
    return find(sign, key.size() <= kHeadBytes ? std::string_view() : key.substr(kHeadBytes), item);
}

std::size_t KeySlots::find(const Sign& sign, std::string_view rest, const WandbItem& item)
{
    if (m_paths.size() * 2 >= m_buckets.size())
        grow();
    std::uint64_t hash = hashOf(sign);
    for (std::size_t i = 0; i < rest.size(); i += 8)
        hash = mixed(m_seed, hash, wordAt(rest, i));
    const std::size_t mask = m_buckets.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        Bucket& bucket = m_buckets[at];
        if (bucket.slot == 0) {
            const std::span<const std::string_view> path = componentsOf(item);
            m_paths.emplace_back(path.begin(), path.end());
            m_hashes.push_back(hash);
            bucket = {sign, static_cast<std::uint32_t>(m_paths.size())};
            return m_paths.size() - 1;
        }
        if (bucket.sign != sign)
            continue;
        const std::size_t slot = bucket.slot - 1;
        if (sign.length <= kHeadBytes)
            return slot;
        const bool same = sign.length == kManyComponents
                              ? isPath(m_paths[slot], item.nestedKey)
                              : std::string_view(m_paths[slot].front()).substr(kHeadBytes) == rest;
        if (same)
            return slot;
    }
}

void KeySlots::grow()
{
    const std::vector<Bucket> before =
        std::exchange(m_buckets, std::vector<Bucket>(std::max(kFewestBuckets, m_buckets.size() * 2)));
    const std::size_t mask = m_buckets.size() - 1;
    for (const Bucket& bucket : before) {
        if (bucket.slot == 0)
            continue;
        std::size_t at = m_hashes[bucket.slot - 1] & mask;
        while (m_buckets[at].slot != 0)
            at = (at + 1) & mask;
        m_buckets[at] = bucket;
    }
}

} // namespace runglass
