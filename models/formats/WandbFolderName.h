// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// What the name of a run folder says: "offline-run-20241105_111006-1jx1ud12" or "run-…".
struct WandbFolderName {
    bool offline = false;
    std::string startedAtLocal; ///< "2024-11-05T11:10:06", local time of the machine that wrote it
    std::string id;             ///< everything after the time stamp; may hold "-" and a sync suffix
};

/// Nothing when name is no run folder's.
std::optional<WandbFolderName> parseWandbFolderName(std::string_view name);

/// "id" of "run-id.wandb"; nothing when the name has another form.
std::optional<std::string> runIdOfLogName(std::string_view fileName);

} // namespace runglass
