// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace runglass
{

/// A text as every search compares it: without regard to case, width of characters and other ways to write the same.
std::string searchText(std::string_view text);

} // namespace runglass
