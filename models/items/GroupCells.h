// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/GroupSummary.h"
#include "models/table/RunTable.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace runglass
{

/// What columns hold in the groups of a list. Made on a worker for the cells that are asked for, some neighbours
/// included; until a list that has just come is looked through, what was known of the same groups holds.
/// @thread GUI
class GroupCells : public QObject
{
    Q_OBJECT

public:
    struct Found {
        const GroupCell* cell = nullptr;  ///< null: not known yet, known() will tell
        std::optional<NumberRange> range; ///< of all groups, which the bars divide
        bool isCurrent = false;           ///< of these groups and this table, not of earlier ones
    };

    explicit GroupCells(QObject* parent = nullptr);

    /// What is known of columns that are the same in both tables stays, while the groups are.
    /// @param groups  of rows of table; null: none
    void setGroups(std::shared_ptr<const RunTable> table, std::shared_ptr<const RunGroups> groups);
    /// Valid until the next event.
    Found find(const ColumnId& column, std::uint32_t group);

signals:
    /// Cells that were asked for are there now.
    void known();

private:
    /// Groups are looked through in blocks of so many.
    static constexpr std::uint32_t kBlock = 128;

    using Cells = std::vector<GroupCell>;
    struct Known {
        std::shared_ptr<const RunGroups> groups;
        std::optional<NumberRange> range;
        bool hasRange = false;
        std::map<std::uint32_t, Cells> blocks;
    };
    using KnownColumns = std::map<ColumnId, Known>;
    using Wanted = std::set<std::pair<ColumnId, std::uint32_t>>;

    static KnownColumns lookThrough(const RunTable& table, const std::shared_ptr<const RunGroups>& groups,
                                    const Wanted& wanted, KnownColumns known);
    static const GroupCell* cellIn(const Known& known, std::uint32_t group);
    void start();
    void take(const RunTable& table, const std::shared_ptr<const RunGroups>& groups, const KnownColumns& answer);
    void keepOld();
    void forgetChanged(const RunTable& next);

    std::shared_ptr<const RunTable> m_table;
    std::shared_ptr<const RunGroups> m_groups; ///< null: none
    KnownColumns m_known;                      ///< of m_groups and the columns of m_table
    KnownColumns m_old;                        ///< of earlier ones
    Wanted m_wanted;
    bool m_isRunning = false, m_isAsked = false;
};

} // namespace runglass
