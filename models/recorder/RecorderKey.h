// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <string>

namespace runglass
{

/// The key of a store's recorder, which lies beside the store and is made when it is not there: "local-" and 40 random
/// digits, in the form that the SDK takes.
/// @errors Io · Refused: others may read the file
Result<std::string> recorderKey(const std::string& storeFile);

} // namespace runglass
