// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Session.h"
#include "models/table/RunView.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <deque>
#include <map>
#include <optional>

namespace runglass
{

/// Takes back and repeats changes of how runs are shown, step by step; each place in the tree at the left has steps of
/// its own. Changes of a filter that follow one another within a second are one step.
/// @thread GUI
class ViewUndo : public QObject
{
    Q_OBJECT

public:
    using Moment = std::chrono::steady_clock::time_point;

    /// Borrows the session.
    explicit ViewUndo(Session& session, QObject* parent = nullptr);

    /// What undo() would take back, and redo() repeat; unset: nothing.
    std::optional<ViewPart> undoPart() const;
    std::optional<ViewPart> redoPart() const;
    /// When what undo() would take back was done, and what redo() would repeat was taken back; unset: nothing.
    std::optional<Moment> undoMoment() const;
    std::optional<Moment> redoMoment() const;
    void undo();
    void redo();
    /// As a new view is; a step like others.
    void reset();
    /// Whether there is anything to reset.
    bool isChanged() const;

signals:
    void changed();

private:
    static constexpr std::size_t kMostSteps = 200;

    struct Step {
        RunView view; ///< to go to
        ViewPart part = ViewPart::Several;
        Moment when; ///< it was put here
    };
    struct Steps {
        std::deque<Step> back, ahead;
    };
    using Place = std::tuple<std::optional<SourceId>, std::optional<std::string>, std::optional<std::string>>;

    static Place placeOf(const RunScope& scope) { return {scope.source, scope.entity, scope.project}; }
    Steps& steps() { return m_steps[placeOf(m_scope)]; }
    const Steps* findSteps() const;
    void follow();
    void remember(const RunView& now);
    void go(std::deque<Step>& from, std::deque<Step>& to);

    Session& m_session;
    RunScope m_scope;
    RunView m_view; ///< as it is now
    std::map<Place, Steps> m_steps;
    QElapsedTimer m_sinceLast;
    bool m_mayJoin = false; ///< the last step was made here, not by undo or redo
    bool m_going = false;
};

} // namespace runglass
