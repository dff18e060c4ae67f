// SPDX-License-Identifier: GPL-3.0-or-later
// What users ask of recorded runs, beside a recorder that writes them.
#include "models/store/Database.h"
#include "models/store/Query.h"
#include "models/store/RecorderStore.h"
#include "tests/store/StoreTestData.h"
#include "tests/support/TestEnvironment.h"

#include <atomic>
#include <functional>
#include <gmock/gmock.h>
#include <thread>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using Way = RecordedStop::Way;

const RecordedCommands::Asker kAnn{"ann", 1000};

class RecordedCommandsTest : public testing::Test
{
protected:
    RecordedCommandsTest()
    {
        m_run.path = {"example", "demo", "r"};
        m_run.doc = "{}";
        write("sent");
    }
    StoreLocation location() const { return {(m_directory.path() / "runs.db").string(), {}}; }
    const RunPath& path() const { return m_run.path; }

    /// The recorder writes all of the run anew.
    void write(const std::string& name, RunState state = RunState::Finished)
    {
        RunUpdate update = plainRun("r");
        update.run.name = name;
        update.run.tags = {"a"};
        update.run.state = state;
        update.segments[0].series = {doubles("loss", {1, 2, 3})};
        ASSERT_TRUE(m_recorder->commit(m_run, {{RecordedFile::History, 0, true, {"{}"}}}, &update).ok());
    }
    std::vector<FieldChange> edit(const std::string& field, const Value& value)
    {
        const auto decide = [&](const runglass::Run& shown) -> Result<std::vector<FieldChange>> {
            const Value before = field == "name" ? Value(shown.name) : Value(shown.locked);
            return std::vector<FieldChange>{{field, before, value}};
        };
        const auto changes = m_beside->commands().edit(path(), kAnn, decide);
        EXPECT_TRUE(changes.ok()) << describe(changes.error());
        return changes ? *changes : std::vector<FieldChange>();
    }
    std::optional<runglass::Run> shown() const
    {
        const Result<runglass::Run> run = openReader(location())->run(path());
        return run ? std::optional(*run) : std::nullopt;
    }
    std::size_t metrics() const { return openReader(location())->metrics()->size(); }

    TemporaryDirectory m_directory;
    std::unique_ptr<RecorderStore> m_recorder = RecorderStore::open(location()).value();
    std::unique_ptr<RecorderStore> m_beside = RecorderStore::openBeside(location()).value();
    RecordedRun m_run;
};

} // namespace

TEST_F(RecordedCommandsTest, anEditStandsOverWhatTheWriterSends)
{
    EXPECT_THAT(edit("name", Value("mine")), ElementsAre(FieldChange{"name", Value("sent"), Value("mine")}));
    EXPECT_EQ(shown()->name, "mine");
    write("sent");
    EXPECT_EQ(shown()->name, "mine");
    ASSERT_EQ(shown()->edits.size(), 1U);
    EXPECT_EQ(shown()->edits[0], (FieldEdit{"name", Value("sent"), "ann", 1000}));
    // The recorder itself decides that the writer has said something new.
    m_run = **m_recorder->find(path());
    ASSERT_EQ(m_run.edits.size(), 1U);
    m_run.supersedes["name"] = std::nullopt;
    write("new");
    EXPECT_EQ(shown()->name, "new");
    EXPECT_TRUE(shown()->edits.empty());
    EXPECT_TRUE(m_run.edits.empty());
    // What is put back to what was sent is no edit.
    edit("name", Value("mine"));
    edit("name", Value("new"));
    EXPECT_TRUE(shown()->edits.empty());
    EXPECT_FALSE(isNoted(*shown()));
}

