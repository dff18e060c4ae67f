// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace runglass
{

/// @source RFC 4648, section 4
std::string encodedBase64(std::string_view bytes);
/// Up to the first letter that is none of base64.
std::string decodedBase64(std::string_view text);

/// Bytes as small hexadecimal digits.
std::string hexOf(std::string_view bytes);

} // namespace runglass
