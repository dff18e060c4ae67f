// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/CommandFeedback.h"

#include "models/items/CommandText.h"
#include "models/items/Format.h"
#include "widgets/commands/FailuresDialog.h"
#include "widgets/common/Toast.h"
#include "widgets/window/StatusStrip.h"
#include "widgets/window/WorkProgress.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

using Kind = RunCommand::Kind;

/// The field that an edit of one field changed; empty: several, or none.
std::string fieldOf(const CommandReport& report)
{
    std::string field;
    for (const CommandReport::Outcome& outcome : report.outcomes)
        for (const FieldChange& change : outcome.effect.changes) {
            if (!field.empty() && field != change.field)
                return {};
            field = change.field;
        }
    return field;
}

/// How many runs are other ones now than before.
int changedRuns(const CommandReport& report)
{
    return static_cast<int>(
        std::count_if(report.outcomes.begin(), report.outcomes.end(), [](const CommandReport::Outcome& outcome) {
            return !outcome.error && !outcome.effect.changes.empty();
        }));
}

/// Whether an edit left marks, or took them back.
bool isMarked(const CommandReport& report)
{
    return std::any_of(report.outcomes.begin(), report.outcomes.end(), [](const CommandReport::Outcome& outcome) {
        const std::vector<FieldChange>& changes = outcome.effect.changes;
        return std::any_of(changes.begin(), changes.end(),
                           [](const FieldChange& change) { return !change.after.isNull(); });
    });
}

QString editedText(const CommandReport& report)
{
    const int runs = changedRuns(report);
    const std::string field = fieldOf(report);
    if (runs == 0)
        return CommandFeedback::tr("Nothing was changed.");
    if (field == "notes")
        return runs == 1 ? CommandFeedback::tr("Description saved.")
                         : CommandFeedback::tr("Description saved for %n run(s).", nullptr, runs);
    if (field == "tags")
        return CommandFeedback::tr("Tags changed on %n run(s).", nullptr, runs);
    if (field == "name")
        return CommandFeedback::tr("%n run(s) renamed.", nullptr, runs);
    if (field == "group")
        return CommandFeedback::tr("Group changed on %n run(s).", nullptr, runs);
    if (field == "job_type")
        return CommandFeedback::tr("Job type changed on %n run(s).", nullptr, runs);
    if (field == "state_mark")
        return isMarked(report) ? CommandFeedback::tr("State of %n run(s) marked.", nullptr, runs)
                                : CommandFeedback::tr("Mark of %n run(s) taken back.", nullptr, runs);
    return CommandFeedback::tr("%n run(s) changed.", nullptr, runs);
}

QString doneText(const CommandReport& report)
{
    const auto done = static_cast<int>(report.done());
    switch (report.kind) {
    case Kind::Delete:
        return CommandFeedback::tr("%n run(s) moved to Trash.", nullptr, done);
    case Kind::Restore:
        return CommandFeedback::tr("%n run(s) restored.", nullptr, done);
    case Kind::Purge:
        //: %1 is a size
        return CommandFeedback::tr("%n run(s) removed for good, %1 freed.", nullptr, done)
            .arg(format::bytes(report.bytes));
    case Kind::Lock:
        return CommandFeedback::tr("%n run(s) locked.", nullptr, done);
    case Kind::Unlock:
        return CommandFeedback::tr("%n run(s) unlocked.", nullptr, done);
    case Kind::Stop:
        return CommandFeedback::tr("Interrupt sent. %n run(s) are stopping.", nullptr, done);
    case Kind::Edit:
        break;
    }
    return editedText(report);
}

QString failedText(const CommandReport& report)
{
    const auto failed = static_cast<int>(report.failed());
    switch (report.kind) {
    case Kind::Delete:
        return CommandFeedback::tr("%n run(s) were not deleted.", nullptr, failed);
    case Kind::Restore:
        return CommandFeedback::tr("%n run(s) were not restored.", nullptr, failed);
    case Kind::Purge:
        return CommandFeedback::tr("%n run(s) were not removed.", nullptr, failed);
    case Kind::Stop:
        return CommandFeedback::tr("%n run(s) were not stopped.", nullptr, failed);
    case Kind::Lock:
    case Kind::Unlock:
    case Kind::Edit:
        break;
    }
    return CommandFeedback::tr("%n run(s) were not changed.", nullptr, failed);
}

} // namespace

/// A command as the status line follows work.
struct CommandFeedback::Work {
    QFutureInterface<void> future;
    QFutureWatcher<void> watcher;
};

CommandFeedback::CommandFeedback(Context& context, StatusStrip& status, Toast& toast, Undo undo, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_status(status)
    , m_toast(toast)
    , m_undo(std::move(undo))
    , m_window(window)
{
    connect(&context.session, &Session::commandProgressed, this, &CommandFeedback::onProgressed);
    connect(&context.session, &Session::commandFinished, this, &CommandFeedback::onFinished);
}

CommandFeedback::~CommandFeedback()
{
    for (auto& [command, work] : m_work)
        work->future.reportFinished();
}

void CommandFeedback::onProgressed(quint64 command, int done, int total)
{
    std::unique_ptr<Work>& work = m_work[command];
    if (!work) {
        work = std::make_unique<Work>();
        work->future.reportStarted();
        work->future.setProgressRange(0, total);
        connect(&work->watcher, &QFutureWatcherBase::canceled, this,
                [this, command] { m_context.session.cancelCommand(command); });
        m_status.work().follow(&work->watcher, tr("Working on runs"), tr("Cancel"), [](int ready, int all) {
            const QLocale locale;
            return tr("%1 of %2 runs done").arg(locale.toString(ready), locale.toString(all));
        });
        work->watcher.setFuture(work->future.future());
    }
    work->future.setProgressValue(done);
}

void CommandFeedback::onFinished(quint64 command, const CommandReport& report)
{
    if (const auto work = m_work.find(command); work != m_work.end()) {
        work->second->future.reportFinished();
        // After the status line has heard of it.
        std::shared_ptr<Work> ended = std::move(work->second);
        m_work.erase(work);
        QMetaObject::invokeMethod(
            this, [ended] {}, Qt::QueuedConnection);
    }
    tell(command, report);
}

void CommandFeedback::tell(quint64 command, const CommandReport& report)
{
    QStringList words;
    if (report.done() > 0 || report.failed() == 0)
        words.append(doneText(report));
    if (report.failed() > 0)
        words.append(failedText(report));
    if (report.failed() == 1) {
        for (const CommandReport::Outcome& outcome : report.outcomes)
            if (outcome.error)
                words.append(refusalText(outcome.error->detail));
    }
    if (report.wasCanceled)
        words.append(tr("Cancelled: the other runs are as they were."));
    QList<Toast::Choice> choices;
    if (report.failed() > 0)
        choices.append({tr("Show why"), tr("Show which runs were left as they are, and why"),
                        [this, report] { showFailures(report); }});
    if (!inverseOf(report).empty() && !m_undo.isOwn(command))
        choices.append({tr("Undo"), tr("Undo (Ctrl+Z)"), m_undo.undo});
    m_toast.say(words.join(QLatin1Char(' ')), choices);
    m_status.say(words.join(QLatin1Char(' ')));
}

void CommandFeedback::showFailures(const CommandReport& report)
{
    auto* dialog = new FailuresDialog(failedText(report), report, *m_context.session.list()->table, m_window);
    dialog->open();
}

} // namespace runglass
