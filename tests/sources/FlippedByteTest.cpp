// SPDX-License-Identifier: GPL-3.0-or-later
// A real log with each of its bytes flipped, through the whole source and store, with a neighbour that must not change.
#include "models/formats/Json.h"
#include "models/formats/WandbLogReader.h"
#include "models/sources/WandbFolderSource.h"
#include "models/store/Documents.h"
#include "models/store/StoreReader.h"
#include "tests/formats/ReadLog.h"
#include "tests/formats/RecordingSink.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// All values that a log ever gave a key, by the dotted path of each leaf, and its whole console.
struct EverLogged {
    std::map<std::string, std::set<std::string>> config, summary, history;
    std::string console;
    std::set<std::string> names, exits;
    RunPath path;
};

void addLeaves(std::map<std::string, std::set<std::string>>& into, const std::string& path, const Value& value)
{
    if (!value.isObject() || value.object().empty())
        into[path].insert(toJson(value));
    for (const auto& [key, member] : value.object())
        addLeaves(into, path + '.' + key, member);
}

void addItems(std::map<std::string, std::set<std::string>>& into, const RecordingSink::Items& items)
{
    for (const auto& [path, value] : items)
        addLeaves(into, '.' + displayKey(path), value);
}

EverLogged allOf(const std::string& bytes)
{
    RecordingSink sink;
    WandbRecordDecoder decoder;
    for (const std::string& record : readLog(bytes).records)
        EXPECT_TRUE(decoder.decode(record, sink));
    EverLogged all;
    for (const auto& items : sink.runConfigs)
        addItems(all.config, items);
    for (const auto& [items, removals] : sink.configs)
        addItems(all.config, items);
    for (const auto& [items, removals] : sink.summaries)
        addItems(all.summary, items);
    for (const RecordingSink::Row& row : sink.history)
        for (const auto& [path, value] : row.items)
            all.history['.' + displayKey(path)].insert(std::to_string(row.step) + '=' + toJson(value));
    for (const ConsoleFragment& fragment : sink.console)
        all.console += fragment.text;
    for (const auto& run : sink.runs) {
        all.names.insert(run.name);
        all.path = {run.entity, run.project.empty() ? std::string(kUncategorized) : run.project, run.id};
    }
    for (const auto& exit : sink.exits)
        all.exits.insert(std::to_string(exit.code));
    return all;
}

void expectLogged(const Value& shown, const std::map<std::string, std::set<std::string>>& logged)
{
    std::map<std::string, std::set<std::string>> leaves;
    for (const auto& [key, member] : shown.object())
        addLeaves(leaves, '.' + key, member);
    for (const auto& [path, values] : leaves) {
        const auto known = logged.find(path);
        ASSERT_NE(known, logged.end()) << path;
        ASSERT_TRUE(known->second.contains(*values.begin())) << path << ": " << *values.begin();
    }
}

/// A store that a folder with a damaged run and its neighbour was read into.
struct Reading {
    explicit Reading(const fs::path& root)
    {
        const StoreLocation store{{}, "flip"};
        writer = StoreWriter::open(store).value();
        source = WandbFolderSource::open(root.string()).value();
        const auto report = source->sync(*writer, {}, [](const SyncProgress&) {});
        isRead = report.ok();
        reader = StoreReader::open(store).value();
        runs = reader->changesSince(0)->changed;
    }
    const Run* run(const std::string& id) const
    {
        for (const Run& each : runs)
            if (each.path.id == id)
                return &each;
        return nullptr;
    }

    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<RunSource> source;
    std::unique_ptr<StoreReader> reader;
    std::vector<Run> runs;
    bool isRead = false;
};

void expectOnlyLogged(const Reading& reading, const Run& run, const EverLogged& all)
{
    expectLogged(run.config, all.config);
    expectLogged(run.summary, all.summary);
    ASSERT_TRUE(run.path == all.path || run.path.project.empty()) << toString(run.path);
    ASSERT_TRUE(run.name.empty() || all.names.contains(run.name)) << run.name;
    if (run.exitCode) {
        ASSERT_TRUE(all.exits.contains(std::to_string(*run.exitCode)));
    }
    const std::vector<SeriesInfo> infos = reading.reader->seriesInfo(run.path).value();
    for (const SeriesInfo& info : infos) {
        if (info.id.system)
            continue;
        const Series series = reading.reader->series(run.path, info.id).value();
        const auto known = all.history.find('.' + displayKey(info.id.key));
        ASSERT_NE(known, all.history.end()) << displayKey(info.id.key);
        for (std::size_t i = 0; i < series.size(); ++i) {
            const std::string point = std::to_string(series.step[i]) + '=';
            // 2.0 is logged as 2 and may stand among doubles.
            const bool isKnown = known->second.contains(point + toJson(series.at(i))) ||
                                 known->second.contains(point + toJson(Value(std::int64_t(series.at(i).toDouble()))));
            ASSERT_TRUE(isKnown) << displayKey(info.id.key) << ' ' << point << toJson(series.at(i));
        }
    }
    const std::vector<ConsoleFragment> console = reading.reader->console(run.path, 0).value();
    for (const ConsoleFragment& fragment : console)
        ASSERT_NE(all.console.find(fragment.text), std::string::npos) << fragment.text;
}

/// That of the folder's only run.
std::string idOf(const std::string& scenario)
{
    const std::string name = logsBelow(fixture("wandb/" + scenario)).at(0).stem().string();
    return name.substr(4);
}

} // namespace

TEST(FlippedByteTest, inventsNothingAndLeavesTheNeighbourAlone)
{
    ScratchRuns runs;
    const std::string victim = idOf("noproject"), neighbour = idOf("alerts");
    copyTree(fixture("wandb/noproject"), runs.root() / "victim");
    copyTree(fixture("wandb/alerts"), runs.root() / "neighbour");
    const fs::path log = logsBelow(runs.root() / "victim").at(0);
    const std::string bytes = fileBytes(log);
    const EverLogged all = allOf(bytes);
    ASSERT_FALSE(all.history.empty());
    ASSERT_FALSE(all.config.empty());
    const Reading sound(runs.root());
    ASSERT_TRUE(sound.run(victim) && sound.run(neighbour));
    ASSERT_TRUE(sound.run(victim)->warnings.empty());
    ASSERT_NO_FATAL_FAILURE(expectOnlyLogged(sound, *sound.run(victim), all));
    const std::string neighbourBefore = encodeRun(*sound.run(neighbour));
    std::size_t told = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        SCOPED_TRACE("byte " + std::to_string(at));
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (at % 2 == 0 ? 0xFF : 0x10));
        std::ofstream(log, std::ios::binary) << flipped;
        const Reading reading(runs.root());
        ASSERT_TRUE(reading.isRead);
        ASSERT_EQ(reading.runs.size(), 2U);
        const runglass::Run* run = reading.run(victim);
        ASSERT_TRUE(run);
        ASSERT_NO_FATAL_FAILURE(expectOnlyLogged(reading, *run, all));
        ASSERT_FALSE(run->warnings.empty());
        ASSERT_EQ(run->warnings[0].file, log.string());
        told += run->warnings[0].offset ? 1 : 0;
        ASSERT_EQ(encodeRun(*reading.run(neighbour)), neighbourBefore);
    }
    EXPECT_EQ(told, bytes.size());
}

} // namespace runglass::test
