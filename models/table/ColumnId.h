// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

enum class ColumnOrigin { Field, Config, Summary };

/// The columns every run has, in the order they are shown in.
enum class Field {
    Name,
    State,
    Notes,
    Tags,
    Created,
    Runtime,
    Group,
    JobType,
    Author,
    Duration,
    Host,
    Id,
    Project,
    Entity,
    Sweep,
    Program,
    ExitCode,
    Source,
    Count
};

/// "name", "state", "notes", "tags", "created", "runtime", "group", "job_type", "author", "duration", "host", "id",
/// "project", "entity", "sweep", "program", "exit_code", "source": the filter language's and the settings' names.
std::string_view toName(Field field);
std::optional<Field> fieldFromName(std::string_view name);

/// Which column: a field, or a leaf of config or summary.
struct ColumnId {
    ColumnOrigin origin = ColumnOrigin::Field;
    Field field = Field::Name; ///< of a field
    KeyPath key;               ///< of config and summary

    auto operator<=>(const ColumnId&) const = default;
};

/// "name", "config.lr", "summary.`val/loss`": unique, for settings and messages.
std::string toText(const ColumnId& id);

} // namespace runglass
