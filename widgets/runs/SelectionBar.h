// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace runglass
{

class ElidedLabel;
class RunTicks;
class Theme;

/// The 40 px bar above the table that is there while runs are ticked: how many, and what can be done with them. What
/// has no room goes into its "…" menu, the last first.
/// @thread GUI
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    /// Borrows ticks, which outlive it.
    SelectionBar(Theme& theme, RunTicks& ticks, QWidget* parent = nullptr);

    /// What can be done, in order; an action with a menu opens it. Borrowed.
    /// @param last   those that come after the others, at the right, and always have room
    /// @param all    ticks all listed runs
    /// @param clear  unticks all, which closes the bar
    void setActions(const QList<QAction*>& actions, const QList<QAction*>& last, QAction* all, QAction* clear);
    /// What an action is reached by: its button, or "…"; null while the bar is hidden.
    QWidget* controlOf(const QAction* action) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    QPushButton* addButton(QAction* action);
    void follow();
    void arrange();

    Theme& m_theme;
    RunTicks& m_ticks;
    QLabel* m_count;
    ElidedLabel* m_leftOut;
    QHBoxLayout* m_layout;
    QToolButton* m_more;
    QToolButton* m_close;
    QMenu* m_menu;
    QList<QPushButton*> m_buttons; ///< as far as there is room
    QList<QAction*> m_twins;       ///< of the buttons, in the menu
    QList<QAction*> m_actions;     ///< of the buttons
    QList<QPushButton*> m_last;    ///< those that always have room
    QAction* m_all = nullptr;
};

} // namespace runglass
