// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"

#include <QString>

#include <memory>
#include <vector>

namespace runglass
{

/// A run as charts show it.
struct ShownRun {
    RunRef ref;
    QString name;
    RunColour colour; ///< for Theme::runColour
    bool running = false;

    bool operator==(const ShownRun&) const = default;
};

/// The runs whose lines charts draw: the baseline, then the others in the order of the list.
struct ShownRuns {
    /// More lines than this tell nobody anything; what is left out is said.
    static constexpr std::size_t kMost = 500;

    std::vector<ShownRun> runs;
    std::size_t leftOut = 0; ///< runs with an open eye beyond kMost

    bool operator==(const ShownRuns&) const = default;
};

/// Those of the list whose eye is open under state, which may be newer than the list's own.
std::shared_ptr<const ShownRuns> shownRuns(const RunList& list, const RunListState& state);

} // namespace runglass
