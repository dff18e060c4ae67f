// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/formats/ReadLog.h"
#include "tests/formats/WandbLogBuilder.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Builder = WandbLogBuilder;

/// A source that grows under its reader.
class GrowingSource : public ByteSource
{
public:
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) override
    {
        return memorySource(bytes)->readAt(offset, buffer);
    }
    std::uint64_t size() const override { return bytes.size(); }
    const std::string& path() const override { return m_path; }

    std::string bytes;

private:
    std::string m_path = "live.wandb";
};

TEST(WandbLogReader, readsRecordsInOrder)
{
    const LogContents log = readLog(Builder().record("one").record("").record("three").bytes());
    EXPECT_THAT(log.records, ElementsAre("one", "", "three"));
    EXPECT_THAT(log.damage, IsEmpty());
    EXPECT_EQ(log.last->kind, Error::Kind::NotYet);
    EXPECT_EQ(log.incomplete, 0U);
}

TEST(WandbLogReader, joinsARecordOfManyChunks)
{
    std::string large(200'000, 'x');
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<char>(i * 7 % 251);
    const LogContents log = readLog(Builder().record("before").record(large).record("after").bytes());
    ASSERT_THAT(log.records, SizeIs(3));
    EXPECT_EQ(log.records[1], large);
    EXPECT_EQ(log.records[2], "after");
    EXPECT_THAT(log.damage, IsEmpty());
}

TEST(WandbLogReader, copesWithEveryNumberOfBytesLeftInABlock)
{
    for (std::size_t left = 0; left <= 20; ++left) {
        Builder builder;
        builder.fillBlockTo(left).record("second").record("third");
        const LogContents log = readLog(builder.bytes());
        ASSERT_THAT(log.records, SizeIs(3)) << left << " bytes left";
        EXPECT_EQ(log.records[1], "second");
        EXPECT_EQ(log.records[2], "third");
        EXPECT_THAT(log.damage, IsEmpty()) << left << " bytes left";
    }
}

TEST(WandbLogReader, takesAnEmptyFirstChunkWhereSevenBytesAreLeft)
{
    Builder builder;
    builder.fillBlockTo(7);
    builder.chunk(Builder::First, "").chunk(Builder::Middle, "ab").chunk(Builder::Last, "c");
    const LogContents log = readLog(builder.bytes());
    ASSERT_THAT(log.records, SizeIs(2));
    EXPECT_EQ(log.records[1], "abc");
}

TEST(WandbLogReader, doesNotCountPaddingAsIncomplete)
{
    Builder builder;
    builder.fillBlockTo(5).raw(std::string(5, '\0'));
    const LogContents log = readLog(builder.bytes());
    EXPECT_THAT(log.records, SizeIs(1));
    EXPECT_EQ(log.incomplete, 0U);
}

TEST(WandbLogReader, waitsForTheHeader)
{
    const std::string header = Builder().bytes();
    for (std::size_t length = 0; length < header.size(); ++length)
        EXPECT_EQ(readLog(header.substr(0, length)).last->kind, Error::Kind::NotYet) << length;
    const LogContents empty = readLog(header);
    EXPECT_EQ(empty.last->kind, Error::Kind::NotYet);
    EXPECT_EQ(empty.offset, 7U);
}

TEST(WandbLogReader, refusesOtherFilesAndVersions)
{
    EXPECT_EQ(readLog("not a log").last->kind, Error::Kind::Unsupported);
    EXPECT_EQ(readLog("no").last->kind, Error::Kind::Unsupported);
    std::string newer = Builder().record("x").bytes();
    newer[6] = 1;
    const LogContents log = readLog(newer);
    EXPECT_EQ(log.last->kind, Error::Kind::Unsupported);
    EXPECT_THAT(log.last->detail, ::testing::HasSubstr("version is 1"));
    EXPECT_THAT(log.records, IsEmpty());
}

TEST(WandbLogReader, goesOnAtTheNextBlockAfterAWrongChecksum)
{
    Builder builder;
    builder.record("good");
    const std::size_t at = builder.size();
    builder.record("bad").record("lost with its block").fillBlockTo(0).record("next block");
    builder.bytes()[at + 8] ^= 1;
    const LogContents log = readLog(builder.bytes());
    EXPECT_THAT(log.records, ElementsAre("good", "next block"));
    ASSERT_THAT(log.damage, SizeIs(1));
    EXPECT_EQ(log.damage[0].offset, at);
    EXPECT_EQ(log.damage[0].path, "test.wandb");
    EXPECT_THAT(log.damage[0].detail, ::testing::HasSubstr("checksum"));
}

TEST(WandbLogReader, dropsARecordThatDamageCuts)
{
    Builder builder;
    builder.record("good");
    const std::size_t start = builder.size();
    builder.record(std::string(100'000, 'x')).record("after");
    builder.bytes()[2 * Builder::kBlock + 100] ^= 1; // in a middle chunk
    const LogContents log = readLog(builder.bytes());
    EXPECT_THAT(log.records, ElementsAre("good", "after"));
    EXPECT_THAT(log.damage, SizeIs(1)) << "the rest of the cut record is no damage of its own";
    EXPECT_GT(log.damage[0].offset, start);
}

TEST(WandbLogReader, tellsWrongTypesAndLengths)
{
    for (const int type : {0, 5, 255}) {
        Builder builder;
        builder.chunk(type, "x").fillBlockTo(0).record("next");
        const LogContents log = readLog(builder.bytes());
        EXPECT_THAT(log.records, ElementsAre("next")) << type;
        EXPECT_THAT(log.damage, SizeIs(1)) << type;
    }
    Builder builder;
    builder.record("x");
    builder.bytes()[7 + 4] = builder.bytes()[7 + 5] = '\xFF';
    builder.fillBlockTo(0).record("next");
    const LogContents log = readLog(builder.bytes());
    EXPECT_THAT(log.records, ElementsAre("next"));
    EXPECT_THAT(log.damage[0].detail, ::testing::HasSubstr("longer than its block"));
}

TEST(WandbLogReader, tellsPartsInTheWrongOrder)
{
    Builder builder;
    builder.chunk(Builder::Middle, "orphan").chunk(Builder::Last, "orphan").record("one");
    builder.chunk(Builder::First, "open").record("two").chunk(Builder::First, "a").chunk(Builder::Last, "b");
    const LogContents log = readLog(builder.bytes());
    EXPECT_THAT(log.records, ElementsAre("one", "two", "ab"));
    EXPECT_THAT(log.damage, SizeIs(2));
}

TEST(WandbLogReader, reportsManyBlocksOfZerosOnce)
{
    Builder builder;
    builder.record("one").fillBlockTo(0).raw(std::string(10 * Builder::kBlock, '\0')).record("two");
    const LogContents log = readLog(builder.bytes());
    ASSERT_THAT(log.records, SizeIs(3));
    EXPECT_EQ(log.records[2], "two");
    EXPECT_THAT(log.damage, SizeIs(1));
}

TEST(WandbLogReader, waitsAtZerosThatMayStillBeWritten)
{
    Builder builder;
    builder.record("one");
    const std::size_t end = builder.size();
    builder.raw(std::string(100, '\0'));
    const LogContents log = readLog(builder.bytes());
    EXPECT_THAT(log.records, ElementsAre("one"));
    EXPECT_THAT(log.damage, IsEmpty());
    EXPECT_EQ(log.offset, end);
    EXPECT_EQ(log.incomplete, 100U);
}

TEST(WandbLogReader, doesNotSkipDamageAtTheEndForALaterReader)
{
    Builder builder;
    builder.record("one");
    const std::size_t end = builder.size();
    builder.record("two");
    std::string damaged = builder.bytes();
    damaged.back() ^= 1;
    const LogContents log = readLog(damaged);
    EXPECT_THAT(log.damage, SizeIs(1));
    EXPECT_EQ(log.offset, end);
    EXPECT_EQ(log.incomplete, 0U) << "it was reported as damage";
    EXPECT_THAT(readLog(builder.bytes(), log.offset).records, ElementsAre("two"));
}

TEST(WandbLogReader, followsAGrowingFileByteByByte)
{
    Builder builder;
    builder.record("one").record(std::string(70'000, 'x')).record("three");
    const std::string whole = builder.bytes();
    GrowingSource source;
    WandbLogReader reader(source);
    std::vector<std::string> records;
    // All of it would take long: byte by byte around what matters.
    for (std::size_t size = 0; size <= whole.size();
         size += size % Builder::kBlock > 60 && size + 90 < whole.size() ? 29 : 1) {
        source.bytes = whole.substr(0, size);
        Result<std::string_view> record = reader.next();
        for (; record; record = reader.next())
            records.emplace_back(*record);
        ASSERT_EQ(record.error().kind, Error::Kind::NotYet) << size << ' ' << record.error().detail;
    }
    EXPECT_THAT(records, ElementsAre("one", std::string(70'000, 'x'), "three"));
    EXPECT_EQ(reader.offset(), whole.size());
}

TEST(WandbLogReader, resumesAfterEveryRecord)
{
    Builder builder;
    for (int i = 0; i < 40; ++i)
        builder.record(std::string(static_cast<std::size_t>(i) * 300, static_cast<char>('a' + i % 26)));
    const LogContents whole = readLog(builder.bytes());
    ASSERT_THAT(whole.records, SizeIs(40));
    for (std::size_t i = 0; i < whole.ends.size(); ++i) {
        const LogContents rest = readLog(builder.bytes(), whole.ends[i]);
        ASSERT_THAT(rest.damage, IsEmpty()) << i;
        const std::vector<std::string> expected(whole.records.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                                whole.records.end());
        EXPECT_EQ(rest.records, expected);
    }
}

TEST(WandbLogReader, saysThatOffsetsBeyondTheEndHoldNothing)
{
    const std::string bytes = Builder().record("one").bytes();
    for (const std::uint64_t offset : {std::uint64_t{1000}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
        const LogContents log = readLog(bytes, offset);
        EXPECT_THAT(log.records, IsEmpty());
        EXPECT_EQ(log.last->kind, Error::Kind::NotYet);
    }
}

} // namespace
} // namespace runglass::test
