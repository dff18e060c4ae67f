// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/StillRows.h"

#include "models/items/RunListModel.h"

#include <QAbstractItemView>
#include <QScrollBar>

#include <algorithm>

namespace runglass
{

StillRows::StillRows(QAbstractItemView* view, RunListModel* model)
    : QObject(view)
    , m_view(view)
    , m_model(model)
{
    connect(model, &RunListModel::listAboutToChange, this, &StillRows::remember);
    connect(model, &RunListModel::listChanged, this, &StillRows::restore);
}

void StillRows::remember()
{
    m_rows.clear();
    m_grouping = m_model->list()->state.grouping;
    const bool isWatched = m_view->verticalScrollBar()->value() > 0 || m_view->viewport()->underMouse();
    const QModelIndex first = m_view->indexAt(QPoint(0, 0));
    if (!isWatched || !first.isValid())
        return;
    m_first = first.row();
    const QModelIndex last = m_view->indexAt(QPoint(0, m_view->viewport()->height() - 1));
    const int end = last.isValid() ? last.row() + 1 : m_model->rowCount();
    for (int row = m_first; row < end; ++row)
        m_rows.emplace_back(m_model->index(row, 0));
}

void StillRows::restore()
{
    std::vector<int> shifts;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].isValid())
            shifts.push_back(m_rows[i].row() - (m_first + static_cast<int>(i)));
    }
    m_rows.clear();
    const RunGrouping& grouping = m_model->list()->state.grouping;
    // In other groups rows lie elsewhere altogether.
    if (shifts.empty() || grouping.columns != m_grouping.columns)
        return;
    // The middle one: a run that went elsewhere by itself must not take the others along.
    const bool isFolding = grouping != m_grouping;
    const auto middle = shifts.begin() + (isFolding ? 0 : static_cast<std::ptrdiff_t>(shifts.size() / 2));
    if (!isFolding)
        std::nth_element(shifts.begin(), middle, shifts.end());
    if (*middle == 0)
        return;
    // The range of the scroll bar follows the rows later by itself, which is too late here.
    m_view->doItemsLayout();
    m_view->verticalScrollBar()->setValue(m_first + *middle);
}

} // namespace runglass
