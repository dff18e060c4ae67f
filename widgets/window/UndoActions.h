// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ViewUndo.h"

#include <map>
#include <vector>

class QAction;

namespace runglass
{

class WindowActions;

/// Undo, Redo and Reset view of the window: what they say and whether they can be used follows the steps there are. Of
/// changes of the view and changes of runs the newest is taken back first.
/// @thread GUI; belongs to the window
class UndoActions : public QObject
{
    Q_OBJECT

public:
    UndoActions(Session& session, WindowActions& actions, QObject* parent);

    /// Takes back what was done last to runs, whatever became of the view since.
    void undoCommand();
    /// Whether a command was begun here to take another one back, or to do it again.
    bool isOwn(quint64 command) const { return m_own.contains(command); }

private:
    using Moment = ViewUndo::Moment;
    static constexpr int kMostKept = 50; ///< commands, as the session does
    enum class Step { None, View, Command };
    enum class Origin { Undo, Redo };

    Step undoStep() const;
    Step redoStep() const;
    void undo();
    void redo();
    void redoCommand();
    void onFinished(quint64 command, const CommandReport& report);
    void refresh();
    static Step newest(const std::optional<Moment>& view, const std::vector<Moment>& commands);

    Session& m_session;
    WindowActions& m_actions;
    ViewUndo m_undo;
    std::vector<Moment> m_done, m_taken; ///< when the commands were that the session can undo and redo, in its order
    std::map<quint64, Origin> m_own;
};

} // namespace runglass
