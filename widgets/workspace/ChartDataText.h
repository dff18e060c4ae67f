// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ByteSink.h"
#include "widgets/workspace/charts/ChartPicture.h"

namespace runglass
{

/// Writes the points of a chart that are drawn: those inside its x axis, smoothed and in groups as they are there.
/// Numbers are exact.
/// @thread any
void writeChartCsv(const ChartShot& shot, ByteSink& output);
void writeChartJson(const ChartShot& shot, ByteSink& output);

} // namespace runglass
