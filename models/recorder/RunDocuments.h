// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunRecord.h"
#include "models/run/RunBatch.h"
#include "models/store/RecorderStore.h"

namespace runglass
{

/// The run and its detail as they follow from what was recorded, without series and console.
RunUpdate documentsOf(const RecordedRun& recorded, const RunRecord& record);

/// A segment as documentsOf() lists it.
Segment segmentOf(const RunRecord& record, std::size_t ordinal);

/// A config as the SDK sends it, {"lr":{"value":0.1}}, without the "value"s. Null when the text is none.
Value unwrappedConfig(const std::string& json);

} // namespace runglass
