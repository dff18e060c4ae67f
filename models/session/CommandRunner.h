// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Cancel.h"
#include "models/run/Result.h"
#include "models/run/RunCommand.h"
#include "models/session/ReaderPool.h"
#include "models/table/RunRef.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// A command for one run. Its path is the run's.
struct RunTask {
    RunRef run;
    RunCommand command;
};

/// What became of the tasks that were begun together.
struct CommandReport {
    struct Outcome {
        RunTask task;
        std::optional<Error> error; ///< unset: done
        CommandEffect effect;
    };
    RunCommand::Kind kind = RunCommand::Kind::Edit;
    std::vector<Outcome> outcomes; ///< of those that were tried, in order
    std::size_t wanted = 0;        ///< how many there were
    bool wasCanceled = false;
    std::uint64_t bytes = 0; ///< Delete: in the trash now · Purge: freed

    std::size_t done() const;
    std::size_t failed() const { return outcomes.size() - done(); }
};

/// What takes a report's effects back, as far as that can be: an edit's changes where they still stand, a deletion by
/// restoring, a lock by unlocking, and each the other way round. Nothing for Stop and Purge.
std::vector<RunTask> inverseOf(const CommandReport& report);

/// Carries out commands, one after another on a thread of its own, and remembers how to take them back.
/// @thread GUI
class CommandRunner : public QObject
{
    Q_OBJECT

public:
    using SourceOf = std::function<std::shared_ptr<ReaderPool>(SourceId)>;

    explicit CommandRunner(SourceOf sourceOf);
    /// Lets the task that runs end, and drops the others.
    ~CommandRunner() override;
    CommandRunner(const CommandRunner&) = delete;
    CommandRunner& operator=(const CommandRunner&) = delete;

    /// @return a number for it, above 0
    quint64 start(std::vector<RunTask> tasks);
    /// What is done stays done; finished() tells what that is.
    void cancel(quint64 number);
    bool isBusy() const { return !m_running.empty(); }

    /// The last one that can be taken back and was not; null: there is none. What runs does not count.
    const CommandReport* undoable() const { return m_undo.empty() ? nullptr : &m_undo.back(); }
    const CommandReport* redoable() const { return m_redo.empty() ? nullptr : &m_redo.back(); }
    /// @return as start; 0: there is nothing
    quint64 undo();
    quint64 redo();

signals:
    /// At most ten times a second.
    void progressed(quint64 number, int done, int total);
    void finished(quint64 number, const runglass::CommandReport& report);
    /// Something was done with runs of this source: it should be looked at.
    void touched(runglass::SourceId source);
    /// isBusy, undoable or redoable is another.
    void changed();

private:
    enum class Origin { User, Undo, Redo };
    struct Running {
        CancelToken cancel;
        Origin origin = Origin::User;
    };

    quint64 start(std::vector<RunTask> tasks, Origin origin);
    void onFinished(quint64 number, const CommandReport& report);
    static void keep(std::vector<CommandReport>& stack, CommandReport report);

    SourceOf m_sourceOf;
    QThreadPool m_thread;
    quint64 m_next = 1;
    std::map<quint64, Running> m_running;
    std::vector<CommandReport> m_undo, m_redo;
};

} // namespace runglass
