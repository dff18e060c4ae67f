// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/SingleWindow.h"

#include <optional>

namespace runglass
{

/// Longer ones are not read.
constexpr qsizetype kLongestMessage = 1'000'000;

/// What one start of the program says to another: a JSON object.
QByteArray messageOf(const WindowRequest& request);
/// Nothing when it is no such message: wrong JSON, wrong types, relative paths.
std::optional<WindowRequest> requestFrom(const QByteArray& message);

} // namespace runglass
