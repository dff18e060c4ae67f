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
    , m_view(viewOf(session.state()))
{
    connect(&session, &Session::stateChanged, this, &ViewUndo::follow);
    // What was kept from the last start is no change of a person.
    connect(&session, &Session::viewRestored, this, [this] {
        m_view = viewOf(m_session.state());
        emit changed();
    });
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
    return m_view != RunView();
}

void ViewUndo::follow()
{
    const RunListState& state = m_session.state();
    if (state.scope != m_scope) {
        m_scope = state.scope;
        m_view = viewOf(state);
        m_mayJoin = false;
        emit changed();
        return;
    }
    RunView now = viewOf(state);
    if (now == m_view)
        return;
    if (!m_going)
        remember(now);
    m_view = std::move(now);
    emit changed();
}

void ViewUndo::remember(const RunView& now)
{
    const ViewPart part = changedPart(m_view, now);
    Steps& here = steps();
    here.ahead.clear();
    // To clear a filter is a step of its own, however soon it comes after the last letter.
    const bool clears = part == ViewPart::Filter && now.filter.kind == Filter::Kind::All;
    const bool joins = isGradual(part) && !clears && m_mayJoin && m_sinceLast.isValid() &&
                       m_sinceLast.elapsed() < kOneStepMs && !here.back.empty() && here.back.back().part == part;
    m_sinceLast.start();
    m_mayJoin = true;
    if (joins) {
        here.back.back().when = std::chrono::steady_clock::now();
        return;
    }
    here.back.push_back({m_view, part, std::chrono::steady_clock::now()});
    if (here.back.size() > kMostSteps)
        here.back.pop_front();
}

void ViewUndo::go(std::deque<Step>& from, std::deque<Step>& to)
{
    if (from.empty())
        return;
    Step step = std::move(from.back());
    from.pop_back();
    to.push_back({m_view, step.part, std::chrono::steady_clock::now()});
    m_mayJoin = false;
    m_going = true;
    RunListState state = m_session.state();
    setView(state, std::move(step.view));
    m_session.setState(std::move(state));
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
