// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/ChartModels.h"
#include "widgets/workspace/ChartPanel.h"
#include "widgets/workspace/PanelGrid.h"
#include "widgets/workspace/SeriesTableDialog.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <tuple>

namespace runglass
{

class BodyTableDialog;
class DevicesPopover;
class PanelHead;
class PanelScope;

/// The page of panels. Only those in view (and a little around it) exist as widgets, read series and draw.
/// @thread GUI
class PanelBoard : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Borrows both.
    PanelBoard(Theme& theme, ChartSource& source, QWidget* parent = nullptr);
    ~PanelBoard() override;

    /// Where panels of other kinds than Lines read. Without it there are none. Borrowed.
    void setScope(PanelScope& scope);
    PanelScope* scope() const { return m_scope; }

    /// News: what the runs logged since. It moves nothing that somebody looks at: who has scrolled, or has the focus or
    /// the pointer in a panel.
    enum class Reason { Choice, News };
    /// @param metrics  not null
    void setMetrics(std::shared_ptr<const std::vector<MetricEntry>> metrics, Reason reason = Reason::Choice);
    void setMetrics(std::vector<MetricEntry> metrics, Reason reason = Reason::Choice);
    /// @return as PanelSections::setSearch
    QString setSearch(const QString& search, bool isPattern = false);
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    const ShownRuns& runs() const { return *m_models.runs(); }
    void setGroups(std::shared_ptr<const ShownGroups> groups) { m_models.setGroups(std::move(groups)); }
    /// The data of these runs changed: what is in view reads what is new. Where drawing takes long this is done so
    /// seldom that it leaves most of the time to people.
    void reload(const RunChanges& changes);
    const PanelSections& sections() const { return m_sections; }
    void setEmphasis(const ChartEmphasis& emphasis);
    const ChartEmphasis& emphasis() const { return m_emphasis; }
    /// Whether a drag over a chart of lines chooses runs, in place of zooming.
    void setBoxChooses(bool chooses);
    bool boxChooses() const { return m_boxChooses; }
    /// The menu button of a section's head; null while it is out of view.
    QWidget* headButton(const SectionRef& section) const;

    const PanelLayout& layout() const { return m_sections.layout(); }
    void setLayout(PanelLayout layout);
    /// Changes the layout as a person does; layoutEdited tells of it.
    void edit(const std::function<void(PanelLayout&)>& change);
    /// How a panel looks, and how large it is.
    ChartLook look(const PanelRef& panel) const;
    PanelSize size(const PanelRef& panel) const;

    /// The panel that had the focus last, as far as it is still there.
    const std::optional<PanelRef>& currentPanel() const { return m_current; }
    /// The section whose head, or a panel of which, had the focus last.
    const std::optional<SectionRef>& currentSection() const { return m_currentSection; }
    /// The widget of a panel; null while it is out of view.
    PanelFrame* frame(const PanelRef& id) const;
    /// The same for a panel of lines; null for others.
    ChartPanel* panel(const PanelRef& id) const;
    /// The widget that shows a panel now, on the page or elsewhere; null where none does.
    PanelFrame* shownPanel(const PanelRef& id) const;
    /// Of one that capture groups made into several, the first.
    const MetricPanel* find(const PanelRef& id) const;
    /// Panels that exist as widgets.
    std::size_t livePanelCount() const { return m_panels.size(); }
    /// Scrolls to a panel and gives it the focus.
    void goTo(const PanelRef& id);
    /// A widget of a panel for another place than the page.
    PanelFrame* makePanel(const MetricPanel& panel, QWidget* parent);
    /// Moves the zoom of a panel that is shown elsewhere to the page and back.
    ZoomHistory zooms(const PanelRef& id) const;
    void setZooms(const PanelRef& id, const ZoomHistory& zooms);

