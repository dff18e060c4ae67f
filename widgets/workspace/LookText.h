// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"

#include <QString>

namespace runglass
{

/// What a panel says of how its lines were made, beside its title: "smoothed 0.93", "mean, min–max". Empty where they
/// are as they were logged.
QString lookText(const ChartLook& look, bool isGrouped);
/// "Step", "Relative time (wall)", or the metric.
QString xAxisText(const XAxis& axis);
QString smoothingName(SmoothingKind kind);
QString aggregateName(Aggregate aggregate);
QString bandName(Band band);

} // namespace runglass
