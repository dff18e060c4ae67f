// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/RunPath.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// A reference names the run that its own path names.
RUNGLASS_FUZZ_TARGET(run_path)
{
    using fuzz::require;
    const std::optional<RunReference> reference = parseRunReference(bytes);
    if (!reference)
        return;
    require(!reference->id.empty(), "a reference has an ID");
    const RunPath path{reference->entity.value_or("entity"), reference->project.value_or("project"), reference->id};
    require(matches(*reference, path), "a reference matches its path");
}
