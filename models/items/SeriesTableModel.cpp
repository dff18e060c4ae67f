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

std::vector<SeriesTableModel::Part> SeriesTableModel::partsOf(const std::vector<ChartLine>& lines)
{
    std::vector<Part> parts;
    std::size_t rows = 0;
    for (const ChartLine& line : lines) {
        for (const ChartLine::Segments* layer : {&line.segments, &line.strange}) {
            const bool isStrange = layer == &line.strange;
            const QString name = isStrange ? ChartLine::nameOfStrange(line.name()) : line.name();
            for (const auto& segment : *layer) {
                if (rows + segment->size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
                    return parts;
                parts.push_back({static_cast<int>(rows), line.run.ref, name, segment, isStrange});
                rows += segment->size();
            }
        }
    }
    return parts;
}

void SeriesTableModel::setLines(const std::vector<ChartLine>& lines)
{
    std::vector<Part> parts = partsOf(lines);
    const bool areTheSame =
        std::equal(parts.begin(), parts.end(), m_parts.begin(), m_parts.end(), [](const Part& a, const Part& b) {
            return a.run == b.run && a.line->id() == b.line->id() && a.isStrange == b.isStrange;
        });
    if (areTheSame) {
        follow(std::move(parts));
        return;
    }
    beginResetModel();
    m_parts = std::move(parts);
    m_rowCount = m_parts.empty() ? 0 : m_parts.back().firstRow + m_parts.back().rows();
    endResetModel();
}

/// Takes lines of the same runs and segments.
void SeriesTableModel::follow(std::vector<Part> parts)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const int before = m_parts[i].rows(), after = parts[i].rows();
        const int first = m_parts[i].firstRow + std::min(before, after);
        const auto exchange = [&] {
            m_parts[i].name = parts[i].name;
            m_parts[i].line = parts[i].line;
            for (std::size_t behind = i + 1; behind < m_parts.size(); ++behind)
                m_parts[behind].firstRow += after - before;
            m_rowCount += after - before;
        };
        if (after > before) {
            beginInsertRows({}, first, first + after - before - 1);
            exchange();
            endInsertRows();
        } else if (after < before) {
            beginRemoveRows({}, first, first + before - after - 1);
            exchange();
            endRemoveRows();
        } else {
            exchange();
        }
    }
    if (m_rowCount > 0)
        emit dataChanged(index(0, 0), index(m_rowCount - 1, ColumnCount - 1));
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
    const Line& line = *part.line;
    switch (column) {
    case RunColumn:
        return part.name;
    case StepColumn:
        return line.hasSteps() ? QString::number(line.step(point)) : format::exactNumber(line.x(point));
    case TimeColumn: {
        const double seconds = line.time(point);
        // Beyond this nanoseconds leave 64 bits.
        if (!(std::abs(seconds) < 9e9))
            return format::missing();
        return format::exactTime(static_cast<TimeNs>(seconds * 1e9));
    }
    default:
        if (line.kind() == SeriesKind::Integer)
            return QString::number(line.integer(point));
        return format::exactNumber(line.value(point));
    }
}

} // namespace runglass
