// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/UserStore.h"

#include "tests/support/TestEnvironment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

namespace runglass::test
{

namespace
{

using Views = std::map<std::string, std::string>;

class UserStoreTest : public ::testing::Test
{
protected:
    std::unique_ptr<UserStore> open() const
    {
        auto store = UserStore::open(m_file);
        EXPECT_TRUE(store.ok()) << (store ? "" : describe(store.error()));
        return store ? std::move(*store) : nullptr;
    }
    Views kept() const { return open()->views().value(); }
    void fill(const std::string& bytes) const
    {
        std::filesystem::create_directories(std::filesystem::path(m_file).parent_path());
        std::ofstream(m_file, std::ios::binary) << bytes;
    }

    TemporaryDirectory m_home;
    std::string m_file = (m_home.path() / "deep" / "user.db").string();
};

} // namespace

TEST_F(UserStoreTest, keepsWhatWasPut)
{
    ASSERT_TRUE(open()->putViews({{"a", "1"}, {"b'\"", "学習"}, {"c", ""}}).ok());
    ASSERT_TRUE(open()->putViews({{"a", "2"}, {"c", std::nullopt}, {"d", std::nullopt}}).ok());
    EXPECT_EQ(kept(), (Views{{"a", "2"}, {"b'\"", "学習"}}));
    EXPECT_FALSE(std::filesystem::exists(m_file + "-wal")) << "it may lie on a network disk";
}

TEST_F(UserStoreTest, severalProcessesMayWrite)
{
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([this, writer] {
            const auto store = open();
            for (int i = 0; i < 10; ++i)
                EXPECT_TRUE(store->putViews({{std::to_string(writer * 10 + i), "x"}}).ok());
        });
    }
    for (std::thread& writer : writers)
        writer.join();
    EXPECT_EQ(kept().size(), 40U);
}

TEST_F(UserStoreTest, aFileThatIsNoDatabaseIsPutAside)
{
    const std::string bytes(5000, 'x');
    fill(bytes);
    {
        const auto store = open();
        EXPECT_NE(store->notice().find("user.db.damaged"), std::string::npos) << store->notice();
        ASSERT_TRUE(store->putViews({{"a", "1"}}).ok());
    }
    std::ifstream aside(m_file + ".damaged", std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(aside), {}), bytes) << "nothing is lost";
    fill(bytes);
    EXPECT_NE(open()->notice().find("user.db.damaged-2"), std::string::npos);
}

TEST_F(UserStoreTest, aDamagedPageIsFoundBeforeItIsRead)
{
    std::map<std::string, std::optional<std::string>> many;
    for (int i = 0; i < 200; ++i)
        many.emplace(std::to_string(i), std::string(500, 'v'));
    ASSERT_TRUE(open()->putViews(many).ok());
    std::fstream file(m_file, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(3 * 4096);
    file << std::string(4096, '\xff');
    file.close();
    EXPECT_FALSE(open()->notice().empty());
    EXPECT_TRUE(kept().empty());
}

TEST_F(UserStoreTest, anotherProgramsDatabaseIsLeftAlone)
{
    std::filesystem::create_directories(std::filesystem::path(m_file).parent_path());
    SQLite::Database(m_file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE theirs (x)");
    const auto store = UserStore::open(m_file);
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().kind, Error::Kind::Unsupported);
    EXPECT_TRUE(SQLite::Database(m_file).tableExists("theirs"));
}

TEST_F(UserStoreTest, aNewerVersionIsLeftAlone)
{
    ASSERT_TRUE(open()->putViews({{"a", "1"}}).ok());
    SQLite::Database(m_file, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 2");
    const auto store = UserStore::open(m_file);
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().kind, Error::Kind::Unsupported);
}

TEST_F(UserStoreTest, aPlaceThatCannotBeWrittenIsAnError)
{
    std::ofstream(m_home.path() / "deep") << "a file where the directory should be";
    const auto store = UserStore::open(m_file);
    ASSERT_FALSE(store.ok());
    EXPECT_EQ(store.error().kind, Error::Kind::Io);
    EXPECT_EQ(store.error().path, m_file);
}

} // namespace runglass::test
