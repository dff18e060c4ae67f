// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/GroupCommands.h"

#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/window/WindowActions.h"

#include <QAction>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace runglass
{

GroupCommands::GroupCommands(Session& session, WindowActions& actions, RunsTab& tab, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_actions(actions)
    , m_tab(tab)
{
    connect(actions.groupBy, &QAction::triggered, &tab, &RunsTab::toggleGroupKeys);
    connect(actions.groupByColumn, &QAction::triggered, this, &GroupCommands::groupByCurrentColumn);
    connect(actions.foldGroup, &QAction::triggered, this, &GroupCommands::fold);
    connect(actions.foldAllGroups, &QAction::triggered, this, [this] { foldAll(true); });
    connect(actions.unfoldAllGroups, &QAction::triggered, this, [this] { foldAll(false); });
    connect(actions.ungroup, &QAction::triggered, this, [this] {
        RunListState state = m_session.state();
        state.grouping.setColumns({});
        m_session.setState(std::move(state));
    });
    tab.setGroupActions(actions.groupBy, {actions.foldAllGroups, actions.unfoldAllGroups, actions.ungroup});
}

void GroupCommands::refresh(bool onTable)
{
    m_onTable = onTable;
    const bool isGrouped = !m_session.state().grouping.columns.empty();
    const bool any = m_session.list()->inScope > 0;
    m_actions.groupBy->setEnabled(onTable && any);
    m_actions.groupByColumn->setEnabled(onTable && any);
    for (QAction* action : {m_actions.foldAllGroups, m_actions.unfoldAllGroups, m_actions.ungroup})
        action->setEnabled(isGrouped);
    const std::string key = keyOfGroup();
    const bool isFolded = !key.empty() && m_session.state().grouping.isFolded(key);
    m_actions.foldGroup->setEnabled(!key.empty());
    m_actions.foldGroup->setText(isFolded ? tr("Expand group") : tr("Collapse group"));
}

QList<QAction*> GroupCommands::beginMenu(const RunListModel& model, int row)
{
    m_menuGroup = model.groupKeyAt(row);
    refresh(m_onTable);
    if (m_menuGroup.empty())
        return {};
    return {m_actions.foldGroup, m_actions.foldAllGroups, m_actions.unfoldAllGroups, m_actions.ungroup};
}

void GroupCommands::endMenu()
{
    m_menuGroup.clear();
    refresh(m_onTable);
}

/// Of the group that commands are about, empty: none.
std::string GroupCommands::keyOfGroup() const
{
    if (!m_menuGroup.empty() || !m_onTable)
        return m_menuGroup;
    const QModelIndex current = m_tab.view()->currentIndex();
    const RunsModel& model = *m_tab.model();
    if (!current.isValid())
        return {};
    const int head = model.isGroup(current.row()) ? current.row() : model.groupRowAbove(current.row());
    return head < 0 ? std::string() : model.groupKeyAt(head);
}

void GroupCommands::groupByCurrentColumn()
{
    const std::optional<ColumnId> column = m_tab.commandColumn();
    if (!column)
        return;
    RunListState state = m_session.state();
    std::vector<ColumnId> columns = state.grouping.columns;
    if (std::find(columns.begin(), columns.end(), *column) == columns.end())
        columns.push_back(*column);
    state.grouping.setColumns(std::move(columns));
    m_session.setState(std::move(state));
}

void GroupCommands::fold()
{
    const std::string key = keyOfGroup();
    if (key.empty())
        return;
    const int row = m_tab.model()->groupRowOfKey(key);
    const bool folds = !m_session.state().grouping.isFolded(key);
    if (row >= 0) {
        m_tab.view()->setFolded(row, folds);
        return;
    }
    RunListState state = m_session.state();
    state.grouping.setFolded(key, folds);
    m_session.setState(std::move(state));
}

void GroupCommands::foldAll(bool folded)
{
    RunListState state = m_session.state();
    state.grouping.setAllFolded(folded);
    m_session.setState(std::move(state));
}

} // namespace runglass
