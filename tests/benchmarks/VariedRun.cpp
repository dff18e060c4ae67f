// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/VariedRun.h"

#include "Record.pb.h"
#include "models/formats/Json.h"
#include "models/formats/WandbFolderName.h"
#include "tests/benchmarks/LogWriter.h"

#include <array>
#include <cstdlib>
#include <ctime>
#include <iostream>

namespace runglass::benchmark
{

namespace
{

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& words)
{
    std::cerr << words << '\n';
    std::exit(1);
}

/// Real numbers are scaled, at any depth; the "seed" of a config becomes another.
Value varied(Value value, const Variation& own)
{
    if (value.kind() == Value::Kind::Double)
        return value.toDouble() * own.factor;
    if (value.isArray())
        for (Value& member : value.makeArray())
            member = varied(std::move(member), own);
    if (value.isObject())
        for (auto& [key, member] : value.makeObject())
            member = key == "seed" ? Value(static_cast<std::int64_t>(own.seed)) : varied(std::move(member), own);
    return value;
}

std::string keyOf(const Item& item)
{
    return item.nested_key_size() > 0 ? item.nested_key(0) : item.key();
}

void vary(Item& item, const Variation& own)
{
    const std::string key = keyOf(item);
    Result<Value> value = parseJson(item.value_json());
    if (!value)
        fail("a template's value is no JSON");
    if (key == "_timestamp")
        *value = value->toDouble() + static_cast<double>(own.laterBySeconds);
    else if (key == "seed")
        *value = static_cast<std::int64_t>(own.seed);
    else if (!key.starts_with('_'))
        *value = varied(std::move(*value), own);
    item.set_value_json(toJson(*value));
}

template <typename Items> void varyAll(Items* items, const Variation& own)
{
    for (Item& item : *items)
        vary(item, own);
}

void delay(Timestamp* time, const Variation& own)
{
    time->set_seconds(time->seconds() + own.laterBySeconds);
}

void vary(Record& record, const Variation& own)
{
    if (record.has_run()) {
        RunRecord& run = *record.mutable_run();
        run.set_run_id(own.id);
        run.set_project(own.project);
        run.set_display_name(own.name);
        delay(run.mutable_start_time(), own);
        varyAll(run.mutable_config()->mutable_update(), own);
    } else if (record.has_history()) {
        varyAll(record.mutable_history()->mutable_item(), own);
    } else if (record.has_summary()) {
        varyAll(record.mutable_summary()->mutable_update(), own);
    } else if (record.has_stats()) {
        delay(record.mutable_stats()->mutable_timestamp(), own);
    } else if (record.has_output_raw()) {
        delay(record.mutable_output_raw()->mutable_timestamp(), own);
    }
}

/// What lies beside the log is alike in all: links to one copy of it.
void linkRest(const fs::path& from, const fs::path& to)
{
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(from)) {
        const fs::path target = to / entry.path().lexically_relative(from);
        if (entry.is_directory())
            fs::create_directories(target);
        else if (entry.is_regular_file() && !entry.is_symlink() && entry.path().extension() != ".wandb")
            fs::create_hard_link(entry.path(), target);
    }
}

} // namespace

std::string runFolderName(std::int64_t start, const std::string& id)
{
    const auto seconds = static_cast<std::time_t>(start);
    std::tm local = {};
    ::localtime_r(&seconds, &local);
    std::array<char, 64> text = {};
    std::strftime(text.data(), text.size(), "offline-run-%Y%m%d_%H%M%S-", &local);
    return std::string(text.data()) + id;
}

std::vector<Template> templatesIn(const fs::path& wandb)
{
    std::vector<Template> templates;
    for (const fs::directory_entry& entry : fs::directory_iterator(wandb)) {
        const auto name = parseWandbFolderName(entry.path().filename().string());
        if (!name || !entry.is_directory() || entry.is_symlink())
            continue;
        Template& found = templates.emplace_back();
        found.folder = entry.path();
        const Status read = readLog((entry.path() / ("run-" + name->id + ".wandb")).string(),
                                    [&found](std::string_view record) { found.records.emplace_back(record); });
        if (!read)
            fail(entry.path().string() + ": " + read.error().detail);
    }
    if (templates.empty())
        fail(wandb.string() + ": there is no run in it");
    return templates;
}

Variation draw(std::size_t number, std::mt19937_64& random)
{
    constexpr std::size_t kProjects = 20;
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    constexpr std::array<const char*, 8> kWords = {"amber", "brisk", "calm", "dusty", "eager", "fuzzy", "glad", "hazy"};
    Variation own;
    for (int i = 0; i < 8; ++i)
        own.id += kLetters[random() % kLetters.size()];
    own.name = std::string(kWords[random() % kWords.size()]) + "-" + kWords[random() % kWords.size()] + "-" +
               std::to_string(number);
    own.project = "sweep-" + std::to_string(number % kProjects);
    own.laterBySeconds = static_cast<std::int64_t>(number) * 97;
    own.factor = std::uniform_real_distribution<>(0.8, 1.2)(random);
    own.seed = random() >> 40;
    return own;
}

void writeRun(const Template& from, const Variation& own, const fs::path& wandb)
{
    std::vector<std::string> records;
    std::int64_t start = 0;
    for (const std::string& bytes : from.records) {
        Record record;
        if (!record.ParseFromString(bytes))
            fail(from.folder.string() + ": a record cannot be decoded");
        vary(record, own);
        if (record.has_run())
            start = record.run().start_time().seconds();
        records.push_back(record.SerializeAsString());
    }
    const fs::path folder = wandb / runFolderName(start, own.id);
    fs::create_directories(folder);
    LogWriter writer((folder / ("run-" + own.id + ".wandb")).string());
    for (const std::string& record : records)
        writer.append(record);
    writer.close();
    linkRest(from.folder, folder);
}

} // namespace runglass::benchmark
