// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/PanelSections.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace runglass
{

class ChartLegend;
class ChartView;
class ElidedLabel;

/// A metric of the workspace: title, legend, chart and menu button, with a frame that shows the focus.
/// @thread GUI
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    /// Borrows theme.
    ChartPanel(MetricPanel panel, Theme& theme, std::shared_ptr<ChartModel> model, QWidget* parent = nullptr);

    const PanelId& id() const { return m_panel.id; }
    const MetricPanel& panel() const { return m_panel; }
    ChartModel& model() { return *m_model; }
    ChartView& view() { return *m_view; }
    QToolButton& menuButton() { return *m_menuButton; }
    /// The widgets of the panel that take the focus, in the order of Tab.
    QList<QWidget*> tabStops() const;
    bool hasFocusInside() const;

signals:
    /// Something in it has the focus now.
    void activated();
    void menuRequested(const QPoint& globalPlace);
    /// Alt+Left, Alt+Right: by that many places.
    void moveRequested(int by);
    /// The panel is held by its head and pulled; the place is that of the pointer.
    void dragged(const QPoint& globalPlace);
    void dropped(const QPoint& globalPlace);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showModel();
    QString subtitle() const;

    MetricPanel m_panel;
    Theme& m_theme;
    std::shared_ptr<ChartModel> m_model;
    ElidedLabel* m_title;
    QLabel* m_subtitle;
    QToolButton* m_menuButton;
    ChartLegend* m_legend;
    ChartView* m_view;
    std::optional<QPoint> m_held; ///< where the pointer took the head
    bool m_dragging = false;
};

} // namespace runglass
