// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/WindowArguments.h"
#include "app/window/WindowSettings.h"
#include "models/session/Session.h"
#include "widgets/common/Context.h"
#include "widgets/common/Theme.h"
#include "widgets/window/MainWindow.h"

#include <QObject>

namespace runglass
{

/// Puts the browser together: session, theme and window; brings the last session back and keeps this one.
/// @thread GUI
class WindowApplication : public QObject
{
    Q_OBJECT

public:
    /// @param settingsPath where the session is kept
    explicit WindowApplication(const QString& settingsPath, QObject* parent = nullptr);

    /// Shows the window with what was asked for, else with the last session.
    void start(const WindowArguments& arguments);
    MainWindow& window() { return m_window; }

private:
    void restoreSession();
    RememberedSession remembered() const;
    void save();

    WindowSettings m_settings;
    Session m_session;
    Theme m_theme;
    Context m_context;
    RememberedSession m_last;
    MainWindow m_window;
};

} // namespace runglass
