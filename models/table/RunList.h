// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expression/Filter.h"
#include "models/expression/TextPattern.h"
#include "models/run/Clock.h"
#include "models/table/ColumnArrangement.h"
#include "models/table/ColumnColours.h"
#include "models/table/ListedRows.h"
#include "models/table/RowFilter.h"
#include "models/table/RunGroups.h"
#include "models/table/RunOrder.h"
#include "models/table/RunTable.h"
#include "models/table/ShownValues.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace runglass
{

/// What narrows the list to a part of the tree at the left. Unset parts: any.
struct RunScope {
    std::optional<SourceId> source;
    std::optional<std::string> entity, project;

    bool contains(const RunRef& ref) const
    {
        return (!source || *source == ref.source) && (!entity || *entity == ref.path.entity) &&
               (!project || *project == ref.path.project);
    }
    bool operator==(const RunScope&) const = default;
};

struct SortKey {
    ColumnId column;
    bool descending = false;

    bool operator==(const SortKey&) const = default;
};

/// The one state that table, run selector and every chart follow.
struct RunListState {
    RunScope scope;
    std::string search;           ///< part of a name (or ID), without regard to case; empty: all
    std::vector<SortKey> sort;    ///< first key first; empty: newest start first
    std::set<RunRef> hidden;      ///< runs whose eye is shut
    Filter filter = {};           ///< of kind All: none
    bool searchIsPattern = false; ///< search is a regular expression of RE2, which searchPattern() reads
    ColourRule colours = {};
    std::set<RunPath> pinned = {}; ///< stand above all others, and stay in sight whatever filter and search say
    ColumnLayout columns = {};
    std::map<ColumnId, int> widths = {}; ///< of columns, as a person set them, in px; others follow what is in them
    /// Keys that are not in it came later, and wait among the hidden columns; null: all are known. The session's.
    std::shared_ptr<const ColumnSet> knownColumns = {};
    RunGrouping grouping = {};
    /// Of columns that show another value than what the summary says. Who makes the table sees to it: MetricColumns.
    ShownValues shownValues = {};
    std::optional<RunPath> baseline = {}; ///< the run that others are held against

    bool operator==(const RunListState&) const = default;
};

/// The rows to show, in order: a table snapshot seen through a state.
/// @thread any, at once
struct RunList {
    std::shared_ptr<const RunTable> table = std::make_shared<RunTable>();
    RunListState state;
    /// Rows of table, filtered and in order, also those in folded groups; pinned ones first, then group after group.
    ListedRows rows;
    std::uint32_t inScope = 0;            ///< rows before search and filter: "6 of 18 runs"
    std::uint32_t pinned = 0;             ///< how many of rows, from the first, are pinned
    std::uint32_t matching = 0;           ///< how many of rows match search and filter: all but some that are pinned
    std::vector<std::uint32_t> unmatched; ///< the others, as rows of table in their order there
    std::uint32_t shown = 0;              ///< rows whose eye is open, as shownCount counts them
    /// Places in table->columns() of the config and summary columns in which a run in scope has a value, in order.
    std::vector<std::uint32_t> keyColumns;
    ColumnArrangement columns = usualColumns(); ///< of fields and keyColumns
    std::optional<FilterError> filterError;     ///< the filter says nothing of this table: no row was left out by it
    std::vector<FilterError> filterWarnings;
    std::string searchError; ///< why the search is no regular expression: no row was left out by it; empty: it is one
    /// The rows that match, in groups; null: they are not grouped. A pinned run is in its group too, though its line
    /// stands above all groups.
    std::shared_ptr<const RunGroups> groups;
    ListedRows groupedLines; ///< see lines()
    ListedRows ungrouped;    ///< rows as they were before they were grouped; empty without groups
    /// What state.colours.byColumn gives all runs in scope; null: runs have colours of their own.
    std::shared_ptr<const ColumnColours> columnColours;
    /// The run of state.baseline that is in scope, listed or not; the first where several sources have it. Unset: none.
    std::optional<RunRef> baseline;

    /// What there is to show, in order: pinned runs, then heads of groups and runs in them; all rows without groups.
    const ListedRows& lines() const { return groups ? groupedLines : rows; }
    std::shared_ptr<const RunOrder> order;        ///< null in a list that was not made
    std::shared_ptr<const RowBits> searched;      ///< what the search leaves; null: everything
    std::shared_ptr<const FilteredRows> filtered; ///< null: there is no filter

    const RunRef& ref(std::size_t place) const { return table->ref(rows[place]); }
    bool isShown(std::size_t place) const { return !state.hidden.contains(ref(place)); }
    /// Whether search and filter let the run at this place pass; false of pinned ones only.
    bool isMatch(std::size_t place) const;
    /// Colour of a row of table under a rule that may be newer than the list's own.
    RunColour colour(std::uint32_t row, const ColourRule& rule) const;
};

/// The columns that the table shows, in order.
std::vector<ColumnId> shownColumns(const RunList& list);

/// Rows whose eye is open.
std::uint32_t shownCount(const RunList& list);

/// The pattern that a search by regular expression looks for in names and IDs: without regard to case, unless it says
/// "(?-i)" itself.
/// @errors InvalidArgument: detail is what is wrong with it, in RE2's words
Result<TextPattern> searchPattern(const std::string& search);

/// Filters, sorts and groups. Cost: one pass over the names, those of filterRows(), a sort and what makeGroups() takes.
/// @param now  what the filter's "within last" counts from
RunList makeRunList(std::shared_ptr<const RunTable> table, RunListState state, TimeNs now = SystemClock().now());
/// The same list, quicker where before has some of the same rows, values, search, filter or order: where only the
/// filter or eyes and colours are other nothing is sorted, and where one value is other, only what rests on it is made
/// anew.
RunList makeRunList(std::shared_ptr<const RunTable> table, RunListState state, const RunList& before,
                    TimeNs now = SystemClock().now());
/// The list of the same table under another state.
RunList withState(const RunList& list, RunListState state, TimeNs now = SystemClock().now());

} // namespace runglass
