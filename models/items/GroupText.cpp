// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/GroupText.h"

#include "models/items/ColumnValueText.h"
#include "models/items/Format.h"
#include "models/items/RunColumns.h"
#include "models/items/RunText.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace runglass
{

namespace
{

/// Names the context of the texts.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(GroupText)
};

bool isTime(const ColumnId& column)
{
    return column.origin == ColumnOrigin::Field && column.field == Field::Created;
}

bool isDuration(const ColumnId& column)
{
    return column.origin == ColumnOrigin::Field && (column.field == Field::Runtime || column.field == Field::Duration);
}

/// A number of the column, not one made of several.
QString exactText(const ColumnId& column, double number)
{
    return isTime(column) || isDuration(column) ? columnNumberText(column, number) : format::exactNumber(number);
}

QString spreadText(const ColumnId& column, const NumberStats& stats)
{
    //: standard deviation; %1 is a number
    return std::isnan(stats.std) ? QString() : Words::tr("± %1").arg(columnNumberText(column, stats.std));
}

QString rangeText(const QString& low, const QString& high)
{
    //: from the lowest to the highest value
    return low == high ? low : Words::tr("%1 – %2").arg(low, high);
}

void addNumbers(GroupCellText& text, const ColumnId& column, const GroupCell& cell, const NumberStats& stats)
{
    text.isNothing = cell.present == 0;
    if (stats.count == 0) {
        text.main = cell.present == 0 ? format::missing() : format::number(stats.mean);
        return;
    }
    if (isTime(column)) {
        text.main = columnNumberText(column, stats.min);
        // Within a second both read the same.
        if (const QString last = columnNumberText(column, stats.max); last != text.main)
            text.detail = QStringLiteral("– ") + last;
        return;
    }
    text.main = columnNumberText(column, stats.mean);
    text.detail = spreadText(column, stats);
    text.hasBars = true;
    text.bars = stats.bars;
}

void addValues(GroupCellText& text, const ColumnId& column, const GroupValues& values)
{
    text.isNothing = values.distinct == 0;
    if (values.distinct == 0) {
        text.main = format::missing();
    } else if (values.distinct == 1) {
        text.main = columnValueText(column, values.common.front().first);
    } else {
        text.main = Words::tr("%n value(s)", nullptr, static_cast<int>(values.distinct));
        if (!values.low.isNull())
            text.detail = rangeText(columnValueText(column, values.low), columnValueText(column, values.high));
    }
}

QString named(const QString& name, const QString& value)
{
    //: a line of a list: %1 is what it is, %2 how much
    return Words::tr("%1: %2").arg(name, value);
}

void listNumbers(QStringList& lines, const ColumnId& column, const GroupCell& cell, const NumberStats& stats,
                 const std::optional<NumberRange>& range, const std::optional<double>& median, GroupMembers members)
{
    if (stats.count > 0 && !isTime(column)) {
        const QString spread = spreadText(column, stats);
        lines << named(Words::tr("Mean ± std"),
                       columnNumberText(column, stats.mean) + (spread.isEmpty() ? spread : u' ' + spread));
    }
    if (stats.count > 0) {
        if (median)
            lines << named(Words::tr("Median"), exactText(column, *median));
        lines << named(Words::tr("Min"), exactText(column, stats.min));
        lines << named(Words::tr("Max"), exactText(column, stats.max));
    }
    if (cell.present > stats.count)
        lines << named(QStringLiteral("NaN"), memberCountText(members, cell.present - stats.count));
    if (range && stats.count > 0 && !isTime(column))
        lines << named(Words::tr("Bars"),
                       rangeText(columnNumberText(column, range->low), columnNumberText(column, range->high)));
}

void listValues(QStringList& lines, const ColumnId& column, const GroupValues& values, GroupMembers members)
{
    for (const auto& [value, runs] : values.common)
        lines << named(columnValueText(column, value), memberCountText(members, runs));
    if (const std::size_t listed = values.common.size(); values.distinct > listed)
        lines << Words::tr("and %n other value(s)", nullptr, static_cast<int>(values.distinct - listed));
}

} // namespace

QString memberCountText(GroupMembers members, std::size_t count)
{
    const auto n = static_cast<int>(count);
    return members == GroupMembers::Rows ? Words::tr("%n row(s)", nullptr, n) : Words::tr("%n run(s)", nullptr, n);
}

QString groupValueText(const RunGroups& groups, std::uint32_t group)
{
    const RunGroup& shown = groups.groups[group];
    return shown.value.isNull() ? Words::tr("(none)", "a group of runs without a value")
                                : columnValueText(groups.columns[shown.depth], shown.value);
}

QString groupColumnText(const RunGroups& groups, std::uint32_t group)
{
    return columnName(groups.columns[groups.groups[group].depth]);
}

QString groupLine(const RunGroups& groups, std::uint32_t group)
{
    const QString count = Words::tr("%n run(s)", nullptr, static_cast<int>(groups.groups[group].count));
    //: the head of a group: %1 is the value its runs share, %2 is "5 runs"
    return Words::tr("%1, %2").arg(groupValueText(groups, group), count);
}

QString groupToolTip(const RunGroups& groups, std::uint32_t group)
{
    QStringList lines;
    for (std::uint32_t each = group; each != RunGroups::kNone; each = groups.groups[each].parent)
        lines.prepend(named(groupColumnText(groups, each), groupValueText(groups, each)));
    lines << Words::tr("%n run(s)", nullptr, static_cast<int>(groups.groups[group].count));
    return lines.join(u'\n');
}

QString GroupCellText::line() const
{
    if (detail.isEmpty())
        return main;
    const bool isSpread = hasBars || detail.startsWith(u'–');
    return isSpread ? QString(main + u' ' + detail) : named(main, detail);
}

GroupCellText groupCellText(const ColumnId& column, const GroupCell& cell)
{
    GroupCellText text;
    if (const NumberStats* stats = cell.numbers())
        addNumbers(text, column, cell, *stats);
    else if (const GroupValues* values = cell.values())
        addValues(text, column, *values);
    return text;
}

QString groupCellToolTip(const ColumnId& column, const GroupCell& cell, const QString& groupName,
                         const std::optional<NumberRange>& range, const std::optional<double>& median,
                         GroupMembers members)
{
    QStringList lines;
    //: %1 is a column, %2 the value that the runs of a group share
    lines << Words::tr("%1 of “%2”").arg(columnName(column), groupName);
    //: how many runs of a group have a value: "4 of 5"
    const QString present =
        members == GroupMembers::Rows ? Words::tr("Rows with a value") : Words::tr("Runs with a value");
    lines << named(present, Words::tr("%1 of %2").arg(cell.present).arg(cell.runs));
    if (const NumberStats* stats = cell.numbers())
        listNumbers(lines, column, cell, *stats, range, median, members);
    else if (const GroupValues* values = cell.values())
        listValues(lines, column, *values, members);
    return lines.join(u'\n');
}

QString groupCellCopy(const ColumnId& column, const GroupCell& cell)
{
    if (const NumberStats* stats = cell.numbers())
        return stats->count == 0 ? QString()
               : isTime(column)  ? groupCellText(column, cell).line()
                                 : exactText(column, stats->mean);
    const GroupValues* values = cell.values();
    return values && values->distinct > 0 ? groupCellText(column, cell).line() : QString();
}

} // namespace runglass
