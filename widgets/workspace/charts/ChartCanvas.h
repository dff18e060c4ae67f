// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartFrame.h"
#include "widgets/workspace/charts/ChartReducer.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QPolygonF>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace runglass
{

/// A line with its looks.
struct CanvasLine {
    enum class Style {
        Normal,
        Faint,   ///< the original of one that was smoothed
        Baseline ///< heavier and dashed
    };
    std::shared_ptr<const DrawnLine> drawn;
    QColor colour;
    bool onePoint = false; ///< the run has one point: a disc
    bool live = false;     ///< its run goes on: its end is marked
    Style style = Style::Normal;
};

/// What lies between two lines, which have their points at the same x.
struct CanvasBand {
    std::shared_ptr<const DrawnLine> lower, upper;
    QColor colour;
};

/// Axes, grid and lines: the part of a chart that is costly to draw. Takes no input.
/// @thread GUI
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    void setColours(const CanvasColours& colours);
    /// Of the labels at the axes.
    void setLabelFont(const QFont& font);
    /// In pixels; the baseline is wider.
    void setLineWidth(double width);
    void setAxes(const CanvasAxes& axes);
    void setLines(std::vector<CanvasLine> lines, std::vector<CanvasBand> bands = {});
    /// Draws anew when it is painted next; without it nothing that was set shows.
    void redraw();
    /// Draws it once somewhere else: first what the caller adds around it, which says where there is room for the axes.
    /// Vector formats get lines and text, not pixels.
    void paint(QPaintDevice& device, const std::function<QRect(QPainter&)>& around);

    /// How many lines have something to be drawn.
    int lineCount() const;
    /// Where lines are drawn, in this widget's coordinates. Right after redraw().
    QRect plotRect() const { return m_frame.plotRect(); }
    /// y and x as values, not as places on the axes.
    QPointF toPixel(const Vertex& vertex) const;
    Vertex toVertex(const QPointF& pixel) const;
    /// The strokes of a line that was reduced for these axes.
    std::vector<QPolygonF> polylines(const DrawnLine& line) const;

    /// How far a place is from them, in pixels; infinity when it is farther than within.
    double distanceTo(const DrawnLine& line, const QPointF& place, double within) const;

signals:
    /// plotRect() is another one.
    void plotRectChanged();
    /// Axes and lines were drawn, which took so long.
    void painted(qint64 nanoseconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void render();

    CanvasColours m_colours;
    QFont m_font;
    CanvasAxes m_axes;
    std::vector<CanvasLine> m_lines;
    std::vector<CanvasBand> m_bands;
    double m_lineWidth = 1;
    ChartFrame m_frame;
    QImage m_picture; ///< what was drawn last
    bool m_isStale = true;
};

} // namespace runglass
