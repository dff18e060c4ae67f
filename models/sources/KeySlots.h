// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbRecords.h"

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace runglass
{

/// Numbers key paths from 0 in order of first sight, without allocating for a path that is known. The SDK writes the
/// keys of each row in another order, so nothing can be foretold: a path is found by its hash, and most are told from
/// others by two words.
class KeySlots
{
public:
    KeySlots();

    /// The slot of the item's path; a new one when it is unknown.
    std::size_t slotOf(const WandbItem& item)
    {
        if (!item.hasKeyHead || item.key.size() > kHeadBytes || m_buckets.empty())
            return slotOfAny(item);
        const Sign sign{item.keyHead[0], item.keyHead[1], item.key.size()};
        const Bucket& bucket = m_buckets[hashOf(sign) & (m_buckets.size() - 1)];
        return bucket.slot != 0 && bucket.sign == sign ? bucket.slot - 1 : slotOfAny(item);
    }

    std::size_t size() const { return m_paths.size(); }
    /// Bytes as written, which need not be valid UTF-8: see storedKey().
    const KeyPath& path(std::size_t slot) const { return m_paths[slot]; }

private:
    static constexpr std::size_t kHeadBytes = 16;

    /// What is compared before the path itself: for one component its first 16 bytes and its length.
    struct Sign {
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        std::size_t length = 0;
        bool operator==(const Sign& other) const
        {
            return low == other.low && high == other.high && length == other.length;
        }
    };
    struct Bucket {
        Sign sign;
        std::uint32_t slot = 0; ///< + 1; 0 when free
    };

    /// A product of 128 bits, folded.
    static std::uint64_t mixed(std::uint64_t seed, std::uint64_t a, std::uint64_t b)
    {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a ^ seed) * (b ^ std::rotl(seed, 32) ^ odd);
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }
    std::uint64_t hashOf(const Sign& sign) const { return mixed(m_seed, sign.low, sign.high) ^ sign.length; }
    std::size_t slotOfAny(const WandbItem& item);
    Sign signOf(std::span<const std::string_view> path) const;
    std::size_t find(const Sign& sign, std::string_view rest, const WandbItem& item);
    void grow();

    std::uint64_t m_seed; ///< so that no log can be made whose keys all meet in one bucket
    std::vector<KeyPath> m_paths;
    std::vector<std::uint64_t> m_hashes; ///< of each path
    std::vector<Bucket> m_buckets;       ///< a power of two, at most half of them taken
};

} // namespace runglass
