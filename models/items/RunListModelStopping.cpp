// SPDX-License-Identifier: GPL-3.0-or-later
// What the models of runs tell of some of them: those that were asked to stop, the baseline.
#include "models/items/Format.h"
#include "models/items/RunListModel.h"
#include "models/items/RunText.h"
#include "models/items/StoppingRuns.h"

namespace runglass
{

void RunListModel::setStopping(StoppingRuns* stopping)
{
    m_stopping = stopping;
    connect(stopping, &StoppingRuns::changed, this, [this] {
        if (!m_lines.empty() && columnCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                             {StoppingRole, Qt::DisplayRole, Qt::AccessibleTextRole});
    });
    connect(stopping, &QObject::destroyed, this, [this] { m_stopping = nullptr; });
}

bool RunListModel::isStopping(std::uint32_t row) const
{
    return m_stopping && m_stopping->contains(m_table->ref(row));
}

QString RunListModel::spokenName(std::uint32_t row) const
{
    const QString name = nameText(*m_table, row);
    //: a run's name, as it is read out: the run is the baseline
    return isBaseline(row) ? tr("%1, baseline").arg(name) : name;
}

QString RunListModel::stateText(std::uint32_t row) const
{
    return isStopping(row) ? stoppingText() : format::state(m_table->state(row));
}

} // namespace runglass
