// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"

#include "models/items/Format.h"
#include "models/items/RunText.h"
#include "models/items/VisibleText.h"
#include "models/table/SortKeys.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

namespace runglass
{

namespace
{

struct RunColumn {
    Field field;
    const char* header;
    const char* toolTip;
    CellKind kind;
};

constexpr std::array kRunColumns = {
    RunColumn{Field::Name, QT_TRANSLATE_NOOP("RunsModel", "Name"),
              QT_TRANSLATE_NOOP("RunsModel", "Name: the run's name, or its ID when it has none."), CellKind::Name},
    RunColumn{Field::State, QT_TRANSLATE_NOOP("RunsModel", "State"),
              QT_TRANSLATE_NOOP("RunsModel", "State: whether the run goes on, and how it ended."), CellKind::State},
    RunColumn{Field::Notes, QT_TRANSLATE_NOOP("RunsModel", "Notes"),
              QT_TRANSLATE_NOOP("RunsModel", "Notes: the first line of the description."), CellKind::Notes},
    RunColumn{Field::Tags, QT_TRANSLATE_NOOP("RunsModel", "Tags"), QT_TRANSLATE_NOOP("RunsModel", "Tags of the run."),
              CellKind::Tags},
    RunColumn{Field::Created, QT_TRANSLATE_NOOP("RunsModel", "Created"),
              QT_TRANSLATE_NOOP("RunsModel", "Created: when the run was started first."), CellKind::Time},
    RunColumn{Field::Runtime, QT_TRANSLATE_NOOP("RunsModel", "Runtime"),
              QT_TRANSLATE_NOOP("RunsModel", "Runtime: from start to end, pauses included."), CellKind::Duration},
    RunColumn{Field::Group, QT_TRANSLATE_NOOP("RunsModel", "Group"),
              QT_TRANSLATE_NOOP("RunsModel", "Group that the run was put in."), CellKind::Text},
    RunColumn{Field::JobType, QT_TRANSLATE_NOOP("RunsModel", "Job type"),
              QT_TRANSLATE_NOOP("RunsModel", "Job type that the run was given."), CellKind::Text},
    RunColumn{Field::Author, QT_TRANSLATE_NOOP("RunsModel", "Author"),
              QT_TRANSLATE_NOOP("RunsModel", "Author: who started the run."), CellKind::Text},
};

const RunColumn* runColumn(const ColumnId& id)
{
    const auto found = std::find_if(kRunColumns.begin(), kRunColumns.end(), [&id](const RunColumn& column) {
        return id.origin == ColumnOrigin::Field && column.field == id.field;
    });
    return found != kRunColumns.end() ? &*found : nullptr;
}

QString originText(const ColumnId& id)
{
    switch (id.origin) {
    case ColumnOrigin::Field:
        break;
    case ColumnOrigin::Config:
        return QStringLiteral("config");
    case ColumnOrigin::Summary:
        return QStringLiteral("summary");
    }
    return {};
}

bool isRight(CellKind kind)
{
    return kind == CellKind::Number || kind == CellKind::Duration;
}

QString headerText(const ColumnId& id)
{
    constexpr qsizetype kLength = 120;
    const RunColumn* field = runColumn(id);
    return field ? QCoreApplication::translate("RunsModel", field->header)
                 : visibleExcerpt(displayKey(id.key), kLength);
}

QString headerToolTip(const ColumnId& id)
{
    constexpr qsizetype kLength = 1000;
    if (const RunColumn* field = runColumn(id))
        return QCoreApplication::translate("RunsModel", field->toolTip);
    const QString key = visibleExcerpt(displayKey(id.key), kLength);
    //: %1 is a key, %2 where it is from: "config" or "summary"
    return RunsModel::tr("%1 (%2)").arg(key, originText(id));
}

/// The first line with something in it.
std::string_view firstLine(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? text.substr(0, 0) : text.substr(first, text.find('\n', first) - first);
}

} // namespace

RunsModel::RunsModel(const Clock* clock, QObject* parent)
    : RunListModel(parent)
    , m_clock(clock ? clock : &m_systemClock)
{
    for (const ColumnId& id : columnsOf(*list()))
        m_columns.push_back({id, table().column(id), kindOf(*table().column(id))});
}

std::vector<ColumnId> RunsModel::columnsOf(const RunList& list)
{
    std::vector<ColumnId> ids;
    ids.reserve(kRunColumns.size() + list.keyColumns.size());
    for (const RunColumn& column : kRunColumns)
        ids.push_back({ColumnOrigin::Field, column.field, {}});
    for (const std::uint32_t place : list.keyColumns)
        ids.push_back(list.table->columns()[place]->id());
    return ids;
}

CellKind RunsModel::kindOf(const runglass::Column& column)
{
    if (const RunColumn* field = runColumn(column.id()))
        return field->kind;
    return column.kind() == runglass::Column::Kind::Number ? CellKind::Number : CellKind::Text;
}

QString RunsModel::columnTitle(const ColumnId& id)
{
    const QString origin = originText(id);
    //: %1 is a key, %2 where it is from: "config" or "summary"
    return origin.isEmpty() ? headerText(id) : tr("%1 (%2)").arg(headerText(id), origin);
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
    default:
        return RunListModel::data(index, role);
    }
}

