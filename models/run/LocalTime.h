// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <string>

namespace runglass
{

/// "2026-11-23 15:55:53" in the time zone of the process. In an hour that comes twice, when summer time ends, the
/// offset tells which one is meant: "2026-10-25 02:30:00 +0200".
std::string localTimeText(TimeNs time);

} // namespace runglass
