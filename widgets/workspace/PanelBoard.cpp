// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelBoard.h"

#include "widgets/workspace/BodyTableDialog.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelHead.h"
#include "widgets/workspace/bodies/PanelKinds.h"

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
    // They live in the window, or go with the children, but read through our models.
    for (const auto& [id, table] : m_tables)
        delete table;
    for (const auto& [id, table] : m_bodyTables)
        delete table;
    for (const QPointer<PanelFrame>& panel : m_elsewhere)
        delete panel;
    qDeleteAll(viewport()->findChildren<PanelFrame*>(QString(), Qt::FindDirectChildrenOnly));
}

void PanelBoard::setScope(PanelScope& scope)
{
    m_scope = &scope;
    m_sections.setKinds(panelKinds());
    rebuild(anchor());
}

void PanelBoard::setMetrics(std::vector<MetricEntry> metrics, Reason reason)
{
    setMetrics(std::make_shared<const std::vector<MetricEntry>>(std::move(metrics)), reason);
}

void PanelBoard::setMetrics(std::shared_ptr<const std::vector<MetricEntry>> metrics, Reason reason)
{
    using Place = PanelSections::Place;
    const std::optional<Anchor> before = reason == Reason::News ? watched() : anchor();
    m_sections.setMetrics(std::move(metrics), reason == Reason::News && before ? Place::AtTheEnd : Place::InOrder);
    rebuild(before);
    followElsewhere();
}

/// Panels that are not on the page, and tables, of which expressions may match more metrics now.
void PanelBoard::followElsewhere()
{
    for (const QPointer<PanelFrame>& widget : m_elsewhere) {
        const MetricPanel* panel = widget ? find(widget->id()) : nullptr;
        if (panel && widget->panel() != *panel)
            widget->setPanel(*panel);
    }
    for (const auto& [id, table] : m_tables) {
        if (const MetricPanel* panel = table ? find(id) : nullptr)
            table->model().setMetrics(panel->metrics);
    }
}

QString PanelBoard::setSearch(const QString& search, bool isPattern)
{
    const QString wrong = m_sections.setSearch(search, isPattern);
    rebuild();
    verticalScrollBar()->setValue(0);
    return wrong;
}

void PanelBoard::setLayout(PanelLayout layout)
{
    layout = normalized(std::move(layout));
    if (layout == m_sections.layout())
        return;
    const std::optional<Anchor> before = anchor();
    m_sections.setLayout(std::move(layout));
    rebuild(before);
    applyLooks();
}

void PanelBoard::edit(const std::function<void(PanelLayout&)>& change)
{
    PanelLayout layout = m_sections.layout();
    change(layout);
    apply(layout);
}

void PanelBoard::apply(const std::optional<PanelLayout>& layout)
{
    if (!layout || normalized(*layout) == m_sections.layout())
        return;
    setLayout(*layout);
    emit layoutEdited(m_sections.layout());
}

ChartLook PanelBoard::look(const PanelRef& panel) const
{
    return layout().look(m_sections.sectionOf(panel).value_or(SectionRef()), panel);
}

PanelSize PanelBoard::size(const PanelRef& panel) const
{
    return layout().size(m_sections.sectionOf(panel).value_or(SectionRef()), panel);
}

void PanelBoard::forFrames(const std::function<void(PanelFrame&)>& what) const
{
    for (const auto& [id, widget] : m_panels)
        what(*widget);
    for (const QPointer<PanelFrame>& widget : m_elsewhere) {
        if (widget)
            what(*widget);
    }
}

void PanelBoard::forPanels(const std::function<void(ChartPanel&)>& what) const
{
    forFrames([&what](PanelFrame& widget) {
        if (ChartPanel* chart = widget.asChart())
            what(*chart);
    });
}

/// Also of tables, whose panels may be out of view.
void PanelBoard::applyLooks()
{
    forFrames([this](PanelFrame& widget) {
        if (const MetricPanel* panel = find(widget.id()))
            widget.setPanel(*panel);
        if (ChartPanel* chart = widget.asChart())
            chart->model().setLook(look(widget.id()));
    });
    for (const auto& [id, table] : m_tables) {
        if (table)
            table->model().setLook(look(id));
    }
    followElsewhere();
    for (const auto& [id, table] : m_bodyTables) {
        if (const MetricPanel* panel = table ? find(id) : nullptr)
            table->setContent(panel->shownContent(), panel->title);
    }
}

