// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ShownValues.h"

#include <QObject>

#include <optional>

namespace runglass
{

class RunsTab;
class Session;
class WindowActions;

/// Which of its values the column of a logged metric shows: the actions, about the column of the current cell.
/// @thread GUI; belongs to the window
class ShownValueCommands : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three.
    ShownValueCommands(Session& session, WindowActions& actions, RunsTab& tab, QObject* parent);

    /// Which of the actions can be used now, and which value is shown.
    /// @param onTable  the table of runs is in sight
    void refresh(bool onTable);

private:
    std::optional<ColumnId> column() const;
    void show(MetricValue value);

    Session& m_session;
    WindowActions& m_actions;
    RunsTab& m_tab;
    bool m_onTable = false;
};

} // namespace runglass
