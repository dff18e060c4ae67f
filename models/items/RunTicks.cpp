// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunTicks.h"

#include "models/session/Session.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::uint32_t kWord = 64;

std::vector<std::uint64_t> bitsFor(const RunTable& table)
{
    return std::vector<std::uint64_t>((table.rowCount() + kWord - 1) / kWord);
}

/// Calls visit with each row whose bit is set.
template <typename Visit> void eachRow(const std::vector<std::uint64_t>& bits, const Visit& visit)
{
    for (std::size_t word = 0; word < bits.size(); ++word) {
        for (std::uint64_t rest = bits[word]; rest != 0; rest &= rest - 1)
            visit(static_cast<std::uint32_t>(word * kWord) + static_cast<std::uint32_t>(std::countr_zero(rest)));
    }
}

void setBit(std::vector<std::uint64_t>& bits, std::uint32_t row)
{
    bits[row / kWord] |= std::uint64_t{1} << (row % kWord);
}

} // namespace

RunTicks::RunTicks(QObject* parent)
    : QObject(parent)
    , m_list(std::make_shared<RunList>())
{
}

void RunTicks::follow(Session& session)
{
    connect(&session, &Session::listChanged, this, [this, &session] { setList(session.list()); });
    setList(session.list());
}

void RunTicks::setList(std::shared_ptr<const RunList> list)
{
    if (list == m_list)
        return;
    const RunTable& from = *m_list->table;
    const RunTable& to = *list->table;
    if (!to.sharesRows(from)) {
        std::vector<std::uint64_t> ticked = bitsFor(to);
        eachRow(m_ticked, [&](std::uint32_t row) {
            // Rows keep their place while nothing goes, so the first guess is mostly right.
            if (row < to.rowCount() && to.ref(row) == from.ref(row))
                setBit(ticked, row);
            else if (const auto place = to.rowOf(from.ref(row)))
                setBit(ticked, *place);
        });
        m_ticked = std::move(ticked);
    }
    const bool sameRuns = to.sharesRows(from) && list->rows.isShared(m_list->rows) && list->groups == m_list->groups &&
                          list->state.scope == m_list->state.scope;
    m_list = std::move(list);
    if (sameRuns)
        return;
    m_inList = bitsFor(to);
    for (const std::uint32_t row : m_list->rows)
        setBit(m_inList, row);
    const std::pair<int, int> before(m_listed, m_leftOut);
    count();
    if (before != std::pair<int, int>(m_listed, m_leftOut))
        emit changed();
}

bool RunTicks::isRowTicked(std::uint32_t row) const
{
    return (m_ticked[row / kWord] >> (row % kWord) & 1) != 0;
}

bool RunTicks::isTicked(const RunRef& run) const
{
    if (m_total == 0)
        return false;
    const auto row = m_list->table->rowOf(run);
    return row && isRowTicked(*row);
}

bool RunTicks::counts(const RunRef& run) const
{
    if (m_listed == 0)
        return false;
    const auto row = m_list->table->rowOf(run);
    return row && isRowTicked(*row) && (m_inList[*row / kWord] >> (*row % kWord) & 1) != 0;
}

bool RunTicks::setRow(std::uint32_t row, bool ticked)
{
    if (isRowTicked(row) == ticked)
        return false;
    m_ticked[row / kWord] ^= std::uint64_t{1} << (row % kWord);
    m_isCounted = false;
    const bool isListed = (m_inList[row / kWord] >> (row % kWord) & 1) != 0;
    const int step = ticked ? 1 : -1;
    m_total += step;
    if (isListed)
        m_listed += step;
    else if (m_list->state.scope.contains(m_list->table->ref(row)))
        m_leftOut += step;
    return true;
}

void RunTicks::set(const RunRef& run, bool ticked)
{
    const auto row = m_list->table->rowOf(run);
    if (row && setRow(*row, ticked))
        emit changed();
}

void RunTicks::set(const std::vector<RunRef>& runs, bool ticked)
{
    bool any = false;
    for (const RunRef& run : runs) {
        const auto row = m_list->table->rowOf(run);
        any = (row && setRow(*row, ticked)) || any;
    }
    if (any)
        emit changed();
}

void RunTicks::setRows(const RunTable& table, std::span<const std::uint32_t> rows, bool ticked)
{
    if (&table != m_list->table.get())
        return;
    bool any = false;
    for (const std::uint32_t row : rows)
        any = setRow(row, ticked) || any;
    if (any)
        emit changed();
}

Qt::CheckState RunTicks::stateOf(const RunTable& table, const RunGroups& groups, std::uint32_t group) const
{
    // A model may have another list for a moment: it asks again when it has this one.
    if (m_total == 0 || &table != m_list->table.get() || &groups != m_list->groups.get())
        return Qt::Unchecked;
    if (!m_isCounted)
        countGrouped();
    const RunGroup& asked = groups.groups[group];
    const std::uint32_t ticked = m_before[asked.first + asked.count] - m_before[asked.first];
    return ticked == 0 ? Qt::Unchecked : ticked == asked.count ? Qt::Checked : Qt::PartiallyChecked;
}

/// Sums from the first row on, so that every group is told by two of them.
void RunTicks::countGrouped() const
{
    m_before.assign(1, 0);
    m_before.reserve(m_list->groups->rows.size() + 1);
    for (const std::uint32_t row : m_list->groups->rows)
        m_before.push_back(m_before.back() + (isRowTicked(row) ? 1 : 0));
    m_isCounted = true;
}

void RunTicks::setAll(bool ticked)
{
    const std::vector<std::uint64_t> before = m_ticked;
    for (std::size_t word = 0; word < m_ticked.size(); ++word)
        m_ticked[word] = ticked ? m_ticked[word] | m_inList[word] : m_ticked[word] & ~m_inList[word];
    if (m_ticked == before)
        return;
    count();
    emit changed();
}

void RunTicks::clear()
{
    std::fill(m_ticked.begin(), m_ticked.end(), 0);
    const bool any = m_total > 0;
    count();
    if (any)
        emit changed();
}

void RunTicks::count()
{
    m_isCounted = false;
    m_total = 0;
    m_listed = 0;
    m_leftOut = 0;
    for (std::size_t word = 0; word < m_ticked.size(); ++word) {
        m_total += std::popcount(m_ticked[word]);
        m_listed += std::popcount(m_ticked[word] & m_inList[word]);
    }
    if (m_total == m_listed)
        return;
    const RunList& list = *m_list;
    eachRow(m_ticked, [&](std::uint32_t row) {
        const bool isListed = (m_inList[row / kWord] >> (row % kWord) & 1) != 0;
        m_leftOut += !isListed && list.state.scope.contains(list.table->ref(row)) ? 1 : 0;
    });
}

Qt::CheckState RunTicks::all() const
{
    if (m_listed == 0)
        return Qt::Unchecked;
    return static_cast<std::size_t>(m_listed) == m_list->rows.size() ? Qt::Checked : Qt::PartiallyChecked;
}

std::vector<std::uint32_t> RunTicks::rows() const
{
    std::vector<std::uint32_t> rows;
    if (m_listed > 0)
        std::copy_if(m_list->rows.begin(), m_list->rows.end(), std::back_inserter(rows),
                     [this](std::uint32_t row) { return isRowTicked(row); });
    return rows;
}

std::vector<RunRef> RunTicks::runs() const
{
    std::vector<RunRef> runs;
    for (const std::uint32_t row : rows())
        runs.push_back(m_list->table->ref(row));
    return runs;
}

} // namespace runglass
