// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SummaryBuilder.h"

#include "models/formats/Json.h"
#include "models/sources/WandbRunBuilder.h"
#include "tests/sources/LogPayloads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace runglass::test
{

namespace
{

/// The summary of records as the program reads them, where most are never decoded.
std::string summaryOf(const std::vector<std::string>& records, std::vector<Warning>* warnings = nullptr)
{
    LogProblems problems("x");
    WandbRunBuilder builder(problems);
    WandbRecordDecoder decoder;
    std::uint64_t offset = 0;
    for (const std::string& record : records) {
        problems.setOffset(offset++);
        if (const Status decoded = decoder.decode(record, builder); !decoded)
            problems.add(decoded.error().detail);
    }
    const std::string summary = toJson(builder.take(problems).run.summary);
    if (warnings)
        *warnings = problems.warnings();
    return summary;
}

/// What it must be: the last write of every key, one record after the other.
std::string plainly(const std::vector<std::vector<Logged>>& updates)
{
    Value summary{Value::Object()};
    for (const auto& items : updates)
        for (const Logged& item : items)
            setPath(summary, item.key, parseJson(item.json).value());
    return toJson(summary);
}

} // namespace

TEST(SummaryBuilderTest, rowsThatRepeatTheirUpdateAddUpLikeAnyOthers)
{
    const std::uint64_t seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto draw = [&random](std::size_t below) { return static_cast<std::size_t>(random() % below); };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> records;
        std::vector<std::vector<Logged>> updates;
        for (std::size_t row = 0; row < 12; ++row) {
            std::vector<Logged> items;
            // Keys come and go, and one of two in a pair lies below the other.
            for (std::size_t key = 0; key < 6; ++key)
                if (draw(4) != 0)
                    items.push_back({key == 5 ? std::vector<std::string>{"k4", "deep"}
                                              : std::vector<std::string>{"k" + std::to_string(key)},
                                     std::to_string(draw(1000))});
            std::shuffle(items.begin(), items.end(), random);
            records.push_back(summaryRecord(items));
            updates.push_back(items);
            std::vector<Logged> row1 = items;
            if (!row1.empty())
                std::rotate(row1.begin(), row1.begin() + static_cast<std::ptrdiff_t>(draw(row1.size())), row1.end());
            if (draw(5) == 0 && !row1.empty())
                row1.front().json = "-1"; // no repetition after all
            if (draw(6) != 0)
                records.push_back(historyRecord(static_cast<std::int64_t>(row), row1));
        }
        ASSERT_EQ(summaryOf(records), plainly(updates)) << "round " << round;
    }
}

TEST(SummaryBuilderTest, aRemovalAmongRepeatedRowsCounts)
{
    const std::vector<Logged> first = {{{"a"}, "1"}, {{"b"}, "1"}};
    const std::vector<Logged> second = {{{"a"}, "2"}};
    EXPECT_EQ(summaryOf({summaryRecord(first), historyRecord(0, first), summaryRecord({}, {{{"b"}, ""}}),
                         summaryRecord(second), historyRecord(1, second)}),
              R"({"a":2})");
    EXPECT_EQ(
        summaryOf({summaryRecord(first), historyRecord(0, first), summaryRecord(second), historyRecord(1, second)}),
        R"({"a":2,"b":1})");
}

TEST(SummaryBuilderTest, aBrokenRecordIsSaidWhereItLies)
{
    const std::vector<Logged> row = {{{"a"}, "1"}};
    std::string broken = summaryRecord({{{"a"}, "7"}});
    broken.back() = '\x7f';               // no JSON
    std::string cut = summaryRecord(row); // the item is longer than its record
    cut[cut.find('\n') + 1] = '\x60';
    std::vector<Warning> warnings;
    EXPECT_EQ(summaryOf({summaryRecord(row), cut, historyRecord(0, row)}, &warnings), R"({"a":1})");
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings[0].offset, 1U);
    EXPECT_NE(warnings[0].cause.find("cannot be decoded"), std::string::npos) << warnings[0].cause;
    EXPECT_EQ(summaryOf({broken}, &warnings), "{}");
    EXPECT_EQ(warnings.size(), 1U);
}

TEST(KeySlotsTest, tellsKeysApartByEveryByteAndComponent)
{
    std::vector<std::vector<std::string>> keys = {
        {""},       {std::string("\0", 1)}, {"a"},    {"a", ""}, {"", "a"}, {"a", "b"},
        {"ab"},     {"a", "b", "c"},        {"\xff"}, {"\xfe"},  {"a/b"},   {"ab", "c"},
        {"a", "bc"}};
    for (std::size_t length = 1; length < 40; ++length) {
        keys.push_back({std::string(length, 'x')});
        keys.push_back({std::string(length, 'x') + '\0'});
        keys.push_back({std::string(length, 'x') + "y" + std::string(40 - length, 'x')});
        keys.push_back({std::string(length, 'x'), "tail"});
    }
    KeySlots slots;
    for (int turn = 0; turn < 2; ++turn)
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::vector<std::string_view> components(keys[i].begin(), keys[i].end());
            WandbItem item;
            if (components.size() == 1 && turn == 0)
                item.key = components.front();
            else
                item.nestedKey = components;
            ASSERT_EQ(slots.slotOf(item), i) << "turn " << turn;
            ASSERT_EQ(slots.path(i), keys[i]);
        }
    EXPECT_EQ(slots.size(), keys.size());
}

TEST(KeySlotsTest, anItemOfARecordMeetsTheSameKeyWithoutOne)
{
    // Keys of every length, first and last in a record: what lies behind them must not matter.
    std::vector<Logged> items;
    for (std::size_t length = 1; length < 60; ++length)
        items.push_back({{std::string(length, 'k')}, "1"});
    items.push_back({{"z"}, "1"});
    WandbItemList updates, removals;
    const std::string record = summaryRecord(items);
    const std::string_view message = std::string_view(record).substr(record.find('\n'));
    ASSERT_TRUE(readUpdate(message, updates, removals));
    ASSERT_EQ(updates.items().size(), items.size());
    KeySlots slots;
    for (std::size_t i = 0; i < items.size(); ++i) {
        WandbItem bare;
        bare.key = items[i].key.front();
        ASSERT_EQ(slots.slotOf(bare), i);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        EXPECT_EQ(slots.slotOf(updates.items()[i]), i) << "length " << i + 1;
        EXPECT_EQ(updates.items()[i].valueJson, "1");
    }
}

} // namespace runglass::test
