// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/CommandRunsModel.h"

#include "models/items/CommandText.h"
#include "models/items/Format.h"
#include "models/items/RunText.h"
#include "models/items/VisibleText.h"
#include "models/run/Clock.h"

namespace runglass
{

namespace
{
constexpr qsizetype kLength = 300;
}

CommandRunsModel::CommandRunsModel(std::shared_ptr<const RunList> list, const std::vector<RunRef>& runs,
                                   const Allowed& allowed, QObject* parent)
    : QAbstractTableModel(parent)
    , m_list(std::move(list))
{
    for (const RunRef& run : runs) {
        const Capability can = allowed(run);
        if (can.allowed)
            m_taken.push_back(run);
        else
            m_leftOut.push_back({run, refusalText(can.reason)});
    }
}

const RunRef& CommandRunsModel::runAt(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return isLeftOut(row) ? m_leftOut[place - m_taken.size()].run : m_taken[place];
}

void CommandRunsModel::setSize(const RunRef& run, std::uint64_t bytes)
{
    m_sizes[run] = bytes;
    for (std::size_t place = 0; place < m_taken.size(); ++place)
        if (m_taken[place] == run) {
            const QModelIndex cell = index(static_cast<int>(place), Size);
            emit dataChanged(cell, cell);
        }
}

int CommandRunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_taken.size() + m_leftOut.size());
}

int CommandRunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CommandRunsModel::text(int row, int column) const
{
    const RunRef& run = runAt(row);
    const RunTable& table = *m_list->table;
    const std::optional<std::uint32_t> place = table.rowOf(run);
    switch (column) {
    case Name:
        return place ? nameText(table, *place) : visibleExcerpt(run.path.id, kLength);
    case Id:
        return visibleExcerpt(run.path.id, kLength);
    case State:
        if (isLeftOut(row))
            return m_leftOut[static_cast<std::size_t>(row) - m_taken.size()].reason;
        return place ? format::state(table.state(*place)) : format::missing();
    case Created: {
        const std::optional<TimeNs> started = place ? table.startedAt(*place) : std::nullopt;
        return started ? format::relativeTime(*started, SystemClock().now()) : format::missing();
    }
    default: {
        const auto size = m_sizes.find(run);
        return size == m_sizes.end() ? QString() : format::bytes(size->second);
    }
    }
}

QVariant CommandRunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::optional<std::uint32_t> place = m_list->table->rowOf(runAt(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case LeftOutRole:
        return isLeftOut(index.row());
    case RunStateRole:
        return static_cast<int>(place ? m_list->table->state(*place) : RunState::Unknown);
    case LockedRole:
        return place && m_list->table->isLocked(*place);
    case ColourRole:
        return place ? QVariant::fromValue(m_list->colour(*place, m_list->state.colours)) : QVariant();
    default:
        return {};
    }
}

QVariant CommandRunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name:
        return tr("Name");
    case Id:
        return tr("ID");
    case State:
        return tr("State");
    case Created:
        return tr("Created");
    default:
        return tr("Size");
    }
}

} // namespace runglass
