// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunPath.h"

#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// What a user asks of a run. It goes to the source that owns the run; the effect comes back as data.
struct RunCommand {
    enum class Kind { Stop, Delete, Restore, Purge, Edit, Lock, Unlock };

    /// Fields to change; unset ones stay.
    struct Edit {
        std::optional<std::string> name, notes, group, jobType;
        std::vector<std::string> addTags, removeTags;
    };

    Kind kind = Kind::Stop;
    RunPath run;
    Edit edit;
};

/// Whether a command can be carried out on a run, or why not (one sentence for a tooltip).
struct Capability {
    bool allowed = false;
    std::string reason;
};

/// Answers for every kind of command.
struct Capabilities {
    Capability stop, remove, restore, edit, lock;
};

} // namespace runglass