TEST_F(RecordedCommandsTest, aRunInTheTrashComesBackAsItWas)
{
    edit("name", Value("mine"));
    const Series before = mustRead(*openReader(location()), path(), "loss");
    ASSERT_TRUE(m_beside->commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Refused).ok());
    EXPECT_FALSE(shown());
    EXPECT_EQ(metrics(), 0U);
    EXPECT_TRUE((*m_recorder->find(path()))->isDeleted);
    const auto trash = m_recorder->commands().trash();
    ASSERT_TRUE(trash.ok());
    ASSERT_EQ(trash->size(), 1U);
    EXPECT_EQ(trash->front().user, "ann");
    EXPECT_EQ(trash->front().when, 1000);
    EXPECT_EQ(trash->front().stored.run.name, "mine");
    EXPECT_GT(trash->front().sizeBytes, 0U);
    EXPECT_EQ(m_beside->commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Refused).error().kind,
              Error::Kind::Refused);
    const auto restored = m_beside->commands().restore(path());
    ASSERT_TRUE(restored.ok());
    EXPECT_TRUE(*restored);
    EXPECT_EQ(shown()->name, "mine");
    EXPECT_EQ(metrics(), 1U);
    expectSame(before, mustRead(*openReader(location()), path(), "loss"));
    EXPECT_TRUE((*m_recorder->find(path()))->isDerived);
    EXPECT_EQ(m_beside->commands().restore(path()).error().kind, Error::Kind::Refused);
}

TEST_F(RecordedCommandsTest, whatIsWrittenWhileARunIsDeletedBringsItNotBack)
{
    // The recorder has found the run, and then writes it.
    ASSERT_TRUE(m_beside->commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Allowed).ok());
    EXPECT_FALSE(m_run.isDeleted);
    write("later");
    EXPECT_TRUE(m_run.isDeleted) << "the recorder hears of it";
    EXPECT_FALSE(shown());
    EXPECT_TRUE((*m_recorder->find(path()))->isDeleted);
    ASSERT_TRUE(m_beside->commands().restore(path()).ok());
    EXPECT_EQ(shown()->name, "sent");
}

TEST_F(RecordedCommandsTest, aLockedOrRunningRunIsNotDeleted)
{
    const auto remove = [this] {
        return m_beside->commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Refused);
    };
    edit("locked", Value(true));
    EXPECT_EQ(remove().error().detail, "It is locked: unlock it first.");
    write("sent", RunState::Running);
    EXPECT_TRUE(shown()->locked);
    edit("locked", Value(false));
    EXPECT_EQ(remove().error().detail, "It is running: stop it first.");
    write("sent", RunState::Crashed);
    EXPECT_TRUE(remove().ok());
}

