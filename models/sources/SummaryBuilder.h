// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/KeySlots.h"
#include "models/sources/LogProblems.h"

namespace runglass
{

/// Summary updates → the summary. Every logged row sends all of its values here too, so only the text of the last
/// write of each path is kept, and parsed once at the end.
class SummaryBuilder
{
public:
    void apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals);
    /// The object as the last write of every path left it. A value that is no JSON is left out and said.
    Value build(LogProblems& problems) const;

private:
    struct Write {
        std::string json;
        std::uint64_t order = 0; ///< of the last write
        bool removed = false;
    };

    Write& writeOf(const WandbItem& item, std::size_t guess);

    KeySlots m_keys;
    std::vector<Write> m_writes;
    std::size_t m_nextGuess = 0;
    std::uint64_t m_order = 0;
};

} // namespace runglass
