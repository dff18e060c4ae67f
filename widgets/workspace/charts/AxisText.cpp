// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/AxisText.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

struct Scale {
    double unit = 1;
    const char16_t* suffix = u"";
};

Scale scaleFor(double largest)
{
    if (largest >= 1e6 && largest < 1e9)
        return {1e6, u"M"};
    if (largest >= 1e4 && largest < 1e6)
        return {1e3, u"k"};
    return {};
}

/// As few as show multiples of step exactly.
int decimalsFor(double step)
{
    int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    // 0.25 has more digits than its size tells.
    for (int more = 0; more < 2; ++more) {
        const double scaled = step * std::pow(10, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            break;
        ++decimals;
    }
    return decimals;
}

} // namespace

std::vector<QString> axisTexts(const std::vector<double>& ticks, double step)
{
    double largest = 0;
    for (const double tick : ticks)
        largest = std::max(largest, std::abs(tick));
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double known = step > 0 && std::isfinite(step) ? step : std::max(largest, 1.0);

    Scale scale = scaleFor(largest);
    // Deep in a zoom the suffix would need more digits than it saves.
    if (decimalsFor(known / scale.unit) > 2)
        scale = {};
    const int decimals = decimalsFor(known / scale.unit);
    const bool exponent = largest >= 1e9 || (largest > 0 && largest < 1e-3) || decimals > 7;
    const int mantissa =
        largest > 0 ? std::clamp(decimalsFor(known / std::pow(10, std::floor(std::log10(largest)))), 0, 12) : 0;
    std::vector<QString> result;
    for (const double tick : ticks) {
        // What rounding left of zero.
        const double value = std::abs(tick) < known * 1e-6 ? 0 : tick;
        // As many decimals as its neighbours have, but no suffix and no exponent.
        if (value == 0)
            result.push_back(locale.toString(0.0, 'f', exponent || scale.unit > 1 ? 0 : decimals));
        else if (exponent)
            result.push_back(locale.toString(value, 'e', mantissa));
        else
            result.push_back(locale.toString(value / scale.unit, 'f', decimals) + QString::fromUtf16(scale.suffix));
    }
    return result;
}

} // namespace runglass
