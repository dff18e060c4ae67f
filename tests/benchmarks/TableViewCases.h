// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <memory>

namespace runglass::benchmark
{

/// Times the table on the screen with this list, one line a measurement: a click on a head until the new order is
/// painted beside a bare repaint, in a window of usual size; a line and a page scrolled in one of 3840 × 2100 pixels.
void runViewCases(const std::shared_ptr<const RunList>& list, int turns);

} // namespace runglass::benchmark
