// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/RunCommands.h"

#include "models/items/CommandText.h"
#include "models/items/StoppingRuns.h"
#include "models/items/VisibleText.h"
#include "widgets/commands/DeleteDialog.h"
#include "widgets/commands/MarkStateDialog.h"
#include "widgets/commands/StopDialog.h"
#include "widgets/window/DescriptionDialog.h"
#include "widgets/window/WindowActions.h"

#include <QAction>

#include <algorithm>
#include <chrono>
#include <utility>

namespace runglass
{

namespace
{

/// Of more runs than that nobody is asked before the command is: its dialog says what is left out.
constexpr int kMostAsked = 64;
/// So long a script is given before it is asked to stop again.
constexpr std::chrono::seconds kPatience{30};

void merge(Capability& all, const Capability& one)
{
    if (one.allowed)
        all = one;
}

} // namespace

RunCommands::RunCommands(Context& context, WindowActions& actions, Window window)
    : QObject(window.widget)
    , m_context(context)
    , m_actions(actions)
    , m_window(std::move(window))
{
    connect(actions.deleteRuns, &QAction::triggered, this, &RunCommands::askToDelete);
    connect(actions.lockRuns, &QAction::triggered, this, [this] { lock(!m_areLocked); });
    connect(actions.stopRuns, &QAction::triggered, this, &RunCommands::askToStop);
    connectEdits();
    m_later.setSingleShot(true);
    m_later.setInterval(std::chrono::milliseconds(kPatience) + std::chrono::milliseconds(200));
    const auto again = [this] { refresh(m_count); };
    connect(&m_later, &QTimer::timeout, this, again);
    if (!context.stopping)
        return;
    connect(context.stopping, &StoppingRuns::changed, this, [this, again] {
        m_later.start();
        again();
    });
}

void RunCommands::connectEdits()
{
    const std::pair<QAction*, Kind> asked[] = {{m_actions.renameRuns, Kind::Name},
                                               {m_actions.editTags, Kind::Tags},
                                               {m_actions.setGroup, Kind::Group},
                                               {m_actions.setJobType, Kind::JobType}};
    for (const auto& [action, kind] : asked)
        connect(action, &QAction::triggered, this, [this, asks = action, about = kind] {
            // After the menu that it was chosen in has given the focus back.
            const std::vector<RunRef> runs = m_window.chosen();
            QMetaObject::invokeMethod(
                this, [this, asks, about, runs] { ask(about, runs, m_window.control(asks)); }, Qt::QueuedConnection);
        });
    connect(m_actions.editDescription, &QAction::triggered, this, &RunCommands::describe);
    connect(m_actions.markState, &QAction::triggered, this, &RunCommands::askToMark);
}

/// Whether a run was asked to stop, and not long ago.
bool RunCommands::isStopping(const RunRef& run) const
{
    const auto asked = m_context.stopping ? m_context.stopping->askedAt(run) : std::nullopt;
    return asked && StoppingRuns::Moment::clock::now() - *asked < kPatience;
}

RunCommands::Can RunCommands::can(int count) const
{
    Can can;
    if (count > kMostAsked) {
        for (Capability* one : {&can.any.stop, &can.any.remove, &can.any.edit, &can.any.lock, &can.any.unlock})
            one->allowed = true;
        return can;
    }
    const Session& session = m_context.session;
    const RunTable& table = *session.list()->table;
    bool isFirst = true;
    bool mayAnyStop = false;
    can.areLocked = count > 0;
    for (const RunRef& run : m_window.chosen()) {
        const Capabilities its = session.capabilities(run);
        if (std::exchange(isFirst, false)) {
            can.any = its;
        } else {
            merge(can.any.stop, its.stop);
            merge(can.any.remove, its.remove);
            merge(can.any.edit, its.edit);
            merge(can.any.lock, its.lock);
            merge(can.any.unlock, its.unlock);
        }
        mayAnyStop = mayAnyStop || (its.stop.allowed && !isStopping(run));
        const auto row = table.rowOf(run);
        can.areLocked = can.areLocked && row && table.isLocked(*row);
    }
    can.areStopping = can.any.stop.allowed && !mayAnyStop;
    return can;
}

/// Enables an action, or says why it cannot be used.
void RunCommands::offer(QAction* action, const Capability& can, const QString& tip, int count) const
{
    const bool any = count > 0;
    action->setEnabled(any && can.allowed);
    QString words = tip;
    if (!any)
        words = tr("Choose a run first");
    else if (!can.allowed)
        words = count > 1 ? tr("Not possible for any of the chosen runs. The first: %1").arg(refusalText(can.reason))
                          : refusalText(can.reason);
    action->setStatusTip(words);
    if (!action->shortcut().isEmpty())
        words += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    action->setToolTip(literalToolTip(words));
}

void RunCommands::refresh(int count)
{
    m_count = count;
    Can now = can(count);
    m_areLocked = now.areLocked;
    const Capability& mayEdit = now.any.edit;
    offer(m_actions.renameRuns, mayEdit, tr("Give the chosen runs another name"), count);
    offer(m_actions.editTags, mayEdit, tr("Add tags to the chosen runs, or remove them"), count);
    offer(m_actions.setGroup, mayEdit, tr("Put the chosen runs into a group"), count);
    offer(m_actions.setJobType, mayEdit, tr("Say what kind of job the chosen runs are"), count);
    offer(m_actions.editDescription, mayEdit, tr("Write a description of the chosen runs"), count);
    offer(m_actions.markState, mayEdit, tr("Say how the chosen runs ended, where you know better"), count);
    m_actions.lockRuns->setText(m_areLocked ? tr("Unlock") : tr("Lock"));
    offer(m_actions.lockRuns, m_areLocked ? now.any.unlock : now.any.lock,
          m_areLocked ? tr("Let the chosen runs be deleted and edited again")
                      : tr("Protect the chosen runs from being deleted or edited"),
          count);
    offer(m_actions.deleteRuns, now.any.remove, tr("Move the chosen runs to Trash"), count);
    offer(m_actions.stopRuns, now.any.stop, tr("Interrupt the script, as Ctrl+C does"), count);
    if (!now.areStopping)
        return;
    const QString wait = tr("It was asked to stop. If it goes on, it can be asked again after 30 s.");
    m_actions.stopRuns->setEnabled(false);
    m_actions.stopRuns->setStatusTip(wait);
    m_actions.stopRuns->setToolTip(wait);
}

void RunCommands::ask(Kind kind, const std::vector<RunRef>& runs, QWidget* control)
{
    if (runs.empty())
        return;
    if (!m_values) {
        m_values = new RunValuesPopover(m_context, m_window.widget);
        connect(m_values, &RunValuesPopover::changed, this, &RunCommands::edit);
    }
    m_values->ask(kind, runs, control);
}

void RunCommands::edit(const RunCommand::Edit& edit, const std::vector<RunRef>& runs)
{
    RunCommand command;
    command.kind = RunCommand::Kind::Edit;
    command.edit = edit;
    m_context.session.perform(command, runs);
}

void RunCommands::describe()
{
    const std::vector<RunRef> runs = m_window.chosen();
    if (runs.empty() || (runs.size() == 1 && m_window.writeDescription(runs.front())))
        return;
    askForDescription(runs);
}

void RunCommands::askForDescription(const std::vector<RunRef>& runs)
{
    auto* dialog = new DescriptionDialog(m_context, runs, m_window.widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RunCommands::askToMark()
{
    const std::vector<RunRef> runs = m_window.chosen();
    if (runs.empty())
        return;
    auto* dialog = new MarkStateDialog(m_context, runs, m_window.widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, runs] { edit(dialog->edit(), runs); });
    dialog->open();
}

void RunCommands::askToStop()
{
    std::vector<RunRef> runs = m_window.chosen();
    const Session& session = m_context.session;
    // Of many only those that may be running: the others are not what anybody means.
    if (runs.size() > 1)
        std::erase_if(runs, [&session](const RunRef& run) { return !session.capabilities(run).stop.allowed; });
    if (runs.empty())
        return;
    auto* dialog = new StopDialog(m_context, std::move(runs), m_window.widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (std::vector<RunTask> tasks = dialog->tasks(); !tasks.empty())
            m_context.session.perform(std::move(tasks));
    });
    dialog->open();
}

void RunCommands::askToDelete()
{
    const std::vector<RunRef> runs = m_window.chosen();
    if (runs.empty())
        return;
    auto* dialog = new DeleteDialog(m_context, runs, m_window.widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        RunCommand command;
        command.kind = RunCommand::Kind::Delete;
        command.takesArtifacts = dialog->takesArtifacts();
        m_context.session.perform(command, dialog->taken());
    });
    dialog->open();
}

void RunCommands::lock(bool locked)
{
    RunCommand command;
    command.kind = locked ? RunCommand::Kind::Lock : RunCommand::Kind::Unlock;
    if (const std::vector<RunRef> runs = m_window.chosen(); !runs.empty())
        m_context.session.perform(command, runs);
}

} // namespace runglass
