// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/PanelSections.h"
#include "widgets/workspace/charts/ChartEmphasis.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace runglass
{

class ChartPanel;
class ElidedLabel;
class PanelBody;

/// What the buttons of a panel do.
enum class PanelTool { ZoomIn, ResetZoom, Export, ShowData, Settings, FullScreen };

/// A panel of the workspace, of whatever kind: title and buttons above what it shows, a frame that shows the focus, and
/// how it is moved and pulled.
/// @thread GUI
class PanelFrame : public QWidget
{
    Q_OBJECT

public:
    /// Borrows theme.
    PanelFrame(MetricPanel panel, Theme& theme, QWidget* parent = nullptr);

    const PanelRef& id() const { return m_panel.id; }
    const MetricPanel& panel() const { return m_panel; }
    /// The same panel with another title or content, of the same kind.
    virtual void setPanel(const MetricPanel& panel);
    QToolButton& menuButton() { return *m_menuButton; }
    virtual void setEmphasis(const ChartEmphasis& emphasis) = 0;
    /// One that is not active reads nothing.
    virtual void setActive(bool active) = 0;
    /// Null: it shows no lines.
    virtual ChartPanel* asChart() { return nullptr; }
    /// Null: it shows lines.
    virtual PanelBody* body() const { return nullptr; }
    /// What is said beside the title: how what it shows was made.
    virtual QString subtitle() const = 0;
    /// What takes the focus when the panel is entered.
    QWidget* entry() const { return contentStops().first(); }
    /// The widgets of the panel that take the focus, in the order of Tab.
    QList<QWidget*> tabStops() const;
    bool hasFocusInside() const;
    /// The run that pointer or keys are on here; unset: none.
    const std::optional<RunRef>& pointedRun() const { return m_pointed; }

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
    /// The pointer is on a run; unset: not any more.
    void runHovered(const std::optional<runglass::RunRef>& run);
    void runChosen(const runglass::RunRef& run);
    void runOpened(const runglass::RunRef& run);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// The widgets of what it shows that take the focus. At least one.
    virtual QList<QWidget*> contentStops() const = 0;
    /// Which buttons it has.
    virtual bool has(PanelTool tool) const = 0;
    Theme& theme() const { return m_theme; }
    /// Where what it shows goes, below the head.
    QBoxLayout& room();
    /// To be called once, when everything of it is made.
    void finish();
    /// contentStops() may be others.
    void watchStops();
    /// subtitle() is another.
    void showHead();

private:
    void layOut();
    void addTools(QHBoxLayout* head);
    void nameButtons();
    void showTools();
    bool isOnCorner(const QPoint& place) const;

    MetricPanel m_panel;
    Theme& m_theme;
    ElidedLabel* m_title;
    QLabel* m_subtitle;
    QList<QToolButton*> m_tools; ///< one a kind of tool; those it has are there while it has the pointer or the focus
    QToolButton* m_menuButton;
    std::optional<RunRef> m_pointed;
    std::optional<QPoint> m_held; ///< where the pointer took the head or the corner
    bool m_dragging = false;
    bool m_resizing = false;
};

} // namespace runglass
