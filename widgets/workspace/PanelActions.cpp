// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelActions.h"

#include "widgets/common/TwinAction.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/ChartSettingsPopover.h"
#include "widgets/workspace/ExportChartDialog.h"
#include "widgets/workspace/PanelEditor.h"
#include "widgets/workspace/bodies/PanelBody.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr double kZoomStep = 1.5;

} // namespace

PanelActions::PanelActions(Theme& theme, PanelBoard& board)
    : QObject(&board)
    , m_theme(theme)
    , m_board(board)
{
    m_actions += makeShowing();
    addSeparator(m_actions);
    m_actions += makeZooming();
    addSeparator(m_actions);
    m_actions += makeChoosing();
    addSeparator(m_actions);
    m_actions += makeMoving();
    m_actions += addMenu(tr("Size"), makeSizes());
    addSeparator(m_actions);
    m_sectionActions = makeSectionActions();
    m_actions += addMenu(tr("Section"), m_sectionActions);
    m_actions += makeWorkspaceActions();
    connect(&board, &PanelBoard::sectionsChanged, this, &PanelActions::update);
    connect(&board, &PanelBoard::currentPanelChanged, this, &PanelActions::update);
    connect(&board, &PanelBoard::zoomChanged, this, &PanelActions::update);
    connect(&board, &PanelBoard::panelMenuRequested, this, &PanelActions::popUp);
    connect(&board, &PanelBoard::sectionMenuRequested, this, &PanelActions::popUpSection);
    connect(&board, &PanelBoard::toolRequested, this, &PanelActions::useTool);
    update();
}

PanelActions::~PanelActions() = default;

QAction* PanelActions::make(const QString& name, const QString& text, const QString& tip, Needs needs,
                            const std::function<void()>& what)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    if (!tip.isEmpty()) {
        action->setToolTip(tip);
        action->setStatusTip(tip);
    }
    connect(action, &QAction::triggered, this, what);
    m_needs.append({action, needs});
    return action;
}

void PanelActions::addSeparator(QList<QAction*>& to)
{
    auto* separator = new QAction(this);
    separator->setSeparator(true);
    to.append(separator);
}

QAction* PanelActions::addMenu(const QString& text, const QList<QAction*>& actions)
{
    m_menus.push_back(std::make_unique<QMenu>(text));
    m_menus.back()->addActions(actions);
    return m_menus.back()->menuAction();
}

QList<QAction*> PanelActions::makeShowing()
{
    using enum Needs;
    m_showData = make(QStringLiteral("showData"), tr("Show data"), tr("What the panel shows as a table"), Panel,
                      [this] { useTool(PanelTool::ShowData); });
    m_showData->setIcon(m_theme.icon(QStringLiteral("table")));
    QAction* const full = make(QStringLiteral("fullScreen"), tr("Full screen"), tr("The panel alone (F in the chart)"),
                               Panel, [this] { useTool(PanelTool::FullScreen); });
    m_export = make(QStringLiteral("exportPanel"), tr("Export…"), tr("As a picture or as data"), Panel,
                    [this] { useTool(PanelTool::Export); });
    QAction* const edit = make(QStringLiteral("editPanel"), tr("Edit panel…"), tr("What it shows, and its title"),
                               Panel, [this] { onPanel([this](const PanelRef& panel) { openPanelEditor(panel); }); });
    QAction* const twice =
        make(QStringLiteral("duplicatePanel"), tr("Duplicate panel"), tr("Another one like it in its section"), Panel,
             [this] { onPanel([this](const PanelRef& panel) { duplicate(panel); }); });
    QAction* const settings =
        make(QStringLiteral("panelSettings"), tr("Settings of the panel…"),
             tr("Axes, smoothing and lines of this panel"), Lines, [this] { useTool(PanelTool::Settings); });
    m_hidePanel = make(QStringLiteral("hidePanel"), tr("Hide panel"), tr("Add panel brings it back"), Panel, [this] {
        onPanel([this](const PanelRef& panel) { m_board.edit([&](PanelLayout& layout) { layout.remove(panel); }); });
    });
    return {m_showData, full, m_export, edit, twice, settings, m_hidePanel};
}

