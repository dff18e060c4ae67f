// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace runglass
{

class Theme;

/// The 44 px bar on top of a tab's content: search and view controls left, counts and downloads right. Where there is
/// little room the buttons at the right go into a "…" menu.
/// @thread GUI
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    /// In a window narrower than this the buttons at the right are in the menu, whatever the bar has room for.
    static constexpr int kWholeFrom = 900;

    explicit ActionBar(Theme& theme, QWidget* parent = nullptr);

    /// Taken over; in the order of the calls.
    void addLeft(QWidget* widget, int stretch = 0);
    /// At the left too, right before one that is there.
    void insertLeft(QWidget* before, QWidget* widget);
    void addRight(QWidget* widget, int stretch = 0);
    /// A button at the right for an action, with its icon.
    void addRight(QAction* action);
    /// The same with a button of the caller's.
    void addRight(QWidget* button, QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();
    int neededWidth() const;

    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
    QToolButton* m_more;
    QMenu* m_menu;
    QList<QWidget*> m_buttons; ///< those that go into the menu
};

} // namespace runglass
