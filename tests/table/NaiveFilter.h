// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/run/Run.h"

namespace runglass::test
{

/// The filter language word for word over one run: no columns, no bitmaps, no dictionaries. Nothing of what it uses is
/// used by the table's filter, but for reading times, durations, patterns and folding.
bool naiveMatches(const Run& run, const Filter& filter, TimeNs now);

} // namespace runglass::test
