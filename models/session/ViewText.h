// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunView.h"

#include <string>
#include <string_view>

namespace runglass
{

/// Where a view belongs: a node of the tree at the left. A source is named by where it lies, since SourceIds live for
/// one session only.
struct ViewPlace {
    std::string location; ///< empty: all sources
    std::optional<std::string> entity, project;

    bool operator==(const ViewPlace&) const = default;
};

/// JSON, the same for the same place: what a view is kept under.
std::string keyOf(const ViewPlace& place);

/// JSON of a view.
std::string textOf(const RunView& view);
/// Reads textOf(). A part that is missing or damaged, or that this version does not know, is as in a new view.
RunView viewFromText(std::string_view text);

} // namespace runglass
