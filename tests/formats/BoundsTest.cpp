// SPDX-License-Identifier: GPL-3.0-or-later
// What hostile bytes may cost: each bound of the readers, met and passed.
#include "models/formats/Json.h"
#include "models/formats/Utf8.h"
#include "models/formats/WandbLogReader.h"
#include "models/formats/WandbMessages.h"
#include "models/formats/Yaml.h"
#include "tests/formats/RecordingSink.h"
#include "tests/formats/WandbLogBuilder.h"
#include "tests/sources/LogPayloads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstring>

namespace runglass::test
{

namespace
{

/// A log that begins with bytes and goes on with the same block again and again up to size, none of it in memory.
class EndlessLog : public ByteSource
{
public:
    EndlessLog(std::string bytes, std::string block, std::uint64_t size)
        : m_bytes(std::move(bytes))
        , m_block(std::move(block))
        , m_size(size)
    {
    }
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer) override
    {
        ++reads;
        const std::uint64_t there = offset < m_size ? m_size - offset : 0;
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), there));
        for (std::size_t done = 0; done < count;) {
            const std::uint64_t at = offset + done;
            const bool first = at < m_bytes.size();
            const std::string& from = first ? m_bytes : m_block;
            const auto start = static_cast<std::size_t>(first ? at : at % m_block.size());
            const std::size_t length = std::min(count - done, from.size() - start);
            std::memcpy(buffer.data() + done, from.data() + start, length);
            done += length;
        }
        return count;
    }
    std::uint64_t size() const override { return m_size; }
    const std::string& path() const override { return m_path; }

    std::uint64_t reads = 0;

private:
    std::string m_bytes;
    std::string m_block;
    std::uint64_t m_size;
    std::string m_path = "endless.wandb";
};

std::string fieldClaiming(std::uint64_t size)
{
    std::string claim = Message().number(1, size).bytes();
    claim[0] = '\x0A';
    return claim;
}

std::string longList(std::size_t values)
{
    std::string json = "[1";
    for (std::size_t i = 1; i < values; ++i)
        json += ",1";
    return json + ']';
}

Message repeated(int field, std::size_t count)
{
    Message message;
    for (std::size_t i = 0; i < count; ++i)
        message.text(field, "");
    return message;
}

struct Decoded {
    RecordingSink sink;
    Status status = Done{};
};

Decoded decoded(int kind, const Message& message)
{
    Decoded result;
    result.status = WandbRecordDecoder().decode(Message().message(kind, message).bytes(), result.sink);
    return result;
}

} // namespace

TEST(Bounds, aTerabyteOfHoleIsGivenUpAfterAGibibyte)
{
    WandbLogBuilder log;
    log.record("one").record("two");
    const std::size_t sound = log.size();
    log.raw(std::string(log.leftInBlock(), '\0'));
    EndlessLog source(log.bytes(), std::string(WandbLogBuilder::kBlock, '\0'), std::uint64_t{1} << 40);
    WandbLogReader reader(source);
    EXPECT_EQ(reader.next().value(), "one");
    EXPECT_EQ(reader.next().value(), "two");
    const Result<std::string_view> damage = reader.next();
    ASSERT_FALSE(damage);
    EXPECT_EQ(damage.error().kind, Error::Kind::Corruption);
    EXPECT_EQ(damage.error().offset, sound);
    EXPECT_NE(damage.error().detail.find("nothing could be read in the GiB after it"), std::string::npos);
    EXPECT_EQ(reader.next().error().kind, Error::Kind::NotYet);
    EXPECT_EQ(reader.offset(), sound);
    EXPECT_EQ(reader.incompleteBytes(), 0U);
    EXPECT_LE(source.reads, 2 * (std::uint64_t{1} << 30) / (std::uint64_t{1} << 20));
}

TEST(Bounds, damageOfLessThanAGibibyteIsPassed)
{
    WandbLogBuilder log;
    log.record("one").raw(std::string(log.leftInBlock(), '\0'));
    std::string block(512 * WandbLogBuilder::kBlock, '\0');
    WandbLogBuilder last;
    last.bytes().assign(WandbLogBuilder::kBlock * 511, '\0');
    last.record("last");
    std::copy(last.bytes().begin(), last.bytes().end(), block.begin());
    EndlessLog source(log.bytes(), block, std::uint64_t{16} << 20);
    WandbLogReader reader(source);
    EXPECT_EQ(reader.next().value(), "one");
    EXPECT_FALSE(reader.next());
    EXPECT_EQ(reader.next().value(), "last");
}

TEST(Bounds, aRecordWithoutEndIsGivenUp)
{
    WandbLogBuilder begin;
    begin.chunk(WandbLogBuilder::First, std::string(begin.leftInBlock() - 7, 'x'));
    WandbLogBuilder middle;
    middle.bytes().clear();
    middle.chunk(WandbLogBuilder::Middle, std::string(WandbLogBuilder::kBlock - 7, 'x'));
    EndlessLog source(begin.bytes(), middle.bytes(), std::uint64_t{600} << 20);
    WandbLogReader reader(source);
    const Result<std::string_view> record = reader.next();
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().detail, "a record is larger than 256 MiB");
    EXPECT_GT(reader.offset(), WandbLogReader::kMaxRecordBytes);
    // What follows of it is no news.
    EXPECT_EQ(reader.next().error().kind, Error::Kind::NotYet);
    EXPECT_EQ(reader.offset(), source.size());
}

