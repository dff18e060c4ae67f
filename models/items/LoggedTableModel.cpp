// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/LoggedTableModel.h"

#include "models/items/GroupText.h"
#include "models/items/RunColumns.h"
#include "models/items/RunRoles.h"
#include "models/items/VisibleText.h"
#include "models/run/ValueMember.h"
#include "models/session/JsonText.h"
#include "models/session/LoggedKeys.h"
#include "models/session/WhenAnswered.h"

#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>
#include <set>
#include <utility>

namespace runglass
{

namespace
{

constexpr qsizetype kLongestPath = 300;

const ColumnId& runColumn()
{
    static const ColumnId name{ColumnOrigin::Field, Field::Name, {}};
    return name;
}

/// Has another value in each run, whatever they are called.
const ColumnId& identityColumn()
{
    static const ColumnId id{ColumnOrigin::Field, Field::Sweep, {}};
    return id;
}

void setViewOf(RunListState& state, RunView view)
{
    std::replace(view.grouping.columns.begin(), view.grouping.columns.end(), runColumn(), identityColumn());
    setView(state, std::move(view));
}

/// The object that a cell was: objects in cells are their JSON. Null: it was none.
Value mediaIn(const Value& cell)
{
    if (!cell.isText() || !cell.text().starts_with("{\""))
        return {};
    Result<Value> object = valueFromJson(cell.text());
    const bool isFile = object && isMedia(loggedKind(*object)) && member(*object, "path").isText();
    return isFile ? std::move(*object) : Value();
}

} // namespace

LoggedTableModel::LoggedTableModel(QObject* parent)
    : RunsModel(nullptr, parent)
{
    auto none = std::make_shared<JoinedTables>();
    none->table = std::make_shared<const RunTable>();
    none->columns = {runColumn()};
    m_wanted = m_tables = m_before = std::move(none);
    connect(this, &RunListModel::sortRequested, this, [this](const std::vector<SortKey>& keys) { sortBy(keys); });
    connect(this, &RunListModel::foldRequested, this, [this](const std::string& key, bool folded) {
        changeView([&](RunView& view) { view.grouping.setFolded(key, folded); });
    });
}

void LoggedTableModel::setTables(std::shared_ptr<const JoinedTables> tables)
{
    m_wanted = std::move(tables);
    make();
}

void LoggedTableModel::setColours(const ShownRuns& runs)
{
    std::map<RunRef, RunColour> colours;
    for (const ShownRun& run : runs.runs)
        colours[run.ref] = run.colour;
    if (colours == m_colours)
        return;
    m_colours = std::move(colours);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {ColourRole});
}

void LoggedTableModel::setView(const RunView& view)
{
    if (view == m_view)
        return;
    m_view = view;
    make();
}

template <typename Change> void LoggedTableModel::changeView(const Change& change)
{
    const RunView before = m_view;
    change(m_view);
    if (m_view == before)
        return;
    make();
    emit viewChanged();
}

void LoggedTableModel::setFilter(const Filter& filter)
{
    changeView([&](RunView& view) { view.filter = filter; });
}

void LoggedTableModel::sortBy(std::vector<SortKey> keys)
{
    changeView([&](RunView& view) { view.sort = std::move(keys); });
}

void LoggedTableModel::groupBy(const std::optional<ColumnId>& column)
{
    changeView([&](RunView& view) {
        view.grouping.setColumns(column ? std::vector<ColumnId>{*column} : std::vector<ColumnId>());
    });
}

void LoggedTableModel::setAllFolded(bool folded)
{
    changeView([&](RunView& view) { view.grouping.setAllFolded(folded); });
}

void LoggedTableModel::hideColumn(const ColumnId& column)
{
    if (column != runColumn())
        changeView([&](RunView& view) { view.columns.hidden.insert(column); });
}

void LoggedTableModel::showAllColumns()
{
    changeView([](RunView& view) { view.columns.hidden.clear(); });
}

void LoggedTableModel::moveColumn(int from, int to)
{
    std::vector<ColumnId> order;
    for (int column = 1; column < columnCount(); ++column)
        order.push_back(columnId(column));
    const int last = static_cast<int>(order.size());
    if (from < 1 || from > last || to < 1 || to > last || from == to)
        return;
    const ColumnId moved = order[static_cast<std::size_t>(from - 1)];
    order.erase(order.begin() + (from - 1));
    order.insert(order.begin() + (to - 1), moved);
    changeView([&](RunView& view) { view.columns.order = std::move(order); });
}

