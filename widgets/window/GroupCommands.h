// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <string>

class QAction;

namespace runglass
{

class RunListModel;
class RunsTab;
class Session;
class WindowActions;

/// What the runs are grouped by and which groups are folded: the actions, and what they ask.
/// @thread GUI; belongs to the window
class GroupCommands : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three.
    GroupCommands(Session& session, WindowActions& actions, RunsTab& tab, QObject* parent);

    /// Which of the actions can be used now, and how they are called.
    /// @param onTable  the table of runs is in sight
    void refresh(bool onTable);
    /// While a context menu is open, commands are about the group at this row, if it is a group's head.
    /// @return what the menu offers beside the commands for runs; empty where the row is a run
    QList<QAction*> beginMenu(const RunListModel& model, int row);
    void endMenu();

private:
    void groupByCurrentColumn();
    void fold();
    void foldAll(bool folded);
    std::string keyOfGroup() const;

    Session& m_session;
    WindowActions& m_actions;
    RunsTab& m_tab;
    std::string m_menuGroup; ///< key of the group that an open context menu is about
    bool m_onTable = false;
};

} // namespace runglass
