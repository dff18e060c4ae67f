// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelBoard.h"

#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelHead.h"

#include <QApplication>
#include <QResizeEvent>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace runglass
{

namespace
{

/// Panels this near to the view are made before they are scrolled into it.
constexpr int kMargin = PanelGrid::kPanelHeight / 2;
/// So many times what drawing took this thread belongs to other things.
constexpr int kPausePerDrawing = 3;
constexpr std::chrono::milliseconds kMostPause{800};

} // namespace

PanelBoard::PanelBoard(Theme& theme, ChartSource& source, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_models(source)
    , m_dropMark(new QWidget(viewport()))
{
    setObjectName(QStringLiteral("panelBoard"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always, since a bar that comes and goes would change the width that decides whether it is needed.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setAutoFillBackground(false);
    m_dropMark->setAutoFillBackground(true);
    m_dropMark->hide();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &PanelBoard::reloadNow);
}

PanelBoard::~PanelBoard()
{
    // They live in the window but read through our source.
    for (const auto& [id, table] : m_tables)
        delete table;
}

void PanelBoard::setMetrics(const std::vector<MetricEntry>& metrics, Reason reason)
{
    using Place = PanelSections::Place;
    const std::optional<Anchor> before = reason == Reason::News ? watched() : anchor();
    m_sections.setMetrics(metrics, reason == Reason::News && before ? Place::AtTheEnd : Place::InOrder);
    rebuild(before);
}

void PanelBoard::setSearch(const QString& search)
{
    m_sections.setSearch(search);
    rebuild();
    verticalScrollBar()->setValue(0);
}

void PanelBoard::setRuns(std::shared_ptr<const ShownRuns> runs)
{
    m_models.setRuns(std::move(runs));
}

void PanelBoard::reload(const RunChanges& changes)
{
    m_changes.add(changes);
    if (!m_pause.isActive())
        reloadNow();
}

void PanelBoard::reloadNow()
{
    if (m_changes.isEmpty())
        return;
    m_pause.start(std::min(kMostPause, std::chrono::milliseconds(kPausePerDrawing * m_drawnNs / 1'000'000)));
    m_drawnNs = 0;
    m_models.invalidate(std::exchange(m_changes, {}));
}

bool PanelBoard::restoreState(const QByteArray& state)
{
    const std::optional<Anchor> before = anchor();
    const bool done = m_sections.restoreState(state);
    rebuild(before);
    return done;
}

ChartPanel* PanelBoard::panel(const PanelId& id) const
{
    const auto found = m_panels.find(id);
    return found == m_panels.end() ? nullptr : found->second;
}

const PanelGrid::Item* PanelBoard::find(const PanelId& id) const
{
    for (const PanelGrid::Item& item : m_grid.items()) {
        if (item.panel && m_sections.sections()[item.section].panels[*item.panel]->id == id)
            return &item;
    }
    return nullptr;
}

std::optional<PanelBoard::Anchor> PanelBoard::anchor() const
{
    const int top = verticalScrollBar()->value();
    if (top == 0)
        return std::nullopt;
    for (const PanelGrid::Item& item : m_grid.between(top, top + viewport()->height())) {
        if (item.panel)
            return Anchor{m_sections.sections()[item.section].panels[*item.panel]->id, item.rect.top() - top};
    }
    return std::nullopt;
}

std::optional<PanelBoard::Anchor> PanelBoard::watched() const
{
    for (const auto& [id, widget] : m_panels) {
        if ((widget->hasFocusInside() || widget->underMouse()) && widget->geometry().intersects(viewport()->rect()))
            return Anchor{id, widget->y()};
    }
    return anchor();
}

void PanelBoard::resizeEvent(QResizeEvent* event)
{
    const std::optional<Anchor> before = anchor();
    QAbstractScrollArea::resizeEvent(event);
    rebuild(before);
}

void PanelBoard::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    for (const auto& [id, widget] : m_panels)
        widget->model().setActive(true);
}

/// Nobody sees the charts: what changes is read when somebody does.
void PanelBoard::hideEvent(QHideEvent* event)
{
    QAbstractScrollArea::hideEvent(event);
    for (const auto& [id, widget] : m_panels)
        widget->model().setActive(hasTable(id));
}

bool PanelBoard::hasTable(const PanelId& id) const
{
    const auto table = m_tables.find(id);
    return table != m_tables.end() && table->second;
}

void PanelBoard::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void PanelBoard::scrollContentsBy(int, int dy)
{
    viewport()->scroll(0, dy);
    updateView();
}

void PanelBoard::updateView()
{
    const int top = verticalScrollBar()->value();
    const std::vector<PanelGrid::Item> items = m_grid.between(top - kMargin, top + viewport()->height() + kMargin);
    place(items);
    orderTabs(items);
    m_models.trim();
}

void PanelBoard::orderTabs(const std::vector<PanelGrid::Item>& items)
{
    QWidget* previous = nullptr;
    for (const PanelGrid::Item& item : items) {
        const PanelSection& section = m_sections.sections()[item.section];
        const QList<QWidget*> stops =
            item.panel ? m_panels.at(section.panels[*item.panel]->id)->tabStops() : m_heads.at(section.id)->tabStops();
        for (QWidget* stop : stops) {
            if (previous)
                setTabOrder(previous, stop);
            previous = stop;
        }
    }
}

PanelHead* PanelBoard::makeHead()
{
    auto* head = new PanelHead(m_theme, viewport());
    connect(head, &PanelHead::collapseRequested, this, [this, head](bool collapsed) {
        m_sections.setCollapsed(head->id(), collapsed);
        rebuild();
    });
    connect(head, &PanelHead::sortRequested, this, [this, head] { sortSection(head->id()); });
    connect(head, &PanelHead::allCollapseRequested, this, &PanelBoard::setAllCollapsed);
    return head;
}

ChartPanel* PanelBoard::makePanel(const MetricPanel& panel)
{
    const PanelId id = panel.id;
    std::shared_ptr<ChartModel> model = m_models.get(id);
    auto* widget = new ChartPanel(panel, m_theme, model, viewport());
    if (const auto zoom = m_zooms.find(id); zoom != m_zooms.end())
        widget->view().setZoom(zoom->second);
    connect(widget, &ChartPanel::activated, this, [this, id] {
        setCurrent(id);
        // With the pointer people see what they take; scrolling under it would surprise.
        if (QApplication::mouseButtons() == Qt::NoButton)
            ensureVisible(id);
    });
    connect(&widget->view(), &ChartView::redrawn, this, [this](qint64 nanoseconds) { m_drawnNs += nanoseconds; });
    connect(widget, &ChartPanel::menuRequested, this, [this, id](const QPoint& place) {
        setCurrent(id);
        emit panelMenuRequested(place);
    });
    connect(widget, &ChartPanel::moveRequested, this, [this, id](int by) { movePanel(id, by); });
    connect(widget, &ChartPanel::dragged, this, [this, id](const QPoint& place) { showDropMark(id, place); });
    connect(widget, &ChartPanel::dropped, this, [this, id](const QPoint& place) { drop(id, place); });
    model->setActive(isVisible() || hasTable(id));
    return widget;
}

void PanelBoard::dropPanel(const PanelId& id)
{
    ChartPanel* widget = m_panels.at(id);
    m_zooms.erase(id);
    if (widget->view().zoomState().isSet())
        m_zooms[id] = widget->view().zoomState();
    widget->model().setActive(hasTable(id));
    m_panels.erase(id);
    // Later: what it just did may be what made it go.
    widget->hide();
    widget->deleteLater();
}

void PanelBoard::setCurrent(const PanelId& id)
{
    if (m_current == id)
        return;
    m_current = id;
    emit currentPanelChanged();
}

void PanelBoard::ensureVisible(const PanelId& id)
{
    const PanelGrid::Item* item = find(id);
    if (!item)
        return;
    const int top = verticalScrollBar()->value();
    if (item->rect.top() < top)
        verticalScrollBar()->setValue(item->rect.top() - PanelGrid::kGap);
    else if (item->rect.bottom() > top + viewport()->height())
        verticalScrollBar()->setValue(item->rect.bottom() + PanelGrid::kGap - viewport()->height());
}

void PanelBoard::goTo(const PanelId& id)
{
    m_sections.setCollapsed(sectionOf(id), false);
    rebuild();
    ensureVisible(id);
    if (ChartPanel* widget = panel(id))
        widget->view().setFocus(Qt::OtherFocusReason);
}

} // namespace runglass
