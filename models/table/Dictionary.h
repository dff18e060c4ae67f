// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <cstdint>
#include <limits>
#include <mutex>
#include <vector>

namespace runglass
{

/// The different values of a column, each with a number.
/// @thread any, at once
class Dictionary
{
public:
    static constexpr std::uint32_t kNoRank = std::numeric_limits<std::uint32_t>::max();

    explicit Dictionary(std::vector<Value> entries)
        : m_entries(std::move(entries))
    {
    }

    const std::vector<Value>& entries() const { return m_entries; }
    /// Place of each entry in natural order; equal numbers share one, NaN has kNoRank. Made once, when first asked for.
    const std::vector<std::uint32_t>& ranks() const;

private:
    void rank() const;

    std::vector<Value> m_entries;
    mutable std::once_flag m_ranked;
    mutable std::vector<std::uint32_t> m_ranks;
};

/// Equal values have the same.
std::size_t hashOf(const Value& value);

} // namespace runglass
