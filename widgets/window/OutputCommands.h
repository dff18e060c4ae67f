// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunsText.h"
#include "models/table/RunRef.h"
#include "widgets/common/Context.h"
#include "widgets/runs/ExportDialog.h"

#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace runglass
{

class RunsTab;
class StatusStrip;
class WindowActions;

/// What takes runs out of the table: copying them, writing them to a file, putting them side by side.
/// @thread GUI; belongs to the window. What grows with the number of runs is done on workers.
class OutputCommands : public QObject
{
    Q_OBJECT

public:
    using Chosen = std::function<std::vector<RunRef>()>;

    /// @param runs    whose columns are copied, and whose rows are exported
    /// @param chosen  the runs that commands are about
    OutputCommands(Context& context, WindowActions& actions, RunsTab& runs, StatusStrip& status, Chosen chosen,
                   QWidget* window);

    /// Which of the actions can be used now.
    /// @param chosen  how many runs commands are about
    void refresh(int chosen);

private:
    using MakeText = QString (*)(const CopiedRuns& runs);

    std::vector<CopiedRuns::Column> columns() const;
    void compare();
    void copy(MakeText make);
    void copied(const QString& text, int runs);
    void askWhatToExport();
    void askWhereTo(const ExportChoice& choice);
    RunExport exportOf(const ExportChoice& choice) const;
    void write(const ExportChoice& choice, const QString& path);
    void tellWritten(const QString& path, const ExportReport& report);

    Context& m_context;
    WindowActions& m_actions;
    RunsTab& m_runs;
    StatusStrip& m_status;
    Chosen m_chosen;
    QWidget* m_window;
    ExportChoice m_usual; ///< chosen the last time
    int m_copyGeneration = 0;
    int m_chosenCount = 0;
    bool m_isWriting = false;
};

} // namespace runglass
