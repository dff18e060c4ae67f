// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/ChartModels.h"
#include "widgets/workspace/PanelGrid.h"
#include "widgets/workspace/SeriesTableDialog.h"
#include "widgets/workspace/charts/ChartView.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>

namespace runglass
{

class ChartPanel;
class PanelHead;

/// The page of panels. Only those in view (and a little around it) exist as widgets, read series and draw.
/// @thread GUI
class PanelBoard : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Borrows both.
    PanelBoard(Theme& theme, ChartSource& source, QWidget* parent = nullptr);
    ~PanelBoard() override;

    /// News: what the runs logged since. It moves nothing that somebody looks at: who has scrolled, or has the focus or
    /// the pointer in a panel.
    enum class Reason { Choice, News };
    void setMetrics(const std::vector<MetricEntry>& metrics, Reason reason = Reason::Choice);
    void setSearch(const QString& search);
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    /// The data of these runs changed: what is in view reads what is new. Where drawing takes long this is done so
    /// seldom that it leaves most of the time to people.
    void reload(const RunChanges& changes);
    const PanelSections& sections() const { return m_sections; }

    QByteArray saveState() const { return m_sections.saveState(); }
    bool restoreState(const QByteArray& state);

    /// The panel that had the focus last, as far as it is still there.
    const std::optional<PanelId>& currentPanel() const { return m_current; }
    /// The widget of a panel; null while it is out of view.
    ChartPanel* panel(const PanelId& id) const;
    /// Panels that exist as widgets.
    std::size_t livePanelCount() const { return m_panels.size(); }
    /// Scrolls to a panel and gives it the focus.
    void goTo(const PanelId& id);

    /// @param by  places to the right; negative: to the left
    void movePanel(const PanelId& id, int by);
    void setAllCollapsed(bool collapsed);
    void sortSection(const SectionId& section);
    /// Opens the panel's table, or brings it to the front.
    void showData(const PanelId& id);

signals:
    /// sections() is different.
    void sectionsChanged();
    void currentPanelChanged();
    void panelMenuRequested(const QPoint& globalPlace);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;

private:
    void reloadNow();
    struct Anchor {
        PanelId panel;
        int offset = 0;
    };
    /// The first panel in view; none at the top of the page.
    std::optional<Anchor> anchor() const;
    /// What somebody looks at.
    std::optional<Anchor> watched() const;
    const PanelGrid::Item* find(const PanelId& id) const;
    /// Lays out anew; with an anchor that panel keeps its place in the view.
    void rebuild(const std::optional<Anchor>& kept = std::nullopt);
    void updateView();
    void place(const std::vector<PanelGrid::Item>& items);
    void orderTabs(const std::vector<PanelGrid::Item>& items);
    PanelHead* makeHead();
    ChartPanel* makePanel(const MetricPanel& panel);
    void dropPanel(const PanelId& id);
    bool hasTable(const PanelId& id) const;
    QWidget* livePanel(const MetricPanel& panel);
    QWidget* liveHead(const PanelSection& section);
    void setCurrent(const PanelId& id);
    void ensureVisible(const PanelId& id);
    std::optional<std::size_t> dropTarget(const PanelId& id, const QPoint& globalPlace) const;
    void showDropMark(const PanelId& id, const QPoint& globalPlace);
    void drop(const PanelId& id, const QPoint& globalPlace);

    Theme& m_theme;
    ChartModels m_models;
    PanelSections m_sections;
    PanelGrid m_grid;
    std::map<SectionId, PanelHead*> m_heads;
    std::map<PanelId, ChartPanel*> m_panels;
    std::map<PanelId, ChartZoom> m_zooms; ///< of panels out of view
    std::map<PanelId, QPointer<SeriesTableDialog>> m_tables;
    std::optional<PanelId> m_current;
    QWidget* m_dropMark;
    RunChanges m_changes; ///< not read yet
    QTimer m_pause;       ///< until the next reading
    qint64 m_drawnNs = 0; ///< spent on drawing since the last one
};

} // namespace runglass
