// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ShownRuns.h"

#include "models/items/VisibleText.h"

#include <algorithm>

namespace runglass
{

std::shared_ptr<const ShownRuns> shownRuns(const RunList& list, const RunListState& state)
{
    constexpr qsizetype kNameLength = 300;
    auto result = std::make_shared<ShownRuns>();
    const auto add = [&](std::uint32_t row) {
        result->runs.push_back({list.table->ref(row), visibleExcerpt(list.table->name(row), kNameLength),
                                list.colour(row, state.colours), list.table->state(row) == RunState::Running});
    };
    // Wherever it stands in the list, so that it is never among those that there is no room for.
    const std::optional<std::uint32_t> baseline = list.baseline ? list.table->rowOf(*list.baseline) : std::nullopt;
    if (baseline && !state.hidden.contains(*list.baseline) &&
        std::find(list.rows.begin(), list.rows.end(), *baseline) != list.rows.end())
        add(*baseline);
    const bool hasBaseline = !result->runs.empty();
    for (const std::uint32_t row : list.rows) {
        if ((hasBaseline && row == *baseline) || state.hidden.contains(list.table->ref(row)))
            continue;
        if (result->runs.size() == ShownRuns::kMost)
            ++result->leftOut;
        else
            add(row);
    }
    return result;
}

} // namespace runglass
