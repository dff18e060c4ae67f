// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbMetadataFiles.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// The three files beside a log; the first byte says which.
RUNGLASS_FUZZ_TARGET(metadata_files)
{
    using fuzz::require;
    if (bytes.empty())
        return;
    const int kind = static_cast<unsigned char>(bytes.front()) % 3;
    bytes.remove_prefix(1);
    if (kind == 0) {
        const Result<WandbMetadata> metadata = parseWandbMetadata(bytes);
        require(!metadata || metadata->hardware.cpuCount >= 0, "counts are not negative");
        return;
    }
    const Result<Value> value = kind == 1 ? parseWandbSummary(bytes) : parseWandbConfig(bytes);
    require(!value || value->isObject(), "summary and config are objects");
}
