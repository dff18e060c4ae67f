// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RecorderControl.h"
#include "widgets/common/Context.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace runglass
{

class RecorderDialog;
class StatusStrip;
class WindowActions;

/// "127.0.0.1:8765" of the recorder's address.
QString shortAddress(const std::string& url);
/// What is to be said of the recorder: that it records and where, that it is off, or what keeps it from it.
QString recorderText(const RecorderState& state);
/// The same in a sentence or two, with the cause and what can be done.
QString recorderDetail(const RecorderState& state, const QString& store);

/// How the command line's program is called in a terminal: by its name where the shell finds it, else by its path.
QString commandOf(const RecorderControl& control);

/// Recording runs on this computer: starting and ending the recorder, and telling the SDK of it.
/// @thread GUI; belongs to the window
class RecorderActions : public QObject
{
    Q_OBJECT

public:
    /// @param context  has a recorder
    RecorderActions(Context& context, WindowActions& actions, StatusStrip& status, QWidget* window);

    void showDialog();

private:
    void refresh();
    void startOrStop();
    void askWhetherToStop(int activeRuns);
    void stopWhenIdle();
    int activeRuns() const;
    void askToSetUp();
    void askToUndo();
    void setAtLogin(bool wanted);
    void tell(const QString& title, const QString& text, const QString& detail);

    Context& m_context;
    WindowActions& m_actions;
    StatusStrip& m_status;
    QWidget* m_window;
    QPointer<RecorderDialog> m_dialog;
    bool m_isWaiting = false; ///< to stop until no run is active
};

} // namespace runglass
