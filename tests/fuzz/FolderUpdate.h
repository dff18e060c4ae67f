// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"

#include <string_view>

namespace runglass::fuzz
{

/// The run that the source makes of a FolderInput, long after it was written.
RunUpdate folderUpdate(std::string_view message);

} // namespace runglass::fuzz
