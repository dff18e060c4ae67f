// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Options.h"
#include "app/cli/Output.h"
#include "app/cli/Sources.h"
#include "models/expression/FilterParser.h"
#include "models/table/NamedColumn.h"

#include <memory>
#include <string>
#include <vector>

namespace runglass::cli
{

/// What --filter, --sort, --columns and --group ask for.
class ListQuery
{
public:
    /// Reads the options.
    /// @return false when one of them is wrong, which is said with the place underlined
    bool read(const Options& options);
    bool isEmpty() const { return m_isEmpty; }

    /// Chooses and orders the runs.
    /// @return false when a name or a comparison is wrong for these runs, which is said
    bool apply(const std::vector<FoundRun>& runs);

    /// After apply().
    const RunTable& table() const { return *m_table; }
    const std::shared_ptr<const RunTable>& sharedTable() const { return m_table; }
    /// Rows of the table that match, in order.
    const std::vector<std::uint32_t>& rows() const { return m_rows; }
    /// A run that matches: its place among those given to apply(), and its row.
    struct Match {
        std::size_t place = 0;
        std::uint32_t row = 0;
    };
    /// In order. A run may lie in the trash several times: then each of them matches.
    /// @param runs  as given to apply()
    std::vector<Match> matches(const std::vector<FoundRun>& runs) const;
    /// The place of a row's run among those given to apply().
    std::size_t place(std::uint32_t row) const { return m_places[row]; }
    const std::vector<NamedColumn>& columns() const { return m_columns; }
    const std::vector<NamedColumn>& groups() const { return m_groups; }

    /// A cell for people.
    std::string cellText(const NamedColumn& column, std::uint32_t row) const;
    bool isNumber(const NamedColumn& column) const;

private:
    bool readColumns(const char* option, const std::string& text, bool sort, std::vector<ColumnParse>& columns);
    bool bind(const char* option, const std::string& text, const std::vector<ColumnParse>& names,
              std::vector<NamedColumn>& columns) const;
    void makeTable(const std::vector<FoundRun>& runs);

    std::string m_filterText, m_sortText, m_columnText, m_groupText;
    Filter m_filter;
    std::vector<ColumnParse> m_sort, m_columnNames, m_groupNames;
    bool m_isEmpty = true;

    std::shared_ptr<const RunTable> m_table = std::make_shared<RunTable>();
    std::vector<std::uint32_t> m_rows;
    std::vector<std::size_t> m_places;
    std::vector<NamedColumn> m_columns, m_groups;
};

/// Prints the groups of a query that has some.
void writeGroups(const ListQuery& query, const Options& options, Output& output);

} // namespace runglass::cli
