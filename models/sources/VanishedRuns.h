// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreWriter.h"

namespace runglass
{

/// Says of a run that its folder is no longer found, and since when; a running one is of unknown state then.
void markVanished(StoredRun& run, TimeNs now);
/// Takes that back; the state is to be decided again.
void markFound(StoredRun& run);

} // namespace runglass
