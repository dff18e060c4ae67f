// SPDX-License-Identifier: GPL-3.0-or-later
// The panels and heads of the page, and how what happens in one reaches the others.
#include "widgets/workspace/BodyPanel.h"
#include "widgets/workspace/BodyTableDialog.h"
#include "widgets/workspace/DevicesPopover.h"
#include "widgets/workspace/PanelBoard.h"
#include "widgets/workspace/PanelHead.h"
#include "widgets/workspace/bodies/PanelBody.h"
#include "widgets/workspace/bodies/PanelKinds.h"

#include <QApplication>
#include <QToolButton>

namespace runglass
{

PanelHead* PanelBoard::makeHead()
{
    auto* head = new PanelHead(m_theme, viewport());
    connect(head, &PanelHead::activated, this, [this, head] { setCurrentSection(head->id()); });
    connect(head, &PanelHead::collapseRequested, this, [this, head](bool collapsed) {
        edit([&](PanelLayout& layout) { layout.at(head->id()).collapsed = collapsed; });
    });
    connect(head, &PanelHead::renamed, this, [this, head](const QString& name) {
        edit([&](PanelLayout& layout) { layout.at(head->id()).title = name.toStdString(); });
    });
    connect(head, &PanelHead::menuRequested, this, [this, head](const QPoint& place) {
        setCurrentSection(head->id());
        emit sectionMenuRequested(place);
    });
    connect(head, &PanelHead::devicesRequested, this, [this, head] { chooseDevices(head->id()); });
    connect(head, &PanelHead::moveRequested, this, [this, head](int by) { moveSection(head->id(), by); });
    connect(head, &PanelHead::dragged, this, [this, head](const QPoint& place) { showSectionMark(head->id(), place); });
    connect(head, &PanelHead::dropped, this, [this, head](const QPoint& place) {
        m_dropMark->hide();
        moveSection(head->id(), sectionSteps(head->id(), place));
    });
    return head;
}

QWidget* PanelBoard::headButton(const SectionRef& section) const
{
    const auto head = m_heads.find(section);
    return head == m_heads.end() ? nullptr : &head->second->menuButton();
}

void PanelBoard::chooseDevices(const SectionRef& section)
{
    ensureVisible(section);
    const auto head = m_heads.find(section);
    if (head == m_heads.end())
        return;
    setCurrentSection(section);
    if (!m_devices)
        m_devices = new DevicesPopover(m_theme, *this, this);
    m_devices->open(section, &head->second->devicesButton());
}

PanelFrame* PanelBoard::makePanel(const MetricPanel& panel, QWidget* parent)
{
    PanelFrame* widget = panel.content ? makeBodyPanel(panel, parent) : nullptr;
    if (!widget) {
        auto lines = std::make_shared<PanelLines>(m_models);
        lines->setMetrics(panel.metrics);
        lines->setLook(look(panel.id));
        auto* chart = new ChartPanel(panel, m_theme, lines, parent);
        connectView(chart);
        widget = chart;
    }
    widget->setEmphasis(m_emphasis);
    connectContent(widget);
    if (parent != viewport()) {
        m_elsewhere.removeIf([](const QPointer<PanelFrame>& other) { return !other; });
        m_elsewhere.append(widget);
        widget->setActive(true);
    }
    return widget;
}

void PanelBoard::dropPanel(const PanelRef& id)
{
    PanelFrame* widget = m_panels.at(id);
    m_zooms.erase(id);
    if (const ChartPanel* chart = widget->asChart(); chart && !chart->view().zooms().isEmpty())
        m_zooms[id] = chart->view().zooms();
    widget->setActive(false);
    m_panels.erase(id);
    // Later: what it just did may be what made it go.
    widget->hide();
    widget->deleteLater();
}

/// Null: there is no such kind.
PanelFrame* PanelBoard::makeBodyPanel(const MetricPanel& panel, QWidget* parent)
{
    const std::optional<PanelKindInfo> kind = m_scope ? panelKind(panel.content->kind) : std::nullopt;
    if (!kind)
        return nullptr;
    auto* widget = new BodyPanel(panel, m_theme, kind->makeBody(*m_scope, nullptr), parent);
    const PanelRef id = panel.id;
    connect(widget->body(), &PanelBody::runsBoxed, this, &PanelBoard::runsBoxed);
    connect(widget->body(), &PanelBody::tickToggled, this, &PanelBoard::tickToggled);
    connect(widget->body(), &PanelBody::contentEdited, this, [this, id](const PanelContent& content) {
        edit([&](PanelLayout& layout) {
            layout.at(id).content = content;
            layout.shareStep(id);
        });
    });
    return widget;
}

PanelFrame* PanelBoard::makeLivePanel(const MetricPanel& panel)
{
    PanelFrame* widget = makePanel(panel, viewport());
    if (ChartPanel* chart = widget->asChart()) {
        if (const auto zooms = m_zooms.find(panel.id); zooms != m_zooms.end())
            chart->view().setZooms(zooms->second);
        const auto linked = m_linkedX.find(axisKey(*chart));
        if (linked != m_linkedX.end() && chart->model().look().syncZoom)
            chart->view().followZoom(linked->second);
    }
    connectPlace(widget);
    widget->setActive(isVisible());
    return widget;
}

/// What belongs to a panel's place on the page.
void PanelBoard::connectPlace(PanelFrame* widget)
{
    const PanelRef id = widget->id();
    connect(widget, &PanelFrame::activated, this, [this, id] {
        setCurrent(id);
        // With the pointer people see what they take; scrolling under it would surprise.
        if (QApplication::mouseButtons() == Qt::NoButton)
            ensureVisible(id);
    });
    connect(widget, &PanelFrame::moveRequested, this, [this, id](int by) { movePanel(id, by); });
    connect(widget, &PanelFrame::growRequested, this,
            [this, id](int columns, int steps) { growPanel(id, columns, steps); });
    connect(widget, &PanelFrame::dragged, this, [this, id](const QPoint& place) { showDropMark(id, place); });
    connect(widget, &PanelFrame::dropped, this, [this, id](const QPoint& place) { drop(id, place); });
    connect(widget, &PanelFrame::resizeRequested, this,
            [this, id](const QSize& size, bool done) { resizePanel(id, size, done); });
}

/// What a panel does wherever it is shown.
void PanelBoard::connectContent(PanelFrame* widget)
{
    const PanelRef id = widget->id();
    connect(widget, &PanelFrame::menuRequested, this, [this, id](const QPoint& place) {
        setCurrent(id);
        emit panelMenuRequested(place);
    });
    connect(widget, &PanelFrame::toolRequested, this, [this, id](PanelTool tool) {
        setCurrent(id);
        emit toolRequested(tool);
    });
    connect(widget, &PanelFrame::runHovered, this, &PanelBoard::runHovered);
    connect(widget, &PanelFrame::runChosen, this, &PanelBoard::runChosen);
    connect(widget, &PanelFrame::runOpened, this, &PanelBoard::runOpened);
}

void PanelBoard::connectView(ChartPanel* widget)
{
    widget->view().setBoxChooses(m_boxChooses);
    connect(&widget->view(), &ChartView::runsBoxed, this, &PanelBoard::runsBoxed);
    connect(&widget->view(), &ChartView::tickToggled, this, &PanelBoard::tickToggled);
    connect(&widget->view(), &ChartView::redrawn, this, [this](qint64 nanoseconds) { m_drawnNs += nanoseconds; });
    connect(&widget->view(), &ChartView::zoomChanged, this, [this, widget] { followZoom(*widget); });
    connect(&widget->view(), &ChartView::crosshairMoved, this,
            [this, widget](const std::optional<double>& x) { followCrosshair(*widget, x); });
}

PanelBoard::AxisKey PanelBoard::axisKey(ChartPanel& panel)
{
    const std::vector<MetricRef>& metrics = panel.model().metrics();
    const ChartAxes& axes = panel.model().axes();
    const bool system = !metrics.empty() && metrics.front().system;
    // Seconds are the same for whoever counts them.
    const bool isStep = axes.x.unit == AxisMeasure::Unit::Step;
    return {axes.x.unit, axes.xName, isStep && system};
}

void PanelBoard::followZoom(ChartPanel& from)
{
    emit zoomChanged();
    if (!from.model().look().syncZoom)
        return;
    const AxisKey key = axisKey(from);
    const std::optional<Range> x = from.view().zoomState().x;
    m_linkedX[key] = x;
    forPanels([&](ChartPanel& widget) {
        if (&widget != &from && widget.model().look().syncZoom && axisKey(widget) == key)
            widget.view().followZoom(x);
    });
}

void PanelBoard::followCrosshair(ChartPanel& from, const std::optional<double>& x)
{
    const AxisKey key = axisKey(from);
    forPanels([&](ChartPanel& widget) {
        if (&widget == &from)
            return;
        const bool follows =
            x && from.model().look().syncCrosshair && widget.model().look().syncCrosshair && axisKey(widget) == key;
        widget.view().followCrosshair(follows ? x : std::nullopt);
    });
}

} // namespace runglass
