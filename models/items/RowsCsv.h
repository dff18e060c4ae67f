// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/RunsText.h"
#include "models/run/Result.h"

#include <string>

namespace runglass
{

/// Writes rows to a file as CSV, under the titles of their columns: numbers read back exactly, as CsvWriter has it.
/// @thread any; waits for the disk
/// @errors as FileWriter
Status saveAsCsv(const CopiedRuns& rows, const std::string& destination);

} // namespace runglass