QList<QAction*> PanelActions::makeZooming()
{
    using enum Needs;
    QAction* const reset =
        make(QStringLiteral("resetZoom"), tr("Reset zoom"), tr("Show everything (double-click, or 0 in the chart)"),
             Lines, [this] { useTool(PanelTool::ResetZoom); });
    QAction* const in =
        make(QStringLiteral("zoomIn"), tr("Zoom in"), tr("Fewer steps (Ctrl and wheel, or + in the chart)"), Lines,
             [this] { useTool(PanelTool::ZoomIn); });
    QAction* const out =
        make(QStringLiteral("zoomOut"), tr("Zoom out"), tr("More steps (Ctrl and wheel, or − in the chart)"), Lines,
             [this] { forView([](ChartView& view) { view.zoom(1 / kZoomStep); }); });
    m_zoomBack =
        make(QStringLiteral("zoomBack"), tr("Previous zoom"), tr("As it was zoomed before (Backspace in the chart)"),
             Lines, [this] { forView([](ChartView& view) { view.zoomBack(); }); });
    m_zoomForward = make(QStringLiteral("zoomForward"), tr("Next zoom"),
                         tr("As it was zoomed after this (Shift+Backspace in the chart)"), Lines,
                         [this] { forView([](ChartView& view) { view.zoomForward(); }); });
    return {reset, in, out, m_zoomBack, m_zoomForward};
}

QList<QAction*> PanelActions::makeChoosing()
{
    using enum Needs;
    QAction* const byValue =
        make(QStringLiteral("selectByValue"), tr("Select runs by value…"),
             tr("Tick the runs with the highest or lowest values at a place of the x axis, or with values in a range"),
             Lines, [this] { openRunsByValue(); });
    QAction* const byBox =
        make(QStringLiteral("selectByBox"), tr("Select runs by box"),
             tr("While this is on, a box drawn over a chart ticks the runs whose lines pass through it (as Ctrl and "
                "drag does; with Shift it unticks them)"),
             Nothing, [this] { m_board.setBoxChooses(!m_board.boxChooses()); });
    byBox->setCheckable(true);
    return {byValue, byBox};
}

QList<QAction*> PanelActions::makeMoving()
{
    using enum Needs;
    const auto move = [this](int by) {
        return [this, by] { onPanel([this, by](const PanelRef& panel) { m_board.movePanel(panel, by); }); };
    };
    return {make(QStringLiteral("movePanelLeft"), tr("Move left"), tr("One place to the left (Alt+Left in the chart)"),
                 Panel, move(-1)),
            make(QStringLiteral("movePanelRight"), tr("Move right"),
                 tr("One place to the right (Alt+Right in the chart)"), Panel, move(1))};
}

QList<QAction*> PanelActions::makeSizes()
{
    using enum Needs;
    const auto grow = [this](int columns, int steps) {
        return [this, columns, steps] {
            onPanel([&](const PanelRef& panel) { m_board.growPanel(panel, columns, steps); });
        };
    };
    QAction* const all = make(QStringLiteral("sizeOfAll"), tr("All of the section like this"),
                              tr("Every panel of the section as large as this one"), Panel, [this] {
                                  onPanel([this](const PanelRef& panel) {
                                      const auto section = m_board.sections().sectionOf(panel);
                                      const PanelSize size = m_board.size(panel);
                                      m_board.edit([&](PanelLayout& layout) {
                                          for (PanelEntry& entry : layout.panels) {
                                              if (m_board.sections().sectionOf(entry.panel) == section)
                                                  entry.size.reset();
                                          }
                                          layout.at(*section).size = size;
                                      });
                                  });
                              });
    return {
        make(QStringLiteral("widerPanel"), tr("Wider"), tr("Alt+Shift+Right in the chart"), Panel, grow(1, 0)),
        make(QStringLiteral("narrowerPanel"), tr("Narrower"), tr("Alt+Shift+Left in the chart"), Panel, grow(-1, 0)),
        make(QStringLiteral("tallerPanel"), tr("Taller"), tr("Alt+Shift+Down in the chart"), Panel, grow(0, 1)),
        make(QStringLiteral("lowerPanel"), tr("Lower"), tr("Alt+Shift+Up in the chart"), Panel, grow(0, -1)), all};
}

