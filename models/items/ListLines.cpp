// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ListLines.h"

#include <algorithm>

namespace runglass
{

void LinePlaces::assign(const RunTable& table, const RunGroups* groups, const std::vector<ListLine>& lines)
{
    m_runs.assign(table.rowCount(), -1);
    m_groups.assign(groups ? groups->groups.size() : 0, -1);
    for (std::size_t place = 0; place < lines.size(); ++place)
        (isGroupLine(lines[place]) ? m_groups : m_runs)[groupOfLine(lines[place])] = static_cast<int>(place);
}

LineFinder::LineFinder(const RunTable& from, const RunGroups* fromGroups, const RunList& to)
    : m_from(from)
    , m_fromGroups(fromGroups)
    , m_to(*to.table)
    , m_toGroups(to.groups.get())
{
    if (!m_fromGroups || !m_toGroups)
        return;
    const auto& before = m_fromGroups->columns;
    const auto& after = m_toGroups->columns;
    const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first;
    m_commonColumns = static_cast<std::size_t>(differ - before.begin());
}

ListLine LineFinder::operator()(ListLine line) const
{
    if (isGroupLine(line)) {
        if (m_fromGroups == m_toGroups)
            return line;
        const RunGroup& group = m_fromGroups->groups[groupOfLine(line)];
        const auto found = group.depth < m_commonColumns ? m_toGroups->find(group.key) : std::nullopt;
        return found ? kGroupLine | *found : kNoLine;
    }
    // Rows keep their place while nothing goes, so the first guess is mostly right.
    const RunRef& ref = m_from.ref(line);
    if (m_to.sharesRows(m_from) || (line < m_to.rowCount() && m_to.ref(line) == ref))
        return line;
    return m_to.rowOf(ref).value_or(kNoLine);
}

} // namespace runglass
