// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ViewUndo.h"

class QAction;

namespace runglass
{

class WindowActions;

/// Undo, Redo and Reset view of the window: what they say and whether they can be used follows the steps there are.
/// @thread GUI; belongs to the window
class UndoActions : public QObject
{
    Q_OBJECT

public:
    UndoActions(Session& session, WindowActions& actions, QObject* parent);

private:
    void refresh();

    WindowActions& m_actions;
    ViewUndo m_undo;
};

} // namespace runglass
