// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace runglass
{

class Session;

/// The runs that are ticked, in the table as in the run selector. Ticks follow their runs through sorting, live changes
/// and filters. What search, filter or the choice of a project leaves out keeps its tick, but does not count and no
/// command acts on it: it counts again when it is listed again. A run that goes altogether takes its tick along.
/// A change of one run costs nothing that grows with the table, a change of all one pass over it.
/// @thread GUI
class RunTicks : public QObject
{
    Q_OBJECT

public:
    explicit RunTicks(QObject* parent = nullptr);

    /// Follows the session's list from now on. Borrows the session.
    void follow(Session& session);
    void setList(std::shared_ptr<const RunList> list);

    bool isTicked(const RunRef& run) const;
    /// Whether it is ticked and listed.
    bool counts(const RunRef& run) const;
    void set(const RunRef& run, bool ticked);
    void set(const std::vector<RunRef>& runs, bool ticked);
    /// Ticks or unticks rows of a table; nothing when that is not the list's.
    void setRows(const RunTable& table, std::span<const std::uint32_t> rows, bool ticked);
    /// Of the runs of a group. The first call after a change costs a pass over the grouped rows.
    /// @param table  whose rows are grouped; where it or the groups are not the list's, nothing is ticked
    Qt::CheckState stateOf(const RunTable& table, const RunGroups& groups, std::uint32_t group) const;
    /// Ticks or unticks every listed run.
    void setAll(bool ticked);
    /// Unticks every run, listed or not.
    void clear();

    /// How many of the listed runs are ticked: "2 selected".
    int listedCount() const { return m_listed; }
    /// How many runs of the chosen part of the tree are ticked, but left out by search or filter.
    int leftOutCount() const { return m_leftOut; }
    /// Of the listed runs.
    Qt::CheckState all() const;
    /// Listed runs that are ticked, in the order of the list.
    std::vector<RunRef> runs() const;
    /// Their rows in the list's table, in the order of the list.
    std::vector<std::uint32_t> rows() const;

signals:
    /// Runs were ticked or unticked, or another number of them is listed.
    void changed();

private:
    bool isRowTicked(std::uint32_t row) const;
    bool setRow(std::uint32_t row, bool ticked);
    void count();
    void countGrouped() const;

    std::shared_ptr<const RunList> m_list;
    std::vector<std::uint64_t> m_ticked;         ///< a bit a row of the list's table
    std::vector<std::uint64_t> m_inList;         ///< likewise: the rows that are listed
    mutable bool m_isCounted = false;            ///< m_before tells the ticks of the list's groups
    mutable std::vector<std::uint32_t> m_before; ///< by place in the groups' rows: how many before it are ticked
    int m_total = 0;                             ///< ticks, of whatever part of the tree
    int m_listed = 0;
    int m_leftOut = 0;
};

} // namespace runglass
