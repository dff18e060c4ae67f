// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ChartSettingsText.h"

#include "models/run/ValueMember.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr std::pair<XAxisKind, const char*> kXAxes[] = {{XAxisKind::Defined, "defined"},
                                                        {XAxisKind::Step, "step"},
                                                        {XAxisKind::RelativeWall, "relative"},
                                                        {XAxisKind::RelativeProcess, "process"},
                                                        {XAxisKind::WallTime, "time"}};
constexpr std::pair<AxisScale, const char*> kScales[] = {{AxisScale::Linear, "linear"}, {AxisScale::Log, "log"}};
constexpr std::pair<SmoothingKind, const char*> kSmoothings[] = {{SmoothingKind::TimeWeightedEma, "time-weighted"},
                                                                 {SmoothingKind::Ema, "ema"},
                                                                 {SmoothingKind::Gaussian, "gaussian"},
                                                                 {SmoothingKind::RunningAverage, "average"}};
constexpr std::pair<Aggregate, const char*> kAggregates[] = {
    {Aggregate::Mean, "mean"}, {Aggregate::Min, "min"}, {Aggregate::Max, "max"}, {Aggregate::Median, "median"}};
constexpr std::pair<Band, const char*> kBands[] = {
    {Band::None, "none"}, {Band::MinMax, "min-max"}, {Band::StdDev, "std"}, {Band::StdErr, "stderr"}};

/// A word, or the key of a metric.
Value xAxisValue(const XAxis& x)
{
    return x.kind == XAxisKind::Metric ? keyValue(x.metric) : enumValue(kXAxes, x.kind);
}

std::optional<XAxis> xAxisFrom(const Value& value)
{
    if (auto metric = keyFrom(value))
        return XAxis{XAxisKind::Metric, std::move(*metric)};
    const auto kind = enumFrom(kXAxes, value);
    return kind ? std::optional(XAxis{*kind, {}}) : std::nullopt;
}

Value smoothingValue(const Smoothing& smoothing)
{
    return Value::Object{{"kind", enumValue(kSmoothings, smoothing.kind)}, {"amount", smoothing.amount}};
}

std::optional<Smoothing> smoothingFrom(const Value& value)
{
    const auto kind = enumFrom(kSmoothings, member(value, "kind"));
    const double amount = member(value, "amount").toDouble();
    return kind && std::isfinite(amount) && amount >= 0 ? std::optional(Smoothing{*kind, amount}) : std::nullopt;
}

std::optional<bool> boolFrom(const Value& value)
{
    return value.kind() == Value::Kind::Bool ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<int> countFrom(const Value& value)
{
    constexpr std::int64_t most = 1'000'000;
    const bool isCount = value.kind() == Value::Kind::Integer && value.toInteger() > 0 && value.toInteger() <= most;
    return isCount ? std::optional(static_cast<int>(value.toInteger())) : std::nullopt;
}

std::optional<double> endFrom(const Value& value)
{
    const double end = value.toDouble();
    return std::isfinite(end) ? std::optional(end) : std::nullopt;
}

} // namespace

Value keyValue(const KeyPath& key)
{
    return Value::Array(key.begin(), key.end());
}

std::optional<KeyPath> keyFrom(const Value& value)
{
    const Value::Array& parts = value.array();
    if (parts.empty() || !std::all_of(parts.begin(), parts.end(), [](const Value& part) { return part.isText(); }))
        return std::nullopt;
    KeyPath key;
    for (const Value& part : parts)
        key.push_back(part.text());
    return key;
}

Value scaleValue(AxisScale scale)
{
    return enumValue(kScales, scale);
}

std::optional<AxisScale> scaleFrom(const Value& value)
{
    return enumFrom(kScales, value);
}

Value limitsValue(const AxisLimits& limits)
{
    const auto end = [](const std::optional<double>& its) { return its ? Value(*its) : Value(); };
    return Value::Array{end(limits.lo), end(limits.hi)};
}

std::optional<AxisLimits> limitsFrom(const Value& value)
{
    const Value::Array& ends = value.array();
    return ends.size() == 2 ? std::optional(AxisLimits{endFrom(ends[0]), endFrom(ends[1])}) : std::nullopt;
}

Value settingsValue(const ChartSettings& settings)
{
    Value::Object parts;
    const auto put = [&parts](const char* name, const auto& setting, const auto& toValue) {
        if (setting)
            parts[name] = toValue(*setting);
    };
    const auto plain = [](auto value) { return Value(value); };
    put("x", settings.x, xAxisValue);
    put("xScale", settings.xScale, scaleValue);
    put("yScale", settings.yScale, scaleValue);
    put("xLimits", settings.xLimits, limitsValue);
    put("yLimits", settings.yLimits, limitsValue);
    put("ignoreOutliers", settings.ignoreOutliers, plain);
    put("smoothing", settings.smoothing, smoothingValue);
    put("showOriginal", settings.showOriginal, plain);
    put("followGroups", settings.followGroups, plain);
    put("aggregate", settings.aggregate, [](Aggregate its) { return enumValue(kAggregates, its); });
    put("band", settings.band, [](Band its) { return enumValue(kBands, its); });
    put("mostLines", settings.mostLines, plain);
    put("syncZoom", settings.syncZoom, plain);
    put("syncCrosshair", settings.syncCrosshair, plain);
    return parts;
}

ChartSettings settingsFrom(const Value& value)
{
    ChartSettings settings;
    settings.x = xAxisFrom(member(value, "x"));
    settings.xScale = scaleFrom(member(value, "xScale"));
    settings.yScale = scaleFrom(member(value, "yScale"));
    settings.xLimits = limitsFrom(member(value, "xLimits"));
    settings.yLimits = limitsFrom(member(value, "yLimits"));
    settings.ignoreOutliers = boolFrom(member(value, "ignoreOutliers"));
    settings.smoothing = smoothingFrom(member(value, "smoothing"));
    settings.showOriginal = boolFrom(member(value, "showOriginal"));
    settings.followGroups = boolFrom(member(value, "followGroups"));
    settings.aggregate = enumFrom(kAggregates, member(value, "aggregate"));
    settings.band = enumFrom(kBands, member(value, "band"));
    settings.mostLines = countFrom(member(value, "mostLines"));
    settings.syncZoom = boolFrom(member(value, "syncZoom"));
    settings.syncCrosshair = boolFrom(member(value, "syncCrosshair"));
    return settings;
}

} // namespace runglass
