// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/StillRows.h"

#include "models/items/RunListModel.h"

#include <QAbstractItemView>
#include <QScrollBar>

#include <algorithm>
#include <iterator>

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
    m_top = first.row();
    m_first = std::max(0, m_top - 1);
    const QModelIndex last = m_view->indexAt(QPoint(0, m_view->viewport()->height() - 1));
    const int end = std::min(last.isValid() ? last.row() + 2 : m_model->rowCount(), m_model->rowCount());
    for (int row = m_first; row < end; ++row)
        m_rows.emplace_back(m_model->index(row, 0));
    m_current = m_view->currentIndex().isValid() ? m_view->currentIndex().row() - m_first : -1;
}

/// How far they all went: the current one, unless it went past most of those above or below it by itself.
/// @param rows  of m_rows now; -1: gone
int StillRows::shiftOf(const std::vector<int>& rows) const
{
    const int current =
        m_current >= 0 && m_current < static_cast<int>(rows.size()) ? rows[static_cast<std::size_t>(m_current)] : -1;
    std::vector<int> shifts;
    int above = 0, below = 0; // of the current one, less those that it passed
    for (int place = 0; place < static_cast<int>(rows.size()); ++place) {
        const int row = rows[static_cast<std::size_t>(place)];
        if (row < 0)
            continue;
        shifts.push_back(row - (m_first + place));
        if (place < m_current)
            above += row < current ? 1 : -1;
        else if (place > m_current)
            below += row > current ? 1 : -1;
    }
    if (shifts.empty())
        return 0;
    if (current >= 0 && above >= 0 && below >= 0)
        return current - (m_first + m_current);
    const auto middle = shifts.begin() + static_cast<std::ptrdiff_t>(shifts.size() / 2);
    std::nth_element(shifts.begin(), middle, shifts.end());
    return *middle;
}

void StillRows::restore()
{
    std::vector<int> rows;
    for (const QPersistentModelIndex& index : m_rows)
        rows.push_back(index.isValid() ? index.row() : -1);
    m_rows.clear();
    const RunGrouping& grouping = m_model->list()->state.grouping;
    // In other groups rows lie elsewhere altogether.
    if (grouping.columns != m_grouping.columns)
        return;
    int shift = 0;
    if (grouping == m_grouping) {
        shift = shiftOf(rows);
    } else {
        const auto top = std::find_if(rows.begin() + std::min<std::ptrdiff_t>(m_top - m_first, std::ssize(rows)),
                                      rows.end(), [](int row) { return row >= 0; });
        shift = top != rows.end() ? *top - (m_first + static_cast<int>(top - rows.begin())) : 0;
    }
    if (shift == 0)
        return;
    // The range of the scroll bar follows the rows later by itself, which is too late here.
    m_view->doItemsLayout();
    m_view->verticalScrollBar()->setValue(m_top + shift);
}

} // namespace runglass