QList<QAction*> PanelActions::makeSectionActions()
{
    using enum Needs;
    const auto section = [this](const std::function<void(const SectionRef&)>& what) {
        return [this, what] { onSection(what); };
    };
    QList<QAction*> actions{
        make(QStringLiteral("collapseSection"), tr("Collapse or expand"), tr("Left and Right on the section's head"),
             Section, section([this](const SectionRef& id) {
                 m_board.edit([&](PanelLayout& layout) { layout.at(id).collapsed = !layout.at(id).collapsed; });
             })),
        make(QStringLiteral("renameSection"), tr("Rename…"), tr("F2 on the section's head"), Section,
             section([this](const SectionRef& id) { m_board.renameSection(id); })),
        make(QStringLiteral("sortSection"), tr("Sort A–Z"),
             tr("The panels of this section in the order of their names"), Section,
             section([this](const SectionRef& id) { m_board.sortSection(id, PanelOrder::Ascending); })),
        make(QStringLiteral("sortSectionBack"), tr("Sort Z–A"), tr("The same from the end"), Section,
             section([this](const SectionRef& id) { m_board.sortSection(id, PanelOrder::Descending); })),
        make(QStringLiteral("raiseSection"), tr("Move up"), tr("Alt+Up on the section's head"), Section,
             section([this](const SectionRef& id) { m_board.moveSection(id, -1); })),
        make(QStringLiteral("lowerSection"), tr("Move down"), tr("Alt+Down on the section's head"), Section,
             section([this](const SectionRef& id) { m_board.moveSection(id, 1); })),
        make(QStringLiteral("sectionSettings"), tr("Settings of the section…"),
             tr("Axes, smoothing and lines of all its panels"), Section,
             section([this](const SectionRef& id) { openSettings(id, std::nullopt); }))};
    m_chooseDevices =
        make(QStringLiteral("chooseDevices"), tr("Devices…"), tr("Panels of chosen GPUs, disks and others only"),
             Section, section([this](const SectionRef& id) { m_board.chooseDevices(id); }));
    actions += m_chooseDevices;
    addSeparator(actions);
    actions +=
        make(QStringLiteral("addSectionAbove"), tr("Add section above"), {}, Section, [this] { addSection(true); });
    actions +=
        make(QStringLiteral("addSectionBelow"), tr("Add section below"), {}, Section, [this] { addSection(false); });
    m_removeSection =
        make(QStringLiteral("removeSection"), tr("Remove section"),
             tr("Its panels of metrics go back to where they belong"), Section,
             section([this](const SectionRef& id) { m_board.edit([&](PanelLayout& layout) { layout.remove(id); }); }));
    actions += m_removeSection;
    return actions;
}

QList<QAction*> PanelActions::makeWorkspaceActions()
{
    using enum Needs;
    m_addPanel =
        make(QStringLiteral("addPanel"), tr("Add panel…"), tr("A panel of any kind; of lines also one for each metric"),
             Nothing, [this] { openPanelEditor(std::nullopt); });
    m_addPanel->setIcon(m_theme.icon(QStringLiteral("plus")));
    m_workspaceSettings = make(QStringLiteral("workspaceSettings"), tr("Settings of all panels…"),
                               tr("Axes, smoothing and lines where section and panel say nothing else"), Nothing,
                               [this] { openSettings(std::nullopt, std::nullopt); });
    m_workspaceSettings->setIconText(tr("Settings"));
    m_workspaceSettings->setIcon(m_theme.icon(QStringLiteral("settings")));
    m_linkZoom = make(QStringLiteral("linkZoom"), tr("Zoom linked"),
                      tr("Panels with the same x axis zoom together, and have one crosshair"), Nothing, [this] {
                          const bool linked = m_linkZoom->isChecked();
                          m_board.edit([&](PanelLayout& layout) {
                              layout.settings.syncZoom = linked;
                              layout.settings.syncCrosshair = linked;
                          });
                      });
    m_linkZoom->setCheckable(true);
    m_linkZoom->setIcon(m_theme.icon(QStringLiteral("link")));
    QAction* const reset =
        make(QStringLiteral("resetArrangement"), tr("Reset arrangement"),
             tr("Panels and sections as they are by themselves"), Nothing, [this] { resetArrangement(); });
    QList<QAction*> actions;
    addSeparator(actions);
    actions += {m_addPanel, m_linkZoom, m_workspaceSettings, reset};
    addSeparator(actions);
    actions += {make(QStringLiteral("collapseSections"), tr("Collapse all sections"), {}, Panel,
                     [this] { m_board.setAllCollapsed(true); }),
                make(QStringLiteral("expandSections"), tr("Expand all sections"), {}, Panel,
                     [this] { m_board.setAllCollapsed(false); })};
    return actions;
}

