// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Frontier.h"
#include "widgets/workspace/bodies/PlotValues.h"

#include <QCoreApplication>

namespace runglass
{

/// A point a shown run, over two columns, with what ScatterLook adds: running lines, the frontier, names.
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
    bool zooms() const override { return true; }
    std::optional<RunRef> runOf(std::size_t mark) const override;
    std::vector<RunRef> runsIn(const QRectF& room, const PlotMap& map) const override;
    std::optional<std::size_t> markOf(const RunRef& run) const override;
    PlotTip tipOf(std::size_t mark) const override;
    PlotLegend legend() const override;
    QString description() const override;
    BodyTable table() const override;

    /// Shown runs that have no place on one of the axes.
    std::size_t leftOut() const { return m_leftOut; }
    /// A frontier was asked for, but one of the axes has no numbers.
    bool lacksFrontier() const { return wantsFrontier() && !m_hasFrontier; }
    /// Whether no other point is better than the one of a mark. False where no frontier was asked for.
    bool isOnFrontier(std::size_t mark) const { return m_points[mark].isOnFrontier; }
    /// A line of the points up to a mark, from left to right: their mean, least or greatest y. Points at one x count
    /// together.
    enum class Running { Mean, Min, Max };
    double running(Running line, std::size_t mark) const;

private:
    struct Point {
        double x = 0, y = 0; ///< on the axes
        std::size_t run = 0; ///< of m_values
        bool isOnFrontier = false;
        double mean = 0, min = 0, max = 0; ///< of the y values up to here
    };
    bool wantsFrontier() const { return m_look.frontier || m_look.dimsOthers; }
    void findFrontier(const PanelContent& content);
    void runAlong();
    std::vector<Running> runningLines() const;
    bool isFaint(const Point& point) const { return m_look.dimsOthers && m_hasFrontier && !point.isOnFrontier; }
    QPolygonF frontierLine(const PlotMap& map) const;
    QPolygonF runningLine(Running line, const PlotMap& map) const;
    void paintLines(QPainter& painter, const PlotMap& map, const PlotStyle& style) const;
    void paintLabels(QPainter& painter, const PlotMap& map, const PlotStyle& style) const;
    double radius() const;

    PlotValues m_values;
    std::vector<QString> m_titles; ///< of the axes
    ScatterLook m_look;
    Betterness m_better;
    bool m_hasFrontier = false, m_hasRunning = false;
    PlotAxes m_axes;
    std::vector<Point> m_points; ///< from left to right
    std::size_t m_leftOut = 0;
};

} // namespace runglass
