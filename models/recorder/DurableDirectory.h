// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <string>

namespace runglass
{

/// Makes a directory, and those above it that are missing, so that they are there after a power failure too: a name is
/// on the disk when the directory that holds it is.
/// @errors Io
Status makeDurableDirectory(const std::string& path);

} // namespace runglass
