// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"

#include "models/items/Format.h"
#include "models/items/GroupCells.h"
#include "models/items/GroupText.h"
#include "models/items/RunColumns.h"
#include "models/items/RunText.h"
#include "models/items/RunsText.h"
#include "models/items/VisibleText.h"
#include "models/table/SortKeys.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace runglass
{

namespace
{

bool isRight(CellKind kind)
{
    return kind == CellKind::Number || kind == CellKind::Duration;
}

/// A value that is being read.
QString pendingText()
{
    return QStringLiteral("…");
}

/// The first line with something in it, and a sign where it is not the only one.
QString inOneLine(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    const std::size_t end = std::min(text.find('\n', first), text.size());
    std::string_view line = text.substr(first, end - first);
    line = line.substr(0, line.find_last_not_of(kBlank) + 1);
    const QString shown = cellText(Value(line));
    const bool isAll = text.find_first_not_of(kBlank, end) == std::string_view::npos;
    return isAll || shown.endsWith(u'…') ? shown : QString(shown + u" …");
}

} // namespace

QString shownValueName(const ShownValues& shown, const ColumnId& column)
{
    const auto found = shown.find(column);
    switch (found == shown.end() ? MetricValue::Last : found->second) {
    case MetricValue::Min:
        //: the smallest of the values that a run logged
        return RunsModel::tr("min");
    case MetricValue::Max:
        //: the largest of the values that a run logged
        return RunsModel::tr("max");
    case MetricValue::First:
        //: the first of the values that a run logged
        return RunsModel::tr("first");
    default:
        return {};
    }
}

RunsModel::RunsModel(const Clock* clock, QObject* parent)
    : RunListModel(parent)
    , m_clock(clock ? clock : &m_systemClock)
    , m_groupCells(new GroupCells(this))
{
    connect(m_groupCells, &GroupCells::known, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {GroupCellRole, Qt::DisplayRole});
    });
    startWith(shownColumns(*list()));
}

CellKind RunsModel::kindOf(const runglass::Column& column)
{
    if (const auto kind = fieldCellKind(column.id()))
        return *kind;
    return column.kind() == runglass::Column::Kind::Number ? CellKind::Number : CellKind::Text;
}

const ColumnId& RunsModel::columnId(int column) const
{
    return m_columns[static_cast<std::size_t>(column)].id;
}

int RunsModel::columnOf(const ColumnId& id) const
{
    const auto found =
        std::find_if(m_columns.begin(), m_columns.end(), [&id](const Shown& shown) { return shown.id == id; });
    return found != m_columns.end() ? static_cast<int>(found - m_columns.begin()) : -1;
}

int RunsModel::sortColumn() const
{
    return state().sort.empty() ? -1 : columnOf(state().sort.front().column);
}

Qt::SortOrder RunsModel::sortOrder() const
{
    const bool descending = !state().sort.empty() && state().sort.front().descending;
    return descending ? Qt::DescendingOrder : Qt::AscendingOrder;
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Shown& shown = m_columns[static_cast<std::size_t>(index.column())];
    if (isGroup(index.row()))
        return groupCell(index, role);
    const std::uint32_t row = tableRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return displayText(shown, row);
    case Qt::ToolTipRole:
        return toolTip(shown, row);
    case Qt::AccessibleDescriptionRole:
        return shown.kind == CellKind::State ? QVariant(stateToolTip(table(), row)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isRight(shown.kind) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case CellKindRole:
        return static_cast<int>(shown.kind);
    case TagsRole:
        return shown.kind == CellKind::Tags ? QVariant(listTexts(shown.column->value(row))) : QVariant();
    case CopyTextRole:
        return copyText(shown, row);
    case EditedRole:
        return shown.id.origin == ColumnOrigin::Field && table().isEdited(row, shown.id.field);
    default:
        return RunListModel::data(index, role);
    }
}

QString RunsModel::groupName(std::uint32_t group) const
{
    return groupValueText(*groups(), group);
}

QString RunsModel::missingText() const
{
    return tr("This run did not record it.");
}

