// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/HistogramDrawing.h"

#include "models/items/Format.h"

#include <QPainter>

namespace runglass
{

HistogramDrawing::HistogramDrawing(std::shared_ptr<const HistogramData> histograms)
    : HistogramMarks(std::move(histograms))
{
    m_axes.xMeasure = data().measure;
    m_axes.x = {data().span(0).lo, data().span(data().size() - 1).hi};
    m_axes.y = {edges().front(), edges().back()};
    m_axes.xLabel = data().axisName();
}

/// Many histograms may lie in one pixel: it shows their mean, so that none is left out.
void HistogramDrawing::paint(QPainter& painter, const PlotMap& map, const PlotStyle& style) const
{
    painter.save();
    painter.setClipRect(map.rect, Qt::IntersectClip);
    std::size_t at = 0;
    while (at < data().size()) {
        const double left = map.toPixel(data().span(at).lo, 0).x();
        std::vector<double> sums = counts(at);
        std::size_t end = at + 1;
        double right = map.toPixel(data().span(at).hi, 0).x();
        for (; end < data().size() && right - left < 1; ++end) {
            for (std::size_t bin = 0; bin < sums.size(); ++bin)
                sums[bin] += counts(end)[bin];
            right = map.toPixel(data().span(end).hi, 0).x();
        }
        for (std::size_t bin = 0; bin < sums.size(); ++bin) {
            const double count = sums[bin] / static_cast<double>(end - at);
            if (!(count > 0))
                continue;
            const double bottom = map.toPixel(0, edges()[bin]).y(), top = map.toPixel(0, edges()[bin + 1]).y();
            // Half a pixel more, so that no light shines between cells.
            painter.fillRect(QRectF(left, top, right - left + 0.5, bottom - top + 0.5), style.shade(count / most()));
        }
        at = end;
    }
    painter.restore();
}

QRectF HistogramDrawing::cellOf(const Bin& bin, const PlotMap& map) const
{
    const Range place = data().span(bin.histogram), values = valuesOf(bin);
    return QRectF(map.toPixel(place.lo, values.hi), map.toPixel(place.hi, values.lo)).intersected(map.rect);
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
    return markAtValue(data().at(map.xAt(place.x())), map.yAt(place.y()));
}

QPointF HistogramDrawing::placeOf(std::size_t mark, const PlotMap& map) const
{
    const Bin bin = binOf(mark);
    const Range place = data().span(bin.histogram), values = valuesOf(bin);
    return map.toPixel((place.lo + place.hi) / 2, (values.lo + values.hi) / 2);
}

PlotLegend HistogramDrawing::legend() const
{
    PlotLegend legend;
    legend.title = tr("Count");
    legend.isShade = true;
    legend.low = QStringLiteral("> 0");
    legend.high = format::number(most());
    return legend;
}

} // namespace runglass