void LoggedTableModel::setWidth(const ColumnId& column, int width)
{
    changeView([&](RunView& view) { view.widths[column] = width; });
}

/// Fields of runs are none of these rows', but for the name.
ColumnLayout LoggedTableModel::layout() const
{
    ColumnLayout columns;
    columns.hidden = m_view.columns.hidden;
    for (int field = 0; field < static_cast<int>(Field::Count); ++field)
        if (const ColumnId id{ColumnOrigin::Field, static_cast<Field>(field), {}}; id != runColumn())
            columns.hidden.insert(id);
    columns.order = m_view.columns.order;
    const std::set<ColumnId> placed(columns.order.begin(), columns.order.end());
    for (const ColumnId& id : m_wanted->columns)
        if (id != runColumn() && !placed.contains(id))
            columns.order.push_back(id);
    return columns;
}

void LoggedTableModel::make()
{
    RunListState state;
    setViewOf(state, m_view);
    state.columns = layout();
    setState(state);
    const auto work = [tables = m_wanted, view = std::move(state), before = list()] {
        return std::make_shared<const RunList>(makeRunList(tables->table, view, *before));
    };
    whenAnswered(this, QtConcurrent::run(work),
                 [this, generation = ++m_generation, tables = m_wanted](const std::shared_ptr<const RunList>& made) {
                     if (generation != m_generation)
                         return;
                     m_before = std::exchange(m_tables, tables);
                     setList(made);
                     m_before = m_tables;
                     emit this->made();
                 });
}

/// Rows are of the table before until the list has taken its place.
const JoinedTables& LoggedTableModel::tablesNow() const
{
    return &table() == m_before->table.get() ? *m_before : *m_tables;
}

const RunRef& LoggedTableModel::loggedBy(int row) const
{
    const JoinedTables& tables = tablesNow();
    const std::uint32_t at = isGroup(row) ? groups()->rowsOf(groupAt(row)).front() : tableRow(row);
    return tables.runs[tables.runOf[at]].run;
}

std::vector<std::uint32_t> LoggedTableModel::tableRows(const QList<int>& rows) const
{
    std::vector<std::uint32_t> found;
    std::set<std::uint32_t> met;
    const auto add = [&](std::uint32_t row) {
        if (met.insert(row).second)
            found.push_back(row);
    };
    for (const int row : rows) {
        if (!isGroup(row)) {
            add(tableRow(row));
            continue;
        }
        for (const std::uint32_t inside : groups()->rowsOf(groupAt(row)))
            add(inside);
    }
    return found;
}

std::vector<std::uint32_t> LoggedTableModel::matchingRows() const
{
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t row : list()->rows)
        rows.push_back(row);
    return rows;
}

CopiedRuns LoggedTableModel::copied(std::vector<std::uint32_t> rows) const
{
    CopiedRuns copied;
    copied.table = list()->table;
    copied.rows = std::move(rows);
    for (int column = 0; column < columnCount(); ++column)
        copied.columns.push_back({columnId(column), headerData(column, Qt::Horizontal).toString(), {}});
    return copied;
}

std::optional<Thumbnails::Which> LoggedTableModel::picture(const QModelIndex& index) const
{
    const ColumnId& id = columnId(index.column());
    if (isGroup(index.row()) || id == runColumn())
        return std::nullopt;
    const std::uint32_t row = tableRow(index.row());
    const Value object = mediaIn(table().column(id)->value(row));
    if (loggedKind(object) != LoggedKind::Image)
        return std::nullopt;
    const RunLoggedTable& logged = tablesNow().runs[tablesNow().runOf[row]];
    return Thumbnails::Which{logged.run, logged.segment, member(object, "path").text()};
}

std::string LoggedTableModel::file(const QModelIndex& index) const
{
    const ColumnId& id = columnId(index.column());
    if (isGroup(index.row()) || id == runColumn())
        return {};
    return member(mediaIn(table().column(id)->value(tableRow(index.row()))), "path").text();
}

/// Whether another run is called the same.
bool LoggedTableModel::isAlike(const RunLoggedTable& run) const
{
    const auto& runs = tablesNow().runs;
    return std::any_of(runs.begin(), runs.end(),
                       [&run](const RunLoggedTable& each) { return each.name == run.name && each.run != run.run; });
}

