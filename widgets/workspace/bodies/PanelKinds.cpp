// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PanelKinds.h"

#include <algorithm>

namespace runglass
{

/// To add a kind: a function that describes it in the file of its body, declared in PanelKinds.h, and a line here.
std::vector<PanelKindInfo> panelKinds()
{
    return {scatterKind(), barsKind(),   parallelKind(), histogramKind(),
            tableKind(),   imagesKind(), comparerKind(), markdownKind()};
}

std::optional<PanelKindInfo> panelKind(PanelKind kind)
{
    std::vector<PanelKindInfo> kinds = panelKinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [kind](const PanelKindInfo& one) { return one.kind == kind; });
    return found == kinds.end() ? std::nullopt : std::optional(std::move(*found));
}

} // namespace runglass
