// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/HistogramMarks.h"

namespace runglass
{

/// Histograms of one run as outlines over the values: one above the other by their steps or times, the first in front,
/// or over one another with the last in front. The later, the darker.
class RidgesDrawing : public HistogramMarks
{
    Q_DECLARE_TR_FUNCTIONS(runglass::RidgesDrawing)

public:
    enum class Layout { Offset, Overlay };
    /// More outlines than these tell nothing any more: of more histograms some at even distances are drawn, the first
    /// and the last among them. All of them are in the table, and the keys walk over all.
    static constexpr std::size_t kMostDrawn = 100;

    /// @param histograms  at least one
    RidgesDrawing(std::shared_ptr<const HistogramData> histograms, Layout layout);

    std::optional<PlotAxes> axes(const QSize&, double) const override { return m_axes; }
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    PlotLegend legend() const override;

    /// How many outlines are drawn.
    std::size_t drawnCount() const { return m_drawn.size(); }

private:
    /// The height of what lies at a value, and of nothing, in pixels.
    double heightAt(std::size_t histogram, double value, const PlotMap& map) const;
    double baseOf(std::size_t histogram, const PlotMap& map) const;
    double toHeight(std::size_t histogram, double count, const PlotMap& map) const;
    double scale(const PlotMap& map) const;
    /// From the left end of its base by way of its bins to the right end.
    QPolygonF outline(std::size_t histogram, const PlotMap& map) const;
    QColor colourOf(std::size_t histogram, const PlotStyle& style) const;

    Layout m_layout;
    std::vector<std::size_t> m_drawn; ///< from the back to the front
    PlotAxes m_axes;
};

} // namespace runglass
