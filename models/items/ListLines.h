// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace runglass
{

/// Of a line that is not there.
inline constexpr ListLine kNoLine = std::numeric_limits<ListLine>::max();

/// At which place of a list each line stands.
class LinePlaces
{
public:
    void assign(const RunTable& table, const RunGroups* groups, const std::vector<ListLine>& lines);
    /// -1 when it is not there.
    int of(ListLine line) const
    {
        const std::vector<int>& places = isGroupLine(line) ? m_groups : m_runs;
        const std::size_t number = groupOfLine(line);
        return number < places.size() ? places[number] : -1;
    }

private:
    std::vector<int> m_runs, m_groups;
};

/// Finds lines of one list in another: the same run, or the group with the same values of the same columns.
class LineFinder
{
public:
    /// Borrows all of it.
    LineFinder(const RunTable& from, const RunGroups* fromGroups, const RunList& to);
    /// kNoLine when neither the run nor such a group is in the table or the groups of the other list.
    ListLine operator()(ListLine line) const;

private:
    const RunTable& m_from;
    const RunGroups* m_fromGroups;
    const RunTable& m_to;
    const RunGroups* m_toGroups;
    std::size_t m_commonColumns = 0; ///< the first columns that both group by
};

} // namespace runglass
