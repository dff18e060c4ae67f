// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelActions.h"

#include "widgets/common/TwinAction.h"
#include "widgets/workspace/ChartPanel.h"

#include <QAction>

namespace runglass
{

namespace
{

constexpr double kZoomStep = 1.5;

} // namespace

PanelActions::PanelActions(Theme& theme, PanelBoard& board)
    : QObject(&board)
    , m_board(board)
{
    add(QStringLiteral("showData"), tr("Show data"), tr("The panel's points as a table"), &PanelActions::showData)
        ->setIcon(theme.icon(QStringLiteral("table")));
    addSeparator();
    add(QStringLiteral("resetZoom"), tr("Reset zoom"), tr("Show everything (double-click, or 0 in the chart)"),
        &PanelActions::resetZoom);
    add(QStringLiteral("zoomIn"), tr("Zoom in"), tr("Fewer steps (Ctrl and wheel, or + in the chart)"),
        &PanelActions::zoomIn);
    add(QStringLiteral("zoomOut"), tr("Zoom out"), tr("More steps (Ctrl and wheel, or − in the chart)"),
        &PanelActions::zoomOut);
    addSeparator();
    add(QStringLiteral("movePanelLeft"), tr("Move left"), tr("One place to the left (Alt+Left in the chart)"),
        &PanelActions::moveLeft);
    add(QStringLiteral("movePanelRight"), tr("Move right"), tr("One place to the right (Alt+Right in the chart)"),
        &PanelActions::moveRight);
    add(QStringLiteral("sortSection"), tr("Sort section A–Z"),
        tr("The panels of this section in the order of their names"), &PanelActions::sortSection);
    addSeparator();
    add(QStringLiteral("collapseSections"), tr("Collapse all sections"), {}, &PanelActions::collapseAll);
    add(QStringLiteral("expandSections"), tr("Expand all sections"), {}, &PanelActions::expandAll);
    connect(&board, &PanelBoard::sectionsChanged, this, &PanelActions::update);
    connect(&board, &PanelBoard::panelMenuRequested, this, &PanelActions::popUp);
    update();
}

QAction* PanelActions::add(const QString& name, const QString& text, const QString& tip, void (PanelActions::*what)())
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    if (!tip.isEmpty()) {
        action->setToolTip(tip);
        action->setStatusTip(tip);
    }
    connect(action, &QAction::triggered, this, what);
    m_actions.append(action);
    return action;
}

void PanelActions::addSeparator()
{
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    m_actions.append(separator);
}

void PanelActions::popUp(const QPoint& globalPlace)
{
    popUpTwins(&m_board, m_actions, globalPlace);
}

std::optional<PanelId> PanelActions::target() const
{
    std::optional<PanelId> first;
    for (const PanelSection& section : m_board.sections().sections()) {
        for (const auto& panel : section.panels) {
            if (panel->id == m_board.currentPanel())
                return panel->id;
            if (!first)
                first = panel->id;
        }
    }
    return first;
}

void PanelActions::update()
{
    const bool any = target().has_value();
    for (QAction* action : m_actions)
        action->setEnabled(any);
}

void PanelActions::showData()
{
    if (const auto panel = target())
        m_board.showData(*panel);
}

void PanelActions::resetZoom()
{
    const auto panel = target();
    if (ChartPanel* widget = panel ? m_board.panel(*panel) : nullptr)
        widget->view().resetZoom();
}

void PanelActions::zoomBy(double factor)
{
    const auto panel = target();
    if (ChartPanel* widget = panel ? m_board.panel(*panel) : nullptr)
        widget->view().zoom(factor);
}

void PanelActions::zoomIn()
{
    zoomBy(kZoomStep);
}

void PanelActions::zoomOut()
{
    zoomBy(1 / kZoomStep);
}

void PanelActions::moveLeft()
{
    if (const auto panel = target())
        m_board.movePanel(*panel, -1);
}

void PanelActions::moveRight()
{
    if (const auto panel = target())
        m_board.movePanel(*panel, 1);
}

void PanelActions::sortSection()
{
    if (const auto panel = target())
        m_board.sortSection(sectionOf(*panel));
}

void PanelActions::collapseAll()
{
    m_board.setAllCollapsed(true);
}

void PanelActions::expandAll()
{
    m_board.setAllCollapsed(false);
}

} // namespace runglass
