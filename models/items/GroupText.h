// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/GroupSummary.h"

#include <QMetaType>
#include <QString>

#include <array>

namespace runglass
{

/// Texts of groups. All of it is plain text with every control character made visible.

/// What groups are of, for what is said of them.
enum class GroupMembers { Runs, Rows };

/// "5 runs", "5 rows".
QString memberCountText(GroupMembers members, std::size_t count);
/// The value that the runs of a group share; "(none)" where they have none.
QString groupValueText(const RunGroups& groups, std::uint32_t group);
/// The column that the value is of.
QString groupColumnText(const RunGroups& groups, std::uint32_t group);
/// "double, 5 runs".
QString groupLine(const RunGroups& groups, std::uint32_t group);
/// A line for each column that the group is by, from the outermost on, and the count.
QString groupToolTip(const RunGroups& groups, std::uint32_t group);

/// A cell beside a group's head, as it is painted and read.
struct GroupCellText {
    QString main;   ///< the mean, or the value that all have, or how many there are
    QString detail; ///< "± 0.01", or from which to which value; may be empty
    bool hasBars = false;
    bool isNothing = false; ///< no run of the group has a value
    std::array<std::uint32_t, kHistogramBars> bars = {};

    /// In one line: "0.9264 ± 0.0042", "5 values: adam – sgd".
    QString line() const;
};

GroupCellText groupCellText(const ColumnId& column, const GroupCell& cell);
/// All that is known of the cell, a line each, under the names of column and group.
/// @param range   that the bars divide
/// @param median  of numbers; none: nothing is said of it
QString groupCellToolTip(const ColumnId& column, const GroupCell& cell, const QString& groupName,
                         const std::optional<NumberRange>& range, const std::optional<double>& median,
                         GroupMembers members = GroupMembers::Runs);
/// The mean with every digit, or the value that all have; empty where there is none.
QString groupCellCopy(const ColumnId& column, const GroupCell& cell);

} // namespace runglass

Q_DECLARE_METATYPE(runglass::GroupCellText)
