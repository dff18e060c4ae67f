// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <map>
#include <set>
#include <vector>

namespace runglass
{

/// What of a RunListState is kept for each project, and undone step by step: how the runs are shown. Scope, search and
/// eyes are not part of it.
struct RunView {
    std::vector<SortKey> sort;
    Filter filter = {};
    ColourRule colours = {};
    std::set<RunPath> pinned = {};
    ColumnLayout columns = {};
    std::map<ColumnId, int> widths = {};
    RunGrouping grouping = {};
    ShownValues shownValues = {};
    std::optional<RunPath> baseline = {};

    bool operator==(const RunView&) const = default;
};

/// The parts of a view, as a person changes them one at a time.
enum class ViewPart { Sort, Filter, Colours, Pins, Columns, Widths, Grouping, FoldedGroups, Values, Baseline, Several };

RunView viewOf(const RunListState& state);
void setView(RunListState& state, RunView view);
/// Whether a person changes the part little by little: while typing.
bool isGradual(ViewPart part);
/// Which part differs; Several when more than one does. Only for views that are not equal.
ViewPart changedPart(const RunView& before, const RunView& after);

} // namespace runglass
