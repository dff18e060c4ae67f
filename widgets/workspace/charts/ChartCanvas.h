// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartReducer.h"

#include <QColor>
#include <QWidget>

#include <memory>
#include <vector>

namespace runglass
{

/// A line with its looks.
struct CanvasLine {
    std::shared_ptr<const DrawnLine> drawn;
    QColor colour;
    bool onePoint = false; ///< the run has one point: a disc
    bool live = false;     ///< its run goes on: its end is marked
};

struct CanvasColours {
    QColor surface, grid, axis, text;
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
    /// Both must have extent. onlyX labels no other place of the x axis (a chart of one step).
    void setRanges(const Range& x, const Range& y, std::optional<double> onlyX);
    void setLines(std::vector<CanvasLine> lines);
    /// Draws anew; without it nothing that was set shows.
    void redraw();

    /// Where lines are drawn, in this widget's coordinates. Right after redraw().
    QRect plotRect() const;
    Range xRange() const;
    Range yRange() const;
    QPointF toPixel(const Vertex& vertex) const;
    Vertex toVertex(const QPointF& pixel) const;

signals:
    /// plotRect() is another one. Connect queued: it is emitted while drawing.
    void plotRectChanged();

private:
    void checkPlotRect();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
