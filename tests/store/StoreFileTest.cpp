// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

const RunPath kPath{"example", "demo", "a"};

RunUpdate someRun(const std::string& id)
{
    RunUpdate update = plainRun(id);
    update.segments[0].series = {doubles("loss", noise(100))};
    update.segments[0].console = {{ConsoleStream::Stdout, {}, "hello"}};
    return update;
}

class StoreFile : public testing::Test
{
protected:
    void change(const std::string& sql)
    {
        SQLite::Database file(m_location.file, SQLite::OPEN_READWRITE, 1000);
        file.exec(sql);
    }
    void removeFiles()
    {
        for (const char* suffix : {"", "-wal", "-shm"})
            fs::remove(m_location.file + suffix);
    }
    void fill(const std::string& bytes)
    {
        std::ofstream file(m_location.file, std::ios::binary);
        file << bytes;
    }

    TemporaryDirectory m_directory;
    StoreLocation m_location{(m_directory.path() / "index.db").string(), {}};
};

TEST_F(StoreFile, isBornAsItShouldBe)
{
    mustCommit(*openWriter(m_location), someRun("a"));
    SQLite::Database file(m_location.file);
    EXPECT_EQ(file.execAndGet("PRAGMA page_size").getInt(), 8192);
    EXPECT_EQ(file.execAndGet("PRAGMA auto_vacuum").getInt(), 2);
    EXPECT_EQ(file.execAndGet("PRAGMA application_id").getInt(), 0x526e676c);
    EXPECT_EQ(file.execAndGet("PRAGMA user_version").getInt(), 1);
    EXPECT_EQ(file.execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(file.execAndGet("PRAGMA integrity_check").getString(), "ok");
}

TEST_F(StoreFile, saysThatNothingIsThereToRead)
{
    const auto none = StoreReader::open(m_location);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(fs::exists(m_location.file));
    fill("");
    const auto empty = StoreReader::open(m_location);
    ASSERT_FALSE(empty.ok());
    EXPECT_EQ(empty.error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(StoreWriter::open({"/proc/nobody/index.db", {}}).ok());
    EXPECT_FALSE(StoreWriter::open({m_directory.path().string(), {}}).ok());
}

TEST_F(StoreFile, isRebuiltWhenItsSchemaDiffers)
{
    mustCommit(*openWriter(m_location), someRun("a"));
    const auto before = openReader(m_location);
    const std::uint64_t sequence = before->changesSince(0)->sequence;
    for (const char* other :
         {"UPDATE meta SET value = value || ' '", "PRAGMA user_version = 2", "DROP TABLE meta",
          "CREATE VIEW \"odd \"\"name\" AS SELECT 1; UPDATE meta SET value = '' WHERE key = 'schema'"}) {
        mustCommit(*openWriter(m_location), someRun("a"));
        change(other);
        const auto unreadable = StoreReader::open(m_location);
        ASSERT_FALSE(unreadable.ok()) << other;
        EXPECT_EQ(unreadable.error().kind, Error::Kind::Unsupported);
        const auto writer = openWriter(m_location);
        EXPECT_TRUE(writer->cursors()->empty()) << other;
        EXPECT_TRUE(writer->runs()->empty());
        mustCommit(*writer, someRun("b"));
        EXPECT_EQ(SQLite::Database(m_location.file)
                      .execAndGet("SELECT count(*) FROM sqlite_master WHERE type = 'view'")
                      .getInt(),
                  0);
    }
    // The reader of before had it open all the time.
    const auto changes = before->changesSince(sequence);
    ASSERT_TRUE(changes.ok()) << describe(changes.error());
    EXPECT_TRUE(changes->anew);
    ASSERT_EQ(changes->changed.size(), 1U);
    EXPECT_EQ(changes->changed[0].path.id, "b");
    EXPECT_FALSE(before->changesSince(changes->sequence)->anew);
}

TEST_F(StoreFile, isRebuiltWhenItIsNoDatabase)
{
    fill(std::string(20000, 'x'));
    EXPECT_FALSE(StoreReader::open(m_location).ok());
    const auto writer = openWriter(m_location);
    mustCommit(*writer, someRun("a"));
    EXPECT_TRUE(openReader(m_location)->run(kPath).ok());
}

TEST_F(StoreFile, leavesOtherProgramsDatabasesAlone)
{
    {
        SQLite::Database other(m_location.file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE experiments(x); INSERT INTO experiments VALUES(1)");
    }
    const auto writer = StoreWriter::open(m_location);
    ASSERT_FALSE(writer.ok());
    EXPECT_EQ(writer.error().kind, Error::Kind::Refused);
    EXPECT_FALSE(StoreReader::open(m_location).ok());
    EXPECT_EQ(SQLite::Database(m_location.file).execAndGet("SELECT count(*) FROM experiments").getInt(), 1);
}

TEST_F(StoreFile, mayBeDeletedWhileItIsOpen)
{
    const auto writer = openWriter(m_location);
    mustCommit(*writer, someRun("a"));
    const auto reader = openReader(m_location);
    const std::uint64_t sequence = reader->changesSince(0)->sequence;
    removeFiles();
    // What was open stays readable until there is something new.
    EXPECT_TRUE(reader->run(kPath).ok());
    EXPECT_FALSE(reader->changesSince(sequence)->anew);
    const Status lost = writer->commit({{someRun("b")}, {}});
    ASSERT_FALSE(lost.ok());
    EXPECT_EQ(lost.error().kind, Error::Kind::Io);
    EXPECT_TRUE(writer->cursors()->empty());
    mustCommit(*writer, someRun("b"));
    const auto changes = reader->changesSince(sequence);
    ASSERT_TRUE(changes.ok());
    EXPECT_TRUE(changes->anew);
    ASSERT_EQ(changes->changed.size(), 1U);
    EXPECT_EQ(changes->changed[0].path.id, "b");
    fs::remove_all(m_directory.path());
    EXPECT_TRUE(writer->cursors()->empty());
    mustCommit(*writer, someRun("c"));
    EXPECT_TRUE(openReader(m_location)->run({"example", "demo", "c"}).ok());
}

TEST_F(StoreFile, survivesDamageWhileItIsOpen)
{
    const auto writer = openWriter(m_location);
    for (int i = 0; i < 50; ++i)
        mustCommit(*writer, someRun("run-" + std::to_string(i)));
    change("PRAGMA wal_checkpoint(TRUNCATE)");
    {
        std::fstream file(m_location.file, std::ios::binary | std::ios::in | std::ios::out);
        const std::string rubbish(fs::file_size(m_location.file) - 100, '\x5a');
        file.seekp(100);
        file << rubbish;
    }
    const auto reader = StoreReader::open(m_location);
    EXPECT_FALSE(reader.ok() && (*reader)->changesSince(0).ok());
    const auto other = openWriter(m_location);
    mustCommit(*other, someRun("a"));
    EXPECT_TRUE(openReader(m_location)->run(kPath).ok());
    EXPECT_EQ(other->runs()->size(), 1U);
    // The writer of before finds its way to the new file, with an error at most.
    const auto first = writer->cursors();
    EXPECT_TRUE(first.ok() || writer->cursors().ok());
    mustCommit(*writer, someRun("b"));
    EXPECT_EQ(other->runs()->size(), 2U);
}

TEST_F(StoreFile, losesOnlyTheRunWhoseBlobsAreDamaged)
{
    const auto writer = openWriter(m_location);
    mustCommit(*writer, {{someRun("a"), someRun("b")}, {}});
    const auto reader = openReader(m_location);
    const std::string ofA = " (SELECT number FROM runs WHERE id = 'a')";
    const std::string segmentOfA = " (SELECT number FROM segments WHERE run =" + ofA + ")";
    const std::string seriesOfA = " (SELECT number FROM series WHERE segment =" + segmentOfA + ")";
    const auto fine = [&](const std::string& id) {
        const RunPath path{"example", "demo", id};
        return reader->run(path).ok() && reader->detail(path).ok() && reader->console(path, 0).ok() &&
               reader->series(path, {0, false, {"loss"}}).ok();
    };
    EXPECT_TRUE(fine("a"));
    change("UPDATE runs SET doc = x'bf01' WHERE id = 'a'");
    EXPECT_EQ(reader->run(kPath).error().kind, Error::Kind::Corruption);
    const auto changes = reader->changesSince(0);
    ASSERT_TRUE(changes.ok());
    ASSERT_EQ(changes->changed.size(), 2U);
    EXPECT_EQ(changes->changed[0].path, kPath);
    EXPECT_EQ(changes->changed[0].warnings.size(), 1U);
    EXPECT_TRUE(changes->changed[1].warnings.empty());
    change("UPDATE details SET doc = x'00' WHERE run =" + ofA);
    EXPECT_EQ(reader->detail(kPath).error().kind, Error::Kind::Corruption);
    const auto seriesKind = [&] { return reader->series(kPath, {0, false, {"loss"}}).error().kind; };
    mustCommit(*writer, someRun("a"));
    EXPECT_TRUE(fine("a"));
    for (const char* damage :
         {"data = x'00'", "count = 99", "format = 9", "format = 4", "start = 1", "count = 1 << 60"}) {
        change(std::string("UPDATE chunks SET ") + damage + " WHERE series =" + seriesOfA);
        EXPECT_EQ(seriesKind(), Error::Kind::Corruption) << damage;
        mustCommit(*writer, someRun("a"));
    }
    for (const char* damage : {"steps = x''", "steps = x'0200'", "times = x'00'", "count = 1 << 60", "start = 1"}) {
        change(std::string("UPDATE axis_chunks SET ") + damage +
               " WHERE axis IN (SELECT number FROM axes WHERE segment =" + segmentOfA + ")");
        EXPECT_EQ(seriesKind(), Error::Kind::Corruption) << damage;
        mustCommit(*writer, someRun("a"));
    }
    for (const char* damage : {"count = 1 << 60", "kind = 7", "kind = 0", "axis = 0"}) {
        change(std::string("UPDATE series SET ") + damage + " WHERE number =" + seriesOfA);
        EXPECT_EQ(seriesKind(), Error::Kind::Corruption) << damage;
        mustCommit(*writer, someRun("a"));
    }
    for (const char* damage : {"data = x'28b52ffd'", "size = 1 << 60", "count = 5", "start = 1"}) {
        change(std::string("UPDATE console SET ") + damage + " WHERE segment =" + segmentOfA);
        EXPECT_EQ(reader->console(kPath, 0).error().kind, Error::Kind::Corruption) << damage;
        mustCommit(*writer, someRun("a"));
    }
    EXPECT_TRUE(fine("a") && fine("b"));
}

TEST_F(StoreFile, readsARunAnewWhoseDamageIsInTheWayOfAppending)
{
    const auto writer = openWriter(m_location);
    mustCommit(*writer, {{someRun("a"), someRun("b")}, {}});
    change("UPDATE chunks SET data = x'00' WHERE series = (SELECT min(number) FROM series)");
    RunUpdate more = someRun("a");
    more.segments[0].restart = false;
    const Status status = writer->commit({{more, someRun("c")}, {}});
    ASSERT_FALSE(status.ok());
    EXPECT_EQ(status.error().kind, Error::Kind::Corruption);
    EXPECT_EQ(writer->runs()->size(), 3U);
    const auto cursors = writer->cursors();
    EXPECT_FALSE(cursors->contains("/runs/a.wandb"));
    EXPECT_TRUE(cursors->contains("/runs/b.wandb") && cursors->contains("/runs/c.wandb"));
    mustCommit(*writer, someRun("a"));
    EXPECT_EQ(mustRead(*openReader(m_location), kPath, "loss").size(), 100U);
}

TEST(MemoryStore, isSharedByNameInsideTheProcess)
{
    const StoreLocation here{{}, "wandb ?&%/../ü"}, there{{}, "other"};
    EXPECT_EQ(StoreReader::open(here).error().kind, Error::Kind::NotFound);
    const auto writer = openWriter(here), other = openWriter(there);
    mustCommit(*writer, someRun("a"));
    EXPECT_TRUE(openReader(here)->run(kPath).ok());
    EXPECT_FALSE(openReader(there)->run(kPath).ok());
    EXPECT_TRUE(openWriter(here)->cursors()->contains("/runs/a.wandb"));
}

TEST(MemoryStore, showsThreadsWholeRunsOnly)
{
    const StoreLocation location{{}, "threads"};
    const auto writer = openWriter(location);
    constexpr int kGenerations = 200;
    const auto watch = [&location](std::string& failure) {
        const auto reader = openReader(location);
        std::uint64_t sequence = 0;
        for (std::int64_t generation = -1; generation + 1 < kGenerations;) {
            const auto changes = reader->changesSince(sequence);
            if (!changes)
                return failure = describe(changes.error()), void();
            sequence = changes->sequence;
            for (const auto& run : changes->changed)
                generation = run.config.toInteger();
            const auto a = reader->series(kPath, {0, false, {"a"}});
            const auto b = reader->series(kPath, {0, false, {"b"}});
            if (generation >= 0 && (!a || !b || a->at(0).toInteger() < generation || a->size() != 10 ||
                                    b->at(9).toInteger() < a->at(0).toInteger()))
                return failure = "generation " + std::to_string(generation) + " is not whole", void();
        }
    };
    std::vector<std::string> failures(3);
    std::vector<std::thread> readers;
    for (std::string& failure : failures)
        readers.emplace_back(watch, std::ref(failure));
    for (int generation = 0; generation < kGenerations; ++generation) {
        RunUpdate update = plainRun("a");
        update.run.config = generation;
        const std::vector<std::int64_t> values(10, generation);
        update.segments[0].series = {integers("a", values), integers("b", values)};
        mustCommit(*writer, update);
    }
    for (std::thread& reader : readers)
        reader.join();
    EXPECT_EQ(failures, std::vector<std::string>(3));
}

} // namespace

} // namespace runglass::test
