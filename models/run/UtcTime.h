// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <string>

namespace runglass
{

/// "2026-11-23T06:55:53Z".
std::string utcText(TimeNs time);

} // namespace runglass
