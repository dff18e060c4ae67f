// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_grouping [--benchmark_…]: 100,000 runs in groups, with the histogram, mean, deviation, median and ends of
/// 20 columns in each, beside one pass over the same numbers: each where it lies, row after row, and the group of its
/// row, which says to what it is added; with the least and the greatest, and how many there are.
#include "models/table/GroupSummary.h"
#include "models/table/NumberColumn.h"
#include "models/table/RunTableBuilder.h"

#include <benchmark/benchmark.h>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace
{

using namespace runglass;

constexpr int kRuns = 100'000, kColumns = 20;

ColumnId metric(int number)
{
    return {ColumnOrigin::Summary, Field::Name, {"metric" + std::to_string(number)}};
}

ColumnId config(const char* key)
{
    return {ColumnOrigin::Config, Field::Name, {key}};
}

double shaped(double part, int column)
{
    return column % 5 == 4 ? std::exp(20 * part - 10) : std::pow(part, column % 5 + 1) * 100;
}

/// Each metric of a shape of its own; one run in fifty lacks it. "few" has 5 values, "many" 1,000, "lr" 12 numbers.
std::shared_ptr<const RunTable> makeTable()
{
    std::mt19937 random(7);
    RunTableBuilder builder;
    std::vector<Run> runs;
    for (int i = 0; i < kRuns; ++i) {
        Run run;
        run.path = {"team", "project", "run" + std::to_string(i)};
        run.startedAt = static_cast<TimeNs>(random());
        setPath(run.config, {"few"}, "group " + std::to_string(random() % 5));
        setPath(run.config, {"many"}, "group " + std::to_string(random() % 1000));
        setPath(run.config, {"lr"}, std::pow(10.0, -static_cast<double>(random() % 12) / 2));
        for (int column = 0; column < kColumns; ++column) {
            const double part = std::uniform_real_distribution<double>(0, 1)(random);
            if (random() % 50 != 0)
                setPath(run.summary, {"metric" + std::to_string(column)}, shaped(part, column));
        }
        runs.push_back(std::move(run));
        if (runs.size() == 5000)
            builder.apply(1, std::exchange(runs, {}));
    }
    builder.apply(1, std::move(runs));
    return builder.snapshot();
}

const RunTable& table()
{
    static const std::shared_ptr<const RunTable> made = makeTable();
    return *made;
}

/// As a list has them: newest first.
const std::vector<std::uint32_t>& rows()
{
    static const std::vector<std::uint32_t> made = [] {
        std::vector<std::uint32_t> all(table().rowCount());
        std::iota(all.begin(), all.end(), 0U);
        table().field(Field::Created).sort(all, true);
        return all;
    }();
    return made;
}

void pass(::benchmark::State& state, const ColumnId& by)
{
    struct Sum {
        double sum = 0, least = std::numeric_limits<double>::infinity(), most = -least;
        std::uint64_t count = 0;
    };
    const RunGroups groups = makeGroups(table(), rows(), {by});
    std::vector<std::uint32_t> groupOf(table().rowCount());
    for (std::uint32_t group = 0; group < groups.groups.size(); ++group)
        for (const std::uint32_t row : groups.rowsOf(group))
            groupOf[row] = group;
    for ([[maybe_unused]] const auto _ : state) {
        for (int column = 0; column < kColumns; ++column) {
            std::vector<Sum> sums(groups.groups.size());
            const auto& numbers = static_cast<const NumberColumn&>(*table().column(metric(column)));
            numbers.cells().forEach([&](std::uint32_t row, double number) {
                Sum& sum = sums[groupOf[row]];
                sum.sum += number;
                sum.least = number < sum.least ? number : sum.least;
                sum.most = number > sum.most ? number : sum.most;
                ++sum.count;
            });
            ::benchmark::DoNotOptimize(sums);
        }
    }
}

void group(::benchmark::State& state, const std::vector<ColumnId>& columns)
{
    for ([[maybe_unused]] const auto _ : state) {
        const RunGroups groups = makeGroups(table(), rows(), columns);
        const auto count = static_cast<std::uint32_t>(groups.groups.size());
        const GroupLook look(groups, 0, count);
        for (int column = 0; column < kColumns; ++column) {
            const Column& numbers = *table().column(metric(column));
            const auto range = finiteRange(numbers, groups);
            ::benchmark::DoNotOptimize(look.cells(numbers, range));
        }
        state.counters["groups"] = count;
    }
}

} // namespace

int main(int argc, char** argv)
{
    ::benchmark::RegisterBenchmark("pass", [](auto& state) { pass(state, config("few")); });
    ::benchmark::RegisterBenchmark("pass_lr", [](auto& state) { pass(state, config("lr")); });
    ::benchmark::RegisterBenchmark("pass_many", [](auto& state) { pass(state, config("many")); });
    ::benchmark::RegisterBenchmark("few", [](auto& state) { group(state, {config("few")}); });
    ::benchmark::RegisterBenchmark("lr", [](auto& state) { group(state, {config("lr")}); });
    ::benchmark::RegisterBenchmark("many", [](auto& state) { group(state, {config("many")}); });
    ::benchmark::RegisterBenchmark("nested", [](auto& state) { group(state, {config("few"), config("lr")}); });
    ::benchmark::Initialize(&argc, argv);
    rows(); // not in the time of the first
    ::benchmark::RunSpecifiedBenchmarks();
}