    /// @param by  places to the right; negative: to the left
    void movePanel(const PanelRef& id, int by);
    void growPanel(const PanelRef& id, int columns, int steps);
    void moveSection(const SectionRef& section, int by);
    void setAllCollapsed(bool collapsed);
    void sortSection(const SectionRef& section, PanelOrder order);
    /// Opens the choice of devices below the head of a section of the hardware.
    void chooseDevices(const SectionRef& section);
    /// Shows a field for its name.
    void renameSection(const SectionRef& section);
    /// Opens the panel's table, or brings it to the front.
    void showData(const PanelRef& id);

signals:
    /// sections() is different.
    void sectionsChanged();
    /// A person changed the layout.
    void layoutEdited(const runglass::PanelLayout& layout);
    void currentPanelChanged();
    /// The zoom of the current panel, or what comes before or after it, is another.
    void zoomChanged();
    void panelMenuRequested(const QPoint& globalPlace);
    void sectionMenuRequested(const QPoint& globalPlace);
    void toolRequested(runglass::PanelTool tool);
    void runHovered(const std::optional<runglass::RunRef>& run);
    void runChosen(const runglass::RunRef& run);
    void runOpened(const runglass::RunRef& run);
    /// As those of ChartView.
    void runsBoxed(const std::vector<runglass::RunRef>& runs, bool ticked);
    void tickToggled(const runglass::RunRef& run);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;

private:
    void reloadNow();
    struct Anchor {
        PanelRef panel;
        int offset = 0;
    };
    /// The first panel in view; none at the top of the page.
    std::optional<Anchor> anchor() const;
    /// What somebody looks at.
    std::optional<Anchor> watched() const;
    const PanelGrid::Item* findItem(const PanelRef& id) const;
    /// Lays out anew; with an anchor that panel keeps its place in the view.
    void rebuild(const std::optional<Anchor>& kept = std::nullopt);
    void updateView();
    void place(const std::vector<PanelGrid::Item>& items);
    void dropOthers(const std::vector<PanelGrid::Item>& items);
    void orderTabs(const std::vector<PanelGrid::Item>& items);
    PanelHead* makeHead();
    PanelFrame* makeLivePanel(const MetricPanel& panel);
    void connectPlace(PanelFrame* widget);
    void connectContent(PanelFrame* widget);
    void connectView(ChartPanel* widget);
    PanelFrame* makeBodyPanel(const MetricPanel& panel, QWidget* parent);
    void showBodyData(const MetricPanel& panel);
    void dropPanel(const PanelRef& id);
    QWidget* livePanel(const MetricPanel& panel);
    QWidget* liveHead(const PanelSection& section);
    void setCurrent(const PanelRef& id);
    void setCurrentSection(const SectionRef& id);
    void ensureVisible(const PanelRef& id);
    void ensureVisible(const SectionRef& section);
    void apply(const std::optional<PanelLayout>& layout);
    void applyLooks();
    void followElsewhere();
    std::optional<PanelGrid::Drop> dropTarget(const QPoint& globalPlace) const;
    void showDropMark(const PanelRef& id, const QPoint& globalPlace);
    void showMark(const QRect& rect);
    void drop(const PanelRef& id, const QPoint& globalPlace);
    void showSectionMark(const SectionRef& id, const QPoint& globalPlace);
    int sectionSteps(const SectionRef& id, const QPoint& globalPlace) const;
    void resizePanel(const PanelRef& id, const QSize& size, bool done);
    /// Panels whose x axes count the same: what is on the axis, and whether it is the hardware's.
    using AxisKey = std::tuple<AxisMeasure::Unit, QString, bool>;
    static AxisKey axisKey(ChartPanel& panel);
    void forFrames(const std::function<void(PanelFrame&)>& what) const;
    /// Those of lines.
    void forPanels(const std::function<void(ChartPanel&)>& what) const;
    void followZoom(ChartPanel& from);
    void followCrosshair(ChartPanel& from, const std::optional<double>& x);

    Theme& m_theme;
    PanelScope* m_scope = nullptr;
    ChartModels m_models;
    PanelSections m_sections;
    PanelGrid m_grid;
    ChartEmphasis m_emphasis;
    bool m_boxChooses = false;
    std::map<SectionRef, PanelHead*> m_heads;
    std::map<PanelRef, PanelFrame*> m_panels;
    std::map<PanelRef, ZoomHistory> m_zooms;           ///< of panels out of view
    std::map<AxisKey, std::optional<Range>> m_linkedX; ///< of panels that zoom together
    std::map<PanelRef, QPointer<SeriesTableDialog>> m_tables;
    std::map<PanelRef, QPointer<BodyTableDialog>> m_bodyTables;
    QList<QPointer<PanelFrame>> m_elsewhere; ///< made for another place than the page
    std::optional<PanelRef> m_current;
    std::optional<SectionRef> m_currentSection;
    QPointer<DevicesPopover> m_devices;
    QWidget* m_dropMark;
    RunChanges m_changes; ///< not read yet
    QTimer m_pause;       ///< until the next reading
    qint64 m_drawnNs = 0; ///< spent on drawing since the last one
};

} // namespace runglass
