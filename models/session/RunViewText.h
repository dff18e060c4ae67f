// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/table/RunView.h"

namespace runglass
{

/// A view as it is kept in JSON; what is as in a new view is left out.
Value::Object viewParts(const RunView& view);
/// Reads viewParts(). A part that is missing or damaged, or that this version does not know, is as in a new view.
RunView viewFrom(const Value& value);

} // namespace runglass