QVariant RunsModel::groupHead(std::uint32_t group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return groupText(group);
    case Qt::AccessibleTextRole:
        return groupAccessibleText(group);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return groupToolTip(group);
    case CopyTextRole:
        return groupName(group);
    default:
        return {};
    }
}

QVariant RunsModel::groupCell(const QModelIndex& index, int role) const
{
    const Shown& shown = m_columns[static_cast<std::size_t>(index.column())];
    const std::uint32_t group = groupAt(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(isRight(shown.kind) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role == CellKindRole)
        return static_cast<int>(shown.kind);
    if (shown.kind == CellKind::Name) {
        const QVariant head = groupHead(group, role);
        return head.isValid() ? head : RunListModel::data(index, role);
    }
    const bool isOfCell = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole ||
                          role == Qt::AccessibleDescriptionRole || role == CopyTextRole || role == GroupCellRole;
    if (!isOfCell)
        return RunListModel::data(index, role);
    const GroupCells::Found found = m_groupCells->find(shown.id, group);
    if (!found.cell)
        return role == GroupCellRole ? QVariant() : QVariant(QString());
    switch (role) {
    case GroupCellRole:
        return QVariant::fromValue(groupCellText(shown.id, *found.cell));
    case CopyTextRole:
        return groupCellCopy(shown.id, *found.cell);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: {
        // Looked for only here, in the one group that is asked about.
        const bool hasMedian = found.isCurrent && found.cell->numbers();
        return groupCellToolTip(shown.id, *found.cell, groupName(group), found.range,
                                hasMedian ? medianOf(*shown.column, groups()->rowsOf(group)) : std::nullopt,
                                groupMembers());
    }
    default:
        return groupCellText(shown.id, *found.cell).line();
    }
}

QString RunsModel::copyText(const Shown& shown, std::uint32_t row) const
{
    return cellForCopy(table(), shown.id, row);
}

QString RunsModel::displayText(const Shown& shown, std::uint32_t row) const
{
    if (table().isPending(shown.id) && !shown.column->has(row))
        return pendingText();
    switch (shown.kind) {
    case CellKind::Name:
        return nameText(table(), row);
    case CellKind::State:
        return stateText(row);
    case CellKind::Number: // by far the most cells: without a Value
        if (const double number = shown.column->number(row); number == number && std::abs(number) < 1e15)
            return format::number(number);
        break;
    case CellKind::Time:
        if (const auto started = table().startedAt(row))
            return format::relativeTime(*started, m_clock->now());
        return format::missing();
    case CellKind::Duration:
        return durationText(shown, row);
    case CellKind::Tags: {
        const QStringList tags = listTexts(shown.column->value(row));
        return tags.isEmpty() ? format::missing() : tags.join(QStringLiteral(", "));
    }
    case CellKind::Notes:
        if (const Value notes = shown.column->value(row); notes.isText())
            return inOneLine(notes.text());
        break;
    case CellKind::Text:
        break;
    }
    return cellText(shown.column->value(row));
}

/// A run that goes on has run until now, whatever it has said last.
QString RunsModel::durationText(const Shown& shown, std::uint32_t row) const
{
    const bool isKnown = shown.column->has(row);
    double seconds = isKnown ? shown.column->number(row) : 0;
    const auto started = table().startedAt(row);
    const bool goesOn = shown.id.field == Field::Runtime && table().state(row) == RunState::Running && started;
    if (goesOn)
        seconds = std::max(seconds, static_cast<double>(m_clock->now() - *started) * 1e-9);
    return isKnown || goesOn ? format::duration(seconds) : format::missing();
}

QString RunsModel::toolTip(const Shown& shown, std::uint32_t row) const
{
    const QString text = valueToolTip(shown, row);
    // What is said of the run as a whole says it already.
    const bool isEdited =
        shown.kind != CellKind::Name && shown.id.origin == ColumnOrigin::Field && table().isEdited(row, shown.id.field);
    return isEdited ? QString(text + u'\n' + tr("Edited here. Overview shows the original.")) : text;
}

QString RunsModel::valueToolTip(const Shown& shown, std::uint32_t row) const
{
    if (shown.kind == CellKind::Name)
        return runToolTip(row);
    if (!shown.column->has(row))
        return table().isPending(shown.id) ? tr("It is being read.") : missingText();
    switch (shown.kind) {
    case CellKind::State:
        return stateToolTip(table(), row);
    case CellKind::Time:
        return format::exactTime(*table().startedAt(row));
    case CellKind::Duration:
        //: exact length of time in seconds
        return tr("%1 s").arg(format::exactNumber(shown.column->number(row)));
    case CellKind::Tags:
        return listTexts(shown.column->value(row)).join(u'\n');
    default:
        return exactCellText(shown.column->value(row));
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool known = section >= 0 && section < columnCount();
    if (orientation != Qt::Horizontal || !known)
        return RunListModel::headerData(section, orientation, role);
    const Shown& shown = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return columnName(shown.id);
    case Qt::AccessibleDescriptionRole:
        return headFacts(shown.id).join(QStringLiteral(", "));
    case Qt::ToolTipRole:
        return (QStringList(columnToolTip(shown.id)) + headFacts(shown.id)).join(u'\n');
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isRight(shown.kind) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case NoteRole:
        if (const QString value = shownValueName(list()->state.shownValues, shown.id); !value.isEmpty())
            return QString(QStringLiteral("· ") + value);
        return groups() && isRight(shown.kind) ? tr("mean ± std", "what a column tells of groups")
                                               : columnOrigin(shown.id);
    case OriginRole:
        return columnOrigin(shown.id);
    case ColumnTextRole:
        return QString::fromStdString(toText(shown.id));
    case HeaderKindRole:
        return static_cast<int>(shown.kind);
    case ShownValueRole:
        return shownValueName(list()->state.shownValues, shown.id);
    case SortRankRole: {
        const auto place = sortPlace(state().sort, shown.id);
        return place ? static_cast<int>(*place) + 1 : 0;
    }
    case SortCountRole:
        return static_cast<int>(state().sort.size());
    case SortDescendingRole: {
        const auto place = sortPlace(state().sort, shown.id);
        return place && state().sort[*place].descending;
    }
    case PathRole:
        return columnPath(shown.id);
    case PinnedRole:
        return section < m_pinned;
    case NestedRole:
        return m_isNested;
    default:
        return RunListModel::headerData(section, orientation, role);
    }
}

void RunsModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnCount())
        emit sortRequested({{columnId(column), order == Qt::DescendingOrder}});
    else
        emit sortRequested({});
}

