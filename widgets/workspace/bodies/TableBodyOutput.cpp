// SPDX-License-Identifier: GPL-3.0-or-later
// What of the table goes elsewhere, and the menu of its heads.
#include "models/items/LoggedTableModel.h"
#include "models/items/RowsCsv.h"
#include "models/session/WhenAnswered.h"
#include "widgets/overview/SaveDialog.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsView.h"
#include "widgets/workspace/bodies/TableBody.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QtConcurrentRun>

namespace runglass
{

void TableBody::openColumnMenu(int section, const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const ColumnId column = m_model->columnId(section);
    const auto offer = [&](const QString& text, auto what) {
        connect(menu->addAction(text), &QAction::triggered, this, what);
    };
    offer(tr("Sort ascending"), [this, column] { m_model->sortBy({{column, false}}); });
    offer(tr("Sort descending"), [this, column] { m_model->sortBy({{column, true}}); });
    if (!m_model->view().sort.empty()) {
        offer(tr("Also sort by it"), [this, section] { m_model->sortAlso(section); });
        offer(tr("As logged"), [this] { m_model->sortBy({}); });
    }
    menu->addSeparator();
    offer(tr("Group by this column"), [this, column] { m_model->groupBy(column); });
    offer(tr("Filter by this column"), [this, column] { filterBy(column); });
    if (section > 0)
        offer(tr("Hide column"), [this, column] { m_model->hideColumn(column); });
    menu->addAction(m_showColumns);
    connect(menu, &QMenu::aboutToHide, m_view->header(), &RunsHeader::menuClosed);
    menu->popup(place);
}

/// Selected rows; without any, and with one alone from the menu, what is shown. Many rows become text on a worker.
void TableBody::copy(TableText::Format format)
{
    const QList<int> selected = m_view->selectedRows();
    CopiedRuns rows = m_model->copied(selected.isEmpty() ? m_model->matchingRows() : m_model->tableRows(selected));
    const auto work = [rows = std::move(rows), format] { return runsAsTable(rows, format); };
    whenAnswered(this, QtConcurrent::run(work),
                 [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
}

void TableBody::exportCsv()
{
    const SaveQuestion question{tr("Export table"), title() + QStringLiteral(".csv"), QStringLiteral("csv"),
                                tr("CSV (*.csv)")};
    CopiedRuns rows = m_model->copied(m_model->matchingRows());
    askWhereToSave(this, question, [this, rows = std::move(rows)](const QString& path) {
        const auto work = [rows, path = path.toStdString()] { return saveAsCsv(rows, path); };
        whenAnswered(this, QtConcurrent::run(work), [this, path](const Status& status) {
            if (!status.ok())
                tellNotSaved(this, path, status.error());
        });
    });
}

} // namespace runglass
