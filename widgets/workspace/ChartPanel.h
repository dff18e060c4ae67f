// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/PanelLines.h"
#include "widgets/workspace/PanelSections.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace runglass
{

class ChartLegend;
class ChartView;
class ElidedLabel;

/// What the buttons of a panel do.
enum class PanelTool { ZoomIn, ResetZoom, Export, ShowData, Settings, FullScreen };

/// A panel of the workspace: title, legend, chart and buttons, with a frame that shows the focus.
/// @thread GUI
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    /// Borrows theme.
    ChartPanel(MetricPanel panel, Theme& theme, std::shared_ptr<PanelLines> lines, QWidget* parent = nullptr);

    const PanelRef& id() const { return m_panel.id; }
    const MetricPanel& panel() const { return m_panel; }
    /// The same panel with another title or other metrics.
    void setPanel(const MetricPanel& panel);
    PanelLines& model() { return *m_lines; }
    ChartView& view() { return *m_view; }
    const ChartView& view() const { return *m_view; }
    QToolButton& menuButton() { return *m_menuButton; }
    void setEmphasis(const ChartEmphasis& emphasis);
    /// The widgets of the panel that take the focus, in the order of Tab.
    QList<QWidget*> tabStops() const;
    bool hasFocusInside() const;
    /// What is said beside the title: how the lines were made.
    QString subtitle() const;

signals:
    /// Something in it has the focus now.
    void activated();
    void menuRequested(const QPoint& globalPlace);
    void toolRequested(runglass::PanelTool tool);
    /// Alt+Left, Alt+Right: by that many places.
    void moveRequested(int by);
    /// Alt+Shift with an arrow: by so many columns, and steps of height.
    void growRequested(int columns, int steps);
    /// The panel is held by its head and pulled; the place is that of the pointer.
    void dragged(const QPoint& globalPlace);
    void dropped(const QPoint& globalPlace);
    /// It is pulled by its corner to this size; true: and let go.
    void resizeRequested(const QSize& size, bool done);
    /// The pointer is on a run's line or name; unset: not any more.
    void runHovered(const std::optional<runglass::RunRef>& run);
    void runChosen(const runglass::RunRef& run);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addTools(QHBoxLayout* head);
    void layOut();
    void connectParts();
    void nameButtons();
    void showTools();
    void showModel();
    bool isOnCorner(const QPoint& place) const;

    MetricPanel m_panel;
    Theme& m_theme;
    std::shared_ptr<PanelLines> m_lines;
    ElidedLabel* m_title;
    QLabel* m_subtitle;
    QList<QToolButton*> m_tools; ///< there while the panel has the pointer or the focus
    QToolButton* m_menuButton;
    ChartLegend* m_legend;
    ChartView* m_view;
    std::optional<QPoint> m_held; ///< where the pointer took the head or the corner
    bool m_dragging = false;
    bool m_resizing = false;
};

} // namespace runglass