TEST(Bounds, lengthsBeyondTheMessageAreDamage)
{
    for (const std::uint64_t size : {std::uint64_t{1}, std::uint64_t{1} << 31, std::uint64_t{1} << 32,
                                     (std::uint64_t{1} << 32) + 1, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
        const std::string claim = fieldClaiming(size);
        const std::string unknown = "\xFA\x01" + claim.substr(1); // field 31
        for (const int kind : {2, 3, 5, 6, 7, 8, 10, 12, 13, 17, 18, 25, 26, 27}) {
            for (const std::string& inner : {claim, unknown}) {
                RecordingSink sink;
                WandbRecordDecoder decoder;
                const Status status = decoder.decode(Message().text(kind, inner).bytes(), sink);
                EXPECT_FALSE(status) << "kind " << kind << " claims " << size;
            }
        }
        RecordingSink sink;
        EXPECT_FALSE(WandbRecordDecoder().decode(unknown, sink)) << size;
    }
}

TEST(Bounds, aBoolThatIsNotThereIsDamage)
{
    for (const char* const message : {"\xB0\x01", "\x90\x01"}) { // a run record that ends after the tag of a bool
        RecordingSink sink;
        EXPECT_FALSE(WandbRecordDecoder().decode(Message().text(17, message).bytes(), sink));
        EXPECT_TRUE(sink.runs.empty());
    }
    const Decoded run = decoded(17, Message().number(18, std::uint64_t{1} << 40));
    ASSERT_EQ(run.sink.runs.size(), 1U);
    EXPECT_TRUE(run.sink.runs[0].resumed);
}

TEST(Bounds, listsOfARecordAreCut)
{
    const Decoded tags = decoded(17, repeated(10, wandb::kMaxTags + 1));
    EXPECT_EQ(tags.status.error().kind, Error::Kind::Unsupported);
    EXPECT_EQ(tags.sink.runs.at(0).tags.size(), wandb::kMaxTags);
    EXPECT_TRUE(decoded(17, repeated(10, wandb::kMaxTags)).status);

    const Decoded arguments = decoded(26, repeated(5, wandb::kMaxArguments + 1));
    EXPECT_FALSE(arguments.status);
    EXPECT_EQ(arguments.sink.environments.at(0).args.size(), wandb::kMaxArguments);

    for (const int field : {24, 26}) {
        const Decoded gpus = decoded(26, repeated(field, wandb::kMaxGpus + 1));
        EXPECT_FALSE(gpus.status);
        EXPECT_EQ(gpus.sink.environments.at(0).gpus.size(), wandb::kMaxGpus);
    }
    for (const int field : {11, 19}) {
        const Decoded artifact = decoded(8, repeated(field, wandb::kMaxAliases + 1));
        EXPECT_FALSE(artifact.status);
        const Artifact& first = artifact.sink.artifacts.at(0);
        EXPECT_EQ(first.aliases.size() + first.tags.size(), wandb::kMaxAliases);
    }
    const Decoded members = decoded(8, Message().message(12, repeated(4, wandb::kMaxMembers + 1)));
    EXPECT_FALSE(members.status);
    EXPECT_EQ(members.sink.artifacts.at(0).members.size(), wandb::kMaxMembers);
}

TEST(Bounds, theNextRecordIsNotCutForTheOneBefore)
{
    WandbRecordDecoder decoder;
    RecordingSink sink;
    EXPECT_FALSE(decoder.decode(Message().message(17, repeated(10, wandb::kMaxTags + 1)).bytes(), sink));
    EXPECT_TRUE(decoder.decode(Message().message(17, Message().text(1, "abc")).bytes(), sink));
}

TEST(Bounds, jsonOfAMillionValues)
{
    // The list itself is a value too.
    EXPECT_TRUE(parseJson(longList(kMaxJsonValues - 1)));
    const Result<Value> more = parseJson(longList(kMaxJsonValues));
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().detail, "the JSON document has more than 1,000,000 values");
}

TEST(Bounds, jsonAnyNumberOfLevelsDeep)
{
    for (const char* const open : {"[", "{\"a\":", "[{\"a\":["}) {
        std::string json;
        for (int level = 0; level < 200'000; ++level)
            json += open;
        const Result<Value> value = parseJson(json);
        ASSERT_FALSE(value);
        EXPECT_EQ(value.error().detail, "the JSON document is nested too deeply");
    }
}

TEST(Bounds, yamlOfAMebibyte)
{
    const std::string fits = "a: " + std::string(kMaxYamlBytes - 3, 'x');
    EXPECT_TRUE(parseYaml(fits));
    EXPECT_FALSE(parseYaml(fits + "x"));
    // What the library takes longest for, in time and memory, at the largest size it is given.
    for (const std::string& piece : {std::string("["), std::string("a: "), std::string("- "), std::string("{a,"),
                                     std::string("? "), std::string("!a "), std::string("&a "), std::string("\n")}) {
        std::string text;
        while (text.size() + piece.size() <= kMaxYamlBytes)
            text += piece;
        const auto start = std::chrono::steady_clock::now();
        const Result<Value> value = parseYaml(text);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << piece;
        EXPECT_TRUE(value || validUtf8Length(value.error().detail) == value.error().detail.size());
    }
}

TEST(Bounds, whatYamlErrorsQuoteIsValidUtf8)
{
    const Result<Value> value = parseYaml("a: \"\\\xF1\"");
    ASSERT_FALSE(value);
    EXPECT_EQ(validUtf8Length(value.error().detail), value.error().detail.size());
}

} // namespace runglass::test