QString RunsModel::copyText(const Shown& shown, std::uint32_t row) const
{
    switch (shown.kind) {
    case CellKind::Name:
        return QString::fromStdString(table().name(row));
    case CellKind::Number:
    case CellKind::Text:
    case CellKind::Notes:
        break;
    case CellKind::Time:
        if (const auto started = table().startedAt(row))
            return format::exactTime(*started);
        return {};
    default:
        return shown.column->has(row) ? displayText(shown, row) : QString();
    }
    const Value value = shown.column->value(row);
    if (value.isText())
        return QString::fromStdString(value.text());
    if (value.kind() == Value::Kind::Double)
        return format::exactNumber(value.toDouble());
    return value.isNull() ? QString() : format::value(value);
}

QString RunsModel::displayText(const Shown& shown, std::uint32_t row) const
{
    switch (shown.kind) {
    case CellKind::Name:
        return nameText(table(), row);
    case CellKind::State:
        return format::state(table().state(row));
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
            return cellText(Value(firstLine(notes.text())));
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
    if (shown.kind == CellKind::Name)
        return runToolTip(row);
    if (!shown.column->has(row))
        return tr("This run did not record it.");
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
        return headerText(shown.id);
    case Qt::AccessibleDescriptionRole:
        return sortText(shown.id);
    case Qt::ToolTipRole:
        if (const QString sorted = sortText(shown.id); !sorted.isEmpty())
            return QString(headerToolTip(shown.id) + u'\n' + sorted);
        return headerToolTip(shown.id);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isRight(shown.kind) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case OriginRole:
        return originText(shown.id);
    case ColumnTextRole:
        return QString::fromStdString(toText(shown.id));
    case HeaderKindRole:
        return static_cast<int>(shown.kind);
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

void RunsModel::leaveColumns(const RunList& next)
{
    std::vector<ColumnId> wanted = columnsOf(next);
    std::sort(wanted.begin(), wanted.end());
    const auto goes = [this, &wanted](int column) {
        return !std::binary_search(wanted.begin(), wanted.end(), columnId(column));
    };
    for (int last = columnCount() - 1; last >= 0; --last) {
        if (!goes(last))
            continue;
        int first = last;
        while (first > 0 && goes(first - 1))
            --first;
        beginRemoveColumns({}, first, last);
        m_columns.erase(m_columns.begin() + first, m_columns.begin() + last + 1);
        endRemoveColumns();
        last = first;
    }
}

void RunsModel::enterColumns(const RunList& next)
{
    bool kindChanged = false;
    for (Shown& shown : m_columns) {
        shown.column = table().column(shown.id);
        kindChanged = kindChanged || shown.kind != kindOf(*shown.column);
        shown.kind = kindOf(*shown.column);
    }
    const std::vector<ColumnId> wanted = columnsOf(next);
    std::size_t at = 0;
    while (at < wanted.size()) {
        std::size_t end = at;
        while (end < wanted.size() && (at >= m_columns.size() || wanted[end] != m_columns[at].id))
            ++end;
        if (end == at) {
            ++at;
            continue;
        }
        beginInsertColumns({}, static_cast<int>(at), static_cast<int>(end) - 1);
        std::vector<Shown> added;
        for (std::size_t i = at; i < end; ++i)
            added.push_back({wanted[i], table().column(wanted[i]), kindOf(*table().column(wanted[i]))});
        m_columns.insert(m_columns.begin() + static_cast<std::ptrdiff_t>(at), added.begin(), added.end());
        endInsertColumns();
        at = end;
    }
    if (kindChanged)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace runglass
