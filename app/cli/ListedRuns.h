// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ListQuery.h"

#include <optional>

namespace runglass::cli
{

/// The runs that list and export are about: read, filtered, in order, no more than were asked for.
class ListedRuns
{
public:
    /// A run, and its row in the query's table when there is a query.
    struct Entry {
        const FoundRun* found = nullptr;
        std::uint32_t row = 0;
    };

    /// @param table  the query's table is needed even where nothing was asked of it
    /// @return false when the options are wrong, which is said
    bool read(const Options& options, bool table);

    const std::vector<Entry>& entries() const { return m_entries; }
    const ListQuery& query() const { return m_query; }
    Sources& sources() { return m_sources; }
    /// Nothing matched, whatever --limit left; has been said.
    bool isNothing() const { return m_isNothing; }

private:
    void leaveOutVanished();

    ListQuery m_query;
    Sources m_sources;
    std::vector<FoundRun> m_runs;
    std::vector<Entry> m_entries;
    bool m_isNothing = true;
};

} // namespace runglass::cli
