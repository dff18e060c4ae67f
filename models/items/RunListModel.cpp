// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunListModel.h"

#include "models/items/ColourLegendModel.h"
#include "models/items/GroupText.h"
#include "models/items/RunColumns.h"
#include "models/items/RunText.h"
#include "models/items/RunTicks.h"
#include "models/items/StoppingRuns.h"
#include "models/session/Session.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <span>

namespace runglass
{

RunListModel::RunListModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_list(std::make_shared<RunList>())
    , m_table(m_list->table)
{
}

void RunListModel::follow(Session& session)
{
    const auto take = [this, &session] {
        setList(session.list());
        setState(session.state());
    };
    connect(&session, &Session::listChanged, this, take);
    connect(&session, &Session::stateChanged, this, [this, &session] { setState(session.state()); });
    connect(this, &RunListModel::sortRequested, &session, [&session](const std::vector<SortKey>& keys) {
        RunListState state = session.state();
        state.sort = keys;
        session.setState(std::move(state));
    });
    connect(this, &RunListModel::shownRequested, &session, [this, &session](const RunRef& run, bool shown) {
        // A whole selection comes one by one: it makes one new state.
        if (m_askedEyes.empty())
            QMetaObject::invokeMethod(
                this, [this, &session] { passOnEyes(session); }, Qt::QueuedConnection);
        m_askedEyes[run] = shown;
    });
    connect(this, &RunListModel::allShownRequested, &session, [&session](const std::vector<RunRef>& runs, bool shown) {
        RunListState state = session.state();
        for (const RunRef& run : runs) {
            if (shown)
                state.hidden.erase(run);
            else
                state.hidden.insert(run);
        }
        session.setState(std::move(state));
    });
    connect(this, &RunListModel::foldRequested, &session, [&session](const std::string& key, bool folded) {
        RunListState state = session.state();
        state.grouping.setFolded(key, folded);
        session.setState(std::move(state));
    });
    take();
}

void RunListModel::passOnEyes(Session& session)
{
    RunListState state = session.state();
    for (const auto& [run, shown] : m_askedEyes) {
        if (shown)
            state.hidden.erase(run);
        else
            state.hidden.insert(run);
    }
    m_askedEyes.clear();
    session.setState(std::move(state));
}

void RunListModel::setTicks(RunTicks* ticks)
{
    m_ticks = ticks;
    connect(ticks, &RunTicks::changed, this, &RunListModel::showTicks);
    connect(ticks, &QObject::destroyed, this, [this] { m_ticks = nullptr; });
    showTicks();
}

void RunListModel::showTicks()
{
    if (columnCount() == 0)
        return;
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::CheckStateRole, TickedRole});
    emit headerDataChanged(Qt::Horizontal, 0, 0);
}

void RunListModel::setList(std::shared_ptr<const RunList> list)
{
    if (list == m_list)
        return;
    emit listAboutToChange();
    const std::size_t before = m_lines.size();
    if (hasLinesOf(*list))
        exchangeTable(*list, nullptr);
    else
        exchangeLines(*list);
    const bool headsChanged = m_list->state.shownValues != list->state.shownValues;
    m_list = std::move(list);
    m_state = m_list->state;
    if (headsChanged && columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    m_hiddenKnown = false;
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit listChanged();
    if (m_lines.size() != before)
        emit countChanged();
}

void RunListModel::setState(const RunListState& state)
{
    std::vector<RunRef> changed;
    std::set_symmetric_difference(m_state.hidden.begin(), m_state.hidden.end(), state.hidden.begin(),
                                  state.hidden.end(), std::back_inserter(changed));
    const bool sortChanged = m_state.sort != state.sort;
    const bool coloursChanged = m_state.colours != state.colours;
    const bool foldsChanged = m_groups && m_state.grouping != state.grouping;
    m_state = state;
    if (foldsChanged && !m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {FoldedRole});
    if (!changed.empty())
        m_hiddenKnown = false;
    if (coloursChanged && !m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ColourRole});
    if (sortChanged && columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    constexpr std::size_t kFew = 64;
    // The eye of a group follows those of its runs.
    const bool isWide = changed.size() > kFew || (m_groups && !changed.empty());
    if (isWide && !m_lines.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ShownRole});
        return;
    }
    for (const RunRef& run : changed) {
        if (const int row = rowOf(run); row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1), {ShownRole});
    }
}

const RunRef& RunListModel::runAt(int row) const
{
    return m_table->ref(isGroup(row) ? m_groups->rowsOf(groupAt(row)).front() : tableRow(row));
}

int RunListModel::rowOf(const RunRef& run) const
{
    const auto row = m_table->rowOf(run);
    return row ? m_places.of(*row) : -1;
}

