// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_make_metrics OUT COUNT: a run folder of the SDK's format below OUT/wandb, with its log alone: 30 steps of
/// COUNT metrics, 12 of each prefix.
#include "Record.pb.h"
#include "tests/benchmarks/LogWriter.h"
#include "tests/benchmarks/VariedRun.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace
{

using namespace runglass::benchmark;
namespace fs = std::filesystem;

constexpr int kSteps = 30, kOfAPrefix = 12;
constexpr std::int64_t kStart = 1'700'000'000;

std::string keyOf(int metric)
{
    std::array<char, 40> key{};
    std::snprintf(key.data(), key.size(), "layer-%04d/metric-%02d", metric / kOfAPrefix, metric % kOfAPrefix);
    return key.data();
}

void add(HistoryRecord& row, const std::string& key, double value)
{
    Item& item = *row.add_item();
    item.add_nested_key(key);
    item.set_value_json(std::to_string(value));
}

std::string begin()
{
    Record record;
    RunRecord& run = *record.mutable_run();
    run.set_run_id("metrics1");
    run.set_entity("bench");
    run.set_project("metrics");
    run.set_display_name("many metrics");
    run.mutable_start_time()->set_seconds(kStart);
    return record.SerializeAsString();
}

std::string row(int step, int metrics)
{
    Record record;
    HistoryRecord& row = *record.mutable_history();
    row.mutable_step()->set_num(step);
    add(row, "_step", step);
    add(row, "_timestamp", static_cast<double>(kStart + step));
    add(row, "_runtime", step);
    for (int metric = 0; metric < metrics; ++metric)
        add(row, keyOf(metric), std::exp(-0.1 * step) + 0.01 * ((metric * 7 + step * 13) % 11));
    return record.SerializeAsString();
}

std::string end()
{
    Record record;
    record.mutable_exit()->set_exit_code(0);
    record.mutable_exit()->set_runtime(kSteps);
    return record.SerializeAsString();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: benchmark_make_metrics OUT COUNT\n";
        return 2;
    }
    const int metrics = std::atoi(argv[2]);
    const fs::path folder = fs::path(argv[1]) / "wandb" / runFolderName(kStart, "metrics1");
    fs::create_directories(folder);
    LogWriter writer((folder / "run-metrics1.wandb").string());
    writer.append(begin());
    for (int step = 0; step < kSteps; ++step)
        writer.append(row(step, metrics));
    writer.append(end());
    writer.close();
    std::cout << metrics << " metrics in " << argv[1] << '\n';
    return 0;
}