void PanelActions::popUp(const QPoint& globalPlace)
{
    const std::optional<PanelRef> panel = target();
    PanelFrame* widget = panel ? m_board.shownPanel(*panel) : nullptr;
    QList<QAction*> actions;
    m_pointedX.reset();
    if (const ChartPanel* chart = widget ? widget->asChart() : nullptr; chart && chart->view().crosshair())
        m_pointedX = chart->view().crosshair()->x;
    std::optional<RunRef> run = widget ? widget->pointedRun() : std::nullopt;
    if (!m_runMenu.begin || (run && isGroupRef(*run)))
        run.reset();
    QMenu ofRun(run ? runTitle(*widget, *run) : QString());
    if (run) {
        ofRun.addActions(m_runMenu.begin(*run));
        actions.append(ofRun.menuAction());
    }
    if (widget && widget->body())
        actions += widget->body()->ownActions();
    // Between its own actions and those that every panel has.
    QAction line;
    line.setSeparator(true);
    if (!actions.isEmpty())
        actions.append(&line);
    const QMenu* menu = popUpTwins(&m_board, actions + m_actions, globalPlace);
    // After what was chosen in it has been done, which Qt tells after hiding it.
    if (run)
        connect(menu, &QMenu::aboutToHide, this, m_runMenu.end, Qt::QueuedConnection);
}

/// "Run adam-0.1", as the title of a submenu.
QString PanelActions::runTitle(const PanelFrame& widget, const RunRef& run) const
{
    constexpr int kMostWidth = 240;
    QString name = QString::fromStdString(run.path.id);
    for (const ShownRun& shown : m_board.runs().runs) {
        if (shown.ref == run)
            name = shown.name;
    }
    name = widget.fontMetrics().elidedText(name, Qt::ElideMiddle, kMostWidth);
    //: the submenu of what can be done with a run, in the menu of a chart that has its line
    return tr("Run %1").arg(name.replace(u'&', QStringLiteral("&&")));
}

void PanelActions::popUpSection(const QPoint& globalPlace)
{
    popUpTwins(&m_board, m_sectionActions, globalPlace);
}

