// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlRuns.h"

namespace runglass
{

/// Adds what wandb.Api() reads of a run: its history, system metrics and console.
void addReads(GraphqlObject& run, RunKeeper& keeper, const std::shared_ptr<const KeptRun>& kept);

/// Adds what wandb.Api() reads of a project: its runs, filtered and in order.
/// @param runs  makes their objects
/// @param path  of the project
void addRuns(GraphqlObject& project, const GraphqlRuns& runs, RunKeeper& keeper, const RunPath& path);

/// Nodes with the page's end: {"edges":[{"node","cursor"}],"pageInfo","totalCount"}.
struct GraphqlPage {
    std::vector<GraphqlObjectPtr> nodes;
    std::uint64_t first = 0; ///< place of the first node among all
    std::uint64_t all = 0;
    std::vector<std::string> versions = {}; ///< of the nodes, on their edges; empty: they have none
};
GraphqlObjectPtr connectionOf(GraphqlPage page);
/// Where a page begins that comes behind a cursor of connectionOf(), and how many it is to have.
std::uint64_t placeAfter(const std::string& cursor);
std::uint64_t countOf(const GraphqlArguments& arguments, std::uint64_t usual);

} // namespace runglass
