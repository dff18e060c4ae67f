// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HostileLogs.h"

#include "tests/formats/WandbLogBuilder.h"
#include "tests/sources/LogPayloads.h"

#include <cstdint>
#include <limits>

namespace runglass::test
{

namespace
{

constexpr std::uint64_t kStart = 1'700'000'000;
constexpr std::size_t kMegabyte = std::size_t{1} << 20;
constexpr auto kLast = std::numeric_limits<std::int64_t>::max();
constexpr auto kFirst = std::numeric_limits<std::int64_t>::min();
const std::string kBadUtf8 = "a\xFF\xC0\x80\xED\xA0\x80z";

std::string loss(std::int64_t step)
{
    return historyRecord(step, {{{"loss"}, std::to_string(step) + ".5"}, {{"_timestamp"}, "1700000001.25"}});
}

WandbLogBuilder begun(const std::string& id, const std::vector<Logged>& config = {})
{
    WandbLogBuilder log;
    log.record(runRecord(id, kStart, config, "the " + id + " run"));
    return log;
}

WandbLogBuilder withPoints(const std::string& id)
{
    WandbLogBuilder log = begun(id);
    for (int step = 0; step < 3; ++step)
        log.record(loss(step));
    return log;
}

std::string ended(WandbLogBuilder log)
{
    return log.record(exitRecord(0, 60)).bytes();
}

/// A log whose middle is these records, between points before and after.
HostileLog around(const std::string& id, const std::vector<std::string>& records, std::vector<std::string> causes = {})
{
    WandbLogBuilder log = withPoints(id);
    for (const std::string& record : records)
        log.record(record);
    log.record(loss(3));
    return {id, ended(std::move(log)), std::move(causes), "Finished", 4};
}

std::string record(int kind, const Message& message)
{
    return Message().message(kind, message).bytes();
}

/// A message of a type 2 field that says it is size bytes long, with nothing in it.
std::string claiming(int field, std::uint64_t size)
{
    const std::string tag = Message().number(field, size).bytes();
    std::string claim = tag;
    claim[0] = static_cast<char>(claim[0] | 2);
    return claim;
}

std::string nested(int field, std::size_t levels)
{
    // Written from the inside out: each level's length counts what is in it.
    std::string inner;
    for (std::size_t level = 0; level < levels; ++level)
        inner = Message().text(field, inner).bytes();
    return inner;
}

void addFrames(std::vector<HostileLog>& logs)
{
    const std::string sound = ended(withPoints("frame"));
    const std::string tail = withPoints("torn-tail").record(loss(3)).bytes();
    logs.push_back({"torn-tail", tail.substr(0, tail.size() - 5), {"bytes are incomplete"}, "Crashed", 3});
    logs.push_back({"zero-length", "", {}, "Crashed", 0});
    logs.push_back({"header-only", sound.substr(0, 7), {}, "Crashed", 0});
    logs.push_back({"half-header", sound.substr(0, 4), {"bytes are incomplete"}, "Crashed", 0});
    logs.push_back({"wrong-magic", "PK\3\4" + sound.substr(4), {"does not begin like a .wandb file"}, "Unknown", 0});
    std::string other = sound;
    other[6] = 9;
    logs.push_back({"other-version", other, {"its format version is 9"}, "Unknown", 0});
    logs.push_back({"zeros", std::string(3 * kMegabyte, '\0'), {"does not begin like a .wandb file"}, "Unknown", 0});

    WandbLogBuilder blocks = begun("flipped-block");
    for (int step = 0; step < 3000; ++step)
        blocks.record(loss(step));
    blocks.record(exitRecord(0, 60)).bytes()[WandbLogBuilder::kBlock + 500] ^= 0x20;
    logs.push_back({"flipped-block", blocks.bytes(), {"a checksum is wrong"}, "Finished", std::nullopt});

    WandbLogBuilder parts = withPoints("odd-parts");
    parts.chunk(WandbLogBuilder::Middle, "lost").chunk(WandbLogBuilder::First, "open").record(loss(3));
    logs.push_back({"odd-parts", ended(std::move(parts)), {"has no beginning", "has no end"}, "Finished", 4});

    WandbLogBuilder hole = withPoints("hole");
    hole.raw(std::string(hole.leftInBlock() + 4 * WandbLogBuilder::kBlock, '\0')).record(loss(3));
    logs.push_back({"hole", ended(std::move(hole)), {"there are zeros where a record should be"}, "Finished", 4});
}

void addMessages(std::vector<HostileLog>& logs)
{
    constexpr std::uint64_t kTerabyte = std::uint64_t{1} << 40;
    const char* const kUndecodable = "a record cannot be decoded";
    const Message item = Message().text(1, "loss");
    logs.push_back(
        around("terabyte",
               {claiming(2, kTerabyte), claiming(17, kTerabyte), Message().text(2, claiming(1, kTerabyte)).bytes(),
                Message().text(2, Message().text(1, item.bytes() + claiming(16, kTerabyte)).bytes()).bytes()},
               {kUndecodable}));
    logs.push_back(around("endless-varints",
                          {std::string(kMegabyte, '\xFF'), Message().text(2, std::string(kMegabyte, '\x80')).bytes(),
                           Message().text(18, '\x08' + std::string(64, '\xFF')).bytes()},
                          {kUndecodable}));
    std::vector<std::string> deep;
    for (const int field : {1, 2, 4, 16, 17, 99})
        deep.push_back(Message().text(2, nested(field, 5000)).bytes());
    deep.push_back(nested(17, 5000));
    deep.push_back(nested(8, 5000));
    logs.push_back(around("deep-messages", deep));
    logs.push_back(around("unknown-records", {record(31, Message().text(1, "x")), record(200, Message()),
                                              Message().number(2, 5).bytes(), "", record(100, Message())}));
    logs.push_back(around("empty-records", {record(2, Message()), record(3, Message()), record(5, Message()),
                                            record(6, Message().message(1, Message())), record(7, Message()),
                                            record(8, Message()), record(10, Message()), record(12, Message()),
                                            record(13, Message()), record(25, Message()), record(26, Message())}));
}

void addJson(std::vector<HostileLog>& logs)
{
    const std::string deep = deepJson(200'000);
    HostileLog json =
        around("deep-json",
               {historyRecord(3, {{{"deep"}, deep}}), summaryRecord({{{"deep"}, deep}}),
                configRecord({{{"deep"}, deep}, {{"objects"}, "{\"a\":" + deep + "}"}, {{"ok"}, "[[1]]"}}),
                record(7, Message().message(3, Message().text(1, "cpu").text(16, deep)))},
               {"nested too deeply"});
    logs.push_back(json);
    logs.push_back(around("no-json",
                          {historyRecord(3, {{{"bad"}, "{"}, {{"bad"}, "01"}, {{"bad"}, "nan"}, {{"bad"}, "\"\\x\""}}),
                           configRecord({{{"bad"}, "'"}}), summaryRecord({{{"bad"}, "[1,]"}})},
                          {"is no JSON"}));
    const std::string digits(400, '9');
    std::vector<Logged> numbers;
    for (const std::string& number :
         {std::string("1e400"), std::string("-1e400"), std::string("1e-400"), std::string("9223372036854775807"),
          std::string("-9223372036854775808"), std::string("9223372036854775808"), std::string("-9223372036854775809"),
          digits, "-" + digits, digits + "e-399", "0." + std::string(400, '0') + "1e400", "1e" + digits, "1e-" + digits,
          std::string("NaN"), std::string("Infinity"), std::string("-Infinity"), std::string("-0")})
        numbers.push_back({{"n" + std::to_string(numbers.size())}, number});
    std::vector<std::string> records = {configRecord(numbers), summaryRecord(numbers), historyRecord(3, numbers)};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        records.push_back(historyRecord(4 + static_cast<std::int64_t>(i), {{{"all"}, numbers[i].json}}));
    logs.push_back(around("odd-numbers", records));
}

void addKeys(std::vector<HostileLog>& logs)
{
    const std::string zero("nul\0key", 7);
    const std::vector<std::vector<std::string>> keys = {{"two\nlines"},
                                                        {"/../../etc/passwd"},
                                                        {".."},
                                                        {""},
                                                        {"", ""},
                                                        {"a.b"},
                                                        {"a", "b"},
                                                        {"tab\tkey"},
                                                        {zero},
                                                        {"\x1B[31mred"},
                                                        {"\xE2\x80\xAE"
                                                         "evil"},
                                                        {"<b>bold</b>"},
                                                        {std::string(kMegabyte, 'k')},
                                                        {"_type"},
                                                        {"%1 %n &x"},
                                                        {"_hidden"},
                                                        {kBadUtf8},
                                                        {"media/../x", "_type"}};
    std::vector<Logged> values;
    for (std::size_t i = 0; i < keys.size(); ++i)
        values.push_back({keys[i], std::to_string(i)});
    logs.push_back(around("odd-keys", {configRecord(values), summaryRecord(values), historyRecord(3, values)}));
    const std::vector<std::string> tooDeep(5000, "k");
    logs.push_back(
        around("deep-keys",
               {configRecord({{tooDeep, "1"}}), summaryRecord({{tooDeep, "1"}}), historyRecord(3, {{tooDeep, "1"}})},
               {"empty or too deep"}));
    std::vector<Logged> many;
    for (int i = 0; i < 5000; ++i)
        many.push_back({{"group" + std::to_string(i % 50), "key" + std::to_string(i)}, std::to_string(i) + ".25"});
    logs.push_back(around("many-keys", {configRecord(many), summaryRecord(many), historyRecord(3, many)}));
    logs.push_back(around(
        "bad-utf8",
        {record(17, Message()
                        .text(1, "bad-utf8")
                        .text(2, "team")
                        .text(3, "project")
                        .text(6, kBadUtf8)
                        .text(7, kBadUtf8)
                        .text(8, kBadUtf8)
                        .text(9, kBadUtf8)
                        .text(10, kBadUtf8)
                        .text(13, kBadUtf8)
                        .message(21, Message().text(1, kBadUtf8).text(2, kBadUtf8))),
         record(26, Message().text(1, kBadUtf8).text(5, kBadUtf8).text(6, kBadUtf8).text(14, kBadUtf8)),
         record(10, Message().text(1, kBadUtf8).text(2, kBadUtf8).text(3, kBadUtf8)),
         record(8, Message().text(4, kBadUtf8).text(5, kBadUtf8).text(11, kBadUtf8)),
         record(6, Message().message(1, Message().text(1, kBadUtf8))),
         configRecord({{{kBadUtf8}, '"' + kBadUtf8 + '"'}}), consoleRecord(true, kBadUtf8, kStart),
         summaryRecord({{{kBadUtf8}, '"' + kBadUtf8 + '"'}}), historyRecord(3, {{{kBadUtf8}, '"' + kBadUtf8 + '"'}})}));
}

void addSizes(std::vector<HostileLog>& logs)
{
    const std::string text(kMegabyte, 'x');
    const std::string json = '"' + text + '"';
    logs.push_back(
        around("large-texts",
               {record(17, Message()
                               .text(1, "large-texts")
                               .text(2, "team")
                               .text(3, "project")
                               .text(6, text)
                               .text(7, text)
                               .text(8, "large" + text)
                               .text(9, text)
                               .text(10, text)
                               .text(13, text)),
                record(26, Message().text(5, text).text(6, text).text(14, text)), configRecord({{{"text"}, json}}),
                summaryRecord({{{"text"}, json}}), historyRecord(3, {{{"text"}, json}}),
                consoleRecord(true, text + "\n", kStart), record(10, Message().text(1, text).text(2, text)),
                record(8, Message().text(4, "model").text(5, text).text(7, text)),
                record(6, Message().message(1, Message().text(1, text)))}));
    Message tags = Message().text(1, "many-things").text(2, "team").text(3, "project").text(8, "many things");
    for (int i = 0; i < 2000; ++i)
        tags.text(10, "tag-" + std::to_string(i));
    Message files, manifest;
    for (int i = 0; i < 20'000; ++i) {
        files.message(1, Message().text(1, "media/" + std::to_string(i)));
        manifest.message(4, Message().text(1, "part/" + std::to_string(i)).number(4, 1ULL << 62));
    }
    std::string list = "[0";
    for (int i = 1; i < 100'000; ++i)
        list += ',' + std::to_string(i);
    logs.push_back(
        around("many-things", {record(17, tags), record(6, files),
                               record(8, Message().text(4, "model").text(5, "wide").message(12, manifest)),
                               configRecord({{{"list"}, list + "]"}}), historyRecord(3, {{{"list"}, list + "]"}})}));
}

void addTimes(std::vector<HostileLog>& logs)
{
    std::vector<std::string> records;
    for (const std::int64_t step : {kFirst, kFirst + 1, std::int64_t{-1}, kLast - 1, kLast})
        records.push_back(historyRecord(step, {{{"far"}, std::to_string(step) + ".5"},
                                               {{"_step"}, std::to_string(step)},
                                               {{"_timestamp"}, step < 0 ? "-1e300" : "1e300"},
                                               {{"_runtime"}, step < 0 ? "-1e308" : "1e308"}}));
    for (const std::uint64_t seconds :
         {std::uint64_t{1} << 63, ~std::uint64_t{0}, ~std::uint64_t{0} >> 1, std::uint64_t{0}})
        records.push_back(consoleRecord(false, "at " + std::to_string(seconds) + "\n", seconds));
    records.push_back(
        record(7, Message()
                      .message(2, Message().number(1, ~std::uint64_t{0} >> 1).number(2, ~std::uint64_t{0}))
                      .message(3, Message().text(1, "cpu").text(16, "1e308"))));
    logs.push_back(around("far-times", records));
    WandbLogBuilder early;
    early.record(record(17, Message()
                                .text(1, "early")
                                .text(3, "project")
                                .message(17, Message().number(1, std::uint64_t{0} - 9'000'000'000))));
    early.record(loss(0)).record(
        record(18, Message().number(1, std::uint64_t{0} - 1).number(2, std::uint64_t{1} << 31)));
    logs.push_back({"early", early.bytes(), {}, "Failed", 1});
}

} // namespace

std::string deepJson(std::size_t levels)
{
    return std::string(levels, '[') + std::string(levels, ']');
}

std::string soundLog(const std::string& id)
{
    return ended(withPoints(id));
}

std::vector<HostileLog> hostileLogs()
{
    std::vector<HostileLog> logs;
    addFrames(logs);
    addMessages(logs);
    addJson(logs);
    addKeys(logs);
    addSizes(logs);
    addTimes(logs);
    return logs;
}

} // namespace runglass::test
