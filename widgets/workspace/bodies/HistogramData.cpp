// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/HistogramData.h"

#include "models/items/Format.h"
#include "models/run/Rfc3339Text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace runglass
{

namespace
{

constexpr double kNsPerSecond = 1e9;

AxisMeasure measureOf(XAxisKind axis)
{
    using Unit = AxisMeasure::Unit;
    return {axis == XAxisKind::RelativeWall ? Unit::Duration
            : axis == XAxisKind::WallTime   ? Unit::Time
                                            : Unit::Step,
            false};
}

/// Sorted by place; those without one are left out.
void place(HistogramData& data, const std::vector<double>& places)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (std::isfinite(places[i]))
            order.push_back(i);
    }
    data.leftOut = places.size() - order.size();
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    HistogramSeries sorted;
    sorted.others = data.series.others;
    for (const std::size_t i : order) {
        data.places.push_back(places[i]);
        sorted.steps.push_back(data.series.steps[i]);
        sorted.times.push_back(data.series.times[i]);
        sorted.histograms.push_back(std::move(data.series.histograms[i]));
    }
    data.series = std::move(sorted);
}

} // namespace

QString HistogramData::axisName() const
{
    switch (measure.unit) {
    case AxisMeasure::Unit::Duration:
        return QCoreApplication::translate("HistogramData", "Relative time (wall)");
    case AxisMeasure::Unit::Time:
        return QCoreApplication::translate("HistogramData", "Wall time");
    default:
        return QCoreApplication::translate("HistogramData", "Step");
    }
}

QString HistogramData::placeText(std::size_t histogram) const
{
    switch (measure.unit) {
    case AxisMeasure::Unit::Duration:
        return format::duration(places[histogram]);
    case AxisMeasure::Unit::Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(std::llround(places[histogram] * 1000)),
                                  QLocale::ShortFormat);
    default:
        return QCoreApplication::translate("HistogramData", "Step %1")
            .arg(QLocale().toString(static_cast<qlonglong>(series.steps[histogram])));
    }
}

Value HistogramData::placeValue(std::size_t histogram) const
{
    switch (measure.unit) {
    case AxisMeasure::Unit::Duration:
        return places[histogram];
    case AxisMeasure::Unit::Time:
        return rfc3339Text(std::llround(places[histogram] * kNsPerSecond));
    default:
        return series.steps[histogram];
    }
}

Range HistogramData::span(std::size_t histogram) const
{
    if (histogram + 1 < size())
        return {places[histogram], places[histogram + 1]};
    const double width = histogram > 0 ? places[histogram] - places[histogram - 1] : 0;
    return {places[histogram], places[histogram] + (width > 0 ? width : 1)};
}

std::size_t HistogramData::at(double place) const
{
    const auto after = std::upper_bound(places.begin(), places.end(), place) - places.begin();
    return after > 0 ? static_cast<std::size_t>(after - 1) : 0;
}

std::shared_ptr<const HistogramData> histogramData(RunRef run, QString runName, QString metric, HistogramSeries series,
                                                   XAxisKind axis, double started)
{
    auto data = std::make_shared<HistogramData>();
    data->run = std::move(run);
    data->runName = std::move(runName);
    data->metric = std::move(metric);
    data->series = std::move(series);
    data->measure = measureOf(axis);
    const std::vector<double>& times = data->series.times;
    std::vector<double> places(times.size());
    const auto first = std::find_if(times.begin(), times.end(), [](double time) { return std::isfinite(time); });
    const double from = std::isfinite(started) || first == times.end() ? started : *first;
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = axis == XAxisKind::Step           ? static_cast<double>(data->series.steps[i])
                    : axis == XAxisKind::RelativeWall ? times[i] - from
                                                      : times[i];
    place(*data, places);
    return data;
}

} // namespace runglass
