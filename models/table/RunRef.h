// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunPath.h"

namespace runglass
{

/// A number for an open source, given by Session and never used again in its life.
using SourceId = int;

/// A run among all open sources: the same path may be in two of them.
struct RunRef {
    SourceId source = 0;
    RunPath path;

    auto operator<=>(const RunRef&) const = default;
};

} // namespace runglass
