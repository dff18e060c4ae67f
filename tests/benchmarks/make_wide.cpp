// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_make_wide OUT COUNT: the first COUNT of WideRuns as run folders of the SDK's format below OUT/wandb, each
/// with its log alone: config, summary and end, and no history.
#include "Record.pb.h"
#include "models/formats/Json.h"
#include "tests/benchmarks/LogWriter.h"
#include "tests/benchmarks/VariedRun.h"
#include "tests/benchmarks/WideRuns.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace
{

using namespace runglass;
using namespace runglass::benchmark;
namespace fs = std::filesystem;

constexpr TimeNs kSecond = 1'000'000'000;

template <typename Items> void addItems(Items* items, const Value& object)
{
    for (const auto& [key, value] : object.object()) {
        Item& item = *items->Add();
        item.set_key(key);
        item.set_value_json(toJson(value));
    }
}

std::string begin(const Run& run)
{
    Record record;
    RunRecord& begun = *record.mutable_run();
    begun.set_run_id(run.path.id);
    begun.set_entity(run.path.entity);
    begun.set_project(run.path.project);
    begun.set_display_name(run.name);
    begun.set_run_group(run.group);
    for (const std::string& tag : run.tags)
        begun.add_tags(tag);
    begun.mutable_start_time()->set_seconds(*run.startedAt / kSecond);
    addItems(begun.mutable_config()->mutable_update(), run.config);
    return record.SerializeAsString();
}

std::string summary(const Run& run)
{
    Record record;
    addItems(record.mutable_summary()->mutable_update(), run.summary);
    return record.SerializeAsString();
}

std::string end(const Run& run)
{
    Record record;
    record.mutable_exit()->set_exit_code(run.state == RunState::Failed ? 1 : 0);
    record.mutable_exit()->set_runtime(static_cast<int>(*run.runtimeSeconds));
    return record.SerializeAsString();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: benchmark_make_wide OUT COUNT\n";
        return 2;
    }
    const std::size_t count = std::strtoull(argv[2], nullptr, 10);
    WideRuns runs;
    for (std::size_t i = 0; i < count; ++i) {
        const Run run = runs.run(i);
        const fs::path folder = fs::path(argv[1]) / "wandb" / runFolderName(*run.startedAt / kSecond, run.path.id);
        fs::create_directories(folder);
        LogWriter writer((folder / ("run-" + run.path.id + ".wandb")).string());
        for (const std::string& record : {begin(run), summary(run), end(run)})
            writer.append(record);
        writer.close();
    }
    std::cout << count << " run folders in " << argv[1] << '\n';
    return 0;
}
