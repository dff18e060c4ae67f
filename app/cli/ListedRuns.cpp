// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ListedRuns.h"

#include "app/cli/Output.h"

namespace runglass::cli
{

/// A list is of what is there. Runs whose folder was taken out of a tree can still be shown one by one; where the whole
/// location is gone, they are all there is.
void ListedRuns::leaveOutVanished()
{
    const std::size_t left =
        std::erase_if(m_runs, [](const FoundRun& found) { return found.run.vanished && !found.where->isGone; });
    if (left > 0)
        say("Left out: " + std::to_string(left) + " run(s) whose folder is gone.");
}

bool ListedRuns::read(const Options& options, bool table)
{
    if (!m_query.read(options) || !m_sources.openOrDefault(options.sources))
        return false;
    m_runs = options.trash ? m_sources.trashedRuns() : m_sources.runs();
    if (!options.trash)
        leaveOutVanished();
    // Without a run there is no name to be wrong.
    const bool asks = (table || !m_query.isEmpty()) && !m_runs.empty();
    if (asks && !m_query.apply(m_runs))
        return false;
    if (asks) {
        for (const ListQuery::Match& match : m_query.matches(m_runs))
            m_entries.push_back({&m_runs[match.place], match.row});
    } else {
        for (const FoundRun& found : m_runs)
            m_entries.push_back({&found});
    }
    m_isNothing = m_entries.empty();
    if (options.group.empty() && options.limit && m_entries.size() > *options.limit)
        m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(*options.limit), m_entries.end());
    for (const Entry& entry : m_entries)
        m_sources.tellWarnings(entry.found->run);
    if (m_isNothing)
        say(m_runs.empty() ? "No runs found." : "No run matches.");
    return true;
}

} // namespace runglass::cli
