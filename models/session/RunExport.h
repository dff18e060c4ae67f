// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/session/ByteSink.h"
#include "models/session/RunObject.h"
#include "models/table/NamedColumn.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace runglass
{

/// Runs as a file for other programs: which, and what of them.
struct RunExport {
    enum class Format {
        Csv,       ///< one line a run under a line of names, see CsvWriter
        JsonLines, ///< one run object a line, with the member "columns" where columns are given
    };
    Format format = Format::Csv;
    std::shared_ptr<const RunTable> table;
    std::vector<std::uint32_t> rows; ///< of table, in the order they are written in
    std::vector<NamedColumn> columns;
    bool internal = false; ///< JSON lines: config and summary with the keys that begin with "_"
};

/// A run as JSON lines need it.
struct ExportedRun {
    Run run;
    RunOrigin origin;
};
/// Gives the run of a row of the table.
using GiveRun = std::function<Result<ExportedRun>(std::uint32_t row)>;

/// What became of an export.
struct ExportReport {
    std::uint32_t written = 0;
    std::uint32_t failed = 0; ///< runs that could not be read and are not in the file
    std::optional<Error> firstFailure;
};

/// Writes run by run; nothing of a run is kept.
/// @param give  asked for JSON lines only
/// @param goOn  told before each run how many are done, and at the end; false cancels
/// @errors Canceled. What goes wrong with the sink is the sink's to tell; it ends the work early.
/// @thread any
Result<ExportReport> writeRuns(const RunExport& runs, const GiveRun& give, ByteSink& output,
                               const std::function<bool(std::uint32_t done)>& goOn);

/// Writes the member "columns" of a run object: the name of each column and its cell.
void writeColumns(JsonWriter& json, const RunTable& table, const std::vector<NamedColumn>& columns, std::uint32_t row);

} // namespace runglass
