// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace runglass
{

/// What is written on the panel of a hardware series: "GPU 0 temperature (°C)" for "gpu.0.temp". Keys that are not
/// known stand for themselves.
QString systemMetricTitle(const QString& key);

} // namespace runglass
