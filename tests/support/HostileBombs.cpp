// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HostileBombs.h"

#include "tests/formats/WandbLogBuilder.h"
#include "tests/sources/LogPayloads.h"
#include "tests/support/HostileRuns.h"

#include <fstream>
#include <functional>

namespace runglass::test
{

namespace fs = std::filesystem;

namespace
{

constexpr std::size_t kMillion = 1'000'000;

std::string record(int kind, const Message& message)
{
    return Message().message(kind, message).bytes();
}

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        text += piece;
    return text;
}

std::string list(std::string_view element, std::size_t count)
{
    std::string json = '[' + repeated(std::string(element) + ',', count);
    json.back() = ']';
    return json;
}

/// A message with count empty messages or texts as field, each of two or three bytes.
Message many(int field, std::size_t count)
{
    const std::string one = Message().text(field, "").bytes();
    return Message().raw(repeated(one, count));
}

/// Items with count keys that no other item has.
std::vector<Logged> keys(std::size_t from, std::size_t count)
{
    std::vector<Logged> items;
    for (std::size_t i = from; i < from + count; ++i)
        items.push_back({{std::to_string(i)}, "1"});
    return items;
}

void writeRun(const fs::path& root, const std::string& name, const std::function<void(WandbLogBuilder&)>& fill)
{
    WandbLogBuilder log;
    log.record(runRecord("bomb", 1'700'000'000));
    fill(log);
    log.record(exitRecord(0, 60));
    const fs::path folder = hostileFolder(root / name, "bomb");
    fs::create_directories(folder);
    std::ofstream(folder / "run-bomb.wandb", std::ios::binary) << log.bytes();
}

void writeFile(const fs::path& root, const std::string& name, const std::string& file, const std::string& bytes)
{
    const fs::path folder = hostileFolder(root / name, "bomb");
    fs::create_directories(folder / "files");
    std::ofstream(folder / "run-bomb.wandb", std::ios::binary) << WandbLogBuilder().record("").bytes();
    std::ofstream(folder / "files" / file, std::ios::binary) << bytes;
}

} // namespace

void makeHostileBombs(const fs::path& root)
{
    const auto one = [&root](const std::string& name, const std::string& payload) {
        writeRun(root, name, [&payload](WandbLogBuilder& log) { log.record(payload); });
    };
    const auto each = [&root](const std::string& name, std::size_t count,
                              const std::function<std::string(std::size_t)>& payload) {
        writeRun(root, name, [&](WandbLogBuilder& log) {
            for (std::size_t i = 0; i < count; ++i)
                log.record(payload(i));
        });
    };
    one("lists", historyRecord(1, {{{"a"}, list("[]", 4 * kMillion)}}));
    one("objects", configRecord({{{"a"}, list("{}", 4 * kMillion)}}));
    one("numbers", summaryRecord({{{"a"}, list("1", 6 * kMillion)}}));
    one("members", record(8, Message().text(5, "a").message(12, many(4, 6 * kMillion))));
    one("tags", record(17, Message().text(1, "bomb").text(3, "project").raw(many(10, 6 * kMillion).bytes())));
    one("arguments", record(26, many(5, 6 * kMillion)));
    one("graphics-cards", record(26, many(24, 4 * kMillion)));
    one("components", record(2, Message().message(1, Message().raw(many(2, 6 * kMillion).bytes()).text(16, "1"))));
    each("metrics", 600, [](std::size_t i) { return historyRecord(0, keys(i * 1000, 1000)); });
    each("config-keys", 600, [](std::size_t i) { return configRecord(keys(i * 1000, 1000)); });
    each("summary-keys", 600, [](std::size_t i) { return summaryRecord(keys(i * 1000, 1000)); });
    each("config-lists", 12, [](std::size_t i) {
        return configRecord({{{std::to_string(i)}, list("1", kMillion / 2)}});
    });
    each("summary-lists", 12, [](std::size_t i) {
        return summaryRecord({{{std::to_string(i)}, list("1", kMillion / 2)}});
    });
    each("history-lists", 24, [](std::size_t i) {
        return historyRecord(static_cast<std::int64_t>(i), {{{"a"}, list("1", kMillion / 2)}});
    });
    each("alerts", kMillion, [](std::size_t) { return record(10, Message()); });
    each("artifacts", kMillion / 2, [](std::size_t i) { return record(8, Message().text(5, std::to_string(i))); });
    each("aliases", 500, [](std::size_t i) {
        Message artifact = Message().text(5, "a").text(6, "digest");
        for (std::size_t alias = 0; alias < 1000; ++alias)
            artifact.text(11, std::to_string(i * 1000 + alias));
        return record(8, artifact);
    });
    each("definitions", kMillion / 2, [](std::size_t i) { return record(12, Message().text(1, std::to_string(i))); });
    each("files", 600, [](std::size_t i) {
        Message files;
        for (std::size_t file = 0; file < 1000; ++file)
            files.message(1, Message().text(1, std::to_string(i * 1000 + file)));
        return record(6, files);
    });
    each("console", kMillion / 2, [](std::size_t) { return record(13, Message().text(3, "x")); });
    each("line-ends", 10, [](std::size_t) { return consoleRecord(true, std::string(kMillion, '\n'), 1); });
    each("colours", 10, [](std::size_t) { return consoleRecord(true, repeated("\x1B[1mx\x1B[mx", kMillion / 10), 1); });
    each("cursor", 10, [](std::size_t) { return consoleRecord(true, repeated("x\x1B[4000Cx\r\n", kMillion / 10), 1); });
    writeFile(root, "yaml-open", "config.yaml", std::string(15 * kMillion, '['));
    writeFile(root, "yaml-flow", "config.yaml", '{' + repeated("a,", 500'000) + '}');
    writeFile(root, "yaml-tags", "config.yaml", repeated("!a ", 340'000));
    writeFile(root, "json-metadata", "wandb-metadata.json", "{\"args\":" + list("[]", 5 * kMillion) + '}');
    writeFile(root, "json-summary", "wandb-summary.json", "{\"a\":" + list("{}", 5 * kMillion) + '}');
    writeFile(root, "output-log", "output.log", std::string(70 * kMillion, '\n'));
}

} // namespace runglass::test