QString LoggedTableModel::groupName(std::uint32_t group) const
{
    if (groups()->columns[groups()->groups[group].depth] != identityColumn())
        return RunsModel::groupName(group);
    const JoinedTables& tables = tablesNow();
    const RunLoggedTable& run = tables.runs[tables.runOf[groups()->rowsOf(group).front()]];
    const QString name = visibleExcerpt(run.name.empty() ? run.run.path.id : run.name, kLongestPath);
    //: a run whose name another run has too: %1 is the name, %2 its ID
    return isAlike(run) ? tr("%1 (%2)").arg(name, visibleExcerpt(run.run.path.id, kLongestPath)) : name;
}

QString LoggedTableModel::missingText() const
{
    return tr("There is no value in this row.");
}

QString LoggedTableModel::rowText(std::uint32_t row) const
{
    const JoinedTables& tables = tablesNow();
    const std::uint32_t place = tables.runOf[row];
    std::uint32_t first = row;
    while (first > 0 && tables.runOf[first - 1] == place)
        --first;
    const QLocale locale;
    //: of a table that a run logged; %1 is a run, %2 and %3 are numbers
    return tr("%1\nrow %2 of its table, logged at step %3")
        .arg(visibleExcerpt(tables.runs[place].name, kLongestPath), locale.toString(row - first + 1),
             locale.toString(static_cast<qlonglong>(tables.runs[place].step)));
}

QVariant LoggedTableModel::rowData(const QModelIndex& index, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (columnId(index.column()) == runColumn())
        return role == Qt::ToolTipRole ? QVariant(literalToolTip(rowText(tableRow(index.row()))))
                                       : RunsModel::data(index, role);
    if (!isText)
        return RunsModel::data(index, role);
    const QVariant text = RunsModel::data(index, role);
    if (!text.toString().startsWith(u'{'))
        return text;
    const Value object = mediaIn(table().column(columnId(index.column()))->value(tableRow(index.row())));
    if (object.isNull())
        return text;
    const std::string& path = member(object, "path").text();
    const std::string& caption = member(object, "caption").text();
    return visibleExcerpt(caption.empty() ? path.substr(path.rfind('/') + 1) : caption, kLongestPath);
}

/// What is said of a group of rows, which are no runs.
QVariant LoggedTableModel::headData(int row, int role) const
{
    const std::uint32_t group = groupAt(row);
    const bool isRun = groups()->columns[groups()->groups[group].depth] == identityColumn();
    const QString column = isRun ? tr("Run") : groupColumnText(*groups(), group);
    const auto words = [&] {
        //: the head of a group of rows: %1 is the value they share, %2 is "5 rows"
        return tr("%1, %2").arg(groupName(group), memberCountText(GroupMembers::Rows, groups()->groups[group].count));
    };
    switch (role) {
    case Qt::DisplayRole:
        return words();
    case Qt::AccessibleTextRole: {
        const bool isFolded = index(row, 0).data(FoldedRole).toBool();
        //: the head of a group: %1 is a column, %2 is "cat, 5 rows"
        return (isFolded ? tr("%1: %2, collapsed") : tr("%1: %2, expanded")).arg(column, words());
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return literalToolTip(QStringLiteral("%1: %2").arg(column, words()));
    case GroupValueRole:
        return groupName(group);
    case GroupColumnRole:
        return column;
    default:
        return {};
    }
}

QVariant LoggedTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    // Rows are no runs: they have neither box nor eye nor a page of their own.
    if (role == ShownRole || role == Qt::CheckStateRole)
        return {};
    if (isGroup(index.row())) {
        const QVariant head = columnId(index.column()) == runColumn() ? headData(index.row(), role) : QVariant();
        return head.isValid() ? head : RunsModel::data(index, role);
    }
    if (role == ColourRole) {
        const auto found = m_colours.find(loggedBy(index.row()));
        return QVariant::fromValue(found == m_colours.end() ? RunColour() : found->second);
    }
    return rowData(index, role);
}

bool LoggedTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    return role == FoldedRole && RunsModel::setData(index, value, role);
}

QVariant LoggedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return RunsModel::headerData(section, orientation, role);
    const ColumnId& id = columnId(section);
    const bool isRun = id == runColumn();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (isRun)
            return tr("Run");
        break;
    case Qt::ToolTipRole:
        return literalToolTip(isRun ? tr("The run that logged the row") : columnName(id));
    case OriginRole:
        return QString();
    case NoteRole:
        // Where a key is from tells nothing here.
        if (!groups() || RunsModel::headerData(section, orientation, role).toString() == columnOrigin(id))
            return QString();
        break;
    default:
        break;
    }
    return RunsModel::headerData(section, orientation, role);
}

} // namespace runglass