std::vector<RunRef> RunListModel::runsAt(int row) const
{
    if (!isGroup(row))
        return {runAt(row)};
    std::vector<RunRef> runs;
    for (const std::uint32_t member : m_groups->rowsOf(groupAt(row)))
        runs.push_back(m_table->ref(member));
    return runs;
}

std::string RunListModel::groupKeyAt(int row) const
{
    return isGroup(row) ? m_groups->groups[groupAt(row)].key : std::string();
}

int RunListModel::groupRowOfKey(const std::string& key) const
{
    const auto group = m_groups ? m_groups->find(key) : std::nullopt;
    return group ? m_places.of(kGroupLine | *group) : -1;
}

int RunListModel::groupRowAbove(int row) const
{
    if (isGroup(row)) {
        const std::uint32_t parent = m_groups->groups[groupAt(row)].parent;
        return parent == RunGroups::kNone ? -1 : m_places.of(kGroupLine | parent);
    }
    if (!m_groups || pinAt(row) != RunPin::None)
        return -1;
    while (row >= 0 && !isGroup(row))
        --row;
    return row;
}

int RunListModel::groupRowOf(const RunRef& run) const
{
    const auto row = m_table->rowOf(run);
    if (!row || !m_groups)
        return -1;
    const auto& rows = m_groups->rows;
    const auto found = std::find(rows.begin(), rows.end(), *row);
    if (found == rows.end())
        return -1;
    const auto place = static_cast<std::uint32_t>(found - rows.begin());
    int head = -1;
    for (std::uint32_t group = 0; group < m_groups->groups.size();) {
        const RunGroup& here = m_groups->groups[group];
        const bool isInside = place >= here.first && place < here.first + here.count;
        if (isInside && m_places.of(kGroupLine | group) >= 0)
            head = m_places.of(kGroupLine | group);
        if (isInside && m_groups->isInnermost(group))
            break;
        group = isInside ? group + 1 : here.end;
    }
    return head;
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::CheckStateRole && m_ticks && index.column() == 0)
        return tickAt(index.row());
    if (role == PinRole)
        return static_cast<int>(pinAt(index.row()));
    if (role == DepthRole)
        return depthAt(index.row());
    if (isGroup(index.row()))
        return groupData(groupAt(index.row()), role);
    return runData(tableRow(index.row()), role);
}

bool RunListModel::isMatch(std::uint32_t row) const
{
    return !std::binary_search(m_list->unmatched.begin(), m_list->unmatched.end(), row);
}

QString RunListModel::runToolTip(std::uint32_t row) const
{
    QString text = runglass::runToolTip(*m_table, row);
    const ColumnColours* colours = m_state.colours.byColumn ? m_columnColours.get() : nullptr;
    const std::uint8_t place =
        colours && row < colours->classOf.size() ? colours->classOf[row] : ColumnColours::kNoClass;
    if (colours && place < colours->classes.size())
        //: why a run has its colour. %1 is a column, %2 a value or a range
        text += u'\n' + tr("Colour by %1: %2")
                            .arg(columnTitle(colours->rule.column), colourClassText(*colours, colours->classes[place]));
    if (isBaseline(row))
        text += u'\n' + tr("Baseline: charts draw its line heavier and dashed.");
    if (!isMatch(row))
        text += u'\n' + tr("Pinned to the top, though search or filter leave it out.");
    return text;
}

RunPin RunListModel::pinAt(int row) const
{
    const auto pinned = static_cast<int>(m_list->pinned);
    if (row >= pinned)
        return RunPin::None;
    return row == pinned - 1 && row < rowCount() - 1 ? RunPin::Last : RunPin::Pinned;
}

QVariant RunListModel::runData(std::uint32_t row, int role) const
{
    switch (role) {
    case RunRefRole:
        return QVariant::fromValue(m_table->ref(row));
    case RunStateRole:
        return static_cast<int>(m_table->state(row));
    case ColourRole:
        return QVariant::fromValue(runColour(*m_table, row, m_columnColours.get(), m_state.colours));
    case ShownRole:
        return !m_state.hidden.contains(m_table->ref(row));
    case MatchRole:
        return isMatch(row);
    case BaselineRole:
        return isBaseline(row);
    case LockedRole:
        return m_table->isLocked(row);
    case StoppingRole:
        return isStopping(row);
    case NameFromIdRole:
        return m_table->isNameFromId(row);
    case WarningCountRole:
        return static_cast<int>(m_table->warningCount(row));
    case TickedRole:
        return m_ticks && m_ticks->isTicked(m_table->ref(row));
    case GroupRole:
        return false;
    default:
        return {};
    }
}

int RunListModel::depthAt(int row) const
{
    if (isGroup(row))
        return static_cast<int>(m_groups->groups[groupAt(row)].depth);
    return m_groups && pinAt(row) == RunPin::None ? static_cast<int>(m_groups->columns.size()) : 0;
}

