// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/AxisTicks.h"

#include "models/items/Format.h"
#include "widgets/workspace/charts/AxisText.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kMinute = 60, kHour = 3600, kDay = 86400;
constexpr std::size_t kMostTicks = 100;

/// Multiples of step inside a range.
std::vector<double> multiples(const Range& range, double step)
{
    std::vector<double> result;
    // Room for what rounding takes from a tick on the edge.
    const double slack = step * 1e-9;
    double at = std::ceil((range.lo - slack) / step);
    for (; at * step <= range.hi + slack && result.size() < kMostTicks; ++at)
        result.push_back(at * step);
    return result;
}

double wholeStep(double step)
{
    if (step == std::floor(step))
        return step;
    return step < 1 ? 1 : niceStep(step * 1.01);
}

double clockStep(double least)
{
    constexpr double kSteps[] = {1,           2,           5,          10,   15,       30,       kMinute,
                                 2 * kMinute, 5 * kMinute, 600,        900,  1800,     kHour,    2 * kHour,
                                 3 * kHour,   6 * kHour,   12 * kHour, kDay, 2 * kDay, 7 * kDay, 14 * kDay};
    if (least <= 1)
        return niceStep(least);
    for (const double step : kSteps) {
        if (step >= least)
            return step;
    }
    return niceStep(least / kDay) * kDay;
}

/// As short as tells ticks of this step apart.
QString durationText(double seconds, double step)
{
    if (seconds < 0)
        return u'-' + durationText(-seconds, step);
    if (step < 1 || seconds < 1)
        return seconds == 0 ? QStringLiteral("0") : QLocale().toString(seconds, 'g', 6) + u's';
    const auto whole = static_cast<qint64>(std::llround(seconds));
    const std::pair<qint64, const char16_t*> units[] = {{86400, u"d"}, {3600, u"h"}, {60, u"m"}, {1, u"s"}};
    QString text;
    qint64 rest = whole;
    for (const auto& [size, name] : units) {
        if (rest >= size) {
            text += QString::number(rest / size) + QString::fromUtf16(name);
            rest %= size;
        }
        // Days and minutes of one tick would not fit beside those of the next.
        if (!text.isEmpty() && text.size() > 4)
            break;
    }
    return text;
}

AxisTicks timeTicks(const Range& range, int count)
{
    const double step = clockStep(range.size() / std::max(1, count));
    AxisTicks result;
    constexpr double kMost = 9e12; // far beyond what a calendar has
    if (!(std::abs(range.lo) < kMost && std::abs(range.hi) < kMost))
        return result;
    const auto shift =
        static_cast<double>(QDateTime::fromSecsSinceEpoch(static_cast<qint64>(range.lo)).offsetFromUtc());
    const QLocale locale;
    for (const double local : multiples({range.lo + shift, range.hi + shift}, step)) {
        const double seconds = local - shift;
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(seconds * 1000)));
        QString text;
        if (step >= kDay || time.time() == QTime(0, 0))
            text = locale.toString(time, QStringLiteral("MM-dd"));
        else if (step >= kMinute)
            text = locale.toString(time, QStringLiteral("HH:mm"));
        else
            text = locale.toString(time, step >= 1 ? QStringLiteral("HH:mm:ss") : QStringLiteral("ss.zzz"));
        result.places.push_back(seconds);
        result.texts.push_back(text);
    }
    return result;
}

AxisTicks linearTicks(const AxisMeasure& scale, const Range& range, int count)
{
    double step = range.size() / std::max(1, count);
    if (scale.unit == AxisMeasure::Unit::Duration)
        step = clockStep(step);
    else
        step = scale.unit == AxisMeasure::Unit::Step ? wholeStep(niceStep(step)) : niceStep(step);
    AxisTicks result{multiples(range, step), {}};
    if (scale.unit == AxisMeasure::Unit::Duration) {
        for (const double place : result.places)
            result.texts.push_back(durationText(std::abs(place) < step * 1e-6 ? 0 : place, step));
    } else {
        result.texts = axisTexts(result.places, step);
    }
    return result;
}

/// "1000", "20k", "10⁻⁴", "2·10⁻⁴".
QString powerText(double factor, int exponent)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    if (exponent >= -3 && exponent < 6)
        return exponent < 4 ? locale.toString(factor * std::pow(10, exponent), 'g', 6)
                            : locale.toString(factor * std::pow(10, exponent - 3), 'g', 6) + u'k';
    QString text = factor == 1 ? QStringLiteral("10") : locale.toString(factor, 'g', 3) + QStringLiteral("·10");
    for (const QChar digit : QString::number(exponent))
        text += digit == u'-' ? QChar(u'⁻') : QStringView(u"⁰¹²³⁴⁵⁶⁷⁸⁹")[digit.digitValue()];
    return text;
}

/// Powers of ten; also 2 and 5 times those where there are few; round numbers where not even these are enough.
AxisTicks logTicks(const AxisMeasure& scale, const Range& places, int count)
{
    AxisTicks result;
    const double stride = std::max(1.0, std::ceil(places.size() / std::max(1, count)));
    for (const double exponent : multiples(places, stride)) {
        result.places.push_back(exponent);
        result.texts.push_back(powerText(1, static_cast<int>(std::lround(exponent))));
    }
    if (result.places.size() >= 3 || stride > 1)
        return result;
    result = {};
    for (const double exponent : multiples({std::floor(places.lo), places.hi}, 1)) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double place = exponent + std::log10(factor);
            if (place < places.lo - 1e-9 || place > places.hi + 1e-9)
                continue;
            result.places.push_back(place);
            result.texts.push_back(powerText(factor, static_cast<int>(std::lround(exponent))));
        }
    }
    if (result.places.size() >= 3)
        return result;
    result = linearTicks({scale.unit, false}, scale.fromAxis(places), count);
    for (double& place : result.places)
        place = scale.toAxis(place);
    return result;
}

} // namespace

double AxisMeasure::toAxis(double value) const
{
    if (!log)
        return value;
    return value > 0 ? std::log10(value) : -std::numeric_limits<double>::infinity();
}

double AxisMeasure::fromAxis(double place) const
{
    return log ? std::pow(10, place) : place;
}

AxisTicks axisTicks(const AxisMeasure& scale, const Range& places, int count)
{
    if (places.isEmpty() || !std::isfinite(places.size()) || places.size() <= 0)
        return {};
    if (scale.log)
        return logTicks(scale, places, count);
    if (scale.unit == AxisMeasure::Unit::Time)
        return timeTicks(places, count);
    return linearTicks(scale, places, count);
}

} // namespace runglass
