// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/HistogramMarks.h"

#include "models/items/Format.h"

#include <algorithm>

namespace runglass
{

namespace
{

/// The edges that all of them have; where they differ, bins of equal width from the lowest edge to the highest.
std::vector<double> commonEdges(const HistogramSeries& series)
{
    const std::vector<double>& first = series.histograms.front().edges;
    const bool isSame = std::all_of(series.histograms.begin(), series.histograms.end(),
                                    [&](const Histogram& one) { return one.edges == first; });
    if (isSame && first.back() > first.front())
        return first;
    const Range range = drawable(series.range());
    std::vector<double> edges;
    for (std::size_t i = 0; i <= HistogramMarks::kBins; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(HistogramMarks::kBins);
        edges.push_back(range.lo * (1 - part) + range.hi * part);
    }
    return edges;
}

} // namespace

HistogramMarks::HistogramMarks(std::shared_ptr<const HistogramData> data)
    : m_data(std::move(data))
    , m_edges(commonEdges(m_data->series))
    , m_firstMark{0}
{
    for (const Histogram& histogram : m_data->series.histograms) {
        m_counts.push_back(histogram.edges == m_edges ? histogram.counts : countsBetween(histogram, m_edges));
        m_most = std::max(m_most, *std::max_element(m_counts.back().begin(), m_counts.back().end()));
        m_firstMark.push_back(m_firstMark.back() + histogram.counts.size());
    }
}

HistogramMarks::Bin HistogramMarks::binOf(std::size_t mark) const
{
    const auto after = std::upper_bound(m_firstMark.begin(), m_firstMark.end(), mark);
    const auto histogram = static_cast<std::size_t>(after - m_firstMark.begin()) - 1;
    return {histogram, mark - m_firstMark[histogram]};
}

std::optional<std::size_t> HistogramMarks::markAtValue(std::size_t histogram, double value) const
{
    const std::vector<double>& edges = m_data->series.histograms[histogram].edges;
    if (value < edges.front() || value > edges.back())
        return std::nullopt;
    const auto after = static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
    return m_firstMark[histogram] + std::clamp<std::size_t>(after, 1, edges.size() - 1) - 1;
}

Range HistogramMarks::valuesOf(const Bin& bin) const
{
    const std::vector<double>& edges = m_data->series.histograms[bin.histogram].edges;
    return {edges[bin.bin], edges[bin.bin + 1]};
}

std::optional<std::size_t> HistogramMarks::stepFrom(const std::optional<std::size_t>& mark, Step step) const
{
    const std::vector<Histogram>& histograms = m_data->series.histograms;
    if (!mark || step == Step::First || step == Step::Last) {
        const std::size_t histogram = step == Step::Last ? histograms.size() - 1 : 0;
        return m_firstMark[histogram] + histograms[histogram].counts.size() / 2;
    }
    const Bin bin = binOf(*mark);
    const std::size_t bins = histograms[bin.histogram].counts.size();
    if (step == Step::Up || step == Step::Down) {
        const bool canGo = step == Step::Up ? bin.bin + 1 < bins : bin.bin > 0;
        return canGo ? std::optional(step == Step::Up ? *mark + 1 : *mark - 1) : std::nullopt;
    }
    if (step == Step::Left ? bin.histogram == 0 : bin.histogram + 1 == histograms.size())
        return std::nullopt;
    const std::size_t beside = step == Step::Left ? bin.histogram - 1 : bin.histogram + 1;
    return m_firstMark[beside] + std::min(bin.bin, histograms[beside].counts.size() - 1);
}

PlotTip HistogramMarks::tipOf(std::size_t mark) const
{
    const Bin bin = binOf(mark);
    const Histogram& histogram = m_data->series.histograms[bin.histogram];
    PlotTip tip;
    tip.title = m_data->placeText(bin.histogram);
    // A bin holds its upper edge only where there is none above it.
    const bool isLast = bin.bin + 1 == histogram.counts.size();
    tip.rows.emplace_back(tr("From"), format::exactNumber(histogram.edges[bin.bin]));
    tip.rows.emplace_back(isLast ? tr("To") : tr("Below"), format::exactNumber(histogram.edges[bin.bin + 1]));
    tip.rows.emplace_back(tr("Count"), format::exactNumber(histogram.counts[bin.bin]));
    tip.rows.emplace_back(tr("Of all"), format::exactNumber(histogram.total()));
    return tip;
}

QString HistogramMarks::description() const
{
    const Range values = m_data->series.range();
    //: What a histogram panel shows; %1 is a metric, %2 a run, %3 and %4 are values.
    return tr("%n histograms of %1 in %2, values from %3 to %4.", nullptr, static_cast<int>(m_data->size()))
        .arg(m_data->metric, m_data->runName, format::number(values.lo), format::number(values.hi));
}

BodyTable HistogramMarks::table() const
{
    BodyTable table;
    table.columns = {m_data->axisName(), tr("From"), tr("To"), tr("Count")};
    table.rows = m_firstMark.back();
    table.cell = [data = m_data, first = m_firstMark](std::size_t row, std::size_t column) -> Value {
        const auto after = std::upper_bound(first.begin(), first.end(), row);
        const auto at = static_cast<std::size_t>(after - first.begin()) - 1;
        const std::size_t bin = row - first[at];
        const Histogram& histogram = data->series.histograms[at];
        switch (column) {
        case 0:
            return data->placeValue(at);
        case 1:
            return histogram.edges[bin];
        case 2:
            return histogram.edges[bin + 1];
        default:
            return histogram.counts[bin];
        }
    };
    return table;
}

} // namespace runglass
