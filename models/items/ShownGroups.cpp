// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ShownGroups.h"

#include "models/items/GroupText.h"
#include "models/table/RunColours.h"

#include <QStringList>

#include <algorithm>

namespace runglass
{

namespace
{

/// "adam · 0.1": the values of the columns from the outermost on.
QString groupName(const RunGroups& groups, std::uint32_t group)
{
    QStringList values;
    for (std::uint32_t at = group; at != RunGroups::kNone; at = groups.groups[at].parent)
        values.prepend(groupValueText(groups, at));
    return values.join(QStringLiteral(" · "));
}

/// The colour that all members have, where a column gives it.
std::optional<RunColour> commonColour(const RunList& list, const RunListState& state, std::uint32_t group)
{
    if (!state.colours.byColumn)
        return std::nullopt;
    std::optional<RunColour> common;
    for (const std::uint32_t row : list.groups->rowsOf(group)) {
        const RunColour colour = list.colour(row, state.colours);
        if (common && *common != colour)
            return std::nullopt;
        common = colour;
    }
    return common;
}

} // namespace

std::shared_ptr<const ShownGroups> shownGroups(const RunList& list, const RunListState& state)
{
    auto result = std::make_shared<ShownGroups>();
    if (!list.groups)
        return result;
    std::vector<std::uint32_t> groups;
    for (std::uint32_t group = 0; group < list.groups->groups.size(); ++group) {
        if (!list.groups->isInnermost(group))
            continue;
        ShownGroup shown;
        for (const std::uint32_t row : list.groups->rowsOf(group)) {
            if (!state.hidden.contains(list.table->ref(row)))
                shown.members.push_back(list.table->ref(row));
        }
        if (shown.members.empty())
            continue;
        shown.group.ref = {-1, {{}, {}, list.groups->groups[group].key}};
        shown.group.name = QStringLiteral("%1 (%2)").arg(groupName(*list.groups, group)).arg(shown.members.size());
        groups.push_back(group);
        result->push_back(std::move(shown));
    }
    std::vector<ColouredRun> coloured;
    for (const ShownGroup& shown : *result)
        coloured.push_back({&shown.group.ref, std::nullopt});
    const std::vector<std::uint8_t> given = colourSlots(coloured);
    for (std::size_t i = 0; i < groups.size(); ++i)
        (*result)[i].group.colour = commonColour(list, state, groups[i]).value_or(RunColour::slot(given[i]));
    return result;
}

} // namespace runglass
