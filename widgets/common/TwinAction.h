// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QPointer>

class QMenu;
class QPoint;

namespace runglass
{

/// An action that looks and acts like another: for a second menu. A screen reader is told of an action in one menu
/// only, the first that it was met in; in every other one its entry would have no place and not be showing.
/// @thread GUI
class TwinAction : public QAction
{
    Q_OBJECT

public:
    /// @param original borrowed; the twin is disabled when it goes away
    TwinAction(QAction* original, QObject* parent);

private:
    void follow();

    QPointer<QAction> m_original;
};

/// Fills a menu with twins, also of separators and of what lies in submenus.
void addTwins(QMenu* menu, const QList<QAction*>& actions);
/// Opens a context menu of twins, which goes when it is closed.
QMenu* popUpTwins(QWidget* owner, const QList<QAction*>& actions, const QPoint& globalPlace);
/// Makes a widget's own actions its context menu, by right click and by key.
void offerActionsInMenu(QWidget* widget);

} // namespace runglass
