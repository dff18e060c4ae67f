// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace runglass
{

class Theme;

/// What the window shows while no source is open: the ways in, each with a button that takes it.
class WelcomePane : public QWidget
{
    Q_OBJECT

public:
    /// The ways in; borrowed. All but the first may be null where they lead nowhere.
    struct Ways {
        QAction* openFolder = nullptr;
        QAction* record = nullptr;
        QAction* openExample = nullptr;
        QString script; ///< what a terminal needs for scripts to log to the recorder; empty: nothing is recorded
    };
    WelcomePane(Theme& theme, const Ways& ways, QWidget* parent = nullptr);

private:
    QWidget* head(bool isRecording);
    /// @param button  what its button says; empty: what the action says
    QWidget* way(const QString& icon, const QString& title, const QString& line, QAction* action, bool isDefault,
                 const QString& button = {});
    QWidget* script(const QString& lines);

    Theme& m_theme;
};

} // namespace runglass
