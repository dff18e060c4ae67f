// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/RunDetail.h"
#include "models/table/RunTable.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace runglass
{

/// What a script logged as wandb.Table.
struct LoggedTable {
    std::vector<std::string> columns;
    std::vector<Value::Array> rows; ///< each as long as columns
};

/// Reads the file of a table. Rows that are too short end in null; what is beyond the columns is left out.
/// @errors Corruption: it is no such file
/// @source wandb 0.31 Table: {"columns": [name …], "data": [[cell …] …]}
Result<LoggedTable> tableFromJson(std::string_view text);

/// The file that a logged value says a table is in, relative to the run's files; empty when it is none.
std::string tablePath(const Value& logged);

/// A table that one run logged.
struct RunLoggedTable {
    RunRef run;
    std::string name;      ///< of the run
    std::int64_t step = 0; ///< it was logged at
    std::shared_ptr<const LoggedTable> table;
    int segment = 0; ///< that holds its file, and those it names
};

/// The tables of several runs as one: a row a row, behind one another, so that all that a table of runs can do (filter,
/// sort, group) can be done with it.
struct JoinedTables {
    std::shared_ptr<const RunTable> table;
    /// Its columns: Field::Name is the run's name; the others are summary columns of one component, in the order in
    /// which they are met. A name that several columns of one table have gets " (2)" …; one without a name is called
    /// "column 3" by its place; one that begins with "_" gets a space before it, since a table of runs keeps those for
    /// itself. Field::Sweep, which is not among them, has the same value in all rows of a run and another in each run.
    std::vector<ColumnId> columns;
    std::vector<std::uint32_t> runOf; ///< of each row, as a place in runs
    std::vector<RunLoggedTable> runs;
    std::vector<std::pair<RunRef, Error>> failures; ///< runs whose table could not be read
};

/// Objects and lists in cells become their JSON, so that a cell stays a cell.
JoinedTables joined(std::vector<RunLoggedTable> runs);

} // namespace runglass
