// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecorderStore.h"

#include "models/store/Database.h"
#include "models/store/LineBlock.h"
#include "models/store/StoreReader.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <random>

namespace runglass::test
{

namespace
{

class RecorderStoreTest : public testing::Test
{
protected:
    StoreLocation location() const { return {(m_directory.path() / "data/runs.db").string(), {}}; }
    std::unique_ptr<RecorderStore> open() const
    {
        auto store = RecorderStore::open(location());
        EXPECT_TRUE(store.ok()) << describe(store.error());
        return std::move(store).value();
    }
    static RecordedRun newRun(const std::string& id)
    {
        RecordedRun run;
        run.path = {"local", "p", id};
        run.doc = "{}";
        return run;
    }

private:
    TemporaryDirectory m_directory;
};

std::string randomLine(std::mt19937& random)
{
    const std::size_t length = random() % 50 == 0 ? random() % 300'000 : random() % 60;
    return std::string(length, static_cast<char>('a' + random() % 26)) + std::string(1, '\0') + "\n";
}

TEST_F(RecorderStoreTest, LinesFollowEveryEdit)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    auto store = open();
    RecordedRun run = newRun("r");
    std::array<std::vector<std::string>, kRecordedFiles> expected;
    for (int i = 0; i < 300; ++i) {
        LineEdit edit;
        const std::size_t file = random() % kRecordedFiles;
        std::vector<std::string>& lines = expected[file];
        edit.file = static_cast<RecordedFile>(file);
        edit.first = random() % 3 == 0 ? random() % (lines.size() + 1) : lines.size();
        edit.cuts = edit.file != RecordedFile::Output;
        for (auto count = random() % 20; count > 0; --count)
            edit.lines.push_back(randomLine(random));
        ASSERT_TRUE(store->commit(run, {edit}, nullptr).ok());
        if (edit.cuts)
            lines.resize(edit.first);
        lines.resize(std::max(lines.size(), edit.first + edit.lines.size()));
        std::copy(edit.lines.begin(), edit.lines.end(), lines.begin() + static_cast<std::ptrdiff_t>(edit.first));
        if (i % 50 == 0)
            store = open();
    }
    const RecordedRun found = store->find(run.path)->value();
    EXPECT_EQ(found.number, run.number);
    for (std::size_t file = 0; file < kRecordedFiles; ++file) {
        ASSERT_EQ(found.lines[file], expected[file].size());
        EXPECT_EQ(*store->lines(found, static_cast<RecordedFile>(file), 0, found.lines[file]), expected[file]);
        const std::uint64_t from = random() % (expected[file].size() + 1);
        const auto some = *store->lines(found, static_cast<RecordedFile>(file), from, 300);
        for (std::size_t i = 0; i < some.size(); ++i)
            ASSERT_EQ(some[i], expected[file][from + i]);
    }
}

TEST_F(RecorderStoreTest, RefusesLinesBehindAGap)
{
    const auto store = open();
    RecordedRun run = newRun("r");
    EXPECT_EQ(store->commit(run, {{RecordedFile::History, 1, true, {"x"}}}, nullptr).error().kind,
              Error::Kind::InvalidArgument);
    EXPECT_EQ(run.number, 0);
    EXPECT_FALSE(store->find(run.path)->has_value());
}

TEST_F(RecorderStoreTest, NumbersAreNeverUsedAgain)
{
    const auto store = open();
    RecordedRun first = newRun("a"), second = newRun("b");
    ASSERT_TRUE(store->commit(first, {}, nullptr).ok());
    ASSERT_TRUE(store->commands().moveToTrash(first.path, {"ann", 1}, RecordedCommands::Living::Allowed).ok());
    ASSERT_TRUE(store->commit(second, {}, nullptr).ok());
    EXPECT_GT(second.number, first.number);
    EXPECT_TRUE(store->find(first.path)->value().isDeleted);
    EXPECT_EQ(store->numbers(RecorderStore::Which::Underived)->size(), 1U);
}

TEST_F(RecorderStoreTest, IndexesOfAnotherFormAreMadeAnew)
{
    RecordedRun run = newRun("r");
    {
        const auto store = open();
        RunUpdate update;
        update.run.path = run.path;
        update.detail.segments.resize(1);
        update.segments.resize(1);
        ASSERT_TRUE(store->commit(run, {{RecordedFile::History, 0, true, {"{}"}}}, &update).ok());
        EXPECT_TRUE(run.isDerived);
    }
    ASSERT_TRUE(StoreReader::open(location()).value()->run(run.path).ok());
    {
        const auto database = Database::open(location(), Database::Access::Record);
        database->execute("UPDATE meta SET value = 'another form' WHERE key = 'schema'");
    }
    EXPECT_FALSE(StoreReader::open(location()).ok());
    const auto store = open();
    const RecordedRun found = store->find(run.path)->value();
    EXPECT_FALSE(found.isDerived);
    EXPECT_EQ(*store->lines(found, RecordedFile::History, 0, 10), std::vector<std::string>{"{}"});
    EXPECT_EQ(StoreReader::open(location()).value()->run(run.path).error().kind, Error::Kind::NotFound);
}

TEST_F(RecorderStoreTest, IsNeverTakenForAnIndex)
{
    RecordedRun run = newRun("r");
    ASSERT_TRUE(open()->commit(run, {}, nullptr).ok());
    EXPECT_EQ(StoreWriter::open(location()).error().kind, Error::Kind::Refused);
    EXPECT_TRUE(open()->find(run.path)->has_value());
}

TEST_F(RecorderStoreTest, AnIndexIsNotTakenForAStore)
{
    ASSERT_TRUE(StoreWriter::open(location()).ok());
    EXPECT_EQ(RecorderStore::open(location()).error().kind, Error::Kind::Refused);
}

TEST_F(RecorderStoreTest, AStoreOfANewerVersionIsLeftAlone)
{
    {
        const auto database = Database::open(location(), Database::Access::Record);
        database->execute("UPDATE recorder SET value = '99' WHERE key = 'version'");
    }
    EXPECT_EQ(RecorderStore::open(location()).error().kind, Error::Kind::Unsupported);
}

TEST_F(RecorderStoreTest, KeepsSettings)
{
    ASSERT_TRUE(open()->setSetting("port", "8765").ok());
    EXPECT_EQ(*open()->setting("port"), "8765");
    EXPECT_EQ(*open()->setting("none"), "");
}

TEST(LineBlockTest, DamageIsSeen)
{
    const std::vector<std::string> lines = {"one", "", "three"};
    const LineBlock block = encodeLines(lines);
    EXPECT_EQ(decodeLines(3, block.sizeBytes, block.data), lines);
    EXPECT_EQ(decodeLines(2, block.sizeBytes, block.data), std::nullopt);
    EXPECT_EQ(decodeLines(3, block.sizeBytes - 1, block.data), std::nullopt);
    EXPECT_EQ(decodeLines(3, block.sizeBytes, block.data.substr(1)), std::nullopt);
}

} // namespace

} // namespace runglass::test
