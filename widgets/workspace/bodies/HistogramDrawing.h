// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Histogram.h"
#include "widgets/workspace/bodies/PlotDrawing.h"

#include <QCoreApplication>

namespace runglass
{

/// Histograms of one run over steps: a column of cells a histogram, the darker the more values lie in a cell. Its marks
/// are the bins as they were logged.
class HistogramDrawing : public PlotDrawing
{
    Q_DECLARE_TR_FUNCTIONS(runglass::HistogramDrawing)

public:
    /// The bins drawn where the logged ones differ from step to step.
    static constexpr std::size_t kBins = 64;

    /// @param series  steps rising; at least one histogram
    HistogramDrawing(RunRef run, QString runName, QString metric, HistogramSeries series);

    std::optional<PlotAxes> axes(const QSize&, double) const override { return m_axes; }
    void paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const override;
    void paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const override;
    std::size_t marks() const override { return m_firstMark.back(); }
    std::optional<std::size_t> markAt(const QPointF& place, const PlotMap& map) const override;
    QPointF placeOf(std::size_t mark, const PlotMap& map) const override;
    std::optional<std::size_t> stepFrom(const std::optional<std::size_t>& mark, Step step) const override;
    std::optional<RunRef> runOf(std::size_t) const override { return m_run; }
    std::optional<std::size_t> markOf(const RunRef&) const override { return std::nullopt; }
    PlotTip tipOf(std::size_t mark) const override;
    PlotLegend legend() const override;
    QString description() const override;
    BodyTable table() const override;

    const std::vector<double>& edges() const { return m_edges; }
    /// Of one histogram, between edges(): shared out where its own bins are others.
    const std::vector<double>& counts(std::size_t histogram) const { return m_counts[histogram]; }
    /// Where a histogram begins on the x axis, and where the next one does.
    Range span(std::size_t histogram) const;

private:
    struct Bin {
        std::size_t histogram = 0, bin = 0;
    };
    Bin binOf(std::size_t mark) const;
    std::size_t histogramAt(double step) const;
    QRectF cellOf(const Bin& bin, const PlotMap& map) const;

    RunRef m_run;
    QString m_runName, m_metric;
    std::shared_ptr<const HistogramSeries> m_series;
    std::vector<double> m_edges;
    std::vector<std::vector<double>> m_counts; ///< one a histogram, one a bin between m_edges
    std::vector<std::size_t> m_firstMark;      ///< one a histogram, and one behind the last
    double m_most = 0;                         ///< in a cell
    PlotAxes m_axes;
};

} // namespace runglass
