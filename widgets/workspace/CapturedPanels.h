// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "models/session/Session.h"

#include <QString>

#include <vector>

namespace runglass
{

/// One of the panels that the capture groups of an expression make.
struct CapturedPanel {
    std::string part; ///< as PanelRef::part: which texts were captured
    QString title;    ///< what is found of its metrics, as far as that is the same; else what was captured
    std::vector<MetricRef> metrics; ///< those chosen that the expression does not match, then those of its own
};

/// A panel for each different text that the groups capture of the metrics' names, in the order of their first metrics.
/// None where the content does not split, its expression has no groups, or it matches nothing.
/// Cost: each metric is matched once.
std::vector<CapturedPanel> capturedPanels(const PanelContent& content, const std::vector<MetricEntry>& metrics);

} // namespace runglass
