// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/HistogramDrawing.h"

#include "models/items/Format.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

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
    for (std::size_t i = 0; i <= HistogramDrawing::kBins; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(HistogramDrawing::kBins);
        edges.push_back(range.lo * (1 - part) + range.hi * part);
    }
    return edges;
}

} // namespace

HistogramDrawing::HistogramDrawing(RunRef run, QString runName, QString metric, HistogramSeries series)
    : m_run(std::move(run))
    , m_runName(std::move(runName))
    , m_metric(std::move(metric))
    , m_series(std::make_shared<const HistogramSeries>(std::move(series)))
    , m_edges(commonEdges(*m_series))
    , m_firstMark{0}
{
    for (const Histogram& histogram : m_series->histograms) {
        m_counts.push_back(histogram.edges == m_edges ? histogram.counts : countsBetween(histogram, m_edges));
        m_most = std::max(m_most, *std::max_element(m_counts.back().begin(), m_counts.back().end()));
        m_firstMark.push_back(m_firstMark.back() + histogram.counts.size());
    }
    m_axes.xMeasure = {AxisMeasure::Unit::Step, false};
    m_axes.x = {span(0).lo, span(m_series->size() - 1).hi};
    m_axes.y = {m_edges.front(), m_edges.back()};
    //: Under a chart over steps.
    m_axes.xLabel = tr("Step");
}

Range HistogramDrawing::span(std::size_t histogram) const
{
    const std::vector<std::int64_t>& steps = m_series->steps;
    const auto at = [&](std::size_t i) { return static_cast<double>(steps[i]); };
    if (histogram + 1 < steps.size())
        return {at(histogram), at(histogram + 1)};
    // The last is as wide as the one before.
    const double width = histogram > 0 ? std::max(1.0, at(histogram) - at(histogram - 1)) : 1;
    return {at(histogram), at(histogram) + width};
}

/// Many histograms may lie in one pixel: it shows their mean, so that none is left out.
void HistogramDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setClipRect(map.rect, Qt::IntersectClip);
    std::size_t at = 0;
    while (at < m_series->size()) {
        const double left = map.toPixel(span(at).lo, 0).x();
        std::vector<double> counts = m_counts[at];
        std::size_t end = at + 1;
        double right = map.toPixel(span(at).hi, 0).x();
        for (; end < m_series->size() && right - left < 1; ++end) {
            for (std::size_t bin = 0; bin < counts.size(); ++bin)
                counts[bin] += m_counts[end][bin];
            right = map.toPixel(span(end).hi, 0).x();
        }
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            const double count = counts[bin] / static_cast<double>(end - at);
            if (!(count > 0))
                continue;
            const double bottom = map.toPixel(0, m_edges[bin]).y(), top = map.toPixel(0, m_edges[bin + 1]).y();
            // Half a pixel more, so that no light shines between cells.
            painter.fillRect(QRectF(left, top, right - left + 0.5, bottom - top + 0.5), style.shade(count / m_most));
        }
        at = end;
    }
    painter.restore();
}

HistogramDrawing::Bin HistogramDrawing::binOf(std::size_t mark) const
{
    const auto after = std::upper_bound(m_firstMark.begin(), m_firstMark.end(), mark);
    const auto histogram = static_cast<std::size_t>(after - m_firstMark.begin()) - 1;
    return {histogram, mark - m_firstMark[histogram]};
}

std::size_t HistogramDrawing::histogramAt(double step) const
{
    const auto after =
        std::upper_bound(m_series->steps.begin(), m_series->steps.end(), step,
                         [](double wanted, std::int64_t its) { return wanted < static_cast<double>(its); });
    const auto behind = static_cast<std::size_t>(after - m_series->steps.begin());
    return behind > 0 ? behind - 1 : 0;
}

QRectF HistogramDrawing::cellOf(const Bin& bin, const PlotMap& map) const
{
    const std::vector<double>& edges = m_series->histograms[bin.histogram].edges;
    const Range steps = span(bin.histogram);
    const QPointF topLeft = map.toPixel(steps.lo, edges[bin.bin + 1]);
    const QPointF bottomRight = map.toPixel(steps.hi, edges[bin.bin]);
    return QRectF(topLeft, bottomRight).intersected(map.rect);
}

