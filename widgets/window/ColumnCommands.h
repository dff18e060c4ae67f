// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnLayout.h"
#include "widgets/common/Context.h"

#include <QObject>
#include <QPoint>

#include <functional>

class QWidget;

namespace runglass
{

class RunsTab;
class WindowActions;

/// The commands for one column of the runs table: the one whose menu is open, else that of the current cell.
/// @thread GUI; belongs to the window
class ColumnCommands : public QObject
{
    Q_OBJECT

public:
    ColumnCommands(Context& context, WindowActions& actions, RunsTab& runs, QWidget* window);

    /// Which of the actions can be used now.
    /// @param onRuns  the runs table is in sight
    void refresh(bool onRuns);

private:
    void openMenu(int section, const QPoint& globalPosition);
    void change(const std::function<void(ColumnLayout&, const ColumnId&)>& change);
    void refresh();

    Context& m_context;
    WindowActions& m_actions;
    RunsTab& m_runs;
    QWidget* m_window;
    bool m_onRuns = false;
};

} // namespace runglass
