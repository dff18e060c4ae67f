// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/HistogramData.h"
#include "widgets/workspace/bodies/PlotDrawing.h"

#include <QCoreApplication>

#include <array>

namespace runglass
{

/// Histograms of one run as bands between percentiles, over steps or time. Percentiles are taken from the bins, values
/// lying evenly in each (see quantile()). Its marks are the histograms.
class BandsDrawing : public PlotDrawing
{
    Q_DECLARE_TR_FUNCTIONS(runglass::BandsDrawing)

public:
    static constexpr std::array<int, 9> kPercents{0, 7, 16, 31, 50, 69, 84, 93, 100};
    /// NaN of a histogram without values.
    using Percentiles = std::array<double, kPercents.size()>;

    /// @param data  of at least one histogram
    explicit BandsDrawing(std::shared_ptr<const HistogramData> data);

    std::optional<PlotAxes> axes(const QSize&, double) const override { return m_axes; }
    bool zooms() const override { return true; }
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::size_t marks() const override { return m_percentiles.size(); }
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    std::optional<RunRef> runOf(std::size_t) const override { return m_data->run; }
    std::optional<std::size_t> markOf(const RunRef&) const override { return std::nullopt; }
    PlotTip tipOf(std::size_t mark) const override;
    PlotLegend legend() const override;
    QString description() const override;
    BodyTable table() const override;

    const Percentiles& percentiles(std::size_t histogram) const { return m_percentiles[histogram]; }

private:
    static QString percentName(std::size_t place);
    /// Points of one percentile over another, where both are known, without those that lie in one pixel.
    struct Column {
        double x = 0;
        Percentiles y = {};
    };
    std::vector<std::vector<Column>> columnsOn(const PlotMap& map) const;

    std::shared_ptr<const HistogramData> m_data;
    std::vector<Percentiles> m_percentiles;
    PlotAxes m_axes;
};

} // namespace runglass
