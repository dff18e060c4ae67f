// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupCells.h"

#include "models/session/WhenAnswered.h"

#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace runglass
{

GroupCells::GroupCells(QObject* parent)
    : QObject(parent)
{
}

void GroupCells::setGroups(std::shared_ptr<const RunTable> table, std::shared_ptr<const RunGroups> groups)
{
    if (groups == m_groups) {
        if (groups && table != m_table)
            forgetChanged(*table);
        m_table = std::move(table);
        return;
    }
    if (groups && m_groups && groups->columns == m_groups->columns)
        keepOld();
    else
        m_old.clear();
    m_known.clear();
    m_wanted.clear();
    m_table = std::move(table);
    m_groups = std::move(groups);
}

/// What is known becomes old; what is older stays where nothing else is known.
void GroupCells::keepOld()
{
    for (auto& [column, known] : m_known)
        if (!known.blocks.empty())
            m_old.insert_or_assign(column, std::move(known));
}

/// Columns that are other in the next table have to be looked through again.
void GroupCells::forgetChanged(const RunTable& next)
{
    for (auto known = m_known.begin(); known != m_known.end();) {
        if (m_table->column(known->first) == next.column(known->first)) {
            ++known;
            continue;
        }
        if (!known->second.blocks.empty())
            m_old.insert_or_assign(known->first, std::move(known->second));
        known = m_known.erase(known);
    }
}

const GroupCell* GroupCells::cellIn(const Known& known, std::uint32_t group)
{
    const auto block = known.blocks.find(group / kBlock);
    return block == known.blocks.end() ? nullptr : &block->second[group % kBlock];
}

GroupCells::Found GroupCells::find(const ColumnId& column, std::uint32_t group)
{
    if (!m_groups || group >= m_groups->groups.size())
        return {};
    if (const auto known = m_known.find(column); known != m_known.end())
        if (const GroupCell* cell = cellIn(known->second, group))
            return {cell, known->second.range, true};
    m_wanted.emplace(column, group / kBlock);
    if (!m_isRunning && !m_isAsked) {
        m_isAsked = true;
        // What is painted in one go is looked through in one.
        QMetaObject::invokeMethod(this, &GroupCells::start, Qt::QueuedConnection);
    }
    const auto old = m_old.find(column);
    if (old == m_old.end())
        return {};
    const auto same = old->second.groups->find(m_groups->groups[group].key);
    return same ? Found{cellIn(old->second, *same), old->second.range, false} : Found();
}

void GroupCells::start()
{
    m_isAsked = false;
    if (m_isRunning || m_wanted.empty() || !m_groups)
        return;
    m_isRunning = true;
    KnownColumns ranges; // so that they are not looked for again
    for (const auto& [column, block] : m_wanted)
        if (const auto known = m_known.find(column); known != m_known.end())
            ranges[column] = {known->second.groups, known->second.range, known->second.hasRange, {}};
    const auto work = [table = m_table, groups = m_groups, wanted = std::exchange(m_wanted, {}),
                       ranges = std::move(ranges)] { return lookThrough(*table, groups, wanted, ranges); };
    whenAnswered(this, QtConcurrent::run(work), [this, table = m_table, groups = m_groups](const KnownColumns& answer) {
        take(*table, groups, answer);
    });
}

GroupCells::KnownColumns GroupCells::lookThrough(const RunTable& table, const std::shared_ptr<const RunGroups>& groups,
                                                 const Wanted& wanted, KnownColumns known)
{
    std::map<std::uint32_t, std::unique_ptr<GroupLook>> looks; // by block
    for (const auto& [id, block] : wanted) {
        Known& here = known[id];
        here.groups = groups;
        const Column* column = table.column(id);
        const std::uint32_t first = block * kBlock;
        const std::uint32_t last = std::min(first + kBlock, static_cast<std::uint32_t>(groups->groups.size()));
        if (!column) {
            here.blocks[block].resize(last - first);
            continue;
        }
        auto& look = looks[block];
        if (!look)
            look = std::make_unique<GroupLook>(*groups, first, last);
        if (!here.hasRange && column->kind() == Column::Kind::Number)
            here.range = finiteRange(*column, *groups);
        here.hasRange = true;
        here.blocks[block] = look->cells(*column, here.range);
    }
    return known;
}

void GroupCells::take(const RunTable& table, const std::shared_ptr<const RunGroups>& groups, const KnownColumns& answer)
{
    m_isRunning = false;
    // Of groups that are gone: newer than what is old, and shown until these are looked through.
    const bool isUseful = groups == m_groups || (m_groups && groups->columns == m_groups->columns);
    if (isUseful) {
        for (const auto& [column, known] : answer) {
            const bool isCurrent = groups == m_groups && table.column(column) == m_table->column(column);
            Known& here = (isCurrent ? m_known : m_old)[column];
            if (!isCurrent || here.groups != known.groups)
                here = known;
            else
                here.blocks.insert(known.blocks.begin(), known.blocks.end());
        }
        emit this->known();
    }
    start();
}

} // namespace runglass
