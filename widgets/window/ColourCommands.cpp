// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/ColourCommands.h"

#include "models/session/Session.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/ColourByDialog.h"
#include "widgets/runs/ColourDialog.h"
#include "widgets/window/WindowActions.h"

#include <QAction>
#include <QRandomGenerator>
#include <QScreen>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace runglass
{

ColourCommands::ColourCommands(Context& context, WindowActions& actions, Chosen chosen, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_actions(actions)
    , m_chosen(std::move(chosen))
    , m_window(window)
{
    connect(actions.changeColour, &QAction::triggered, this, [this] { ask(m_chosen(), std::nullopt); });
    connect(actions.colourByColumn, &QAction::triggered, this, &ColourCommands::askForColumn);
    connect(actions.randomizeColours, &QAction::triggered, this, &ColourCommands::randomize);
    connect(actions.resetColours, &QAction::triggered, this, &ColourCommands::reset);
    connect(actions.pinRuns, &QAction::triggered, this, &ColourCommands::togglePinned);
    connect(actions.setBaseline, &QAction::triggered, this, &ColourCommands::toggleBaseline);
}

void ColourCommands::refresh(int chosen)
{
    const bool anyChosen = chosen > 0;
    const Session& session = m_context.session;
    // Of 100,000 ticked runs no list is made for this where nothing is pinned.
    const bool pinned = anyChosen && !session.state().pinned.empty() && arePinned(m_chosen());
    m_actions.pinRuns->setEnabled(anyChosen);
    m_actions.pinRuns->setText(pinned ? tr("Unpin") : tr("Pin to top"));
    m_actions.pinRuns->setIcon(m_context.theme.icon(pinned ? QStringLiteral("unpin") : QStringLiteral("pin")));
    refreshBaseline(chosen == 1 ? m_chosen() : std::vector<RunRef>());
    const ColourRule& rule = session.state().colours;
    const bool byColumn = rule.byColumn.has_value();
    m_actions.changeColour->setEnabled(anyChosen && !byColumn);
    const QString why =
        byColumn ? tr("A column gives the colours: reset them first") : tr("Choose a colour for the chosen runs");
    m_actions.changeColour->setToolTip(why);
    m_actions.changeColour->setStatusTip(why);
    m_actions.colourByColumn->setEnabled(session.list()->inScope > 0);
    m_actions.randomizeColours->setEnabled(session.list()->inScope > 0);
    m_actions.resetColours->setEnabled(rule != ColourRule());
}

void ColourCommands::refreshBaseline(const std::vector<RunRef>& runs) const
{
    const bool isOne = runs.size() == 1;
    const bool isBaseline = isOne && m_context.session.state().baseline == runs.front().path;
    QAction& action = *m_actions.setBaseline;
    action.setEnabled(isOne);
    action.setText(isBaseline ? tr("Remove baseline") : tr("Set as baseline"));
    QString tip = tr("Choose one run: charts draw the baseline heavier and dashed, comparisons begin with it");
    if (isBaseline)
        tip = tr("Hold runs against none any more");
    else if (isOne)
        tip = tr("Hold other runs against this one: charts draw it heavier and dashed, comparisons begin with it");
    action.setStatusTip(tip);
    action.setToolTip(QStringLiteral("%1 (%2)").arg(tip, action.shortcut().toString(QKeySequence::NativeText)));
}

void ColourCommands::toggleBaseline()
{
    const std::vector<RunRef> runs = m_chosen();
    if (runs.size() != 1)
        return;
    RunListState state = m_context.session.state();
    if (state.baseline == runs.front().path)
        state.baseline.reset();
    else
        state.baseline = runs.front().path;
    m_context.session.setState(std::move(state));
}

void ColourCommands::askBeside(const RunRef& run, const QPoint& globalPosition)
{
    // Colours by hand wait while a column gives them.
    if (m_context.session.state().colours.byColumn)
        askForColumn();
    else
        ask({run}, globalPosition);
}

void ColourCommands::ask(const std::vector<RunRef>& runs, const std::optional<QPoint>& place)
{
    if (runs.empty())
        return;
    const auto list = m_context.session.list();
    const auto row = list->table->rowOf(runs.front());
    const RunColour current = row ? list->colour(*row, m_context.session.state().colours) : RunColour();
    auto* dialog = new ColourDialog(m_context.theme, current, m_window);
    connect(dialog, &ColourDialog::chosen, this,
            [this, runs](const std::optional<RunColour>& colour) { setColour(runs, colour); });
    // A real popup is not among the windows that assistive tools are told of.
    if (place) {
        const QRect room = m_window->screen()->availableGeometry();
        const QSize size = dialog->sizeHint();
        dialog->move(std::clamp(place->x(), room.left(), std::max(room.left(), room.right() - size.width())),
                     std::clamp(place->y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    }
    dialog->open();
}

void ColourCommands::askForColumn()
{
    auto* dialog = new ColourByDialog(*m_context.session.list(), m_context.session.state().colours.byColumn, m_window);
    connect(dialog, &ColourByDialog::chosen, this, [this](const std::optional<ColourByColumn>& rule) {
        RunListState state = m_context.session.state();
        state.colours.byColumn = rule;
        m_context.session.setState(std::move(state));
    });
    dialog->open();
}

void ColourCommands::setColour(const std::vector<RunRef>& runs, const std::optional<RunColour>& colour)
{
    RunListState state = m_context.session.state();
    for (const RunRef& run : runs) {
        if (colour)
            state.colours.byHand.insert_or_assign(run.path, *colour);
        else
            state.colours.byHand.erase(run.path);
    }
    m_context.session.setState(std::move(state));
}

/// Of all runs, as Reset is: what was chosen before is undone by Undo.
void ColourCommands::randomize()
{
    RunListState state = m_context.session.state();
    const std::uint32_t before = state.colours.shuffle;
    state.colours = {};
    do
        state.colours.shuffle = QRandomGenerator::global()->generate();
    while (state.colours.shuffle == 0 || state.colours.shuffle == before);
    m_context.session.setState(std::move(state));
}

void ColourCommands::reset()
{
    RunListState state = m_context.session.state();
    state.colours = {};
    m_context.session.setState(std::move(state));
}

bool ColourCommands::arePinned(const std::vector<RunRef>& runs) const
{
    const auto& pinned = m_context.session.state().pinned;
    return std::all_of(runs.begin(), runs.end(), [&pinned](const RunRef& run) { return pinned.contains(run.path); });
}

void ColourCommands::togglePinned()
{
    const std::vector<RunRef> runs = m_chosen();
    const bool pin = !arePinned(runs);
    RunListState state = m_context.session.state();
    for (const RunRef& run : runs) {
        if (pin)
            state.pinned.insert(run.path);
        else
            state.pinned.erase(run.path);
    }
    m_context.session.setState(std::move(state));
}

} // namespace runglass
