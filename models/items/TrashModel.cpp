// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/TrashModel.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "models/run/Clock.h"

#include <algorithm>
#include <numeric>

namespace runglass
{

namespace
{

constexpr qsizetype kLength = 300;

QString pathText(const RunPath& path)
{
    const QString project = format::project(path.project);
    return path.entity.empty() ? project : QString(visibleExcerpt(path.entity, kLength) + u" / " + project);
}

bool isRight(int column)
{
    return column == TrashModel::Size;
}

} // namespace

std::uint64_t sizeOf(const std::vector<TrashedRef>& runs)
{
    return std::accumulate(runs.begin(), runs.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const TrashedRef& run) { return sum + run.run.sizeBytes; });
}

TrashModel::TrashModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_runs(std::make_shared<std::vector<TrashedRef>>())
{
}

void TrashModel::setRuns(std::shared_ptr<const std::vector<TrashedRef>> runs)
{
    m_runs = std::move(runs);
    arrange();
}

void TrashModel::setSearch(const QString& text)
{
    m_search = text.trimmed();
    arrange();
}

void TrashModel::sort(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_order = order;
    arrange();
}

void TrashModel::arrange()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t place = 0; place < m_runs->size(); ++place) {
        const TrashedRef& run = (*m_runs)[place];
        const bool isFound =
            m_search.isEmpty() || text(run, Name).contains(m_search, Qt::CaseInsensitive) ||
            text(run, DeletedBy).contains(m_search, Qt::CaseInsensitive) ||
            QString::fromStdString(toString(run.run.stored.run.path)).contains(m_search, Qt::CaseInsensitive);
        if (isFound)
            m_rows.push_back(place);
    }
    const auto before = [this](std::size_t a, std::size_t b) {
        const TrashedRun& left = (*m_runs)[a].run;
        const TrashedRun& right = (*m_runs)[b].run;
        switch (m_sorted) {
        case Size:
            return left.sizeBytes < right.sizeBytes;
        case Deleted:
            return left.when < right.when;
        default:
            return QString::localeAwareCompare(text((*m_runs)[a], m_sorted), text((*m_runs)[b], m_sorted)) < 0;
        }
    };
    if (m_sorted >= 0 && m_order == Qt::AscendingOrder)
        std::stable_sort(m_rows.begin(), m_rows.end(), before);
    else if (m_sorted >= 0)
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [&before](std::size_t a, std::size_t b) { return before(b, a); });
    endResetModel();
}

int TrashModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrashModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrashModel::text(const TrashedRef& run, int column) const
{
    const Run& stored = run.run.stored.run;
    switch (column) {
    case Name:
        return visibleExcerpt(displayName(stored), kLength);
    case Project:
        return pathText(stored.path);
    case State:
        return format::state(stored.state);
    case Deleted:
        return run.run.when ? format::relativeTime(*run.run.when, SystemClock().now()) : format::missing();
    case DeletedBy:
        return run.run.user.empty() ? format::missing() : visibleExcerpt(run.run.user, kLength);
    case Size:
        return format::bytes(run.run.sizeBytes);
    default:
        return visibleExcerpt(stored.path.id, kLength);
    }
}

QVariant TrashModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrashedRef& run = runAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case CopyRole:
        if (index.column() == Size)
            return QString::number(run.run.sizeBytes);
        [[fallthrough]];
    case Qt::ToolTipRole:
        if (index.column() == Deleted && run.run.when)
            return format::exactTime(*run.run.when);
        if (role == Qt::ToolTipRole && index.column() == Name && !run.run.was.empty())
            return visibleExcerpt(run.run.was.front(), 2000);
        return text(run, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(isRight(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TrashModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(isRight(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Project:
        return tr("Project");
    case State:
        return tr("State");
    case Deleted:
        return tr("Deleted");
    case DeletedBy:
        return tr("Deleted by");
    case Size:
        return tr("Size");
    default:
        return tr("ID");
    }
}

} // namespace runglass
