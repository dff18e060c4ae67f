// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PlotValues.h"

#include <QCoreApplication>

namespace runglass
{

/// A point a shown run, over two columns.
class ScatterDrawing : public PlotDrawing
{
    Q_DECLARE_TR_FUNCTIONS(runglass::ScatterDrawing)

public:
    /// @param values  of the columns of content's axes, in their order
    ScatterDrawing(PlotValues values, const PanelContent& content);

    std::optional<PlotAxes> axes(const QSize& room, double scroll) const override;
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::size_t marks() const override { return m_points.size(); }
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    std::optional<RunRef> runOf(std::size_t mark) const override;
    std::optional<std::size_t> markOf(const RunRef& run) const override;
    PlotTip tipOf(std::size_t mark) const override;
    PlotLegend legend() const override { return m_values.legend(); }
    QString description() const override;
    BodyTable table() const override;

    /// Shown runs that have no place on one of the axes.
    std::size_t leftOut() const { return m_leftOut; }

private:
    struct Point {
        double x = 0, y = 0; ///< on the axes
        std::size_t run = 0; ///< of m_values
    };
    double radius() const;

    PlotValues m_values;
    std::vector<QString> m_titles; ///< of the axes
    PlotAxes m_axes;
    std::vector<Point> m_points; ///< from left to right
    std::size_t m_leftOut = 0;
};

} // namespace runglass
