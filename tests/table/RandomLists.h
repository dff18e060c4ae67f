// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/expression/RandomFilter.h"
#include "tests/table/TableText.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace runglass::test
{

/// Runs that come, change and go, and states of lists of them.
class RandomLists
{
public:
    static constexpr TimeNs kNow = 1795435200'000'000'000; // 2026-11-23T12:00Z

    explicit RandomLists(unsigned seed)
        : m_random(seed)
        , m_filters(seed + 1, parts())
    {
    }

    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }

    /// Nothing, one value of one run, or many runs.
    void change(RunTableBuilder& builder)
    {
        const std::size_t kind = below(5);
        const SourceId source = 1 + static_cast<SourceId>(below(2));
        if (kind == 0)
            return;
        if (kind <= 2 && !m_runs.empty()) {
            auto& [ref, run] = *std::next(m_runs.begin(), static_cast<std::ptrdiff_t>(below(m_runs.size())));
            const std::string& key = keys()[below(keys().size())];
            setPath(run.config, {key}, value(key));
            return builder.apply(ref.source, {run});
        }
        for (std::size_t count = below(20); count > 0; --count) {
            const runglass::Run changed = run();
            m_runs[{source, changed.path}] = changed;
            builder.apply(source, {changed});
        }
        for (std::size_t count = kind == 3 ? below(8) : 0; count > 0; --count) {
            const RunRef gone{source, path()};
            m_runs.erase(gone);
            builder.remove(source, {gone.path});
        }
    }

    void change(RunListState& state)
    {
        switch (below(12)) {
        case 0:
            state.scope.source = below(2) == 0 ? std::nullopt : std::optional<SourceId>(1);
            break;
        case 1:
            state.scope.project = below(2) == 0 ? std::nullopt : std::optional<std::string>("p1");
            break;
        case 2:
            state.search = std::vector<std::string>{"", "", "1", "run", "[", "N1"}[below(6)];
            state.searchIsPattern = below(3) == 0;
            break;
        case 3:
        case 4:
            state.sort = sort();
            break;
        case 5:
        case 6:
            state.filter = below(4) == 0 ? Filter() : m_filters.filter(static_cast<int>(below(3)));
            break;
        case 7:
            state.pinned.clear();
            for (std::size_t count = below(4); count > 0; --count)
                state.pinned.insert(path());
            break;
        case 8:
            state.hidden.clear();
            for (std::size_t count = below(6); count > 0; --count)
                state.hidden.insert({1, path()});
            break;
        case 9:
            state.grouping.setColumns(groupColumns());
            break;
        case 10:
            state.grouping.setAllFolded(below(2) == 0);
            break;
        default:
            state.colours.byColumn.reset();
            if (below(2) == 0)
                state.colours.byColumn = ColourByColumn{configColumn({keys()[below(keys().size())]})};
        }
    }

    std::vector<SortKey> sort()
    {
        std::vector<SortKey> order;
        for (std::size_t count = below(4); count > 0; --count) {
            const ColumnId column = below(4) == 0
                                        ? ColumnId{ColumnOrigin::Field, below(2) == 0 ? Field::Name : Field::State, {}}
                                        : configColumn({keys()[below(keys().size())]});
            order.push_back({column, below(2) == 0});
        }
        return order;
    }

    /// None, one or two.
    std::vector<ColumnId> groupColumns()
    {
        std::vector<ColumnId> columns;
        for (const SortKey& key : sort())
            if (columns.size() < 2 && std::find(columns.begin(), columns.end(), key.column) == columns.end())
                columns.push_back(key.column);
        return columns;
    }

    Value value(const std::string& key)
    {
        static const std::vector<std::string> words = {"run2", "run10", "Adam", "adam", "é", ""};
        if (key == "text")
            return words[below(words.size())];
        if (key == "big")
            return (std::int64_t{1} << 60) + static_cast<std::int64_t>(below(5));
        if (key == "mixed" && below(2) == 0)
            return below(2) == 0 ? Value(words[below(words.size())]) : Value(below(2) == 0);
        return below(2) == 0 ? Value(static_cast<int>(below(7)) - 3) : m_filters.number();
    }

    Run run()
    {
        Run run;
        run.path = path();
        run.name = below(4) == 0 ? std::string() : "n" + std::to_string(below(30));
        run.state = static_cast<RunState>(below(7));
        if (below(5) != 0)
            run.startedAt = kNow - static_cast<TimeNs>(below(20)) * 3'600'000'000'000;
        for (const std::string& key : keys())
            if (below(key == "rare" ? 8 : 3) != 0)
                setPath(run.config, {key}, value(key));
        return run;
    }

private:
    RunPath path() { return {"team", "p" + std::to_string(below(3)), "run" + std::to_string(below(60))}; }

    static FilterParts parts()
    {
        using Origin = FilterColumn::Origin;
        FilterParts parts;
        parts.columns = {{Origin::Field, {"name"}}, {Origin::Field, {"created"}}, {Origin::Field, {"state"}}};
        for (const std::string& key : keys())
            parts.columns.push_back({Origin::Config, {key}});
        parts.texts = {"a", "run2", "run10", "1", "Adam", ""};
        return parts;
    }
    static const std::vector<std::string>& keys()
    {
        static const std::vector<std::string> keys = {"number", "rare", "text", "mixed", "big"};
        return keys;
    }

    std::mt19937 m_random;
    RandomFilter m_filters;
    std::map<RunRef, runglass::Run> m_runs; ///< that the table has
};

} // namespace runglass::test
