// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/TableCache.h"

#include "models/table/RunTableBuilder.h"
#include "tests/session/SessionFixture.h"

#include <algorithm>
#include <sys/stat.h>

namespace runglass::test
{

class TableCacheTest : public SessionFixture
{
protected:
    void SetUp() override
    {
        copyTree(fixture("wandb/small"), m_runs);
        openAndRead(m_runs);
        close();
    }
    void close() { m_session.reset(); }
    void reopen()
    {
        m_session = std::make_unique<Session>(places());
        openAndRead(m_runs);
    }
    std::string tableFile() const { return tableFileOf(places().indexOf(std::filesystem::canonical(m_runs).string())); }

    std::filesystem::path m_runs = m_home.path() / "runs";
};

TEST_F(TableCacheTest, isWrittenAndHoldsWhatWasShown)
{
    const std::optional<CachedTable> cached = readTable(tableFile(), 5);
    ASSERT_TRUE(cached);
    EXPECT_EQ(cached->table->rowCount(), 8U);
    EXPECT_EQ(cached->table->ref(0).source, 5);
    EXPECT_GT(cached->sequence, 0U);
    struct stat status = {};
    ASSERT_EQ(::stat(tableFile().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(TableCacheTest, isWhatTheNextSessionShows)
{
    // One name in the file is another: only who reads the file can know it.
    CachedTable cached = readTable(tableFile(), 1).value();
    RunTableBuilder builder;
    builder.add(*cached.table);
    runglass::Run run;
    run.path = cached.table->ref(3).path;
    run.name = "only in the cache";
    builder.apply(1, {run});
    cached.table = builder.snapshot();
    writeTable(tableFile(), cached);
    reopen();
    const std::vector<std::string> shown = names();
    EXPECT_EQ(shown.size(), 8U);
    EXPECT_NE(std::find(shown.begin(), shown.end(), "only in the cache"), shown.end());
}

TEST_F(TableCacheTest, takesWhatTheIndexHasSince)
{
    const std::string old = contents(tableFile());
    copyTree(fixture("wandb/config"), m_runs / "config");
    reopen();
    EXPECT_EQ(m_session->list()->rows.size(), 9U);
    close();
    // The table of before, with an index that has gone on.
    std::ofstream(tableFile(), std::ios::binary) << old;
    reopen();
    EXPECT_EQ(m_session->list()->rows.size(), 9U);
}

TEST_F(TableCacheTest, ofAnIndexThatIsGoneIsNoUse)
{
    const std::string index = places().indexOf(std::filesystem::canonical(m_runs).string()).file;
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(index + suffix);
    std::filesystem::remove_all(m_runs);
    copyTree(fixture("wandb/config"), m_runs / "config");
    reopen();
    EXPECT_EQ(m_session->list()->rows.size(), 1U);
}

TEST_F(TableCacheTest, damagedIsAsIfThereWereNone)
{
    std::string bytes = contents(tableFile());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
    std::ofstream(tableFile(), std::ios::binary) << bytes;
    EXPECT_FALSE(readTable(tableFile(), 1));
    reopen();
    EXPECT_EQ(m_session->list()->rows.size(), 8U);
    EXPECT_FALSE(readTable("/nowhere", 1));
    EXPECT_FALSE(readTable({}, 1));
}

} // namespace runglass::test
