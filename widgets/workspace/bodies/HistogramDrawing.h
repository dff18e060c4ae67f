// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/HistogramMarks.h"

namespace runglass
{

/// Histograms of one run over steps or time: a column of cells a histogram, the darker the more values lie in a cell.
class HistogramDrawing : public HistogramMarks
{
    Q_DECLARE_TR_FUNCTIONS(runglass::HistogramDrawing)

public:
    /// @param histograms  at least one
    explicit HistogramDrawing(std::shared_ptr<const HistogramData> histograms);

    std::optional<PlotAxes> axes(const QSize&, double) const override { return m_axes; }
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    PlotLegend legend() const override;

private:
    QRectF cellOf(const Bin& bin, const PlotMap& map) const;

    PlotAxes m_axes;
};

} // namespace runglass
