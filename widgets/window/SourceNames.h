// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace runglass
{

/// How a source's location is shown: "~/experiments/wandb".
QString locationLabel(const std::string& location);
/// Its last part, for the window's title: "wandb".
QString locationName(const std::string& location);

} // namespace runglass
