// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/SingleWindow.h"
#include "app/window/TerminationSignals.h"
#include "app/window/WindowArguments.h"
#include "app/window/WindowSettings.h"
#include "models/session/LoginStart.h"
#include "models/session/RecorderControl.h"
#include "models/session/Session.h"
#include "widgets/common/Context.h"
#include "widgets/common/Theme.h"
#include "widgets/window/MainWindow.h"

#include <QObject>

#include <map>

namespace runglass
{

/// Puts the browser together: session, theme and window; brings the last session back and keeps this one.
/// @thread GUI
class WindowApplication : public QObject
{
    Q_OBJECT

public:
    /// @param settingsPath where the session is kept
    /// @param arguments    what to open, else the last session: reading begins at once, while the window is being made
    WindowApplication(const QString& settingsPath, const WindowArguments& arguments, QObject* parent = nullptr);

    /// Shows the window.
    void start();
    /// What is to be opened, the example among it.
    static QStringList locationsOf(const WindowArguments& arguments);
    /// Another start of the program was made: opens what it asked for and comes to the front.
    void take(const WindowRequest& request);
    MainWindow& window() { return m_window; }

private:
    void restoreSession();
    void holdFirstFrame();
    RememberedSession remembered() const;
    void save();

    TerminationSignals m_termination; ///< before anything is begun that a signal could break off
    WindowSettings m_settings;
    RememberedSession m_last;
    Session m_session;
    QStringList m_asked;                ///< locations on the command line
    std::map<QString, SourceId> m_open; ///< at the start, by location
    Theme m_theme;
    RecorderControl m_recorder;
    LoginStart m_login;
    Context m_context;
    MainWindow m_window;
};

} // namespace runglass
