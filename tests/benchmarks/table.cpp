// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_table ROWS TURNS: the table of runs beside what Qt has for tables, with the same values in the same
/// process. One line a measurement, "CASE SECONDS", the cases taking turns; and "NAME bytes ALLOCATED RESIDENT VALUES".
#include "models/items/RunSelectorModel.h"
#include "models/items/RunsModel.h"
#include "models/processes/FreedMemory.h"
#include "models/table/GroupSummary.h"
#include "models/table/NumberColumn.h"
#include "models/table/RunList.h"
#include "models/table/RunTableBuilder.h"
#include "tests/benchmarks/StandardItems.h"
#include "tests/benchmarks/TableViewCases.h"
#include "tests/benchmarks/WideRuns.h"

#include <QApplication>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>
#include <malloc.h>
#include <unistd.h>

namespace
{

using namespace runglass;
using namespace runglass::benchmark;

constexpr SourceId kSource = 1;
/// Eighteen dense keys, and when runs began and how long they took.
constexpr std::size_t kHistograms = 20;

struct Memory {
    std::size_t allocated = 0, resident = 0;

    static Memory now()
    {
        returnFreedMemory();
        const auto info = ::mallinfo2();
        std::ifstream file("/proc/self/statm");
        std::size_t total = 0, resident = 0;
        file >> total >> resident;
        return {info.uordblks + info.hblkhd, resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE))};
    }
};

void say(const char* name, const Memory& before, const Memory& after, std::size_t values)
{
    std::cout << name << " bytes " << after.allocated - before.allocated << ' ' << after.resident - before.resident
              << ' ' << values << '\n';
}

ColumnId columnOf(std::size_t column)
{
    return {WideRuns::isConfig(column) ? ColumnOrigin::Config : ColumnOrigin::Summary, Field::Name,
            WideRuns::keyOf(column)};
}

/// The first dense column of a kind that comes after another.
std::size_t denseColumn(WideRuns::Kind kind, std::size_t from)
{
    while (WideRuns::kindOf(from) != kind)
        ++from;
    return from;
}

int placeIn(const RunTable& table, const ColumnId& id)
{
    const auto& columns = table.columns();
    for (std::size_t place = 0; place < columns.size(); ++place)
        if (columns[place]->id() == id)
            return static_cast<int>(place);
    std::abort();
}

/// The table that a session would have.
class Table
{
public:
    enum class Content { All, WithoutKeys };
    Table(std::size_t count, Content content)
    {
        constexpr std::size_t kBatch = 1000;
        for (std::size_t first = 0; first < count; first += kBatch) {
            std::vector<Run> runs;
            for (std::size_t i = first; i < std::min(count, first + kBatch); ++i) {
                Run& run = runs.emplace_back(m_runs.run(i));
                if (content == Content::WithoutKeys)
                    run.config = run.summary = {};
            }
            m_builder.apply(kSource, std::move(runs));
        }
        list = std::make_shared<const RunList>(makeRunList(m_builder.snapshot(), {}));
    }

    const RunTable& table() const { return *list->table; }
    std::size_t values() const
    {
        std::size_t values = 0;
        for (const auto& column : table().columns())
            values += column->presentCount();
        return values;
    }
    /// One run logs another number.
    void logOne(std::size_t run, const ColumnId& column, double number)
    {
        Run changed = m_runs.run(run);
        setPath(column.origin == ColumnOrigin::Config ? changed.config : changed.summary, column.key, number);
        m_changed = {std::move(changed)};
    }
    /// The list with the number: what a session does with news.
    std::shared_ptr<const RunList> takeIn()
    {
        m_builder.apply(kSource, std::move(m_changed));
        return std::make_shared<const RunList>(makeRunList(m_builder.snapshot(), list->state, *list));
    }

    std::shared_ptr<const RunList> list;

private:
    WideRuns m_runs;
    RunTableBuilder m_builder;
    std::vector<Run> m_changed;
};

class Cases
{
public:
    Cases(Table& table, QStandardItemModel& items)
        : m_table(table)
        , m_columns{denseColumn(WideRuns::Kind::Real, 0), denseColumn(WideRuns::Kind::Real, 10)}
        , m_text(denseColumn(WideRuns::Kind::Text, 0))
        , m_proxy(placeIn(table.table(), columnOf(m_columns[0])), placeIn(table.table(), columnOf(m_text)))
    {
        m_proxy.setSourceModel(&items);
        m_runs.setList(table.list);
        m_selector.setList(table.list);
    }

    void run(int turns)
    {
        for (int turn = 0; turn < turns; ++turn) {
            sort(turn);
            filter(turn);
            group();
            live(turn);
        }
    }

private:
    template <typename Work> static void time(const char* name, const Work& work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        std::cout << name << ' ' << taken.count() << '\n';
    }

    /// By another column each time, which are not in order when their turn comes.
    void sort(int turn)
    {
        const std::size_t column = m_columns[static_cast<std::size_t>(turn) % 2];
        RunListState state;
        state.sort = {{columnOf(column), false}};
        time("sort_items", [&] { m_proxy.sort(placeIn(m_table.table(), columnOf(column))); });
        RunList list;
        time("sort", [&] { list = withState(*m_table.list, state); });
        check(list.rows.size() == m_table.table().rowCount());
        m_proxy.sort(-1);
    }

