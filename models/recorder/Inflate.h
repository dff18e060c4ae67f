// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <string>
#include <string_view>

namespace runglass
{

/// Opens what was sent with "Content-Encoding: gzip".
/// @errors InvalidArgument: it is none, is cut, or holds more than mostBytes
Result<std::string> inflateGzip(std::string_view bytes, std::size_t mostBytes);

} // namespace runglass
