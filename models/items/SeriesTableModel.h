// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"

#include <QAbstractTableModel>

namespace runglass
{

/// The points of a chart as a table: its twin for screen readers and for copying. Nothing is copied out of the lines.
class SeriesTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RunColumn, StepColumn, TimeColumn, ValueColumn, ColumnCount };

    explicit SeriesTableModel(QObject* parent = nullptr);
    /// Lines that grew get rows where they end; what is selected stays. Other runs, or another number of segments, make
    /// a new table.
    void setLines(const std::vector<ChartLine>& lines);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Part {
        int firstRow = 0;
        RunRef run;
        QString name;
        std::shared_ptr<const Line> line;
        bool isStrange = false; ///< values of a group's runs that its line leaves out

        int rows() const { return static_cast<int>(line->size()); }
    };
    static std::vector<Part> partsOf(const std::vector<ChartLine>& lines);
    void follow(std::vector<Part> parts);
    QString text(const Part& part, std::size_t point, int column) const;

    std::vector<Part> m_parts; ///< ordered by firstRow
    int m_rowCount = 0;
};

} // namespace runglass
