// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ViewUndo.h"

#include <utility>

namespace runglass
{

namespace
{

constexpr qint64 kOneStepMs = 1000;

} // namespace

ViewUndo::ViewUndo(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_scope(session.state().scope)
    , m_shown(shownNow())
{
    connect(&session, &Session::stateChanged, this, &ViewUndo::follow);
    connect(&session, &Session::panelsChanged, this, &ViewUndo::follow);
    // What was kept from the last start is no change of a person.
    const auto restored = [this] {
        m_shown = shownNow();
        emit changed();
    };
    connect(&session, &Session::viewRestored, this, restored);
    connect(&session, &Session::panelsRestored, this, restored);
}

ViewUndo::Shown ViewUndo::shownNow() const
{
    return {viewOf(m_session.state()), m_session.panels()};
}

const ViewUndo::Steps* ViewUndo::findSteps() const
{
    const auto found = m_steps.find(placeOf(m_scope));
    return found == m_steps.end() ? nullptr : &found->second;
}

std::optional<ViewPart> ViewUndo::undoPart() const
{
    const Steps* steps = findSteps();
    return steps && !steps->back.empty() ? std::optional(steps->back.back().part) : std::nullopt;
}

std::optional<ViewPart> ViewUndo::redoPart() const
{
    const Steps* steps = findSteps();
    return steps && !steps->ahead.empty() ? std::optional(steps->ahead.back().part) : std::nullopt;
}

std::optional<PanelsPart> ViewUndo::undoPanelsPart() const
{
    const Steps* steps = findSteps();
    return steps && !steps->back.empty() ? steps->back.back().panelsPart : std::nullopt;
}

std::optional<PanelsPart> ViewUndo::redoPanelsPart() const
{
    const Steps* steps = findSteps();
    return steps && !steps->ahead.empty() ? steps->ahead.back().panelsPart : std::nullopt;
}

std::optional<ViewUndo::Moment> ViewUndo::undoMoment() const
{
    const Steps* steps = findSteps();
    return steps && !steps->back.empty() ? std::optional(steps->back.back().when) : std::nullopt;
}

std::optional<ViewUndo::Moment> ViewUndo::redoMoment() const
{
    const Steps* steps = findSteps();
    return steps && !steps->ahead.empty() ? std::optional(steps->ahead.back().when) : std::nullopt;
}

bool ViewUndo::isChanged() const
{
    return m_shown.view != RunView();
}

void ViewUndo::follow()
{
    const RunListState& state = m_session.state();
    if (state.scope != m_scope) {
        m_scope = state.scope;
        m_shown = shownNow();
        m_mayJoin = false;
        emit changed();
        return;
    }
    Shown now = shownNow();
    if (now.view == m_shown.view && *now.panels == *m_shown.panels)
        return;
    if (!m_going)
        remember(now);
    m_shown = std::move(now);
    emit changed();
}

void ViewUndo::remember(const Shown& now)
{
    Step step{m_shown};
    if (now.view != m_shown.view)
        step.part = changedPart(m_shown.view, now.view);
    else
        step.panelsPart = changedPart(*m_shown.panels, *now.panels);
    Steps& here = steps();
    here.ahead.clear();
    const bool isPartOfLast = joins(step, now);
    m_sinceLast.start();
    m_mayJoin = true;
    step.when = std::chrono::steady_clock::now();
    if (isPartOfLast) {
        here.back.back().when = step.when;
        return;
    }
    here.back.push_back(std::move(step));
    if (here.back.size() > kMostSteps)
        here.back.pop_front();
}

bool ViewUndo::joins(const Step& step, const Shown& now) const
{
    const Steps* here = findSteps();
    if (!m_mayJoin || !m_sinceLast.isValid() || m_sinceLast.elapsed() >= kOneStepMs || !here || here->back.empty())
        return false;
    const Step& last = here->back.back();
    if (last.part != step.part || last.panelsPart != step.panelsPart)
        return false;
    if (step.panelsPart)
        return isGradual(*step.panelsPart);
    // To clear a filter is a step of its own, however soon it comes after the last letter.
    const bool clears = step.part == ViewPart::Filter && now.view.filter.kind == Filter::Kind::All;
    return isGradual(step.part) && !clears;
}

void ViewUndo::go(std::deque<Step>& from, std::deque<Step>& to)
{
    if (from.empty())
        return;
    Step step = std::move(from.back());
    from.pop_back();
    to.push_back({m_shown, step.part, step.panelsPart, std::chrono::steady_clock::now()});
    m_mayJoin = false;
    m_going = true;
    RunListState state = m_session.state();
    setView(state, std::move(step.shown.view));
    m_session.setState(std::move(state));
    m_session.setPanels(*step.shown.panels);
    m_going = false;
    emit changed();
}

void ViewUndo::undo()
{
    go(steps().back, steps().ahead);
}

void ViewUndo::redo()
{
    go(steps().ahead, steps().back);
}

void ViewUndo::reset()
{
    RunListState state = m_session.state();
    setView(state, RunView());
    m_session.setState(std::move(state));
}

} // namespace runglass
