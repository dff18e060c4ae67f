// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Run.h"
#include "models/session/JsonWriter.h"

#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// The source of a run, as JSON tells it.
struct RunOrigin {
    std::string kind, location;
};

/// Writes the members of the run object into an object that is open. The command line and the window write the same.
/// @param internal  config and summary with the keys that begin with "_"
void writeRunMembers(JsonWriter& json, const Run& run, const RunOrigin& origin, bool internal);

/// RFC 3339, or null.
void writeTime(JsonWriter& json, const std::optional<TimeNs>& time);
/// A member that is null where there is no number.
void writeOptional(JsonWriter& json, std::string_view name, const std::optional<double>& number);
void writeOptional(JsonWriter& json, std::string_view name, const std::optional<int>& number);
/// An object as a member.
/// @param internal  also its keys that begin with "_"
void writeTree(JsonWriter& json, std::string_view name, const Value& tree, bool internal);

} // namespace runglass
