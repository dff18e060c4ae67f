// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunView.h"

#include <utility>

namespace runglass
{

RunView viewOf(const RunListState& state)
{
    return {state.sort,   state.filter,   state.colours,     state.pinned,  state.columns,
            state.widths, state.grouping, state.shownValues, state.baseline};
}

void setView(RunListState& state, RunView view)
{
    state.sort = std::move(view.sort);
    state.filter = std::move(view.filter);
    state.colours = std::move(view.colours);
    state.pinned = std::move(view.pinned);
    state.columns = std::move(view.columns);
    state.widths = std::move(view.widths);
    state.grouping = std::move(view.grouping);
    state.shownValues = std::move(view.shownValues);
    state.baseline = std::move(view.baseline);
}

bool isGradual(ViewPart part)
{
    return part == ViewPart::Filter || part == ViewPart::FoldedGroups;
}

ViewPart changedPart(const RunView& before, const RunView& after)
{
    std::vector<ViewPart> changed;
    const auto compare = [&changed](const auto& was, const auto& is, ViewPart part) {
        if (was != is)
            changed.push_back(part);
    };
    compare(before.sort, after.sort, ViewPart::Sort);
    compare(before.filter, after.filter, ViewPart::Filter);
    compare(before.colours, after.colours, ViewPart::Colours);
    compare(before.pinned, after.pinned, ViewPart::Pins);
    compare(before.columns, after.columns, ViewPart::Columns);
    compare(before.widths, after.widths, ViewPart::Widths);
    const bool sameGroups = before.grouping.columns == after.grouping.columns;
    compare(before.grouping, after.grouping, sameGroups ? ViewPart::FoldedGroups : ViewPart::Grouping);
    compare(before.shownValues, after.shownValues, ViewPart::Values);
    compare(before.baseline, after.baseline, ViewPart::Baseline);
    return changed.size() == 1 ? changed.front() : ViewPart::Several;
}

} // namespace runglass