TEST_F(RecordedCommandsTest, aRunThatIsRemovedForGoodLeavesItsPath)
{
    for (std::uint64_t first = 1; first < 20'000; first += 1000)
        ASSERT_TRUE(
            m_recorder
                ->commit(m_run, {{RecordedFile::History, first, true, std::vector<std::string>(1000, "x")}}, nullptr)
                .ok());
    EXPECT_EQ(m_beside->commands().beginPurge(path()).error().detail, "It is not in the trash.");
    ASSERT_TRUE(m_beside->commands().moveToTrash(path(), kAnn, RecordedCommands::Living::Allowed).ok());
    const auto purged = m_beside->commands().beginPurge(path());
    ASSERT_TRUE(purged.ok());
    // From here on it may be cut off at any time.
    EXPECT_TRUE(m_recorder->commands().trash()->empty());
    ASSERT_EQ(m_recorder->commands().begun()->size(), 1U);
    EXPECT_EQ(m_recorder->commands().begun()->front().number, purged->number);
    EXPECT_EQ(m_beside->commands().restore(path()).error().detail, "It was removed for good.");
    ASSERT_TRUE(m_beside->commands().removeSent(*purged).ok());
    ASSERT_TRUE(m_beside->commands().endPurge(*purged).ok());
    EXPECT_TRUE(m_beside->commands().begun()->empty());
    const RecordedRun left = **m_recorder->find(path());
    EXPECT_TRUE(left.isDeleted && left.isPurged);
    EXPECT_LT(*m_recorder->commands().sizeOf(path()), 10U);
    EXPECT_TRUE(m_recorder->numbers(RecorderStore::Which::Underived)->empty());
    // Whoever still has it in hand writes nothing.
    m_run.isDeleted = true;
    ASSERT_TRUE(m_recorder->commit(m_run, {}, nullptr).ok());
    EXPECT_EQ((*m_recorder->find(path()))->doc, "{}");
    ASSERT_TRUE(m_beside->commands().giveBackRoom().ok());
    const auto database = Database::open(location(), Database::Access::Read);
    Query free(*database, "PRAGMA freelist_count");
    ASSERT_TRUE(free.step());
    EXPECT_EQ(free.integer(0), 0);
}

TEST_F(RecordedCommandsTest, aStopIsSaidOnceAndEndsWithItsWriter)
{
    write("sent", RunState::Running);
    ASSERT_TRUE(m_beside->commands().setStop(path(), RecordedStop{Way::Interrupted, "ann", 1000}).ok());
    EXPECT_EQ(shown()->stateReason, "interrupted, and not ended yet");
    m_run = **m_recorder->find(path());
    ASSERT_TRUE(m_run.stop);
    EXPECT_EQ(m_run.stop->way, Way::Interrupted);
    m_run.isStopOver = true;
    write("sent", RunState::Running);
    EXPECT_FALSE((*m_recorder->find(path()))->stop);
}

TEST_F(RecordedCommandsTest, aStoreOfAnotherFormIsNotChangedBesideItsRecorder)
{
    m_beside.reset();
    {
        const auto database = Database::open(location(), Database::Access::Record);
        database->execute("UPDATE recorder SET value = '1' WHERE key = 'version'");
    }
    EXPECT_EQ(RecorderStore::openBeside(location()).error().kind, Error::Kind::Unsupported);
    EXPECT_EQ(RecorderStore::openBeside({(m_directory.path() / "none.db").string(), {}}).error().kind,
              Error::Kind::NotFound);
    EXPECT_FALSE(std::filesystem::exists(m_directory.path() / "none.db"));
}

TEST_F(RecordedCommandsTest, manyAtOnceLeaveItWhole)
{
    constexpr int kRounds = 150;
    std::atomic<int> failures = 0, last = -1;
    const auto begin = [&](const std::function<bool(RecordedCommands&, int)>& work) {
        return std::thread([&failures, work, location = location()] {
            const std::unique_ptr<RecorderStore> store = RecorderStore::openBeside(location).value();
            for (int round = 0; round < kRounds; ++round)
                failures += work(store->commands(), round) ? 0 : 1;
        });
    };
    const auto isFine = [](const auto& result) {
        const bool isExpected =
            !result && (result.error().kind == Error::Kind::Refused || result.error().kind == Error::Kind::NotFound);
        return result || isExpected;
    };
    const auto naming = [&](RecordedCommands& commands, int round) {
        const auto decide = [&](const runglass::Run& run) -> Result<std::vector<FieldChange>> {
            return std::vector<FieldChange>{{"name", Value(run.name), Value("mine " + std::to_string(round))}};
        };
        auto changes = commands.edit(path(), kAnn, decide);
        // While it is in the trash it cannot be named; those who delete it come to an end.
        while (!changes && isFine(changes)) {
            std::this_thread::yield();
            changes = commands.edit(path(), kAnn, decide);
        }
        last = round;
        return isFine(changes);
    };
    const auto deleting = [&](RecordedCommands& commands, int) {
        return isFine(commands.moveToTrash(path(), kAnn, RecordedCommands::Living::Allowed)) &&
               isFine(commands.restore(path()));
    };
    std::thread threads[] = {begin(naming), begin(deleting), begin(deleting)};
    for (int round = 0; round < kRounds; ++round) {
        m_run = **m_recorder->find(path());
        if (m_run.isDeleted)
            continue;
        write("sent " + std::to_string(round));
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(failures, 0);
    (void)m_beside->commands().restore(path());
    ASSERT_TRUE(shown());
    EXPECT_EQ(shown()->name, "mine " + std::to_string(last)) << "what a user said last";
    EXPECT_THAT(shown()->edits[0].original.text(), testing::StartsWith("sent"));
    EXPECT_EQ(metrics(), 1U);
    EXPECT_EQ(mustRead(*openReader(location()), path(), "loss").size(), 3U);
    EXPECT_TRUE(m_beside->commands().trash()->empty());
}

} // namespace runglass::test
