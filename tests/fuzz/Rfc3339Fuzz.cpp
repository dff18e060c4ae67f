// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbMetadataFiles.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// Zones count, whatever stands before them.
RUNGLASS_FUZZ_TARGET(rfc3339)
{
    parseRfc3339(bytes);
    const std::optional<TimeNs> utc = parseRfc3339(std::string(bytes) + "Z");
    const std::optional<TimeNs> east = parseRfc3339(std::string(bytes) + "+01:00");
    constexpr TimeNs kHour = TimeNs{3600} * 1'000'000'000;
    fuzz::require(utc.has_value() == east.has_value(), "a zone is as good as another");
    fuzz::require(!utc || *utc - *east == kHour, "an hour to the east is an hour earlier");
}
