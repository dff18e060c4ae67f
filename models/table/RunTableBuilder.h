// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ColumnBuilder.h"
#include "models/table/KeyTree.h"
#include "models/table/RunTable.h"

#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// Every field's column without a row, in the order of Field.
std::vector<std::shared_ptr<const Column>> emptyFieldColumns();
std::size_t hashOf(const RunRef& ref);

/// Keeps the table of all open sources up to date and publishes snapshots. A batch costs what it changes: columns that
/// it does not touch are shared with the snapshot before. Rows keep their place until a run goes; then those behind it
/// move up.
/// @thread any one at a time
class RunTableBuilder
{
public:
    /// Keys beyond this many columns have no column: a table of more serves nobody, and hostile runs could ask for any
    /// number.
    static constexpr std::size_t kMostKeyColumns = 20'000;

    RunTableBuilder();
    ~RunTableBuilder();

    /// What Field::Source says of a source's runs; for those applied from now on.
    void setSourceText(SourceId source, std::string text);
    /// The runs are rows of logged tables: see RunTable::isOfLoggedRows(). Before the first snapshot.
    void setOfLoggedRows() { m_isOfLoggedRows = true; }
    /// Adds the runs of a table that was made earlier, of which it has none: at once as the first, else cell by cell.
    void add(const RunTable& table);
    /// Adds or replaces runs.
    void apply(SourceId source, std::vector<Run> changed);
    void remove(SourceId source, const std::vector<RunPath>& gone);
    /// All runs of a source that stays.
    void removeRuns(SourceId source);
    void removeSource(SourceId source);
    /// What is known of a run that was added or applied; nothing when there is none.
    struct Known {
        std::optional<TimeNs> startedAt;
    };
    std::optional<Known> find(const RunRef& ref) const;
    /// The table as it is now.
    std::shared_ptr<const RunTable> snapshot();

private:
    struct KeyColumn {
        std::unique_ptr<ColumnBuilder> builder; ///< null: the place is free
        std::string order;                      ///< natural order of the key
        std::uint64_t lastRun = 0;              ///< the run, by serial, that last had a value in it
    };

    void adopt(const RunTable& table);
    void copyCells(const RunTable& table, std::uint32_t firstRow);
    std::uint32_t placeOf(const ColumnId& id);
    std::uint32_t placeOf(Field field) const { return static_cast<std::uint32_t>(field); }
    std::uint32_t placeOfKey(std::uint32_t key) const { return static_cast<std::uint32_t>(m_fields.size()) + key; }
    ColumnBuilder& builderAt(std::uint32_t place);
    void applyRun(SourceId source, Run run);
    std::uint32_t rowFor(const RunRef& ref, bool& isNew);
    void setFacts(std::uint32_t row, const Run& run);
    void setFields(std::uint32_t row, const RunRef& ref, Run& run);
    void setKeys(std::uint32_t row, ColumnOrigin origin, Value object);
    void clearOldKeys(std::uint32_t row);
    bool setCell(std::uint32_t place, std::uint32_t row, Value value);
    void put(std::uint32_t place, std::uint32_t row, Value value);
    std::uint32_t makeKeyColumn(ColumnOrigin origin, KeyPath key);
    RunTable::Rows& writableRows();
    void removeRows(const std::vector<std::uint32_t>& rows);
    void flush();
    void dropEmptyColumns();
    void orderColumns();
    void takeFlushedColumns();

    std::shared_ptr<RunTable::Rows> m_rows; ///< shared with snapshots: copied before it is changed
    SharedRows<RunTable::Facts> m_facts;
    std::uint32_t m_warnedRuns = 0; ///< those of m_facts that have warnings
    std::shared_ptr<const std::vector<std::uint8_t>> m_colours;
    std::vector<ColumnBuilder> m_fields;
    std::vector<KeyColumn> m_keys;
    std::vector<std::uint32_t> m_freeKeys;
    KeyTree m_configKeys, m_summaryKeys;
    std::map<SourceId, std::string> m_sourceTexts;

    /// Of each row, how many key columns have a value of it; kNotCounted: nobody has looked.
    std::vector<std::uint32_t> m_keyCounts;
    static constexpr std::uint32_t kNotCounted = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t m_keysSet = 0, m_keysHad = 0; ///< of the run that is being applied, and those it had before

    // A place is one in m_fields, or behind them one in m_keys.
    std::vector<std::uint32_t> m_unflushed;               ///< places of columns that have patches
    std::vector<std::uint32_t> m_flushed;                 ///< places of columns that are other than in m_columns
    std::vector<std::uint32_t> m_perhapsEmpty;            ///< keys, some of them several times
    std::vector<std::uint32_t> m_placeInTable;            ///< of each key
    std::vector<std::shared_ptr<const Column>> m_columns; ///< of the table, but for m_flushed
    std::shared_ptr<const RunTable::ColumnPlaces> m_columnPlaces;
    bool m_columnsChanged = true;
    bool m_isOfLoggedRows = false;
    bool m_coloursChanged = true;

    std::set<std::uint32_t> m_unflushedRows;
    std::size_t m_unflushedCells = 0;
    std::uint64_t m_serial = 0;
    bool m_isNewRow = false;
};

} // namespace runglass
