// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace runglass
{

class RunsTab;
class Session;
class WindowActions;

/// What the runs are sorted by: the actions, and what they ask.
/// @thread GUI; belongs to the window
class SortCommands : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three.
    SortCommands(Session& session, WindowActions& actions, RunsTab& tab, QObject* parent);

    /// Which of the actions can be used now.
    /// @param onTable  the table of runs is in sight
    void refresh(bool onTable);

private:
    Session& m_session;
    WindowActions& m_actions;
};

} // namespace runglass