    void filter(int turn)
    {
        const double limit = 1 + 0.01 * turn;
        Filter number, text;
        number.kind = text.kind = Filter::Kind::Test;
        number.test = {asFilterColumn(m_columns[0]), FilterOperator::LessOrEqual, {{FilterValue::Kind::Number, limit}}};
        text.test = {asFilterColumn(m_text), FilterOperator::In, {}};
        std::set<QString> texts;
        for (const char* value : {"choice-3", "choice-17", "choice-42"}) {
            text.test.values.push_back({FilterValue::Kind::Text, value});
            texts.insert(QString::fromLatin1(value));
        }
        RunListState state;
        state.filter.kind = Filter::Kind::And;
        state.filter.parts = {number, text};
        RunList list;
        time("filter_items", [&] { m_proxy.filter(limit, texts); });
        time("filter", [&] { list = withState(*m_table.list, state); });
        check(static_cast<int>(list.rows.size()) == m_proxy.rowCount() && !list.rows.empty());
        m_proxy.showAll();
    }

    /// A group for each of fifty texts, and what the numbers of twenty columns are in it.
    void group()
    {
        const RunTable& table = m_table.table();
        const std::vector<std::uint32_t>& rows = m_table.list->rows;
        std::vector<const NumberColumn*> columns;
        for (const auto& column : table.columns())
            if (column->kind() == Column::Kind::Number && column->presentCount() == table.rowCount())
                columns.push_back(static_cast<const NumberColumn*>(column.get()));
        check(columns.size() == kHistograms);
        const std::vector<std::uint32_t> groupOf = groupsOfRows(makeGroups(table, rows, {columnOf(m_text)}));
        std::uint64_t passed = 0, counted = 0;
        time("pass", [&] { passed = pass(columns, groupOf); });
        time("group", [&] {
            const RunGroups groups = makeGroups(table, rows, {columnOf(m_text)});
            const auto count = static_cast<std::uint32_t>(groups.groups.size());
            const GroupLook look(groups, 0, count);
            for (const NumberColumn* column : columns) {
                const std::optional<NumberRange> range = finiteRange(*column, groups);
                for (const GroupCell& cell : look.cells(*column, range))
                    counted += cell.numbers()->count;
            }
        });
        check(counted == rows.size() * kHistograms && counted == passed);
    }

    static std::vector<std::uint32_t> groupsOfRows(const RunGroups& groups)
    {
        std::vector<std::uint32_t> groupOf(groups.rows.size());
        for (std::uint32_t group = 0; group < groups.groups.size(); ++group)
            for (const std::uint32_t row : groups.rowsOf(group))
                groupOf[row] = group;
        return groupOf;
    }

    /// One pass over the data: each number where it lies, row after row, and the group of its row, which says to what
    /// it is added; with the least and the greatest, and how many there are. No bars, no deviation, no median, and the
    /// groups are known.
    static std::uint64_t pass(const std::vector<const NumberColumn*>& columns,
                              const std::vector<std::uint32_t>& groupOf)
    {
        struct Sum {
            double sum = 0, least = std::numeric_limits<double>::infinity(), most = -least;
            std::uint64_t count = 0;
        };
        const std::size_t groups = *std::max_element(groupOf.begin(), groupOf.end()) + std::size_t{1};
        std::uint64_t count = 0;
        for (const NumberColumn* column : columns) {
            std::vector<Sum> sums(groups);
            column->cells().forEach([&](std::uint32_t row, double number) {
                Sum& sum = sums[groupOf[row]];
                sum.sum += number;
                sum.least = number < sum.least ? number : sum.least;
                sum.most = number > sum.most ? number : sum.most;
                ++sum.count;
            });
            for (const Sum& sum : sums)
                count += sum.count;
        }
        return count;
    }

    static FilterColumn asFilterColumn(std::size_t column)
    {
        return {WideRuns::isConfig(column) ? FilterColumn::Origin::Config : FilterColumn::Origin::Summary,
                WideRuns::keyOf(column)};
    }

    /// A new value of a running run, from the batch to the models of table and selector.
    void live(int turn)
    {
        const ColumnId column = columnOf(m_columns[1]);
        std::vector<double> copy;
        const std::vector<double> numbers(m_table.table().rowCount(), 1.0);
        time("copy_column", [&] { copy = numbers; });
        m_table.logOne(static_cast<std::size_t>(turn) * 7919 % numbers.size(), column, turn);
        std::shared_ptr<const RunList> list;
        time("live_list", [&] { list = m_table.takeIn(); });
        time("live_models", [&] {
            m_runs.setList(list);
            m_selector.setList(list);
        });
        m_table.list = std::move(list);
    }

    static void check(bool holds)
    {
        if (!holds) {
            std::cerr << "the two tables do not agree\n";
            std::exit(1);
        }
    }

    Table& m_table;
    std::size_t m_columns[2];
    std::size_t m_text;
    StandardFilter m_proxy;
    RunsModel m_runs;
    RunSelectorModel m_selector;
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    if (argc != 3) {
        std::cerr << "usage: benchmark_table ROWS TURNS\n";
        return 2;
    }
    const std::size_t rows = std::strtoull(argv[1], nullptr, 10);
    const int turns = std::atoi(argv[2]);
    const Memory before = Memory::now();
    const Table bare(rows, Table::Content::WithoutKeys);
    const Memory between = Memory::now();
    say("bare", before, between, bare.values());
    Table table(rows, Table::Content::All);
    say("runglass", between, Memory::now(), table.values());
    runViewCases(table.list, turns);
    const Memory withView = Memory::now();
    const std::unique_ptr<QStandardItemModel> items = standardItems(table.table());
    say("items", withView, Memory::now(), table.values());
    Cases(table, *items).run(turns);
    std::cout.flush();
    // To free ten million items takes longer than all of this.
    std::_Exit(0);
}
