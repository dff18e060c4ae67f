// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/FilterParser.h"

namespace runglass
{

/// Reads a filter as a person types it: the filter language, or a W&B API filter as JSON when it begins with "{".
FilterParse readFilter(std::string_view text);

} // namespace runglass
