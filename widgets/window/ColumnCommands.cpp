// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/ColumnCommands.h"

#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "widgets/common/TwinAction.h"
#include "widgets/runs/RunsHeader.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/WindowActions.h"

#include <QItemSelectionModel>
#include <QMenu>

#include <optional>
#include <utility>

namespace runglass
{

ColumnCommands::ColumnCommands(Context& context, WindowActions& actions, RunsTab& runs, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_actions(actions)
    , m_runs(runs)
    , m_window(window)
{
    connect(actions.pinColumn, &QAction::triggered, this, [this] { change(&ColumnLayout::pin); });
    connect(actions.unpinColumn, &QAction::triggered, this, [this] { change(&ColumnLayout::unpin); });
    connect(actions.hideColumn, &QAction::triggered, this, [this] { change(&ColumnLayout::hide); });
    const auto again = [this] { refresh(); };
    connect(runs.view()->selectionModel(), &QItemSelectionModel::currentColumnChanged, this, again);
    connect(runs.model(), &RunsModel::pinnedChanged, this, again);
    connect(runs.view()->header(), &RunsHeader::menuRequested, this, &ColumnCommands::openMenu);
}

void ColumnCommands::openMenu(int section, const QPoint& globalPosition)
{
    m_runs.setMenuColumn(m_runs.model()->columnId(section));
    refresh();
    QMenu* menu = popUpTwins(m_window, m_actions.headMenu(), globalPosition);
    // After what was chosen in it has been done, which Qt tells after hiding it.
    const auto forget = [this] {
        m_runs.setMenuColumn(std::nullopt);
        m_runs.view()->header()->menuClosed();
        refresh();
    };
    connect(menu, &QMenu::aboutToHide, this, forget, Qt::QueuedConnection);
}

void ColumnCommands::change(const std::function<void(ColumnLayout&, const ColumnId&)>& change)
{
    const std::optional<ColumnId> column = m_runs.commandColumn();
    if (!column)
        return;
    RunListState state = m_context.session.state();
    change(state.columns, *column);
    m_context.session.setState(std::move(state));
}

void ColumnCommands::refresh(bool onRuns)
{
    m_onRuns = onRuns;
    refresh();
}

void ColumnCommands::refresh()
{
    const std::optional<ColumnId> column = m_onRuns ? m_runs.commandColumn() : std::nullopt;
    const int place = column ? m_runs.model()->columnOf(*column) : -1;
    const bool isName = place == RunsModel::kNameColumn;
    const bool isPinned = place >= 0 && place < m_runs.model()->pinnedCount();
    m_actions.pinColumn->setVisible(!isPinned || isName);
    m_actions.unpinColumn->setVisible(isPinned && !isName);
    for (QAction* action : {m_actions.pinColumn, m_actions.unpinColumn, m_actions.hideColumn}) {
        action->setEnabled(place >= 0 && !isName);
        action->setToolTip(isName ? tr("The name is always shown, as the first column.") : action->statusTip());
    }
}

} // namespace runglass
