// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "widgets/common/ActionBar.h"
#include "widgets/runs/ColumnsPanel.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"

#include <QAction>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace runglass
{

std::optional<ColumnId> RunsTab::commandColumn() const
{
    if (m_menuColumn)
        return m_menuColumn;
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(m_model->columnId(current.column())) : std::nullopt;
}

void RunsTab::setMenuColumn(const std::optional<ColumnId>& column)
{
    m_menuColumn = column;
    emit chosenChanged();
}

void RunsTab::sortCurrentColumn(Qt::SortOrder order)
{
    if (const std::optional<ColumnId> column = commandColumn())
        m_model->sort(m_model->columnOf(*column), order);
}

void RunsTab::addCurrentColumnToSort()
{
    const std::optional<ColumnId> column = commandColumn();
    if (const int place = column ? m_model->columnOf(*column) : -1; place >= 0)
        m_model->sortAlso(place);
}

void RunsTab::keepWidth(int column, int width)
{
    RunListState state = m_context.session.state();
    state.widths[m_model->columnId(column)] = width;
    m_context.session.setState(std::move(state));
}

/// @param from, to  places in the table
void RunsTab::putColumn(int from, int to)
{
    const auto list = m_model->list();
    // Between the columns of the table there may be some that are visible but for their being all the same.
    std::vector<std::uint32_t> shown = list->columns.shown;
    const auto& visible = list->columns.visible;
    const auto placeOf = [&visible](std::uint32_t column) {
        return static_cast<std::size_t>(std::find(visible.begin(), visible.end(), column) - visible.begin());
    };
    const std::uint32_t moved = shown[static_cast<std::size_t>(from)];
    shown.erase(shown.begin() + from);
    const std::size_t fromPlace = placeOf(moved);
    const std::size_t behind = placeOf(shown[static_cast<std::size_t>(to) - 1]);
    RunListState state = m_context.session.state();
    state.columns = movedColumn(*list->table, list->columns, std::move(state.columns), fromPlace,
                                behind < fromPlace ? behind + 1 : behind);
    m_context.session.setState(std::move(state));
}

void RunsTab::setColumnsAction(QAction* action)
{
    m_openColumns = action;
    m_actionBar->addRight(action);
    m_columnsButton = m_actionBar->findChild<QPushButton*>(action->objectName() + QStringLiteral("Button"));
    // Its text may say how many are new.
    m_columnsButton->setAccessibleName(action->text());
    countNewColumns();
}

void RunsTab::showColumns(bool shown)
{
    if (!m_columns) {
        m_columns = new ColumnsPanel(m_context, this);
        connect(m_columns, &Popover::dismissed, m_openColumns, [this] { m_openColumns->setChecked(false); });
    }
    if (shown)
        m_columns->openBelow(m_columnsButton->isVisible() ? m_columnsButton : m_actionBar);
    else
        m_columns->dismiss();
}

/// Keys that live runs log wait among the hidden columns: the button says so.
void RunsTab::countNewColumns()
{
    if (!m_openColumns)
        return;
    const auto waiting = static_cast<int>(m_model->list()->columns.waiting);
    const QString text = waiting == 0 ? tr("Columns") : tr("Columns (%1 new)").arg(QLocale().toString(waiting));
    if (text != m_openColumns->text())
        m_openColumns->setText(text);
}

} // namespace runglass
