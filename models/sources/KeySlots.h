// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbRecords.h"

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
    std::size_t slotOf(const WandbItem& item);

    std::size_t size() const { return m_paths.size(); }
    /// Bytes as written, which need not be valid UTF-8: see storedKey().
    const KeyPath& path(std::size_t slot) const { return m_paths[slot]; }

private:
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

    Sign signOf(std::span<const std::string_view> path) const;
    std::size_t find(const Sign& sign, std::string_view rest, const WandbItem& item);
    void grow();

    std::uint64_t m_seed; ///< so that no log can be made whose keys all meet in one bucket
    std::vector<KeyPath> m_paths;
    std::vector<std::uint64_t> m_hashes; ///< of each path
    std::vector<Bucket> m_buckets;       ///< a power of two, at most half of them taken
};

} // namespace runglass
