// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/table/RunTable.h"

#include <optional>
#include <vector>

namespace runglass
{

/// What a column of the filter language is in a table.
struct BoundColumn {
    enum class Kind {
        Missing,  ///< a config or summary path that no run has
        Column,   ///< column, inner or both
        Path,     ///< entity/project/id
        Warnings, ///< how many
        Edited,   ///< the names of the fields that show a user's edit; missing where none does
    };
    enum class Measure {
        Plain,
        Time,    ///< nanoseconds since 1970
        Seconds, ///< of runtime and duration
    };

    Kind kind = Kind::Missing;
    Measure measure = Measure::Plain;
    bool ignoresCase = false;              ///< = and in compare texts without regard to case
    const Column* column = nullptr;        ///< belongs to the table
    std::vector<const Column*> inner = {}; ///< columns of the keys below the path, where it is an object
};

struct ColumnBinding {
    BoundColumn column;
    std::optional<FilterError> error;   ///< the column cannot be used
    std::optional<FilterError> warning; ///< it can, but is odd
};

/// Finds what a name means in this table: a field, or a plain name in summary and then in config, else what MLflow,
/// leet or the W&B API would mean by it. In rows of logged tables it is one of their columns, or the run.
/// @errors a plain name that is in summary and in config, or nowhere; a field that is not known yet (pinned)
ColumnBinding bindColumn(const RunTable& table, const FilterColumn& name);

/// The columns of the table to which a list of names leads. The path is entity, project and ID.
struct ColumnIds {
    std::vector<std::vector<ColumnId>> columns; ///< one a name: several for the path, none for one that no run has
    std::optional<FilterError> error;
    std::vector<FilterError> warnings;
};
ColumnIds bindColumns(const RunTable& table, const std::vector<FilterColumn>& names);

} // namespace runglass
