// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PanelBody.h"
#include "widgets/workspace/bodies/PlotDrawing.h"

#include <QElapsedTimer>
#include <QPointer>

class QHBoxLayout;
class QScrollBar;

namespace runglass
{

class PlotOverlay;
class PlotTooltip;

/// A body that shows a PlotDrawing: axes, marks, a legend, and what pointer and keys do with them. What it shows is
/// made on a worker.
/// @thread GUI
class PlotBody : public PanelBody
{
    Q_OBJECT

public:
    explicit PlotBody(PanelScope& scope, QWidget* parent = nullptr);
    ~PlotBody() override;

    void setEmphasis(const ChartEmphasis& emphasis) override;
    QString subtitle() const override { return m_made.subtitle; }
    bool hasTable() const override { return true; }
    bool hasPicture() const override { return true; }
    std::optional<BodyTable> table() const override;
    std::shared_ptr<const ExportSource> shot() const override;
    bool canZoom() const override;
    void zoom(double factor) override;
    void resetZoom() override;
    const ChartZoom& zoomState() const { return m_zoom.current(); }

    /// Null: there is nothing to show, and word() says why.
    const std::shared_ptr<const PlotDrawing>& drawing() const { return m_made.drawing; }
    QString word() const { return m_made.word; }
    /// True until what was asked for is shown.
    bool isWorking() const { return m_isWorking; }
    /// Where the drawing is, in this widget's coordinates.
    PlotMap map() const;
    /// The mark that pointer or keys are on.
    const std::optional<std::size_t>& mark() const { return m_mark; }

protected:
    /// What is to be shown, or why there is nothing.
    struct Made {
        std::shared_ptr<const PlotDrawing> drawing;
        QString word;     ///< what is missing, and what to do
        QString subtitle; ///< beside the title
    };
    /// Called on a worker; holds what it needs.
    using Maker = std::function<Made()>;
    /// What shows a drawing that has marks, or says why it has none.
    /// @param notes  beside the title
    static Made madeOf(std::shared_ptr<const PlotDrawing> drawing, const QString& word, const QStringList& notes);
    /// Shows what maker makes as soon as it has. What was asked for before is dropped.
    void make(Maker maker);
    void showMade(Made made);
    /// Room above the plot, for controls.
    QHBoxLayout* head() const { return m_head; }
    /// Something else is drawn over the plot, as an interval that is being pulled.
    virtual void paintOver(QPainter&) const {}
    void updateOver();
    /// Puts the pointer's mark anew; unset: on none.
    void setMark(const std::optional<std::size_t>& mark, bool tells);
    /// The name of the plot, for assistive tools: "%1 scatter plot".
    virtual QString nameOf(const QString& title) const = 0;

    void onContentChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    friend class PlotOverlay;

    /// What a rectangle is pulled for.
    enum class Drag { Zoom, Tick, Untick };

    void applyColours();
    QRect room() const;
    std::optional<PlotAxes> axes() const;
    void layOut();
    void redraw();
    void nameParts();
    void showTip();
    void hover(const std::optional<RunRef>& run);
    void paintOverlay(QPainter& painter) const;
    void keepInView(std::size_t mark);
    bool stepKey(const QKeyEvent& event);
    bool zoomKey(const QKeyEvent& event);
    void setZoom(const ChartZoom& zoom, bool joins = false);
    void zoomAround(const QPointF& place, double factor, bool joins);
    void pullRectangle(const QPoint& place);
    void useRectangle(const QRect& rect);
    QString pulledText() const;
    void paintPulled(QPainter& painter) const;

    PlotCanvas* m_canvas;
    PlotOverlay* m_overlay;
    QScrollBar* m_scroll;
    QHBoxLayout* m_head;
    QPointer<PlotTooltip> m_tooltip; ///< belongs to the window
    Made m_made;
    ChartEmphasis m_emphasis;
    std::optional<std::size_t> m_mark;
    std::optional<RunRef> m_hovered; ///< as it was told
    std::optional<QPoint> m_pressed;
    QRect m_pulled; ///< the rectangle that is being pulled
    Drag m_drag = Drag::Zoom;
    ZoomHistory m_zoom; ///< in places of the axes
    QElapsedTimer m_sinceWheel;
    unsigned m_generation = 0;
    bool m_isWorking = false;
};

} // namespace runglass
