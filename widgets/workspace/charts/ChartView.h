// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/charts/ChartReducer.h"
#include "widgets/workspace/charts/Crosshair.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace runglass
{

/// How a chart is zoomed; an unset axis shows everything.
struct ChartZoom {
    std::optional<Range> x, y;
    bool isSet() const { return x.has_value() || y.has_value(); }
};

class ChartCanvas;
class ChartOverlay;
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

    const ChartZoom& zoomState() const { return m_zoom; }
    /// Nothing happens when the ranges are too near to be drawn.
    void setZoom(const ChartZoom& zoom);
    void resetZoom() { setZoom({}); }
    /// By factor around the middle; above 1 nearer.
    void zoom(double factor);
    Range xRange() const;
    Range yRange() const;

    const std::optional<Crosshair>& crosshair() const { return m_crosshair; }
    /// Puts the crosshair on the point next to x.
    void setCrosshair(double x);
    void clearCrosshair();

    /// True while lines are being reduced for what is shown.
    bool isDrawing() const { return m_reducer->isWorking(); }
    /// Where lines are drawn.
    QRect plotRect() const;

    QSize minimumSizeHint() const override { return {120, 80}; }

signals:
    void zoomChanged();
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
    void applyColours();
    void applyRanges();
    void requestLines(ChartReducer::Pace pace);
    void showLines();
    void renewCrosshair();
    void showCrosshair(const QPoint& place);
    void updateOverlay();
    void describe();
    void zoomTo(const QRect& rect);
    void zoomAround(const QPointF& place, double factor);
    bool moveCrosshair(int points);

    QString m_metric;
    const Theme& m_theme;
    ChartCanvas* m_canvas;
    ChartOverlay* m_overlay;
    ChartReducer* m_reducer;
    QPointer<ChartTooltip> m_tooltip; ///< belongs to the window
    QTimer m_describing;
    std::vector<ChartLine> m_lines;
    QString m_word;
    Range m_xFull, m_yFull;
    std::optional<double> m_onlyX; ///< every point is at this one
    ChartZoom m_zoom;
    std::optional<Crosshair> m_crosshair;
    std::optional<double> m_crosshairY; ///< of the pointer that set it
    QPoint m_tooltipPlace;
    std::optional<QPoint> m_pressed; ///< where a zoom rectangle begins; while it is drawn out the chart stands still
    bool m_isStale = false;          ///< showLines() has something to do
};

} // namespace runglass
