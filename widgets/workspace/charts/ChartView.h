// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "models/series/ChartSettings.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/charts/ChartCanvas.h"
#include "widgets/workspace/charts/ChartEmphasis.h"
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartZoom.h"
#include "widgets/workspace/charts/Crosshair.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace runglass
{

/// What the axes of a chart count and where they end while nobody zooms.
struct ChartAxes {
    AxisMeasure x{AxisMeasure::Unit::Step, false}, y;
    QString xName = {}; ///< "Step", "Relative time (wall)", "epoch"; empty: Step
    AxisLimits xLimits = {}, yLimits = {};
    std::optional<Range> yUsual = {}; ///< of the y axis when something is left out of it; unset: of all values

    bool operator==(const ChartAxes&) const = default;
};

class ChartTooltip;

/// A chart with its input: lines over an x axis, zoom, crosshair, keyboard and a description for screen readers.
/// @thread GUI
class ChartView : public QWidget
{
    Q_OBJECT

public:
    /// Borrows theme. Its accessible name is "<metric> chart".
    ChartView(const QString& metric, const Theme& theme, QWidget* parent = nullptr);
    ~ChartView() override;

    /// The lines, and what is said in their place when there are none. Zoom, crosshair and tooltip stay where they are;
    /// axes that are not zoomed follow the lines as soon as these are drawn.
    void setLines(std::vector<ChartLine> lines, const QString& wordWhenEmpty);
    const std::vector<ChartLine>& lines() const { return m_lines; }
    /// A zoom stays, but for that of an axis that counts something else now.
    void setAxes(const ChartAxes& axes);
    const ChartAxes& axes() const { return m_axes; }
    void setEmphasis(const ChartEmphasis& emphasis);
    /// Whether the wheel zooms without Ctrl: where there is nothing to scroll.
    void setWheelZooms(bool zooms) { m_wheelZooms = zooms; }
    /// Whether a drag chooses runs without Ctrl, and zooms not at all.
    void setBoxChooses(bool chooses);

    const ChartZoom& zoomState() const { return m_zooms.current(); }
    /// Nothing happens when the ranges are too near to be drawn.
    /// @param joins  it goes on with the step before, as a wheel that turns on
    void setZoom(const ChartZoom& zoom, bool joins = false);
    /// The x axis as somebody zoomed another chart: no step of this one.
    void followZoom(const std::optional<Range>& x);
    void resetZoom() { setZoom({}); }
    /// By factor around the middle; above 1 nearer.
    void zoom(double factor);
    bool canZoomBack() const { return m_zooms.canGoBack(); }
    bool canZoomForward() const { return m_zooms.canGoForward(); }
    void zoomBack();
    void zoomForward();
    const ZoomHistory& zooms() const { return m_zooms; }
    void setZooms(const ZoomHistory& zooms);
    Range xRange() const;
    Range yRange() const;

    const std::optional<Crosshair>& crosshair() const { return m_crosshair; }
    /// Puts the crosshair on the point next to x.
    void setCrosshair(double x);
    void clearCrosshair();
    /// A crosshair without a tooltip, where the pointer is on another chart.
    void followCrosshair(const std::optional<double>& x);
    /// The tooltip stays until it is let go.
    bool isTooltipPinned() const { return m_pinned; }
    void setTooltipPinned(bool pinned);
    /// The line next to a place, not farther than a pointer is off.
    const ChartLine* lineAt(const QPointF& place) const;
    /// The runs of which a line passes through a part of this widget, in the order of the lines.
    std::vector<RunRef> runsThrough(const QRect& box) const;

    /// True while lines are being reduced for what is shown.
    bool isDrawing() const { return m_reducer->isWorking(); }
    /// Where lines are drawn.
    QRect plotRect() const;
    /// What is on the screen, to draw it elsewhere.
    CanvasAxes canvasAxes() const;

    QSize minimumSizeHint() const override { return {120, 80}; }

signals:
    /// zoomState() or the steps before and after it are others; not told of followZoom().
    void zoomChanged();
    /// Where the crosshair is now, by pointer or key; not told of followCrosshair().
    void crosshairMoved(const std::optional<double>& x);
    /// The pointer, or the keys, are on a run's line; unset: on none any more.
    void runHovered(const std::optional<runglass::RunRef>& run);
    /// A line was clicked.
    void runChosen(const runglass::RunRef& run);
    /// A box was drawn around lines, to tick their runs or to untick them.
    void runsBoxed(const std::vector<runglass::RunRef>& runs, bool ticked);
    /// A line was clicked with Ctrl.
    void tickToggled(const runglass::RunRef& run);
    /// Lines are on the screen as of the last change.
    void drawn();
    /// Axes and lines were drawn, which held this thread for so long.
    void redrawn(qint64 nanoseconds);
    void menuRequested(const QPoint& globalPlace);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    /// A line as it is on the screen, while a box is drawn over it.
    struct BoxedLine {
        RunRef run;
        std::vector<QPolygonF> strokes;
    };
    /// What a drag over the plot is for.
    enum class Drag { Zoom, Tick, Untick };

    void applyColours();
    void measure();
    Range fullX(const Range& found) const;
    Range fullY(const Range& found) const;
    void afterZoom(bool tells);
    void requestLines(ChartReducer::Pace pace);
    void showLines();
    void addLine(std::vector<CanvasLine>& lines, std::vector<CanvasBand>& bands, const ChartLine& line) const;
    void renewCrosshair();
    void moveCrosshairTo(double x, std::optional<double> y, const QPoint& place);
    void showCrosshair(const QPoint& place);
    void dropCrosshair(bool tells);
    void hover(const std::optional<RunRef>& run);
    void updateOverlay();
    void addStrokes(ChartOverlay::State& state) const;
    bool addStroke(ChartOverlay::State& state, const RunRef& run, double width) const;
    Crosshair crosshairFor(double x, std::optional<double> y, bool logY) const;
    std::vector<QPolygonF> strokesOf(const ChartLine& line) const;
    void beginDrag(const QMouseEvent& event);
    void showBox(const QPoint& place);
    void cancelDrag();
    void finishBox(const QRect& box, const QPointF& place);
    static std::vector<RunRef> runsIn(const std::vector<BoxedLine>& lines, const QRect& box);
    std::vector<BoxedLine> boxedLines() const;
    void describe();
    bool crosshairKey(const QKeyEvent& event, bool plain);
    bool zoomKey(const QKeyEvent& event, bool plain);
    void showZoomRectangle(const QPoint& place);
    void zoomTo(const QRect& rect);
    enum class ZoomAxes { X, Y, Both };
    void zoomAround(const QPointF& place, double factor, ZoomAxes which = ZoomAxes::X, bool joins = false);
    bool moveCrosshair(int points);
    bool chooseRow(int by);

    QString m_metric;
    const Theme& m_theme;
    ChartCanvas* m_canvas;
    ChartOverlay* m_overlay;
    ChartReducer* m_reducer;
    QPointer<ChartTooltip> m_tooltip; ///< belongs to the window
    QTimer m_describing;
    std::vector<ChartLine> m_lines;
    QString m_word;
    ChartAxes m_axes;
    ChartEmphasis m_emphasis;
    Range m_xFull{0, 1}, m_yFull{0, 1};
    std::optional<double> m_onlyX; ///< every point is at this one
    ZoomHistory m_zooms;
    QElapsedTimer m_sinceWheel;
    std::optional<Crosshair> m_crosshair;
    std::optional<double> m_crosshairY; ///< of the pointer that set it
    std::optional<double> m_followed;   ///< crosshair of another chart
    std::optional<RunRef> m_hovered;    ///< as it was told
    std::size_t m_row = 0;              ///< of the crosshair that the keys have chosen
    QPoint m_tooltipPlace;
    std::optional<QPoint> m_pressed; ///< where a rectangle begins; while it is drawn out the chart stands still
    Drag m_drag = Drag::Zoom;        ///< of m_pressed
    bool m_isByCtrl = false;         ///< likewise: Ctrl was held
    std::vector<BoxedLine> m_boxed;  ///< what the rectangle may hold, once it is drawn
    bool m_boxChooses = false;
    bool m_pinned = false;
    bool m_wheelZooms = false;
    bool m_isStale = false; ///< showLines() has something to do
};

} // namespace runglass
