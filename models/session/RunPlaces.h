// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/ReaderPool.h"
#include "models/table/RunRef.h"

#include <memory>
#include <utility>
#include <vector>

namespace runglass
{

/// Where a run can be read: its source, and the folders that the SDK left behind of a recorder's run.
struct RunPlaces {
    RunRef run;
    std::shared_ptr<ReaderPool> source; ///< null: not open
    std::vector<std::pair<RunRef, std::shared_ptr<ReaderPool>>> folders;
};

} // namespace runglass
