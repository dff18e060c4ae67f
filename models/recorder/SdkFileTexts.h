// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace runglass
{

/// A text of netrc with a machine's entry replaced or added; without the entry when password is empty.
/// @source ftp(1), .netrc
std::string withNetrcEntry(std::string_view text, const std::string& machine, const std::string& password);

/// The machine's entry as it stands in the text; empty when there is none.
std::string netrcEntry(std::string_view text, const std::string& machine);

/// A text of the SDK's settings with a key of section [default] replaced or added; without the key when value is empty.
std::string withSetting(std::string_view text, const std::string& key, const std::string& value);

/// The value of a key of section [default]; empty when there is none.
std::string settingIn(std::string_view text, const std::string& key);

} // namespace runglass
