// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartReducer.h"

#include <QColor>
#include <QFont>
#include <QPolygonF>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QPainter;

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

struct CanvasColours {
    QColor surface, grid, axis, text;
};

/// Where the axes end, as places on them (AxisMeasure::toAxis), and what they count.
struct CanvasAxes {
    AxisMeasure xMeasure{AxisMeasure::Unit::Step, false}, yMeasure;
    Range x{0, 1}, y{0, 1};
    std::optional<double> onlyX = {}; ///< no other place of the x axis is labelled (a chart of one step)
    /// What is at 0, 1, 2 … of an axis of things that are no numbers; as many are written as there is room for.
    QStringList xNames = {}, yNames = {};
    QString xLabel = {}, yLabel = {}; ///< written along the axes; empty: nothing
};

/// Axes, grid and lines: the part of a chart that is costly to draw. Takes no input.
/// @thread GUI
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget* parent = nullptr);
    ~ChartCanvas() override;

    void setColours(const CanvasColours& colours);
    /// Of the labels at the axes.
    void setLabelFont(const QFont& font);
    void setAxes(const CanvasAxes& axes);
    void setLines(std::vector<CanvasLine> lines, std::vector<CanvasBand> bands = {});
    /// What else is drawn inside the axes, above the lines.
    void setMarks(std::function<void(QPainter&)> marks);
    /// Draws anew; without it nothing that was set shows.
    void redraw();
    /// Draws it once somewhere else: first what the caller adds around it, which says where there is room for the axes.
    /// Vector formats get lines and text, not pixels.
    void paint(QPaintDevice& device, const std::function<QRect(QPainter&)>& around);

    /// Where lines are drawn, in this widget's coordinates. Right after redraw().
    QRect plotRect() const;
    /// y and x as values, not as places on the axes.
    QPointF toPixel(const Vertex& vertex) const;
    Vertex toVertex(const QPointF& pixel) const;
    /// The strokes of a line that was reduced for these axes.
    std::vector<QPolygonF> polylines(const DrawnLine& line) const;

    /// How far a place is from them, in pixels; infinity when it is farther than within.
    double distanceTo(const DrawnLine& line, const QPointF& place, double within) const;

signals:
    /// plotRect() is another one. Connect queued: it is emitted while drawing.
    void plotRectChanged();

private:
    void checkPlotRect();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
