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
    /// Both actions are borrowed. openExample may be null where no example is installed.
    WelcomePane(Theme& theme, QAction* openFolder, QAction* openExample, QWidget* parent = nullptr);

private:
    QWidget* head();
    QWidget* way(const QString& icon, const QString& title, const QString& line, QAction* action, bool isDefault);

    Theme& m_theme;
};

} // namespace runglass
