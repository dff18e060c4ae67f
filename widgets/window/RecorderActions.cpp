// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/RecorderActions.h"

#include "models/session/LoginStart.h"
#include "models/session/Session.h"
#include "widgets/window/RecorderDialog.h"
#include "widgets/window/SetUpDialog.h"
#include "widgets/window/StatusStrip.h"
#include "widgets/window/WindowActions.h"

#include <QDateTime>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <set>

namespace runglass
{

QString shortAddress(const std::string& url)
{
    const QString text = QString::fromStdString(url);
    return text.mid(text.indexOf(QStringLiteral("://")) + 3);
}

namespace
{

QString whenOff(qint64 milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds);
    return time.date() == QDate::currentDate() ? QLocale().toString(time.time(), QLocale::ShortFormat)
                                               : QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

QString recorderText(const RecorderState& state)
{
    using Kind = RecorderState::Kind;
    switch (state.kind) {
    case Kind::Starting:
        return RecorderActions::tr("Recorder is starting…");
    case Kind::Stopping:
        return RecorderActions::tr("Recorder is stopping…");
    case Kind::On:
        if (state.isDiskFull)
            return RecorderActions::tr("Recorder's disk is full");
        if (!state.trouble.empty())
            return RecorderActions::tr("Recorder cannot write");
        //: %1: an address as 127.0.0.1:8765
        return RecorderActions::tr("Recording on %1").arg(shortAddress(state.url));
    case Kind::Unknown:
        return {};
    case Kind::Off:
        break;
    }
    if (!state.failure.empty())
        return RecorderActions::tr("Recording could not start");
    if (!state.offSince)
        return RecorderActions::tr("Recorder is off");
    //: %1: a time, and the date where it was not today
    return RecorderActions::tr("Recorder off since %1").arg(whenOff(*state.offSince));
}

QString recorderDetail(const RecorderState& state, const QString& store)
{
    using Kind = RecorderState::Kind;
    if (state.takenPort)
        return RecorderActions::tr("Recording could not start: port %1 is used by another program.")
            .arg(*state.takenPort);
    if (!state.failure.empty())
        //: %1: what the recorder says
        return RecorderActions::tr("Recording could not start or stop: %1").arg(QString::fromStdString(state.failure));
    if (state.kind == Kind::On && state.isDiskFull)
        //: %1: a file
        return RecorderActions::tr(
                   "Not saved: the disk of %1 is full. Nothing already saved is lost. Scripts try again "
                   "until there is room.")
            .arg(store);
    if (state.kind == Kind::On && !state.trouble.empty())
        //: %1: a file, %2: what hinders
        return RecorderActions::tr("Not saved: %1 cannot be written: %2 Scripts try again.")
            .arg(store, QString::fromStdString(state.trouble));
    if (state.kind == Kind::On)
        return RecorderActions::tr(
            "Training scripts that use the wandb SDK log straight to Runglass. Recording goes on "
            "when this window is closed.");
    if (state.kind == Kind::Off && state.offSince)
        //: %1: a time
        return RecorderActions::tr("Recorder off since %1. Scripts that log to it keep what they have and try again.")
            .arg(whenOff(*state.offSince));
    if (state.kind == Kind::Off)
        return RecorderActions::tr("Nothing is recorded now.");
    return {};
}

QString commandOf(const RecorderControl& control)
{
    const QString program = QString::fromStdString(control.program());
    const QString directory = program.section(u'/', 0, -2), name = program.section(u'/', -1);
    if (qEnvironmentVariable("PATH").split(u':').contains(directory))
        return name;
    return program.contains(u' ') ? u'\'' + program + u'\'' : program;
}

RecorderActions::RecorderActions(Context& context, WindowActions& actions, StatusStrip& status, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_actions(actions)
    , m_status(status)
    , m_window(window)
{
    RecorderControl& control = *context.recorder;
    for (QAction* action : {actions.record, actions.recorder, actions.setUp, actions.startAtLogin})
        action->setVisible(control.canRecord());
    connect(&control, &RecorderControl::changed, this, &RecorderActions::refresh);
    connect(&control, &RecorderControl::begun, this, [this, &control] { m_context.session.open(control.storeFile()); });
    connect(&context.session, &Session::listChanged, this, [this] {
        if (m_isWaiting)
            stopWhenIdle();
    });
    connect(actions.record, &QAction::triggered, this, &RecorderActions::startOrStop);
    connect(actions.recorder, &QAction::triggered, this, &RecorderActions::showDialog);
    connect(&status, &StatusStrip::recorderRequested, this, &RecorderActions::showDialog);
    connect(actions.openRecorded, &QAction::triggered, this,
            [this, &control] { m_context.session.open(control.storeFile()); });
    connect(actions.setUp, &QAction::triggered, this, &RecorderActions::askToSetUp);
    connect(actions.undoSetUp, &QAction::triggered, this, &RecorderActions::askToUndo);
    connect(actions.startAtLogin, &QAction::triggered, this, &RecorderActions::setAtLogin);
    if (context.login) {
        connect(context.login, &LoginStart::changed, this, &RecorderActions::refresh);
        context.login->look();
    }
    refresh();
}

void RecorderActions::refresh()
{
    using Kind = RecorderState::Kind;
    const RecorderControl& control = *m_context.recorder;
    const RecorderState& state = control.state();
    const bool isOn = state.kind == Kind::On || state.kind == Kind::Stopping;
    m_actions.record->setText(isOn ? tr("Stop &recording") : tr("&Record runs on this computer"));
    const QString tip = isOn ? tr("End the recorder. What it has stays.")
                             : tr("Start the recorder: scripts that use the wandb SDK log to it");
    m_actions.record->setToolTip(tip);
    m_actions.record->setStatusTip(tip);
    m_actions.record->setEnabled(state.kind == Kind::On || state.kind == Kind::Off);
    m_actions.undoSetUp->setVisible(control.canRecord() && state.isSetUp);
    m_actions.openRecorded->setVisible(state.hasStore);
    m_actions.startAtLogin->setChecked(m_context.login && m_context.login->isEnabled());
    if (!isOn)
        m_isWaiting = false;
    const bool isWrong = !state.failure.empty() || !state.trouble.empty();
    QString text = recorderText(state);
    if (m_isWaiting)
        text = tr("The recorder keeps running until %n active run(s) end.", nullptr, activeRuns());
    m_status.setRecorder(control.canRecord() ? text : QString(),
                         recorderDetail(state, QString::fromStdString(control.storeFile())), isWrong,
                         state.kind == Kind::On);
}

void RecorderActions::startOrStop()
{
    RecorderControl& control = *m_context.recorder;
    if (control.state().kind != RecorderState::Kind::On)
        return control.start();
    if (m_isWaiting) {
        m_isWaiting = false;
        return control.stop();
    }
    if (const int active = activeRuns(); active > 0)
        askWhetherToStop(active);
    else
        control.stop();
}

/// Runs of the recorder's store that go on, as far as the window has them.
int RecorderActions::activeRuns() const
{
    const RunTable& table = *m_context.session.list()->table;
    std::set<SourceId> stores;
    for (const SourceInfo& source : m_context.session.sources())
        if (source.location == m_context.recorder->storeFile())
            stores.insert(source.id);
    int active = 0;
    for (std::uint32_t row = 0; row < table.rowCount() && !stores.empty(); ++row)
        if (table.state(row) == RunState::Running && stores.contains(table.ref(row).source))
            ++active;
    return active;
}

void RecorderActions::askWhetherToStop(int activeRuns)
{
    auto* box = new QMessageBox(m_window);
    box->setObjectName(QStringLiteral("stopRecordingBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Stop recording"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%n run(s) are being recorded.", nullptr, activeRuns));
    box->setInformativeText(tr("Scripts go on without the recorder: they keep what they log and send it once it runs "
                               "again. Until then the state of their runs is unknown."));
    QPushButton* later = box->addButton(tr("Stop when they end"), QMessageBox::AcceptRole);
    QPushButton* now = box->addButton(tr("Stop now"), QMessageBox::DestructiveRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(later);
    connect(later, &QPushButton::clicked, this, [this] {
        m_isWaiting = true;
        stopWhenIdle();
    });
    connect(now, &QPushButton::clicked, m_context.recorder, &RecorderControl::stop);
    box->open();
}

void RecorderActions::stopWhenIdle()
{
    if (activeRuns() == 0) {
        m_isWaiting = false;
        m_context.recorder->stop();
    }
    refresh();
}

void RecorderActions::showDialog()
{
    if (!m_dialog) {
        m_dialog = new RecorderDialog(m_context, m_actions, m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void RecorderActions::askToSetUp()
{
    auto* dialog = new SetUpDialog(m_context, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SetUpDialog::setUpDone, this, [this](const QString& address) {
        //: %1: an address
        m_status.say(tr("Scripts of this user log to %1 now.").arg(address));
    });
    dialog->open();
}

void RecorderActions::askToUndo()
{
    auto* box = new QMessageBox(m_window);
    box->setObjectName(QStringLiteral("undoSetUpBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Undo set-up"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Undo the set-up of this computer?"));
    box->setInformativeText(
        tr("The files of the SDK get back what was there before. Scripts log to the recorder then only "
           "with an environment that says so."));
    QPushButton* undo = box->addButton(tr("Undo set-up"), QMessageBox::AcceptRole);
    box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(undo);
    connect(undo, &QPushButton::clicked, this, [this] {
        m_context.recorder->undoSetUp(this, [this](const Status& undone) {
            if (undone)
                m_status.say(tr("What was there before is back."));
            else
                tell(tr("Undo set-up"), tr("The set-up could not be undone."),
                     QString::fromStdString(describe(undone.error())));
        });
    });
    box->open();
}

void RecorderActions::setAtLogin(bool wanted)
{
    if (!m_context.login)
        return;
    m_context.login->setEnabled(wanted, [this, wanted](const Status& done) {
        refresh();
        if (done)
            m_status.say(wanted ? tr("Recording starts at login from now on.")
                                : tr("Recording does not start at login any more."));
        else
            tell(tr("Start recording at login"), tr("What starts at login was not changed."),
                 QString::fromStdString(done.error().detail));
    });
}

void RecorderActions::tell(const QString& title, const QString& text, const QString& detail)
{
    auto* box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(title);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->setInformativeText(detail);
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace runglass
