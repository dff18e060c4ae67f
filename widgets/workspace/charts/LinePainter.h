// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartCanvas.h"

#include <QPainter>

#include <functional>

namespace runglass
{

/// Draws the lines of a chart into its plot.
class LinePainter
{
public:
    static constexpr double kDiscRadius = 4;

    /// Places of the axes to pixels; a line's y as it is.
    using ToPixel = std::function<QPointF(const Vertex&)>;

    /// @param penWidth  0: one pixel of the device, which is quick; wider ones are 40 times slower
    LinePainter(QPainter& painter, const QRect& plot, ToPixel toPixel, double penWidth);

    void draw(const std::vector<CanvasLine>& lines, const std::vector<CanvasBand>& bands);

private:
    void drawBand(const CanvasBand& band);
    void drawMarks(const CanvasLine& line);
    void drawStrokes(const CanvasLine& line);
    void drawDiscs(const CanvasLine& line);
    QPolygonF polygon(const std::vector<Vertex>& stroke) const;

    QPainter& m_painter;
    QRect m_plot;
    ToPixel m_toPixel;
    double m_penWidth;
};

} // namespace runglass
