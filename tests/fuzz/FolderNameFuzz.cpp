// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbFolderName.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// What names say is in the names.
RUNGLASS_FUZZ_TARGET(folder_name)
{
    using fuzz::require;
    if (const std::optional<WandbFolderName> name = parseWandbFolderName(bytes)) {
        require(!name->id.empty() && bytes.ends_with(name->id), "a folder's name ends with its ID");
        require(name->startedAtLocal.size() == 19, "a local time has seconds");
    }
    if (const std::optional<std::string> id = runIdOfLogName(bytes))
        require("run-" + *id + ".wandb" == bytes, "a log's name is made of its ID");
}
