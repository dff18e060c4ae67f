// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/SortCommands.h"

#include "models/session/Session.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/WindowActions.h"

#include <QAction>

#include <utility>

namespace runglass
{

SortCommands::SortCommands(Session& session, WindowActions& actions, RunsTab& tab, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
{
    connect(actions.sortAscending, &QAction::triggered, &tab, [&tab] { tab.sortCurrentColumn(Qt::AscendingOrder); });
    connect(actions.sortDescending, &QAction::triggered, &tab, [&tab] { tab.sortCurrentColumn(Qt::DescendingOrder); });
    connect(actions.addToSort, &QAction::triggered, &tab, &RunsTab::addCurrentColumnToSort);
    connect(actions.sortBy, &QAction::triggered, &tab, &RunsTab::toggleSortKeys);
    connect(actions.newestFirst, &QAction::triggered, this, [this] {
        RunListState state = m_session.state();
        state.sort.clear();
        m_session.setState(std::move(state));
    });
    tab.setSortActions(actions.sortBy, actions.newestFirst);
}

void SortCommands::refresh(bool onTable)
{
    const bool anyListed = onTable && !m_session.list()->rows.empty();
    for (QAction* action : {m_actions.sortAscending, m_actions.sortDescending, m_actions.addToSort})
        action->setEnabled(anyListed);
    m_actions.sortBy->setEnabled(onTable && m_session.list()->inScope > 0);
    m_actions.newestFirst->setEnabled(!m_session.state().sort.empty());
}

} // namespace runglass
