// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"

#include <string>
#include <vector>

namespace runglass
{

/// One line of the Overview tab.
struct OverviewField {
    std::string label;  ///< in English, exactly as in JSON: "Run path"
    std::string text;   ///< what the tab shows, translated where a translator is installed; "–" when missing
    std::string reason; ///< why it is missing, or what the text rests on; for the tooltip; may be empty
    bool missing = false;
    bool monospace = false; ///< paths, IDs, commands
};

/// State, Name, Run path, Author, Start time, Runtime, Duration, Host name, OS, Python version, Python executable,
/// Command, Git repository, Git state, System hardware, W&B CLI version, Group, Job type, Tags, Description: in this
/// order, always all of them. Start time is local time.
std::vector<OverviewField> overviewFields(const Run& run, const RunDetail& detail);

/// Every place that holds a part of the run or a copy of it: folders, absolute.
std::vector<std::string> runLocations(const RunDetail& detail);

/// "0.8s", "45s", "12m 31s", "1h 01m", "3d 04h".
std::string durationText(double seconds);

} // namespace runglass
