// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnId.h"

#include <set>
#include <vector>

namespace runglass
{

/// How a person arranged the columns of the runs table. What it says nothing of is as in a new project; the name is not
/// in it, since it always stands first and pinned.
/// @thread any one at a time
struct ColumnLayout {
    std::vector<ColumnId> pinned; ///< in their order, behind the name
    /// All columns there were when somebody moved one, also those that are pinned or hidden. Those that came later
    /// stand behind the one that they stand behind by themselves. Empty: the order of a new project.
    std::vector<ColumnId> order;
    std::set<ColumnId> shown;   ///< by hand
    std::set<ColumnId> hidden;  ///< by hand
    bool onlyShown = false;     ///< all are hidden that are neither in shown nor pinned
    bool onlyDiffering = false; ///< those are left out in which all listed runs have the same

    bool operator==(const ColumnLayout&) const = default;

    bool isPinned(const ColumnId& id) const;
    /// @param byItself  whether the column is shown where the layout says nothing of it
    bool isVisible(const ColumnId& id, bool byItself) const;
    void show(const ColumnId& id);
    /// A pinned one is pinned no more.
    void hide(const ColumnId& id);
    /// As the last of the pinned ones; one that is hidden is shown.
    void pin(const ColumnId& id);
    /// It stays visible, in its place among the others.
    void unpin(const ColumnId& id);
    /// Shows these and everything else but keys that are not known yet.
    void showAll(const std::vector<ColumnId>& ids);
    /// Hides everything but the name.
    void hideAll();
};

/// The keys of config and summary that a project had when it was looked at first.
using ColumnSet = std::set<ColumnId>;

/// Whether a column is shown in a new project: the fields up to the author, and all keys.
/// @param known  keys that are not in it came later and wait to be shown by hand; null: all are known
bool isShownByItself(const ColumnId& id, const ColumnSet* known);

} // namespace runglass
