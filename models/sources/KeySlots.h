// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbRecords.h"

#include <cstdint>
#include <vector>

namespace runglass
{

/// Numbers key paths from 0 in order of first sight, without allocating for a path that is known.
class KeySlots
{
public:
    /// The slot of the item's path: the one tried first when guess is its slot, else by hash; a new one when unknown.
    std::size_t slotOf(const WandbItem& item, std::size_t guess);

    std::size_t size() const { return m_paths.size(); }
    const KeyPath& path(std::size_t slot) const { return m_paths[slot]; }

private:
    void grow();

    std::vector<KeyPath> m_paths;
    std::vector<std::uint64_t> m_hashes;  ///< of each path
    std::vector<std::uint32_t> m_buckets; ///< slot + 1, 0 when free; a power of two long, at most half full
};

} // namespace runglass
