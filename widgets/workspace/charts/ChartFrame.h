// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/PixelColumns.h"
#include "widgets/workspace/charts/AxisTicks.h"

#include <QColor>
#include <QFont>
#include <QPolygonF>
#include <QRect>

#include <optional>
#include <vector>

class QPainter;

namespace runglass
{

struct CanvasColours {
    QColor surface, grid, axis, text;
};

/// Where the axes end, as places on them (AxisMeasure::toAxis), and what they count.
struct CanvasAxes {
    AxisMeasure xMeasure{AxisMeasure::Unit::Step, false}, yMeasure;
    Range x{0, 1}, y{0, 1};
    std::optional<double> onlyX = {}; ///< no other place of the x axis is labelled (a chart of one step)
};

/// Axes, grid and labels of a chart, laid out in a room.
class ChartFrame
{
public:
    ChartFrame() = default;
    ChartFrame(const QSize& room, const CanvasAxes& axes, const QFont& font);

    /// Where lines are drawn.
    const QRect& plotRect() const { return m_rect; }
    /// x as a place of the axis, y as it is.
    QPointF toPixel(const Vertex& vertex) const;
    QPolygonF toPixels(const std::vector<Vertex>& stroke) const;
    /// The same, then made larger and moved. Room that there was before is used again.
    void toPixels(const std::vector<Vertex>& stroke, double scale, const QPointF& offset, QPolygonF& into) const;
    double xToPixel(double place) const;
    double yToPixel(double place) const;
    double xFromPixel(double pixel) const;
    double yFromPixel(double pixel) const;

    /// @param penWidth  of the grid and the axes; 0: one pixel of the device
    void paint(QPainter& painter, const CanvasColours& colours, double penWidth) const;

private:
    CanvasAxes m_axes;
    QFont m_font;
    QRect m_rect{0, 0, 1, 1};
    AxisTicks m_x, m_y;
    std::vector<int> m_yWidths; ///< of the texts
};

} // namespace runglass
