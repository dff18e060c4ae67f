// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/ColumnArrangement.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace runglass
{

namespace
{

constexpr std::uint32_t kName = static_cast<std::uint32_t>(Field::Name);

/// Where columns stand in an order of IDs.
class Ranks
{
public:
    explicit Ranks(const std::vector<ColumnId>& order)
    {
        m_entries.reserve(order.size());
        for (std::size_t rank = 0; rank < order.size(); ++rank)
            m_entries.emplace_back(&order[rank], rank);
        std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
            return *a.first != *b.first ? *a.first < *b.first : a.second < b.second;
        });
    }
    std::optional<std::size_t> of(const ColumnId& id) const
    {
        const auto found =
            std::lower_bound(m_entries.begin(), m_entries.end(), id,
                             [](const Entry& entry, const ColumnId& wanted) { return *entry.first < wanted; });
        return found != m_entries.end() && *found->first == id ? std::optional(found->second) : std::nullopt;
    }

private:
    using Entry = std::pair<const ColumnId*, std::size_t>;
    std::vector<Entry> m_entries;
};

/// Fields, then keys: a new project's order.
std::vector<std::uint32_t> usualOrder(const std::vector<std::uint32_t>& keyColumns)
{
    std::vector<std::uint32_t> order;
    order.reserve(static_cast<std::size_t>(Field::Count) + keyColumns.size());
    for (std::uint32_t field = 0; field < static_cast<std::uint32_t>(Field::Count); ++field)
        order.push_back(field);
    order.insert(order.end(), keyColumns.begin(), keyColumns.end());
    return order;
}

std::vector<std::uint32_t> ordered(const RunTable& table, std::vector<std::uint32_t> usual,
                                   const std::vector<ColumnId>& wanted)
{
    if (wanted.empty())
        return usual;
    const Ranks ranks(wanted);
    // Each column that has a rank takes those along that stand behind it by themselves and have none.
    std::vector<std::vector<std::uint32_t>> parts(wanted.size() + 1);
    std::size_t part = 0;
    for (const std::uint32_t place : usual) {
        if (place == kName)
            continue;
        const auto rank = ranks.of(table.columns()[place]->id());
        part = rank ? *rank + 1 : part;
        auto& into = parts[part];
        into.insert(rank ? into.begin() : into.end(), place);
    }
    std::vector<std::uint32_t> order{kName};
    for (const auto& each : parts)
        order.insert(order.end(), each.begin(), each.end());
    return order;
}

std::vector<std::uint32_t> pinnedPlaces(const RunTable& table, const std::vector<std::uint32_t>& order,
                                        const std::vector<ColumnId>& pinned)
{
    std::vector<std::pair<std::size_t, std::uint32_t>> found;
    if (!pinned.empty()) {
        const Ranks ranks(pinned);
        for (const std::uint32_t place : order)
            if (const auto rank = ranks.of(table.columns()[place]->id()); rank && place != kName)
                found.emplace_back(*rank, place);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::uint32_t> places{kName};
    for (const auto& each : found)
        places.push_back(each.second);
    return places;
}

/// Those that came later first.
void bringWaitingForward(const RunTable& table, const ColumnSet* known, ColumnArrangement& arrangement)
{
    if (!known)
        return;
    const auto waits = [&](std::uint32_t place) {
        const ColumnId& id = table.columns()[place]->id();
        return id.origin != ColumnOrigin::Field && !known->contains(id);
    };
    const auto end = std::stable_partition(arrangement.hidden.begin(), arrangement.hidden.end(), waits);
    arrangement.waiting = static_cast<std::uint32_t>(end - arrangement.hidden.begin());
}

} // namespace

ColumnArrangement arrangeColumns(const RunTable& table, const std::vector<std::uint32_t>& keyColumns,
                                 const ColumnLayout& layout, const ColumnSet* known,
                                 std::span<const std::uint32_t> rows)
{
    ColumnArrangement result;
    result.order = ordered(table, usualOrder(keyColumns), layout.order);
    result.visible = pinnedPlaces(table, result.order, layout.pinned);
    result.pinned = static_cast<std::uint32_t>(result.visible.size());
    std::vector<bool> isPinned(table.columns().size());
    for (const std::uint32_t place : result.visible)
        isPinned[place] = true;
    for (const std::uint32_t place : result.order) {
        if (isPinned[place])
            continue;
        const ColumnId& id = table.columns()[place]->id();
        (layout.isVisible(id, isShownByItself(id, known)) ? result.visible : result.hidden).push_back(place);
    }
    bringWaitingForward(table, known, result);
    // Of one run nothing can be said to differ, and what was pinned is wanted whatever it holds.
    const bool compares = layout.onlyDiffering && rows.size() > 1;
    for (const std::uint32_t place : result.visible)
        if (!compares || isPinned[place] || table.columns()[place]->differs(rows))
            result.shown.push_back(place);
    return result;
}

ColumnArrangement usualColumns()
{
    return arrangeColumns(RunTable(), {}, {}, nullptr, {});
}

std::vector<ColumnId> columnIds(const RunTable& table, const std::vector<std::uint32_t>& places)
{
    std::vector<ColumnId> ids;
    ids.reserve(places.size());
    for (const std::uint32_t place : places)
        ids.push_back(table.columns()[place]->id());
    return ids;
}

ColumnLayout movedColumn(const RunTable& table, const ColumnArrangement& arrangement, ColumnLayout layout,
                         std::size_t from, std::size_t to)
{
    const std::size_t count = arrangement.visible.size();
    const std::size_t pinned = arrangement.pinned;
    if (from == 0 || to == 0 || from >= count || to >= count || from == to)
        return layout;
    std::vector<std::uint32_t> visible = arrangement.visible;
    const std::uint32_t moved = visible[from];
    visible.erase(visible.begin() + static_cast<std::ptrdiff_t>(from));
    visible.insert(visible.begin() + static_cast<std::ptrdiff_t>(to), moved);
    const ColumnId& id = table.columns()[moved]->id();
    const bool wasPinned = from < pinned;
    const bool pins = to < pinned;
    const std::size_t pinnedNow = pinned + (pins && !wasPinned ? 1 : 0) - (!pins && wasPinned ? 1 : 0);
    layout.pinned.clear();
    for (std::size_t place = 1; place < pinnedNow; ++place)
        layout.pinned.push_back(table.columns()[visible[place]]->id());
    layout.show(id);
    if (pins)
        return layout;
    // Behind the one that it follows now; as the first that is not pinned, in front of the one that follows.
    std::vector<std::uint32_t> order = arrangement.order;
    std::erase(order, moved);
    order.erase(order.begin());
    auto at = order.end();
    if (to > pinnedNow)
        at = std::find(order.begin(), order.end(), visible[to - 1]) + 1;
    else if (to + 1 < count)
        at = std::find(order.begin(), order.end(), visible[to + 1]);
    order.insert(at, moved);
    layout.order = columnIds(table, order);
    return layout;
}

} // namespace runglass
