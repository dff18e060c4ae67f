// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ShownRuns.h"

#include "models/items/VisibleText.h"

namespace runglass
{

std::shared_ptr<const ShownRuns> shownRuns(const RunList& list, const RunListState& state)
{
    constexpr qsizetype kNameLength = 300;
    auto result = std::make_shared<ShownRuns>();
    for (const std::uint32_t row : list.rows) {
        const RunRef& ref = list.table->ref(row);
        if (state.hidden.contains(ref))
            continue;
        if (result->runs.size() == ShownRuns::kMost) {
            ++result->leftOut;
            continue;
        }
        result->runs.push_back({ref, visibleExcerpt(list.table->name(row), kNameLength),
                                list.colour(row, state.colours), list.table->state(row) == RunState::Running});
    }
    return result;
}

} // namespace runglass
