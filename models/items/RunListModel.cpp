// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunListModel.h"

#include "models/items/ColourLegendModel.h"
#include "models/items/RunColumns.h"
#include "models/items/RunText.h"
#include "models/items/RunTicks.h"
#include "models/session/Session.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace runglass
{

namespace
{

constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

/// Row of the same run in another table, kNowhere when it is not in it.
std::uint32_t rowIn(const RunTable& to, const RunTable& from, std::uint32_t row)
{
    // Rows keep their place while nothing goes, so the first guess is mostly right.
    const RunRef& ref = from.ref(row);
    if (to.sharesRows(from) || (row < to.rowCount() && to.ref(row) == ref))
        return row;
    return to.rowOf(ref).value_or(kNowhere);
}

} // namespace

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
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::CheckStateRole, TickedRole});
    emit headerDataChanged(Qt::Horizontal, 0, 0);
}

void RunListModel::setList(std::shared_ptr<const RunList> list)
{
    if (list == m_list)
        return;
    emit listAboutToChange();
    const std::size_t before = m_rows.size();
    // Rows that go are brought to the end and cut off there, new ones come at the end and are brought to their place:
    // at most four signals, however scattered the changes are.
    removeTail(arrangeForRemoval(*list));
    exchangeTable(*list);
    appendNewRows(*list);
    arrangeAs(list->rows);
    m_list = std::move(list);
    m_state = m_list->state;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit listChanged();
    if (m_rows.size() != before)
        emit countChanged();
}

void RunListModel::setState(const RunListState& state)
{
    std::vector<RunRef> changed;
    std::set_symmetric_difference(m_state.hidden.begin(), m_state.hidden.end(), state.hidden.begin(),
                                  state.hidden.end(), std::back_inserter(changed));
    const bool sortChanged = m_state.sort != state.sort;
    const bool coloursChanged = m_state.colours != state.colours;
    m_state = state;
    if (coloursChanged && !m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ColourRole});
    if (sortChanged && columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    constexpr std::size_t kFew = 64;
    if (changed.size() > kFew && !m_rows.empty()) {
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
    return m_table->ref(tableRow(row));
}

int RunListModel::rowOf(const RunRef& run) const
{
    const auto row = m_table->rowOf(run);
    return row && *row < m_places.size() ? m_places[*row] : -1;
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::CheckStateRole && m_ticks && index.column() == 0)
        return m_ticks->isTicked(runAt(index.row())) ? Qt::Checked : Qt::Unchecked;
    if (role == PinRole)
        return static_cast<int>(pinAt(index.row()));
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
    case NameFromIdRole:
        return m_table->isNameFromId(row);
    case WarningCountRole:
        return static_cast<int>(m_table->warningCount(row));
    case TickedRole:
        return m_ticks && m_ticks->isTicked(m_table->ref(row));
    default:
        return {};
    }
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
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
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1), {ShownRole});
    emit shownRequested(run, shown);
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

/// Brings the rows that next does not have to the end. Gives how many stay.
std::size_t RunListModel::arrangeForRemoval(const RunList& next)
{
    std::vector<std::uint8_t> wanted(next.table->rowCount(), 0);
    for (const std::uint32_t row : next.rows)
        wanted[row] = 1;
    std::vector<std::uint32_t> order(m_rows.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto stays = [&](std::uint32_t place) {
        const std::uint32_t row = rowIn(*next.table, *m_table, m_rows[place]);
        return row != kNowhere && wanted[row] != 0;
    };
    const auto firstGone = std::stable_partition(order.begin(), order.end(), stays);
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
    std::vector<std::uint32_t> rows(order.size());
    std::vector<int> newPlaces(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        rows[place] = m_rows[order[place]];
        newPlaces[order[place]] = static_cast<int>(place);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& old : before)
        after.append(index(newPlaces[static_cast<std::size_t>(old.row())], old.column()));
    m_rows = std::move(rows);
    indexRows();
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void RunListModel::removeTail(std::size_t kept)
{
    if (kept == m_rows.size())
        return;
    beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
    m_rows.resize(kept);
    indexRows();
    endRemoveRows();
}

void RunListModel::exchangeTable(const RunList& next)
{
    leaveColumns(next);
    for (std::uint32_t& row : m_rows)
        row = rowIn(*next.table, *m_table, row);
    m_table = next.table;
    m_columnColours = next.columnColours;
    indexRows();
    enterColumns(next);
}

void RunListModel::appendNewRows(const RunList& next)
{
    std::vector<std::uint32_t> added;
    for (const std::uint32_t row : next.rows) {
        if (m_places[row] < 0)
            added.push_back(row);
    }
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    indexRows();
    endInsertRows();
}

void RunListModel::arrangeAs(const std::vector<std::uint32_t>& rows)
{
    std::vector<std::uint32_t> order;
    order.reserve(rows.size());
    for (const std::uint32_t row : rows)
        order.push_back(static_cast<std::uint32_t>(m_places[row]));
    permute(order);
}

void RunListModel::indexRows()
{
    m_places.assign(m_table->rowCount(), -1);
    for (std::size_t place = 0; place < m_rows.size(); ++place)
        m_places[m_rows[place]] = static_cast<int>(place);
}

} // namespace runglass
