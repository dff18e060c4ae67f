// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "widgets/commands/RunValuesPopover.h"
#include "widgets/common/Context.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace runglass
{

class WindowActions;

/// What is done to runs themselves: edit, lock, stop, delete, and what asks for it. Which of the actions can be used
/// follows what the sources of the chosen runs can do; where they cannot, the tool tip says why.
/// @thread GUI; belongs to the window
class RunCommands : public QObject
{
    Q_OBJECT

public:
    struct Window {
        std::function<std::vector<RunRef>()> chosen;             ///< the runs that commands are about
        std::function<QWidget*(const QAction*)> control;         ///< what a popover of an action lies below
        std::function<bool(const RunRef& run)> writeDescription; ///< in place, where it is shown; no: elsewhere
        QWidget* widget = nullptr;
    };

    RunCommands(Context& context, WindowActions& actions, Window window);

    /// Which of the actions can be used now, and how they are called.
    /// @param count  of chosen runs: of very many none is asked
    void refresh(int count);
    /// Opens the tags of runs below a control.
    void editTags(const std::vector<RunRef>& runs, QWidget* control) { ask(Kind::Tags, runs, control); }

private:
    using Kind = RunValuesPopover::Kind;

    /// What stands for all the chosen runs.
    struct Can {
        Capabilities any; ///< what at least one of them allows; else the reason of the first
        bool areLocked = false;
        bool areStopping = false; ///< all that could be stopped were asked to, just now
    };

    Can can(int count) const;
    bool isStopping(const RunRef& run) const;
    void offer(QAction* action, const Capability& can, const QString& tip, int count) const;
    void connectEdits();
    void ask(Kind kind, const std::vector<RunRef>& runs, QWidget* control);
    void edit(const RunCommand::Edit& edit, const std::vector<RunRef>& runs);
    void describe();
    void askForDescription(const std::vector<RunRef>& runs);
    void askToMark();
    void askToStop();
    void askToDelete();
    void lock(bool locked);

    Context& m_context;
    WindowActions& m_actions;
    Window m_window;
    RunValuesPopover* m_values = nullptr; ///< made when it is asked for first
    QTimer m_later;                       ///< runs that were asked to stop may be asked again
    int m_count = 0;
    bool m_areLocked = false;
};

} // namespace runglass
