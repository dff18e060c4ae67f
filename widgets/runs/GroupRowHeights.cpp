// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupRowHeights.h"

#include "models/items/RunListModel.h"
#include "widgets/runs/GroupCellPainter.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableView>

namespace runglass
{

GroupRowHeights::GroupRowHeights(QTableView* table, RunListModel* model)
    : QObject(table)
    , m_table(table)
    , m_model(model)
{
    // Where rows only move, the header moves their heights along.
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { applyTo(first, last); });
    apply();
}

void GroupRowHeights::apply()
{
    applyTo(0, m_model->rowCount() - 1);
}

void GroupRowHeights::applyTo(int first, int last)
{
    QHeaderView* rows = m_table->verticalHeader();
    const int height = GroupCellPainter::rowHeight(m_table->fontMetrics());
    // Each would have the places of all rows made anew.
    const QSignalBlocker quiet(rows);
    rows->setUpdatesEnabled(false);
    bool any = false;
    for (int row = first; row <= last; ++row) {
        if (!m_model->isGroup(row))
            continue;
        rows->resizeSection(row, height);
        any = true;
    }
    rows->setUpdatesEnabled(true);
    if (any)
        emit changed();
}

} // namespace runglass