void PanelBoard::setEmphasis(const ChartEmphasis& emphasis)
{
    m_emphasis = emphasis;
    forFrames([&](PanelFrame& widget) { widget.setEmphasis(emphasis); });
}

void PanelBoard::setBoxChooses(bool chooses)
{
    m_boxChooses = chooses;
    forPanels([chooses](ChartPanel& widget) { widget.view().setBoxChooses(chooses); });
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

PanelFrame* PanelBoard::frame(const PanelRef& id) const
{
    const auto found = m_panels.find(id);
    return found == m_panels.end() ? nullptr : found->second;
}

ChartPanel* PanelBoard::panel(const PanelRef& id) const
{
    PanelFrame* widget = frame(id);
    return widget ? widget->asChart() : nullptr;
}

PanelFrame* PanelBoard::shownPanel(const PanelRef& id) const
{
    for (const QPointer<PanelFrame>& widget : m_elsewhere) {
        if (widget && widget->isVisible() && widget->id() == id)
            return widget;
    }
    return frame(id);
}

const PanelGrid::Item* PanelBoard::findItem(const PanelRef& id) const
{
    for (const PanelGrid::Item& item : m_grid.items()) {
        if (item.panel && m_sections.sections()[item.section].panels[*item.panel]->id.isOf(id))
            return &item;
    }
    return nullptr;
}

const MetricPanel* PanelBoard::find(const PanelRef& id) const
{
    for (const PanelSection& section : m_sections.sections()) {
        for (const auto& panel : section.panels) {
            if (panel->id.isOf(id))
                return panel.get();
        }
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
        widget->setActive(true);
}

/// Nobody sees the charts: what changes is read when somebody does.
void PanelBoard::hideEvent(QHideEvent* event)
{
    QAbstractScrollArea::hideEvent(event);
    for (const auto& [id, widget] : m_panels)
        widget->setActive(false);
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

ZoomHistory PanelBoard::zooms(const PanelRef& id) const
{
    if (const ChartPanel* widget = panel(id))
        return widget->view().zooms();
    const auto found = m_zooms.find(id);
    return found == m_zooms.end() ? ZoomHistory() : found->second;
}

void PanelBoard::setZooms(const PanelRef& id, const ZoomHistory& zooms)
{
    if (ChartPanel* widget = panel(id))
        widget->view().setZooms(zooms);
    else
        m_zooms[id] = zooms;
}

void PanelBoard::setCurrent(const PanelRef& id)
{
    if (const auto section = m_sections.sectionOf(id))
        m_currentSection = section;
    if (m_current == id)
        return;
    m_current = id;
    emit currentPanelChanged();
}

void PanelBoard::setCurrentSection(const SectionRef& id)
{
    m_currentSection = id;
    emit currentPanelChanged();
}

void PanelBoard::ensureVisible(const PanelRef& id)
{
    const PanelGrid::Item* item = findItem(id);
    if (!item)
        return;
    const int top = verticalScrollBar()->value();
    if (item->rect.top() < top)
        verticalScrollBar()->setValue(item->rect.top() - PanelGrid::kGap);
    else if (item->rect.bottom() > top + viewport()->height())
        verticalScrollBar()->setValue(item->rect.bottom() + PanelGrid::kGap - viewport()->height());
}

void PanelBoard::goTo(const PanelRef& id)
{
    const std::optional<SectionRef> section = m_sections.sectionOf(id);
    const SectionEntry* entry = section ? layout().find(*section) : nullptr;
    if (entry && entry->collapsed)
        edit([&](PanelLayout& layout) { layout.at(*section).collapsed = false; });
    ensureVisible(id);
    const MetricPanel* panel = find(id);
    const PanelRef shown = panel ? panel->id : id;
    setCurrent(shown);
    if (PanelFrame* widget = frame(shown))
        widget->entry()->setFocus(Qt::OtherFocusReason);
}

} // namespace runglass
