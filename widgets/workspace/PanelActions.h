// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelBoard.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace runglass
{

class ChartSettingsPopover;

/// What can be done with panels and sections, once for their own menus and for the menu bar. Acts on the panel that had
/// the focus last; while that one is not on the page, on the first there is.
/// @thread GUI
class PanelActions : public QObject
{
    Q_OBJECT

public:
    /// Borrows theme and board, which is the parent.
    PanelActions(Theme& theme, PanelBoard& board);
    ~PanelActions() override;

    const QList<QAction*>& actions() const { return m_actions; }
    QAction* workspaceSettings() const { return m_workspaceSettings; }
    QAction* linkZoom() const { return m_linkZoom; }
    QAction* addPanel() const { return m_addPanel; }
    /// The button below which the workspace's settings open.
    void setSettingsPlace(QWidget* place) { m_settingsPlace = place; }
    /// What is offered for a run whose line, point or name a panel's menu was asked for on.
    struct RunMenu {
        std::function<QList<QAction*>(const RunRef& run)> begin;
        std::function<void()> end; ///< the menu has closed, and what was chosen in it is done
    };
    void setRunMenu(RunMenu menu) { m_runMenu = std::move(menu); }
    /// As a menu at a place of the screen.
    void popUp(const QPoint& globalPlace);
    void popUpSection(const QPoint& globalPlace);

signals:
    void fullScreenRequested(const runglass::PanelRef& panel);
    /// Runs were chosen by the values of their lines, to be ticked.
    void runsChosen(const std::vector<runglass::RunRef>& runs);

private:
    enum class Needs { Nothing, Panel, Lines, Section };
    QAction* make(const QString& name, const QString& text, const QString& tip, Needs needs,
                  const std::function<void()>& what);
    void addSeparator(QList<QAction*>& to);
    QAction* addMenu(const QString& text, const QList<QAction*>& actions);
    QList<QAction*> makeShowing();
    QList<QAction*> makeZooming();
    QList<QAction*> makeChoosing();
    QList<QAction*> makeMoving();
    QList<QAction*> makeSizes();
    QList<QAction*> makeSectionActions();
    QList<QAction*> makeWorkspaceActions();
    std::optional<PanelRef> target() const;
    std::optional<SectionRef> targetSection() const;
    ChartView* view() const;
    void update();
    void useTool(PanelTool tool);
    void forView(const std::function<void(ChartView&)>& what);
    void onPanel(const std::function<void(const PanelRef&)>& what);
    void onSection(const std::function<void(const SectionRef&)>& what);
    void addSection(bool above);
    void openExport(const PanelRef& panel);
    void duplicate(const PanelRef& panel);
    void updatePanel(const std::optional<PanelRef>& panel);
    int partCount(const PanelRef& panel) const;
    bool hasDevices(const SectionRef& section) const;
    void openPanelEditor(const std::optional<PanelRef>& panel);
    void openSettings(const std::optional<SectionRef>& section, const std::optional<PanelRef>& panel);
    void openRunsByValue();
    QString runTitle(const PanelFrame& widget, const RunRef& run) const;
    void resetArrangement();

    Theme& m_theme;
    PanelBoard& m_board;
    QList<QAction*> m_actions, m_sectionActions;
    QList<QPair<QAction*, Needs>> m_needs;
    QAction* m_workspaceSettings = nullptr;
    QAction* m_linkZoom = nullptr;
    QAction* m_addPanel = nullptr;
    QAction* m_zoomBack = nullptr;
    QAction* m_zoomForward = nullptr;
    QAction *m_removeSection = nullptr, *m_chooseDevices = nullptr;
    QAction *m_showData = nullptr, *m_export = nullptr, *m_hidePanel = nullptr;
    RunMenu m_runMenu;
    std::optional<double> m_pointedX; ///< where the crosshair was when the menu was asked for
    QPointer<QWidget> m_settingsPlace;
    QPointer<ChartSettingsPopover> m_settings;
    std::vector<std::unique_ptr<QMenu>> m_menus;
};

} // namespace runglass
