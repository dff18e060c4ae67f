// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunDetail.h"

#include <string>
#include <string_view>

namespace runglass
{

/// Documents are CBOR maps from field numbers, rising, to values; fields that are empty are left out. The numbers are
/// in Documents.cpp and are never given to another field. Decoders pass over numbers they do not know.
/// @errors Corruption

/// A run without its path, which the table holds.
std::string encodeRun(const Run& run);
Result<Run> decodeRun(std::string_view bytes);

std::string encodeDetail(const RunDetail& detail);
Result<RunDetail> decodeDetail(std::string_view bytes);

} // namespace runglass
