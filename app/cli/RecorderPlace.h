// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "models/recorder/RecorderService.h"
#include "models/run/Result.h"

#include <string>

namespace runglass::cli
{

/// What --store and --listen ask for.
/// @errors InvalidArgument: no address, or there is no place for a store
Result<RecorderSettings> recorderSettings(const Options& options);

/// Where the store's recorder is, or will be when it is started.
/// @errors as RecorderStore::open
Result<std::string> recorderUrl(const std::string& storeFile);

} // namespace runglass::cli
