// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace runglass
{

class Theme;

/// What a pane shows when it has nothing to show: icon, title, one line, up to four actions of which the first is the
/// one to take. Plain text throughout.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(Theme& theme, QWidget* parent = nullptr);

    /// @param icon name in resources/icons, without ".svg"
    void setContent(const QString& icon, const QString& title, const QString& line = {});
    /// Buttons that follow their actions' text and enabled state; replaces those before. The actions are borrowed.
    void setActions(const QList<QAction*>& actions);

private:
    Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_line;
    QHBoxLayout* m_buttons;
};

} // namespace runglass
