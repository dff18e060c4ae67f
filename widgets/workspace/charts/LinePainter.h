// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartCanvas.h"

#include <QPainter>

namespace runglass
{

class LineRaster;

/// Draws the lines of a chart into its plot.
class LinePainter
{
public:
    static constexpr double kDiscRadius = 4;

    /// Into pixels as pixels (see LineRaster), into vector formats as polylines.
    LinePainter(QPainter& painter, const ChartFrame& frame, double lineWidth);

    void draw(const std::vector<CanvasLine>& lines, const std::vector<CanvasBand>& bands);

private:
    void drawBand(const CanvasBand& band);
    void drawMarks(const CanvasLine& line);
    void drawRaster(const std::vector<CanvasLine>& lines);
    void drawRaster(const LineRaster& raster, const QRect& part);
    void drawStrokes(const CanvasLine& line);
    void drawDashes(const CanvasLine& line);
    void drawDiscs(const CanvasLine& line);

    QPainter& m_painter;
    const ChartFrame& m_frame;
    QRect m_plot;
    double m_lineWidth;
};

} // namespace runglass
