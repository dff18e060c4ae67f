// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace runglass
{

/// What the project of a run without one is called in paths; shown as "Uncategorized".
inline constexpr std::string_view kUncategorized = "uncategorized";

/// The identity of a run inside its source: entity/project/run-ID.
struct RunPath {
    std::string entity;  ///< empty: absent
    std::string project; ///< empty: unknown (nothing could be read of the run yet)
    std::string id;

    auto operator<=>(const RunPath&) const = default;
};

/// "entity/project/id"; an absent part leaves its place empty ("/project/id", "//id").
std::string toString(const RunPath& path);

/// How a person or a script names a run.
struct RunReference {
    std::optional<std::string> entity;  ///< unset: any
    std::optional<std::string> project; ///< unset: any
    std::string id;
};

/// Reads an ID, a run path, or a run URL of either form (host/entity/project/id and host/entity/project/runs/id, with
/// or without scheme, query and fragment). Percent escapes in URLs are decoded.
/// @return nothing when the text names no run
std::optional<RunReference> parseRunReference(std::string_view text);

/// Whether the reference names this path. Project compares "uncategorized" without regard to case.
bool matches(const RunReference& reference, const RunPath& path);

} // namespace runglass