std::optional<PanelRef> PanelActions::target() const
{
    std::optional<PanelRef> first;
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

std::optional<SectionRef> PanelActions::targetSection() const
{
    const auto& sections = m_board.sections().sections();
    for (const PanelSection& section : sections) {
        if (section.id == m_board.currentSection())
            return section.id;
    }
    return sections.empty() ? std::nullopt : std::optional(sections.front().id);
}

ChartView* PanelActions::view() const
{
    const std::optional<PanelRef> panel = target();
    PanelFrame* widget = panel ? m_board.shownPanel(*panel) : nullptr;
    ChartPanel* chart = widget ? widget->asChart() : nullptr;
    return chart ? &chart->view() : nullptr;
}

void PanelActions::update()
{
    const std::optional<PanelRef> panel = target();
    const bool section = targetSection().has_value();
    const MetricPanel* shown = panel ? m_board.find(*panel) : nullptr;
    const auto has = [&](Needs needs) {
        switch (needs) {
        case Needs::Panel:
            return panel.has_value();
        case Needs::Lines:
            return shown && !shown->content;
        case Needs::Section:
            return section;
        case Needs::Nothing:
            break;
        }
        return true;
    };
    for (const auto& [action, needs] : m_needs)
        action->setEnabled(has(needs));
    updatePanel(panel);
    const ChartView* current = view();
    m_zoomBack->setEnabled(current && current->canZoomBack());
    m_zoomForward->setEnabled(current && current->canZoomForward());
    m_removeSection->setEnabled(section && targetSection()->isOwn());
    m_chooseDevices->setEnabled(section && hasDevices(*targetSection()));
    m_linkZoom->setChecked(resolve(m_board.layout().settings).syncZoom);
}

/// What depends on the kind of the panel.
void PanelActions::updatePanel(const std::optional<PanelRef>& panel)
{
    const PanelFrame* widget = panel ? m_board.shownPanel(*panel) : nullptr;
    if (const PanelBody* body = widget ? widget->body() : nullptr) {
        m_showData->setEnabled(body->hasTable());
        m_export->setEnabled(body->hasPicture());
    }
    const bool isOwn = panel && panel->isOwn();
    const int parts = panel && !panel->part.empty() ? partCount(*panel) : 1;
    if (parts > 1) {
        // They are one panel to the layout: what is done with one is done with all.
        m_hidePanel->setText(isOwn ? tr("Remove these %n panels", nullptr, parts)
                                   : tr("Hide these %n panels", nullptr, parts));
        m_hidePanel->setToolTip(isOwn ? tr("All that the expression makes; Undo brings them back")
                                      : tr("All that the expression makes; Add panel brings them back"));
    } else {
        m_hidePanel->setText(isOwn ? tr("Remove panel") : tr("Hide panel"));
        m_hidePanel->setToolTip(isOwn ? tr("Undo brings it back") : tr("Add panel brings it back"));
    }
    m_hidePanel->setStatusTip(m_hidePanel->toolTip());
}

/// There is something to choose from.
bool PanelActions::hasDevices(const SectionRef& section) const
{
    const std::vector<PanelSection>& sections = m_board.sections().sections();
    return std::any_of(sections.begin(), sections.end(), [&section](const PanelSection& one) {
        return one.id == section && (one.isNarrowed || one.devices.size() > 1);
    });
}

/// How many panels are made of the one that this is a part of.
int PanelActions::partCount(const PanelRef& panel) const
{
    const PanelRef whole = panel.whole();
    std::ptrdiff_t count = 0;
    for (const PanelSection& section : m_board.sections().sections())
        count += std::count_if(section.panels.begin(), section.panels.end(),
                               [&whole](const auto& one) { return one->id.isOf(whole); });
    return static_cast<int>(count);
}

void PanelActions::onPanel(const std::function<void(const PanelRef&)>& what)
{
    if (const auto panel = target())
        what(*panel);
}

void PanelActions::onSection(const std::function<void(const SectionRef&)>& what)
{
    if (const auto section = targetSection())
        what(*section);
}

void PanelActions::forView(const std::function<void(ChartView&)>& what)
{
    if (ChartView* current = view())
        what(*current);
    update();
}

void PanelActions::useTool(PanelTool tool)
{
    switch (tool) {
    case PanelTool::ZoomIn:
        return forView([](ChartView& view) { view.zoom(kZoomStep); });
    case PanelTool::ResetZoom:
        return forView([](ChartView& view) { view.resetZoom(); });
    case PanelTool::ShowData:
        return onPanel([this](const PanelRef& panel) { m_board.showData(panel); });
    case PanelTool::Export:
        return onPanel([this](const PanelRef& panel) { openExport(panel); });
    case PanelTool::Settings:
        return onPanel([this](const PanelRef& panel) {
            const MetricPanel* shown = m_board.find(panel);
            if (shown && shown->content)
                openPanelEditor(panel);
            else
                openSettings(std::nullopt, panel);
        });
    case PanelTool::FullScreen:
        return onPanel([this](const PanelRef& panel) { emit fullScreenRequested(panel); });
    }
}

void PanelActions::addSection(bool above)
{
    const std::optional<SectionRef> beside = targetSection();
    if (!beside)
        return;
    SectionRef added;
    m_board.edit([&](PanelLayout& layout) {
        added = layout.addSection(tr("New section").toStdString());
        std::vector<SectionRef> order;
        for (const PanelSection& section : m_board.sections().sections()) {
            if (section.id == *beside && above)
                order.push_back(added);
            order.push_back(section.id);
            if (section.id == *beside && !above)
                order.push_back(added);
        }
        layout.order = std::move(order);
    });
    m_board.renameSection(added);
}

void PanelActions::resetArrangement()
{
    m_board.edit([](PanelLayout& layout) { layout.resetArrangement(); });
}

} // namespace runglass
