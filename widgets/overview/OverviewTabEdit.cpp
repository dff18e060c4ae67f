// SPDX-License-Identifier: GPL-3.0-or-later
// What the Overview changes of its run, and what it says of one that was asked to stop.
#include "models/items/CommandText.h"
#include "models/items/Format.h"
#include "models/items/StoppingRuns.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/NoteStrip.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/DescriptionEditor.h"
#include "widgets/overview/OverviewForm.h"
#include "widgets/overview/OverviewTab.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <chrono>
#include <utility>

namespace runglass
{

namespace
{

using Kind = RunCommand::Kind;

/// A script may save for a while before it ends.
constexpr std::chrono::seconds kPatience{30};
constexpr int kTellMs = 1000;

} // namespace

void OverviewTab::connectEditing()
{
    connect(m_form, &OverviewForm::fieldSaved, this, &OverviewTab::saveField);
    connect(m_form, &OverviewForm::restoreRequested, this, &OverviewTab::restoreOriginal);
    connect(m_form, &OverviewForm::tagsRequested, this, &OverviewTab::tagsRequested);
    connect(m_form, &OverviewForm::descriptionRequested, this, &OverviewTab::editDescription);
    connect(m_form, &OverviewForm::descriptionSaved, this, &OverviewTab::saveDescription);
    connect(m_form, &OverviewForm::descriptionCanceled, this, &OverviewTab::keepDraft);
    connect(m_form, &OverviewForm::released, this, [this] {
        if (m_run)
            m_form->setRun(m_run->run, m_run->detail);
    });
    connect(&session(), &Session::commandFinished, this, &OverviewTab::onCommandFinished);
    m_waiting.setInterval(kTellMs);
    connect(&m_waiting, &QTimer::timeout, this, &OverviewTab::followStopping);
    if (m_stoppingRuns)
        connect(m_stoppingRuns, &StoppingRuns::changed, this, &OverviewTab::followStopping);
}

/// @return the command's number; 0: there is no run
quint64 OverviewTab::edit(RunCommand::Edit edit)
{
    if (!m_run)
        return 0;
    RunCommand command;
    command.kind = Kind::Edit;
    command.edit = std::move(edit);
    return session().perform(command, {m_run->ref});
}

void OverviewTab::saveField(const std::string& field, const QString& text)
{
    RunCommand::Edit wanted;
    // A name is one line; without letters there is none.
    const std::string value = text.simplified().toStdString();
    if (field == "name")
        wanted.name = value;
    else if (field == "group")
        wanted.group = value;
    else
        wanted.jobType = value;
    edit(std::move(wanted));
}

void OverviewTab::restoreOriginal(const std::string& field)
{
    if (!m_run)
        return;
    if (field == "state") {
        RunCommand::Edit wanted;
        wanted.takesMarkBack = true;
        edit(std::move(wanted));
        return;
    }
    const Run& run = m_run->run;
    const auto found =
        std::find_if(run.edits.begin(), run.edits.end(), [&field](const FieldEdit& one) { return one.field == field; });
    if (found == run.edits.end())
        return;
    const auto shown = [&]() -> Value {
        if (field == "tags")
            return Value(Value::Array(run.tags.begin(), run.tags.end()));
        return Value(field == "name"    ? run.name
                     : field == "group" ? run.group
                     : field == "notes" ? run.notes
                                        : run.jobType);
    };
    RunCommand::Edit wanted;
    wanted.reverts.push_back({field, found->original, shown()});
    edit(std::move(wanted));
}

void OverviewTab::editDescription()
{
    const auto& current = session().currentRun();
    if (!current)
        return;
    // The page may be about to be filled: it was shown only now.
    if (!m_run || m_run->ref != *current) {
        m_editsNext = true;
        return;
    }
    if (m_form->isDescriptionEdited() && m_written == *current)
        return m_form->editDescription({});
    const auto draft = m_drafts.find(*current);
    m_form->editDescription(draft == m_drafts.end() ? QString() : draft->second);
    if (m_form->isDescriptionEdited()) {
        m_written = *current;
        m_scroll->ensureWidgetVisible(m_form->descriptionEditor());
    }
}

bool OverviewTab::hasUnsavedText() const
{
    return !m_drafts.empty() || (m_form->isDescriptionEdited() && m_form->descriptionEditor()->isChanged());
}

void OverviewTab::saveTexts()
{
    keepDraft();
    std::vector<RunTask> tasks;
    for (const auto& [run, text] : m_drafts) {
        RunTask& task = tasks.emplace_back();
        task.run = run;
        task.command.kind = Kind::Edit;
        task.command.edit.notes = text.toStdString();
    }
    m_savingAll = session().perform(std::move(tasks));
}

/// What became of texts that were saved together.
void OverviewTab::forgetSaved(const CommandReport& report)
{
    m_savingAll = 0;
    for (const CommandReport::Outcome& outcome : report.outcomes)
        if (!outcome.error)
            m_drafts.erase(outcome.task.run);
    m_form->setHasDraft(m_run && m_drafts.contains(m_run->ref));
    emit textsSaved(m_drafts.empty());
}

void OverviewTab::saveDescription(const QString& text)
{
    if (m_saving != 0)
        return;
    if (!m_form->descriptionEditor()->isChanged()) {
        m_drafts.erase(*m_written);
        return keepDraft();
    }
    RunCommand::Edit wanted;
    wanted.notes = text.toStdString();
    m_saving = edit(std::move(wanted));
}

/// Leaves the editor; a text that was changed waits for the next time.
void OverviewTab::keepDraft()
{
    if (!m_written)
        return;
    const DescriptionEditor& editor = *m_form->descriptionEditor();
    if (editor.isChanged())
        m_drafts[*m_written] = editor.text();
    else
        m_drafts.erase(*m_written);
    const bool isHere = m_run && m_run->ref == *m_written;
    m_form->leaveDescription();
    m_form->setHasDraft(isHere && m_drafts.contains(*m_written));
    m_written.reset();
}

void OverviewTab::onCommandFinished(quint64 command, const CommandReport& report)
{
    if (command == m_savingAll)
        return forgetSaved(report);
    if (command != m_saving)
        return;
    m_saving = 0;
    if (report.outcomes.empty())
        return;
    const CommandReport::Outcome& outcome = report.outcomes.front();
    if (outcome.error) {
        if (m_form->isDescriptionEdited())
            m_form->descriptionEditor()->sayProblem(
                //: %1 is the reason
                tr("The description was not saved: %1 Your text is kept.").arg(failureText(*outcome.error)));
        return;
    }
    m_drafts.erase(outcome.task.run);
    if (m_written == outcome.task.run) {
        m_written.reset();
        m_form->leaveDescription();
    }
    m_form->setHasDraft(m_run && m_drafts.contains(m_run->ref));
}

void OverviewTab::makeStoppingStrip(QAction* stop, QWidget* parent)
{
    m_stopping = new NoteStrip(theme(), parent);
    m_stopping->setObjectName(QStringLiteral("stoppingStrip"));
    if (!stop)
        return;
    auto* again = new QPushButton(tr("Ask again"), m_stopping);
    again->setObjectName(QStringLiteral("askAgain"));
    again->setAutoDefault(false);
    again->setToolTip(tr("Interrupt the script once more"));
    connect(again, &QPushButton::clicked, stop, &QAction::trigger);
    auto* how = new QPushButton(tr("How to end it yourself"), m_stopping);
    how->setObjectName(QStringLiteral("howToEnd"));
    how->setAutoDefault(false);
    how->setToolTip(tr("Say what can be done where Runglass does not go further"));
    connect(how, &QPushButton::clicked, this, &OverviewTab::showHowToEnd);
    m_stopping->addWidget(again);
    m_stopping->addWidget(how);
}

void OverviewTab::followStopping()
{
    using Seconds = std::chrono::seconds;
    const auto asked = m_stoppingRuns && m_run ? m_stoppingRuns->askedAt(m_run->ref) : std::nullopt;
    if (asked != m_askedAt || !asked) {
        m_askedAt = asked;
        m_form->setStopping(asked.has_value());
        // The state's own word comes back.
        if (!asked && m_run && std::exchange(m_saidStopping, false))
            m_form->setRun(m_run->run, m_run->detail);
    }
    m_saidStopping = asked.has_value();
    const auto waited =
        asked ? std::chrono::duration_cast<Seconds>(StoppingRuns::Moment::clock::now() - *asked) : Seconds(0);
    if (!asked || waited < kPatience)
        m_stopping->setText({});
    else if (m_stoppingRuns->wasAskedElsewhere(m_run->ref))
        m_stopping->setText(tr("It was asked to stop from elsewhere. The script has not ended yet."));
    else
        //: %1 is a length of time: "31s"
        m_stopping->setText(tr("Interrupt sent %1 ago. The script has not ended yet.")
                                .arg(format::duration(static_cast<double>(waited.count()))));
    if (asked && !m_waiting.isActive())
        m_waiting.start();
    else if (!asked)
        m_waiting.stop();
}

void OverviewTab::showHowToEnd()
{
    auto* box = new QMessageBox(QMessageBox::Information, tr("How to end it yourself"), {}, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Runglass interrupts a script and goes no further: what it does then is up to the script."));
    box->setInformativeText(
        tr("It may be saving, or waiting for something. Where it was started, Ctrl+C asks it again. \"Stop run\" names "
           "its process: kill -TERM with that number ends it without saving, kill -KILL at once. What the run has "
           "logged until then stays."));
    box->open();
}

} // namespace runglass
