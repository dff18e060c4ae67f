// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "models/items/ShownGroups.h"
#include "models/run/Cancel.h"

#include <map>
#include <memory>
#include <vector>

namespace runglass
{

/// What a line of a panel was made of, and what became of it: made again only when that is other.
struct MadeLine {
    std::vector<ChartLine::Segments> inputs;
    ChartLine line;
};

using MadeLines = std::map<std::pair<RunRef, int>, MadeLine>; ///< by run (or group) and part

/// What the lines of a panel are to be made of.
struct LinesWanted {
    std::vector<ChartLine> lines; ///< of all runs and parts, as they were read
    ChartLook look;
    std::shared_ptr<const ShownGroups> groups; ///< null: no line is of a group
    std::shared_ptr<const MadeLines> before;   ///< under the same look; null: nothing
};

struct LinesMade {
    std::vector<ChartLine> lines;
    std::optional<Range> yUsual; ///< of the y axis where it is not that of all values
    std::shared_ptr<const MadeLines> made;
};

/// Whether making the lines takes a worker: they are smoothed or grouped, or the y axis needs to look at every value.
bool needsWork(const LinesWanted& wanted);

/// Groups, then smooths.
/// @thread any
LinesMade makeLines(const LinesWanted& wanted, const CancelToken& cancel);

} // namespace runglass
