// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelBoard.h"

#include <QList>
#include <QObject>

class QAction;

namespace runglass
{

/// What can be done with a panel, once for the panels' own menus and for the menu bar. Acts on the panel that had the
/// focus last; while that one is not on the page, on the first there is.
/// @thread GUI
class PanelActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows theme and board, which is the parent.
    PanelActions(Theme& theme, PanelBoard& board);

    const QList<QAction*>& actions() const { return m_actions; }
    /// As a menu at a place of the screen.
    void popUp(const QPoint& globalPlace);

private:
    QAction* add(const QString& name, const QString& text, const QString& tip, void (PanelActions::*what)());
    void addSeparator();
    std::optional<PanelId> target() const;
    void update();
    void showData();
    void resetZoom();
    void zoomIn();
    void zoomOut();
    void moveLeft();
    void moveRight();
    void sortSection();
    void collapseAll();
    void expandAll();
    void zoomBy(double factor);

    PanelBoard& m_board;
    QList<QAction*> m_actions;
};

} // namespace runglass
