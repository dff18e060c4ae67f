// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "models/session/Session.h"
#include "widgets/common/Theme.h"
#include "widgets/common/Toast.h"
#include "widgets/common/TwinAction.h"
#include "widgets/overview/OverviewTab.h"
#include "widgets/runs/RunSelector.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/runs/RunsView.h"
#include "widgets/runs/SelectionBar.h"
#include "widgets/window/ColourCommands.h"
#include "widgets/window/GroupCommands.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/OutputCommands.h"
#include "widgets/window/RunCommands.h"
#include "widgets/window/ShownValueCommands.h"
#include "widgets/window/SideBar.h"

#include <QLocale>
#include <QMenu>
#include <QTabBar>

#include <algorithm>
#include <iterator>

namespace runglass
{

void MainWindow::connectChoice()
{
    RunTicks& ticks = m_runs->ticks();
    m_colours = new ColourCommands(
        m_context, *m_actions, [this] { return chosenRuns(); }, this);
    m_output = new OutputCommands(
        m_context, *m_actions, *m_runs, *m_status, [this] { return chosenRuns(); }, this);
    m_runCommands =
        new RunCommands(m_context, *m_actions,
                        {[this] { return chosenRuns(); }, [this](const QAction* action) { return controlOf(action); },
                         [this](const RunRef& run) { return writeDescription(run); }, this});
    connect(m_runs->view(), &RunsView::colourRequested, this, [this](const QModelIndex& index, const QPoint& place) {
        m_colours->askBeside(m_runs->model()->runAt(index.row()), place);
    });
    connect(m_sideBar->selector(), &RunSelector::colourRequested, this,
            [this](const QModelIndex& index, const QPoint& place) {
                m_colours->askBeside(m_sideBar->selectorModel()->runAt(index.row()), place);
            });
    m_sideBar->selectorModel()->setTicks(&ticks);
    m_runs->selectionBar().setActions(m_actions->selectionActions(), m_actions->lastSelectionActions(),
                                      m_actions->selectAll, m_actions->clearSelection);
    connect(m_runs, &RunsTab::chosenChanged, this, &MainWindow::refreshChoice);
    connect(m_actions->toggleShown, &QAction::triggered, this, &MainWindow::toggleShown);
    connect(m_actions->tickRuns, &QAction::triggered, this, &MainWindow::tickRuns);
    connect(m_actions->selectAll, &QAction::triggered, &ticks, [&ticks] { ticks.setAll(true); });
    connect(m_actions->clearSelection, &QAction::triggered, &ticks, &RunTicks::clear);
    connect(m_actions->showAll, &QAction::triggered, this, [this] { showOnly(true); });
    connect(m_actions->hideAll, &QAction::triggered, this, [this] { showOnly(false); });
    connect(m_actions->showFirst, &QAction::triggered, this, [this] { showFirst(WindowActions::kFirstRuns); });
    connect(m_actions->showMore, &QAction::triggered, this, [this] { showFirst(WindowActions::kMoreRuns); });
    connect(m_actions->hideFinished, &QAction::triggered, this, &MainWindow::hideFinished);
    connect(m_actions->showOnlyThis, &QAction::triggered, this, [this] { showAlone(chosenRuns()); });
    connect(m_runs->view(), &RunsView::soloRequested, this,
            [this](const QModelIndex& index) { showAlone(m_runs->model()->runsAt(index.row())); });
    connect(m_sideBar->selector(), &RunSelector::soloRequested, this,
            [this](const QModelIndex& index) { showAlone(m_sideBar->selectorModel()->runsAt(index.row())); });
    connect(m_actions->showOnlySelected, &QAction::triggered, this, [this] { showOnlyThese(m_runs->ticks().runs()); });
}

/// What of the commands for runs can be done now, and how they are called.
void MainWindow::refreshChoice()
{
    const RunTicks& ticks = m_runs->ticks();
    const bool onRuns = tab() == Tab::Runs;
    const bool any =
        !m_menuRuns.empty() || m_context.session.currentRun().has_value() || (onRuns && ticks.listedCount() > 0);
    const auto listed = static_cast<int>(m_context.session.list()->rows.size());
    for (QAction* action : {m_actions->toggleShown, m_actions->showOnlyThis, m_actions->copyRunPath})
        action->setEnabled(any);
    for (QAction* action : {m_actions->showAll, m_actions->hideAll, m_actions->showFirst, m_actions->showMore,
                            m_actions->hideFinished, m_actions->tickRuns})
        action->setEnabled(listed > 0);
    m_actions->clearFilter->setEnabled(m_context.session.state().filter.kind != Filter::Kind::All);
    m_actions->showOnlySelected->setEnabled(ticks.listedCount() > 0);
    m_actions->clearSelection->setEnabled(ticks.listedCount() + ticks.leftOutCount() > 0);
    m_actions->selectAll->setText(tr("Select all %n that match", nullptr, listed));
    m_actions->selectAll->setEnabled(listed > 0 && ticks.all() != Qt::Checked);
    const bool shown = areChosenShown();
    m_actions->toggleShown->setText(shown ? tr("Hide in charts") : tr("Show in charts"));
    const int chosen = chosenCount();
    m_colours->refresh(any ? chosen : 0);
    m_output->refresh(chosen);
    m_runCommands->refresh(chosen);
    m_groups->refresh(onRuns);
    m_values->refresh(onRuns);
    m_actions->toggleShown->setIcon(m_context.theme.icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
}

/// What a popover of an action lies below: its button where there is one, else what is chosen in.
QWidget* MainWindow::controlOf(const QAction* action) const
{
    if (QWidget* button = m_runs->selectionBar().controlOf(action))
        return button;
    return m_tabBar;
}

/// Where the run's page is in sight, its description is written there.
bool MainWindow::writeDescription(const RunRef& run)
{
    const bool isHere = tab() == Tab::Overview && !m_isTrashShown && m_context.session.currentRun() == run;
    if (isHere)
        m_overview->editDescription();
    return isHere;
}

std::vector<RunRef> MainWindow::chosenRuns() const
{
    if (!m_menuRuns.empty())
        return m_menuRuns;
    if (tab() == Tab::Runs) {
        std::vector<RunRef> runs = m_runs->chosenRuns();
        const QModelIndex row = m_runs->view()->currentIndex();
        const bool isGroup = row.isValid() && m_runs->model()->isGroup(row.row());
        if (runs.size() > 1 || isGroup || m_runs->ticks().listedCount() > 0)
            return runs;
    }
    const auto& current = m_context.session.currentRun();
    return current ? std::vector<RunRef>{*current} : std::vector<RunRef>{};
}

/// Of 100,000 ticked runs no list is made for this.
int MainWindow::chosenCount() const
{
    const int ticked = m_runs->ticks().listedCount();
    return m_menuRuns.empty() && tab() == Tab::Runs && ticked > 0 ? ticked : static_cast<int>(chosenRuns().size());
}

bool MainWindow::areChosenShown() const
{
    const auto& hidden = m_context.session.state().hidden;
    if (hidden.empty())
        return true;
    // Of 100,000 ticked runs no list is made for this.
    const RunTicks& ticks = m_runs->ticks();
    if (m_menuRuns.empty() && tab() == Tab::Runs && ticks.listedCount() > 0)
        return std::none_of(hidden.begin(), hidden.end(), [&ticks](const RunRef& run) { return ticks.counts(run); });
    const std::vector<RunRef> chosen = chosenRuns();
    return std::none_of(chosen.begin(), chosen.end(), [&hidden](const RunRef& run) { return hidden.contains(run); });
}

/// A context menu over a run that is not among the chosen ones is about that run, one over a group about its runs.
void MainWindow::popUpRunMenu(const RunListModel& model, int row, const QPoint& globalPlace)
{
    const RunTicks& ticks = m_runs->ticks();
    const bool isOther = model.isGroup(row) || (ticks.listedCount() > 0 && !ticks.isTicked(model.runAt(row)));
    m_menuRuns = isOther ? model.runsAt(row) : std::vector<RunRef>();
    refreshChoice();
    const QList<QAction*> groups = m_groups->beginMenu(model, row);
    QMenu* menu =
        popUpTwins(this, groups.isEmpty() ? m_actions->runContextMenu() : groups + m_actions->runsMenu(), globalPlace);
    // After what was chosen in it has been done, which Qt tells after hiding it.
    const auto forget = [this] {
        m_menuRuns.clear();
        m_groups->endMenu();
        refreshChoice();
    };
    connect(menu, &QMenu::aboutToHide, this, forget, Qt::QueuedConnection);
}

void MainWindow::tickRuns()
{
    if (!m_menuRuns.empty() || tab() != Tab::Runs) {
        const std::vector<RunRef> runs = chosenRuns();
        RunTicks& ticks = m_runs->ticks();
        const bool all =
            std::all_of(runs.begin(), runs.end(), [&ticks](const RunRef& run) { return ticks.isTicked(run); });
        ticks.set(runs, !all);
        return;
    }
    m_runs->view()->toggleTicked();
}

/// Ticks runs that were chosen in a chart, and says so where the ticks are not in sight.
void MainWindow::pickRuns(const std::vector<RunRef>& runs, bool ticked)
{
    RunTicks& ticks = m_runs->ticks();
    std::vector<RunRef> changed;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(changed),
                 [&](const RunRef& run) { return ticks.isTicked(run) != ticked; });
    ticks.set(changed, ticked);
    const auto count = static_cast<int>(changed.size());
    const QString what = ticked ? tr("%n run(s) selected", nullptr, count) : tr("%n run(s) unselected", nullptr, count);
    //: What was done, then how many runs are selected now: "3 runs selected. 5 in all."
    const QString text = tr("%1. %2 in all.").arg(what, QLocale().toString(ticks.listedCount()));
    QList<Toast::Choice> choices;
    if (count > 0)
        choices.append({tr("Undo"), tr("Select what was selected before"),
                        [this, changed, ticked] { m_runs->ticks().set(changed, !ticked); }});
    m_toast->say(text, choices);
}

/// As over a row of a list: the run becomes the current one, and what is offered is about it alone.
QList<QAction*> MainWindow::beginLineMenu(const RunRef& run)
{
    m_context.session.setCurrentRun(run);
    m_menuRuns = {run};
    refreshChoice();
    return m_actions->runContextMenu();
}

void MainWindow::toggleShown()
{
    const std::vector<RunRef> runs = chosenRuns();
    const bool allShown = areChosenShown();
    RunListState state = m_context.session.state();
    for (const RunRef& run : runs) {
        if (allShown)
            state.hidden.insert(run);
        else
            state.hidden.erase(run);
    }
    m_context.session.setState(std::move(state));
}

void MainWindow::showOnly(bool shown)
{
    RunListState state = m_context.session.state();
    const auto list = m_context.session.list();
    for (std::size_t place = 0; place < list->rows.size(); ++place) {
        if (shown)
            state.hidden.erase(list->ref(place));
        else
            state.hidden.insert(list->ref(place));
    }
    m_context.session.setState(std::move(state));
}

void MainWindow::showFirst(std::size_t count)
{
    const auto list = m_context.session.list();
    std::vector<RunRef> first;
    for (std::size_t place = 0; place < std::min(list->rows.size(), count); ++place)
        first.push_back(list->ref(place));
    showOnlyThese(first);
}

void MainWindow::hideFinished()
{
    RunListState state = m_context.session.state();
    const auto list = m_context.session.list();
    for (std::size_t place = 0; place < list->rows.size(); ++place)
        if (list->table->state(list->rows[place]) == RunState::Finished)
            state.hidden.insert(list->ref(place));
    m_context.session.setState(std::move(state));
}

/// Of the listed runs those alone; all of them where those were alone before.
void MainWindow::showAlone(const std::vector<RunRef>& runs)
{
    const auto& hidden = m_context.session.state().hidden;
    const auto isShown = [&hidden](const RunRef& run) { return !hidden.contains(run); };
    const auto list = m_context.session.list();
    std::size_t shown = 0;
    for (std::size_t place = 0; place < list->rows.size(); ++place)
        shown += isShown(list->ref(place)) ? 1 : 0;
    if (shown == runs.size() && std::all_of(runs.begin(), runs.end(), isShown))
        showOnly(true);
    else
        showOnlyThese(runs);
}

/// Of the listed runs, those and no others.
void MainWindow::showOnlyThese(const std::vector<RunRef>& runs)
{
    RunListState state = m_context.session.state();
    const auto list = m_context.session.list();
    for (std::size_t place = 0; place < list->rows.size(); ++place)
        state.hidden.insert(list->ref(place));
    for (const RunRef& run : runs)
        state.hidden.erase(run);
    m_context.session.setState(std::move(state));
}

} // namespace runglass
