// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace runglass
{

/// Text as search compares it: without regard to case, width of characters and other ways to write the same.
std::string searchFold(std::string_view text);
/// The same into a string whose memory is used again.
void searchFold(std::string_view text, std::string& folded);

} // namespace runglass