Qt::CheckState RunListModel::tickAt(int row) const
{
    if (isGroup(row))
        return m_ticks->stateOf(*m_table, *m_groups, groupAt(row));
    return m_ticks->isTicked(runAt(row)) ? Qt::Checked : Qt::Unchecked;
}

bool RunListModel::isAnyShown(std::uint32_t group) const
{
    if (m_state.hidden.empty())
        return true;
    if (!m_hiddenKnown) {
        m_hiddenRows.assign(m_table->rowCount() / 64 + 1, 0);
        for (const RunRef& run : m_state.hidden)
            if (const auto row = m_table->rowOf(run))
                m_hiddenRows[*row / 64] |= std::uint64_t{1} << (*row % 64);
        m_hiddenKnown = true;
    }
    const auto rows = m_groups->rowsOf(group);
    return std::any_of(rows.begin(), rows.end(),
                       [this](std::uint32_t row) { return (m_hiddenRows[row / 64] >> (row % 64) & 1) == 0; });
}

QString RunListModel::groupText(std::uint32_t group) const
{
    return groupLine(*m_groups, group);
}

QString RunListModel::groupToolTip(std::uint32_t group) const
{
    const RunGroup& shown = m_groups->groups[group];
    const auto pinned = static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.begin() + std::min<std::ptrdiff_t>(m_list->pinned, rowCount()),
                      [this, &shown](ListLine line) {
                          const auto rows = std::span(m_groups->rows).subspan(shown.first, shown.count);
                          return std::find(rows.begin(), rows.end(), line) != rows.end();
                      }));
    QString text = runglass::groupToolTip(*m_groups, group);
    if (pinned > 0)
        text += u'\n' + tr("%n of them stand(s) above, pinned to the top.", nullptr, pinned);
    return text;
}

QString RunListModel::groupAccessibleText(std::uint32_t group) const
{
    const bool folded = m_state.grouping.isFolded(m_groups->groups[group].key);
    //: the head of a group: %1 is a column, %2 is "double, 5 runs"
    return (folded ? tr("%1: %2, collapsed") : tr("%1: %2, expanded"))
        .arg(groupColumnText(*m_groups, group), groupText(group));
}

QVariant RunListModel::groupData(std::uint32_t group, int role) const
{
    const RunGroup& shown = m_groups->groups[group];
    switch (role) {
    case GroupRole:
    case MatchRole:
        return true;
    case FoldedRole:
        return m_state.grouping.isFolded(shown.key);
    case GroupCountRole:
        return static_cast<int>(shown.count);
    case GroupValueRole:
        return groupValueText(*m_groups, group);
    case GroupColumnRole:
        return groupColumnText(*m_groups, group);
    case ShownRole:
        return isAnyShown(group);
    case TickedRole:
        return m_ticks && m_ticks->stateOf(*m_table, *m_groups, group) == Qt::Checked;
    default:
        return {};
    }
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (isGroup(index.row()))
        return setGroupData(index, value, role);
    if (role == Qt::CheckStateRole && m_ticks && index.column() == 0) {
        m_ticks->set(runAt(index.row()), value.toInt() != Qt::Unchecked);
        return true;
    }
    if (role != ShownRole)
        return false;
    const RunRef& run = runAt(index.row());
    const bool shown = value.toBool();
    if (shown)
        m_state.hidden.erase(run);
    else
        m_state.hidden.insert(run);
    m_hiddenKnown = false;
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1), {ShownRole});
    emit shownRequested(run, shown);
    return true;
}

bool RunListModel::setGroupData(const QModelIndex& index, const QVariant& value, int role)
{
    const std::uint32_t group = groupAt(index.row());
    if (role == Qt::CheckStateRole && m_ticks && index.column() == 0) {
        m_ticks->setRows(*m_table, m_groups->rowsOf(group), value.toInt() != Qt::Unchecked);
        return true;
    }
    if (role == FoldedRole) {
        // A copy: the groups may be exchanged by who hears of it.
        const std::string key = m_groups->groups[group].key;
        m_state.grouping.setFolded(key, value.toBool());
        emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1), {FoldedRole});
        emit foldRequested(key, value.toBool());
        return true;
    }
    if (role != ShownRole)
        return false;
    const std::vector<RunRef> runs = runsAt(index.row());
    for (const RunRef& run : runs) {
        if (value.toBool())
            m_state.hidden.erase(run);
        else
            m_state.hidden.insert(run);
    }
    m_hiddenKnown = false;
    emit dataChanged(this->index(0, 0), this->index(rowCount() - 1, columnCount() - 1), {ShownRole});
    emit allShownRequested(runs, value.toBool());
    return true;
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::CheckStateRole && orientation == Qt::Horizontal && section == 0 && m_ticks)
        return m_ticks->all();
    return QAbstractTableModel::headerData(section, orientation, role);
}

