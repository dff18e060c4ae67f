// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnId.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace runglass
{

/// By which columns runs are grouped, and which groups are folded to one row.
struct RunGrouping {
    std::vector<ColumnId> columns;    ///< outermost first; empty: no groups
    bool allFolded = false;           ///< groups are folded, but for the exceptions
    std::set<std::string> exceptions; ///< RunGroup::key of groups that are not as allFolded says

    bool isFolded(const std::string& key) const { return allFolded != exceptions.contains(key); }
    void setFolded(const std::string& key, bool folded)
    {
        if (folded == allFolded)
            exceptions.erase(key);
        else
            exceptions.insert(key);
    }
    void setAllFolded(bool folded)
    {
        allFolded = folded;
        exceptions.clear();
    }
    /// Groups by other columns begin unfolded.
    void setColumns(std::vector<ColumnId> wanted)
    {
        if (wanted != columns)
            *this = {std::move(wanted), false, {}};
    }

    bool operator==(const RunGrouping&) const = default;
};

} // namespace runglass
