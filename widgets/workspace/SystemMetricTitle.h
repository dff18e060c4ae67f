// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace runglass
{

/// What is written on the panel of a hardware series: "GPU 0 temperature (°C)" for "gpu.0.temp". Keys that are not
/// known stand for themselves.
QString systemMetricTitle(const QString& key);

/// What of a computer a hardware series is of, as layouts keep it: "cpu", "memory", "disk./data", "network", "gpu.0",
/// "tpu.1", with "/l:node1" behind where the key names the computer; "other".
QString systemDevice(const QString& key);
/// "GPU 0", "Disk /data".
QString systemDeviceTitle(const QString& device);
/// Those of a lower rank are listed before the others.
int systemDeviceRank(const QString& device);

} // namespace runglass
