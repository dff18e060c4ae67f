// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "models/table/RunView.h"

#include <memory>
#include <set>
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

/// Which keys a place had when it was looked at first. Kept beside its view, and not undone.
struct KnownColumns {
    std::set<std::string> locations; ///< sources that were read whole when they were learned
    std::shared_ptr<const ColumnSet> columns;
};

/// All that is kept of a place.
struct KeptView {
    RunView view;
    KnownColumns known = {};
    std::shared_ptr<const PanelLayout> panels = nullptr; ///< null: as in a new workspace

    /// Nothing in it differs from a place that was never looked at.
    bool isNew() const { return view == RunView() && !known.columns && (!panels || *panels == PanelLayout()); }
};

/// JSON, the same for the same place: what a view is kept under.
std::string keyOf(const ViewPlace& place);

/// JSON of a view and of what is kept beside it.
std::string textOf(const KeptView& kept);
inline std::string textOf(const RunView& view, const KnownColumns& known = {})
{
    return textOf(KeptView{view, known});
}
/// Reads the parts of textOf(). A part that is missing or damaged, or that this version does not know, is as in a new
/// view.
RunView viewFromText(std::string_view text);
KnownColumns knownFromText(std::string_view text);
PanelLayout panelsFromText(std::string_view text);

} // namespace runglass
