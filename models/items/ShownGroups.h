// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ShownRuns.h"

namespace runglass
{

/// A group of the table as charts show it.
struct ShownGroup {
    ShownRun group;              ///< its name, colour and a RunRef that is no run's
    std::vector<RunRef> members; ///< those whose eye is open, at least one

    bool operator==(const ShownGroup&) const = default;
};

/// The innermost groups of the table that have shown runs, in its order. Empty: it is not grouped.
using ShownGroups = std::vector<ShownGroup>;

std::shared_ptr<const ShownGroups> shownGroups(const RunList& list, const RunListState& state);

/// Whether a ref that charts tell of stands for a group.
inline bool isGroupRef(const RunRef& ref)
{
    return ref.source < 0;
}

} // namespace runglass
