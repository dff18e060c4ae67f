// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RecorderSchema.h"
#include "models/store/RecorderStore.h"
#include "models/store/StoreReader.h"
#include "tests/support/TestEnvironment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// A store that the first version left behind: tests/fixtures/recorder/make_store.
class RecorderMigrationTest : public testing::Test
{
protected:
    RecorderMigrationTest() { fs::copy_file(fixture("recorder/version-1.db"), file()); }

    std::string file() const { return (m_directory.path() / "runs.db").string(); }
    std::string backup() const { return file() + ".before-version-" + std::to_string(kRecorderVersion); }
    fs::path directory() const { return m_directory.path(); }

    static std::unique_ptr<RecorderStore> open(const std::string& file)
    {
        auto store = RecorderStore::open({file, {}});
        EXPECT_TRUE(store.ok()) << describe(store.error());
        return store ? std::move(store).value() : nullptr;
    }

    /// By SQLite itself: what the index's tables look like does not matter here.
    static std::vector<std::string> texts(const std::string& file, const char* sql)
    {
        SQLite::Database database(file, SQLite::OPEN_READONLY);
        SQLite::Statement query(database, sql);
        std::vector<std::string> found;
        while (query.executeStep())
            found.push_back(query.getColumn(0).getString());
        return found;
    }

    static std::string version(const std::string& file)
    {
        return texts(file, "SELECT value FROM recorder WHERE key = 'version'").at(0);
    }

    /// What the recorder's tables are made by.
    static std::vector<std::string> tables(const std::string& file)
    {
        return texts(file, "SELECT sql FROM sqlite_master WHERE tbl_name LIKE 'recorde%' AND sql IS NOT NULL"
                           " ORDER BY name");
    }

private:
    TemporaryDirectory m_directory;
};

/// All that the first version was sent is there.
void expectWhole(RecorderStore& store)
{
    const auto whole = store.find({"local", "old", "whole"});
    ASSERT_TRUE(whole.ok() && *whole);
    EXPECT_EQ((*whole)->lines, (std::array<std::uint64_t, kRecordedFiles>{600, 3, 5}));
    EXPECT_EQ((*whole)->config, R"({"lr": {"value": 0.5}})");
    EXPECT_THAT((*whole)->doc, testing::HasSubstr("an old run"));
    const auto lines = store.lines(**whole, RecordedFile::History, 0, 600);
    ASSERT_TRUE(lines.ok());
    ASSERT_EQ(lines->size(), 600U);
    for (std::size_t i = 0; i < lines->size(); ++i) {
        ASSERT_THAT((*lines)[i], testing::HasSubstr("\"_step\": " + std::to_string(i) + ","));
        ASSERT_THAT((*lines)[i], testing::HasSubstr("\"big\": " + std::to_string(9007199254740992 + i) + ","));
        ASSERT_THAT((*lines)[i], testing::HasSubstr("NaN"));
    }
    const auto gone = store.find({"local", "old", "gone"});
    ASSERT_TRUE(gone.ok() && *gone);
    EXPECT_TRUE((*gone)->isDeleted);
}

TEST_F(RecorderMigrationTest, LosesNothing)
{
    EXPECT_EQ(version(file()), "1");
    auto store = open(file());
    ASSERT_TRUE(store);
    expectWhole(*store);
    EXPECT_EQ(version(file()), std::to_string(kRecorderVersion));
    // What came later works in it.
    RecordedCollection collection{0, "local", "old", "model", "model", false, 1, 1, "{}"};
    ASSERT_TRUE(store->artifacts().save(collection).ok());
    RecordedArtifact artifact;
    artifact.collection = collection.number;
    ASSERT_TRUE(store->artifacts().save(artifact).ok());
    ASSERT_TRUE(store->artifacts().commit(artifact, {"latest"}).ok());
    store = open(file());
    expectWhole(*store);
    EXPECT_EQ(store->artifacts().version(collection.number, "latest")->value().artifact, artifact.number);
    // What readers see of runs is of this program's index; what is not derived for it any more is known to be so.
    const auto reader = StoreReader::open({file(), {}});
    ASSERT_TRUE(reader.ok());
    const auto run = (*reader)->run({"local", "old", "whole"});
    const auto waiting = store->numbers(RecorderStore::Which::Underived);
    ASSERT_TRUE(waiting.ok());
    if (waiting->empty())
        EXPECT_EQ(run->name, "an old run");
    else
        EXPECT_THAT(*waiting, testing::Contains((*store->find({"local", "old", "whole"}))->number));
}

TEST_F(RecorderMigrationTest, WhoOnlyReadsSaysWhoBringsItUpToDate)
{
    const Result<bool> before = RecorderStore::isAt(file());
    if (before)
        EXPECT_TRUE(*before); // while readers' tables are those of the first version
    else
        EXPECT_THAT(before.error().detail, testing::HasSubstr("runglass serve"));
    open(file());
    const Result<bool> after = RecorderStore::isAt(file());
    EXPECT_TRUE(after.ok() && *after);
}

TEST_F(RecorderMigrationTest, KeepsTheStoreAsItWas)
{
    const std::vector<std::string> before = tables(file());
    open(file());
    EXPECT_EQ(version(backup()), "1");
    EXPECT_EQ(tables(backup()), before);
    fs::remove(backup());
    // It is done once.
    open(file());
    EXPECT_FALSE(fs::exists(backup()));
    // The copy is a store, too.
    fs::remove(file());
    fs::copy_file(fixture("recorder/version-1.db"), file());
    open(file());
    expectWhole(*open(backup()));
}

TEST_F(RecorderMigrationTest, ANewStoreHasTheSameTables)
{
    open(file());
    const std::string fresh = (directory() / "fresh.db").string();
    open(fresh);
    EXPECT_EQ(tables(file()), tables(fresh));
    EXPECT_GT(tables(fresh).size(), tables(backup()).size());
}

TEST_F(RecorderMigrationTest, WhatCannotBeBackedUpStaysAsItIs)
{
    fs::create_directories(backup() + "/is/a/folder");
    const auto store = RecorderStore::open({file(), {}});
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().kind, Error::Kind::Io);
    EXPECT_EQ(store.error().path, backup());
    EXPECT_EQ(version(file()), "1");
    fs::remove_all(backup());
    expectWhole(*open(file()));
}

} // namespace

} // namespace runglass::test