bool RunListModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || orientation != Qt::Horizontal || section != 0 || !m_ticks)
        return QAbstractTableModel::setHeaderData(section, orientation, value, role);
    m_ticks->setAll(value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RunListModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_ticks && index.isValid() && index.column() == 0 ? flags | Qt::ItemIsUserCheckable : flags;
}

QHash<int, QByteArray> RunListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert(ShownRole, QByteArrayLiteral("shown"));
    names.insert(RunStateRole, QByteArrayLiteral("state"));
    names.insert(ColourRole, QByteArrayLiteral("colour"));
    return names;
}

void RunListModel::leaveColumns(const RunList&) {}

void RunListModel::enterColumns(const RunList&) {}

void RunListModel::renewColumns(const RunList&) {}

/// Whether next has the same lines, as far as is known without looking at them: mostly so when a value is another.
bool RunListModel::hasLinesOf(const RunList& next) const
{
    return next.table->sharesRows(*m_table) && next.groups == m_groups && next.lines().isShared(m_list->lines());
}

/// Rows that go are brought to the end and cut off there, new ones come at the end and are brought to their place: at
/// most four signals, however scattered the changes are.
void RunListModel::exchangeLines(const RunList& next)
{
    {
        // The finder looks into the table and the groups that are given away here.
        const auto table = m_table;
        const auto groups = m_groups;
        const LineFinder find(*table, groups.get(), next);
        removeTail(arrangeForRemoval(next, find));
        exchangeTable(next, &find);
    }
    appendNewRows(next);
    arrangeAs(next.lines());
}

/// Brings the rows that next does not have to the end. Gives how many stay.
std::size_t RunListModel::arrangeForRemoval(const RunList& next, const LineFinder& find)
{
    const bool sameLines = !m_groups && !next.groups && next.table->sharesRows(*m_table) && next.lines() == m_lines;
    if (sameLines)
        return m_lines.size();
    LinePlaces wanted;
    wanted.assign(*next.table, next.groups.get(), next.lines());
    std::vector<std::uint32_t> order(m_lines.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto firstGone = std::stable_partition(order.begin(), order.end(), [&](std::uint32_t place) {
        const ListLine line = find(m_lines[place]);
        return line != kNoLine && wanted.of(line) >= 0;
    });
    const auto kept = static_cast<std::size_t>(firstGone - order.begin());
    permute(order);
    return kept;
}

/// @param order  for each new place, the old one
void RunListModel::permute(const std::vector<std::uint32_t>& order)
{
    if (std::is_sorted(order.begin(), order.end()))
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<ListLine> lines(order.size());
    std::vector<int> newPlaces(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        lines[place] = m_lines[order[place]];
        newPlaces[order[place]] = static_cast<int>(place);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& old : before)
        after.append(index(newPlaces[static_cast<std::size_t>(old.row())], old.column()));
    m_lines = std::move(lines);
    indexRows();
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void RunListModel::removeTail(std::size_t kept)
{
    if (kept == m_lines.size())
        return;
    beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
    m_lines.resize(kept);
    indexRows();
    endRemoveRows();
}

/// @param find  null: the lines are the same
void RunListModel::exchangeTable(const RunList& next, const LineFinder* find)
{
    const bool sameColumns = next.table->sharesColumns(*m_table) && next.columns.shown == m_list->columns.shown &&
                             next.columns.pinned == m_list->columns.pinned;
    if (!sameColumns)
        leaveColumns(next);
    if (find) {
        for (ListLine& line : m_lines)
            line = (*find)(line);
    }
    m_table = next.table;
    m_groups = next.groups;
    m_columnColours = next.columnColours;
    m_hiddenKnown = false;
    if (find)
        indexRows();
    if (sameColumns)
        renewColumns(next);
    else
        enterColumns(next);
}

void RunListModel::appendNewRows(const RunList& next)
{
    // All lines that there are stay.
    if (m_lines.size() == next.lines().size())
        return;
    std::vector<ListLine> added;
    std::copy_if(next.lines().begin(), next.lines().end(), std::back_inserter(added),
                 [this](ListLine line) { return m_places.of(line) < 0; });
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_lines.insert(m_lines.end(), added.begin(), added.end());
    indexRows();
    endInsertRows();
}

void RunListModel::arrangeAs(const std::vector<ListLine>& lines)
{
    if (m_lines == lines)
        return;
    std::vector<std::uint32_t> order;
    order.reserve(lines.size());
    for (const ListLine line : lines)
        order.push_back(static_cast<std::uint32_t>(m_places.of(line)));
    permute(order);
}

void RunListModel::indexRows()
{
    m_places.assign(*m_table, m_groups.get(), m_lines);
}

} // namespace runglass