void RunsModel::sortAlso(int column)
{
    emit sortRequested(sortedAlso(state().sort, columnId(column)));
}

void RunsModel::sortAlone(int column)
{
    emit sortRequested(sortedAlone(state().sort, columnId(column)));
}

/// What there is to say of a column beside its name.
QStringList RunsModel::headFacts(const ColumnId& id) const
{
    QStringList facts;
    const ShownValues& shown = list()->state.shownValues;
    const auto found = shown.find(id);
    switch (found == shown.end() ? MetricValue::Last : found->second) {
    case MetricValue::Min:
        facts.append(tr("Shows the smallest number logged"));
        break;
    case MetricValue::Max:
        facts.append(tr("Shows the largest number logged"));
        break;
    case MetricValue::First:
        facts.append(tr("Shows the value logged first"));
        break;
    case MetricValue::Last:
        break;
    }
    if (const QString sorted = sortText(id); !sorted.isEmpty())
        facts.append(sorted);
    return facts;
}

/// What there is to say of a column that is a sort key.
QString RunsModel::sortText(const ColumnId& id) const
{
    const auto place = sortPlace(state().sort, id);
    if (!place)
        return {};
    const QString order = state().sort[*place].descending ? tr("Sorted descending") : tr("Sorted ascending");
    if (state().sort.size() == 1)
        return order;
    //: %1 is "Sorted ascending" or "Sorted descending", %2 and %3 are numbers: "Sorted ascending, key 1 of 2"
    return tr("%1, key %2 of %3").arg(order).arg(*place + 1).arg(state().sort.size());
}

} // namespace runglass
