// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <string>

namespace runglass
{

/// "2026-11-23T14:02:11.25Z": UTC, with as many decimals as there are, so that no nanosecond is lost.
std::string rfc3339Text(TimeNs time);

} // namespace runglass