void HistogramDrawing::paintMark(QPainter& painter, std::size_t mark, const PlotMap& map, const PlotStyle& style) const
{
    const QRectF cell = cellOf(binOf(mark), map).adjusted(-1, -1, 1, 1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.token(Theme::Token::Surface), 3));
    painter.drawRect(cell);
    painter.setPen(QPen(style.token(Theme::Token::Text), 1.5));
    painter.drawRect(cell);
}

std::optional<std::size_t> HistogramDrawing::markAt(const QPointF& place, const PlotMap& map) const
{
    if (!map.rect.contains(place))
        return std::nullopt;
    const std::size_t histogram = histogramAt(map.xAt(place.x()));
    const std::vector<double>& edges = m_series->histograms[histogram].edges;
    const double value = map.yAt(place.y());
    if (value < edges.front() || value > edges.back())
        return std::nullopt;
    const auto after = static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
    return m_firstMark[histogram] + std::clamp<std::size_t>(after, 1, edges.size() - 1) - 1;
}

QPointF HistogramDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    return cellOf(binOf(mark), map).center();
}

std::optional<std::size_t> HistogramDrawing::stepFrom(const std::optional<std::size_t>& mark, Step step) const
{
    if (!mark || step == Step::First || step == Step::Last) {
        const std::size_t histogram = step == Step::Last ? m_series->size() - 1 : 0;
        return m_firstMark[histogram] + m_series->histograms[histogram].counts.size() / 2;
    }
    const Bin bin = binOf(*mark);
    const std::size_t bins = m_series->histograms[bin.histogram].counts.size();
    if (step == Step::Up || step == Step::Down) {
        const bool canGo = step == Step::Up ? bin.bin + 1 < bins : bin.bin > 0;
        return canGo ? std::optional(step == Step::Up ? *mark + 1 : *mark - 1) : std::nullopt;
    }
    if (step == Step::Left ? bin.histogram == 0 : bin.histogram + 1 == m_series->size())
        return std::nullopt;
    const std::size_t beside = step == Step::Left ? bin.histogram - 1 : bin.histogram + 1;
    return m_firstMark[beside] + std::min(bin.bin, m_series->histograms[beside].counts.size() - 1);
}

PlotTip HistogramDrawing::tipOf(std::size_t mark) const
{
    const Bin bin = binOf(mark);
    const Histogram& histogram = m_series->histograms[bin.histogram];
    PlotTip tip;
    tip.title = tr("Step %1").arg(QLocale().toString(static_cast<qlonglong>(m_series->steps[bin.histogram])));
    // A bin holds its upper edge only where there is none above it.
    const bool isLast = bin.bin + 1 == histogram.counts.size();
    tip.rows.emplace_back(tr("From"), format::exactNumber(histogram.edges[bin.bin]));
    tip.rows.emplace_back(isLast ? tr("To") : tr("Below"), format::exactNumber(histogram.edges[bin.bin + 1]));
    tip.rows.emplace_back(tr("Count"), format::exactNumber(histogram.counts[bin.bin]));
    tip.rows.emplace_back(tr("Of all"), format::exactNumber(histogram.total()));
    return tip;
}

PlotLegend HistogramDrawing::legend() const
{
    PlotLegend legend;
    legend.title = tr("Count");
    legend.isShade = true;
    legend.low = QStringLiteral("> 0");
    legend.high = format::number(m_most);
    return legend;
}

QString HistogramDrawing::description() const
{
    const Range values = m_series->range();
    //: What a histogram panel shows; %1 is a metric, %2 a run, %3 and %4 are values.
    return tr("%n histograms of %1 in %2, values from %3 to %4.", nullptr, static_cast<int>(m_series->size()))
        .arg(m_metric, m_runName, format::number(values.lo), format::number(values.hi));
}

BodyTable HistogramDrawing::table() const
{
    BodyTable table;
    table.columns = {tr("Step"), tr("From"), tr("To"), tr("Count")};
    table.rows = m_firstMark.back();
    table.cell = [series = m_series, first = m_firstMark](std::size_t row, std::size_t column) -> Value {
        const auto after = std::upper_bound(first.begin(), first.end(), row);
        const auto at = static_cast<std::size_t>(after - first.begin()) - 1;
        const std::size_t bin = row - first[at];
        const Histogram& histogram = series->histograms[at];
        switch (column) {
        case 0:
            return series->steps[at];
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
