// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"

#include <string>

namespace runglass
{

/// Answers GET and HEAD with a file that was uploaded, or with a part of it: as something to be saved, which no browser
/// shows or runs, whatever it holds.
/// @param path     of the file, absolute
/// @param savedAs  its name there
HttpResponse fileResponse(const HttpRequest& request, const std::string& path, const std::string& savedAs);

} // namespace runglass
