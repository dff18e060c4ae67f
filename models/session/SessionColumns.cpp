// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SessionImpl.h"

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

bool hasSummary(const RunList& list)
{
    return std::any_of(list.keyColumns.begin(), list.keyColumns.end(), [&list](std::uint32_t place) {
        return list.table->columns()[place]->id().origin == ColumnOrigin::Summary;
    });
}

} // namespace

/// Sources in scope of which it was not learned yet which keys they have at first. One that cannot be read has none.
std::vector<const SourceInfo*> Session::Impl::freshSources(const RunScope& scope, const KnownColumns& known) const
{
    std::vector<const SourceInfo*> fresh;
    for (const SourceInfo& source : sources) {
        const bool isInScope = !scope.source || *scope.source == source.id;
        if (isInScope && source.status != SourceInfo::Status::Failed && !known.locations.contains(source.location))
            fresh.push_back(&source);
    }
    return fresh;
}

std::shared_ptr<const ColumnSet> Session::Impl::knownColumns(const RunScope& scope)
{
    const KnownColumns known = views.known(placeOf(scope));
    return freshSources(scope, known).empty() ? known.columns : nullptr;
}

/// The keys that a place has when its sources have been read for the first time are known; those that come later wait
/// among the hidden columns. Before anything was logged, as by a first run that has just begun, nothing is learned.
void Session::Impl::learnColumns()
{
    const ViewPlace place = placeOf(state.scope);
    KnownColumns known = views.known(place);
    const auto fresh = freshSources(state.scope, known);
    const bool isRead = std::all_of(fresh.begin(), fresh.end(), [](const SourceInfo* source) {
        return source->status == SourceInfo::Status::Ready;
    });
    if (!fresh.empty() && isRead && views.isLoaded() && list->state.scope == state.scope && hasSummary(*list)) {
        auto columns = std::make_shared<ColumnSet>(known.columns ? *known.columns : ColumnSet());
        for (const std::uint32_t column : list->keyColumns)
            columns->insert(list->table->columns()[column]->id());
        for (const SourceInfo* source : fresh)
            known.locations.insert(source->location);
        known.columns = std::move(columns);
        views.keepKnown(place, known);
    }
    const auto wanted = knownColumns(state.scope);
    if (wanted == state.knownColumns)
        return;
    state.knownColumns = wanted;
    lister.setState(state);
}

} // namespace runglass
