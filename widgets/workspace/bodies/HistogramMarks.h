// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/HistogramData.h"
#include "widgets/workspace/bodies/PlotDrawing.h"

#include <QCoreApplication>

namespace runglass
{

/// What drawings of histograms have in common whose marks are the bins as they were logged.
class HistogramMarks : public PlotDrawing
{
    Q_DECLARE_TR_FUNCTIONS(runglass::HistogramMarks)

public:
    /// The bins drawn where the logged ones differ from one to the next.
    static constexpr std::size_t kBins = 64;

    bool zooms() const override { return true; }
    std::size_t marks() const override { return m_firstMark.back(); }
    std::optional<std::size_t> stepFrom(const std::optional<std::size_t>& mark, Step step) const override;
    std::optional<RunRef> runOf(std::size_t) const override { return m_data->run; }
    std::optional<std::size_t> markOf(const RunRef&) const override { return std::nullopt; }
    PlotTip tipOf(std::size_t mark) const override;
    QString description() const override;
    BodyTable table() const override;

    const std::vector<double>& edges() const { return m_edges; }
    /// Of one histogram, between edges(): shared out where its own bins are others.
    const std::vector<double>& counts(std::size_t histogram) const { return m_counts[histogram]; }

protected:
    struct Bin {
        std::size_t histogram = 0, bin = 0;
    };
    /// @param data  of at least one histogram
    explicit HistogramMarks(std::shared_ptr<const HistogramData> data);

    const HistogramData& data() const { return *m_data; }
    Bin binOf(std::size_t mark) const;
    /// The bin of a histogram that a value lies in.
    std::optional<std::size_t> markAtValue(std::size_t histogram, double value) const;
    /// The greatest count between two edges.
    double most() const { return m_most; }
    /// Of the bin of a mark, as it was logged.
    Range valuesOf(const Bin& bin) const;

private:
    std::shared_ptr<const HistogramData> m_data;
    std::vector<double> m_edges;
    std::vector<std::vector<double>> m_counts; ///< one a histogram, one a bin between m_edges
    std::vector<std::size_t> m_firstMark;      ///< one a histogram, and one behind the last
    double m_most = 0;
};

} // namespace runglass
