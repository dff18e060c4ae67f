// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
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

/// Takes back and repeats changes of how runs are shown and how panels are arranged, step by step; each place in the
/// tree at the left has steps of its own. Changes that follow one another within a second are one step where a person
/// makes them little by little: typing a filter, pulling a slider of a chart's settings or the edge of a panel.
/// @thread GUI
class ViewUndo : public QObject
{
    Q_OBJECT

public:
    using Moment = std::chrono::steady_clock::time_point;

    /// Borrows the session.
    explicit ViewUndo(Session& session, QObject* parent = nullptr);

    /// What undo() would take back, and redo() repeat; unset: nothing. Of panels it is Several: ask for those first.
    std::optional<ViewPart> undoPart() const;
    std::optional<ViewPart> redoPart() const;
    /// What of the panels that is; unset: it is not of the panels, or nothing.
    std::optional<PanelsPart> undoPanelsPart() const;
    std::optional<PanelsPart> redoPanelsPart() const;
    /// When what undo() would take back was done, and what redo() would repeat was taken back; unset: nothing.
    std::optional<Moment> undoMoment() const;
    std::optional<Moment> redoMoment() const;
    void undo();
    void redo();
    /// As a new view is; a step like others. Panels stay.
    void reset();
    /// Whether there is anything for reset().
    bool isChanged() const;

signals:
    void changed();

private:
    static constexpr std::size_t kMostSteps = 200;

    /// How a place is shown, of which one part is changed in a step.
    struct Shown {
        RunView view;
        std::shared_ptr<const PanelLayout> panels;
    };
    struct Step {
        Shown shown; ///< to go to
        ViewPart part = ViewPart::Several;
        std::optional<PanelsPart> panelsPart = {};
        Moment when = {}; ///< it was put here
    };
    struct Steps {
        std::deque<Step> back, ahead;
    };
    using Place = std::tuple<std::optional<SourceId>, std::optional<std::string>, std::optional<std::string>>;

    static Place placeOf(const RunScope& scope) { return {scope.source, scope.entity, scope.project}; }
    Steps& steps() { return m_steps[placeOf(m_scope)]; }
    const Steps* findSteps() const;
    void follow();
    Shown shownNow() const;
    void remember(const Shown& now);
    bool joins(const Step& step, const Shown& now) const;
    void go(std::deque<Step>& from, std::deque<Step>& to);

    Session& m_session;
    RunScope m_scope;
    Shown m_shown; ///< as it is now
    std::map<Place, Steps> m_steps;
    QElapsedTimer m_sinceLast;
    bool m_mayJoin = false; ///< the last step was made here, not by undo or redo
    bool m_going = false;
};

} // namespace runglass
