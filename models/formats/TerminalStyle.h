// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <string_view>

namespace runglass
{

/// Changes style as the parameters of an SGR escape ask ("1;38;5;208"); unknown ones are passed over.
/// Colours may be separated by ";" or ":".
void applySgr(std::string_view parameters, TextStyle& style);

} // namespace runglass
