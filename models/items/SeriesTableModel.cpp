// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/SeriesTableModel.h"

#include "models/items/Format.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

SeriesTableModel::SeriesTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void SeriesTableModel::setLines(const std::vector<ChartLine>& lines)
{
    beginResetModel();
    m_parts.clear();
    std::size_t rows = 0;
    for (const ChartLine& line : lines) {
        for (const auto& segment : line.segments) {
            if (rows + segment->size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
                break;
            m_parts.push_back({static_cast<int>(rows), line.run.name, segment});
            rows += segment->size();
        }
    }
    m_rowCount = static_cast<int>(rows);
    endResetModel();
}

int SeriesTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int SeriesTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeriesTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != RunColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const auto after = std::upper_bound(m_parts.begin(), m_parts.end(), index.row(),
                                        [](int row, const Part& part) { return row < part.firstRow; });
    const Part& part = *(after - 1);
    return text(part, static_cast<std::size_t>(index.row() - part.firstRow), index.column());
}

QVariant SeriesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == RunColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RunColumn:
        return tr("Run");
    case StepColumn:
        return tr("Step");
    case TimeColumn:
        return tr("Time");
    case ValueColumn:
        return tr("Value");
    default:
        return {};
    }
}

QString SeriesTableModel::text(const Part& part, std::size_t point, int column) const
{
    const std::shared_ptr<const Series>& series = part.line->series();
    switch (column) {
    case RunColumn:
        return part.run;
    case StepColumn:
        return series ? QString::number(series->step[point]) : format::exactNumber(part.line->x()[point]);
    case TimeColumn: {
        const double seconds = series ? series->time[point] : std::numeric_limits<double>::quiet_NaN();
        // Beyond this nanoseconds leave 64 bits.
        if (!(std::abs(seconds) < 9e9))
            return format::missing();
        return format::exactTime(static_cast<TimeNs>(seconds * 1e9));
    }
    default:
        if (series && series->kind() == SeriesKind::Integer)
            return QString::number(std::get<std::vector<std::int64_t>>(series->values)[point]);
        return format::exactNumber(part.line->values()[point]);
    }
}

} // namespace runglass
