// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"

#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// What happened to one run folder: a line of a trash file. A folder that is a run's second or third one goes and comes
/// with the first of the same operation, its leader: where that lies says what has become of all.
/// {"what", "op", "run": [entity, project, id], "whole", "folder", "as", "leader", "size", "time", "user", "host"}
struct TrashLine {
    enum class What { Trashed, Restored, Purged };
    What what = What::Trashed;
    std::string operation; ///< tells one from all others
    RunPath run;
    bool isWhole = true;         ///< the run as such was deleted, not one folder of it: its ID is not to be used again
    std::string folder;          ///< its name beside .runglass
    std::string as;              ///< its name in .runglass/trash
    std::string leader;          ///< the leader's `as`, or its absolute path in the trash of another directory
    std::uint64_t sizeBytes = 0; ///< of the folder, on the disk
    TimeNs when = 0;
    std::string user, host;
};

std::string toLine(const TrashLine& line);
/// Nothing when it is none, or one of a form that is not known.
std::optional<TrashLine> parseTrashLine(std::string_view text);

} // namespace runglass
