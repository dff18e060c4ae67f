// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/session/PanelLayout.h"

namespace runglass
{

/// A layout as it is kept in JSON; what is as in a new workspace is left out.
Value panelsValue(const PanelLayout& layout);
/// Reads panelsValue(). An entry that is damaged is left out, a part of one that is damaged, or of a later version, is
/// as in a new workspace. Normalized.
PanelLayout panelsFrom(const Value& value);

} // namespace runglass
