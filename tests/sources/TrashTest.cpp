// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of folders that are deleted, restored and removed for good.
#include "tests/processes/HoldingProcess.h"
#include "tests/sources/CommandFixture.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TrashTest : public CommandFixture
{
protected:
    TrashTest()
        : m_folder(add("a"))
    {
        m_runs.write(fs::relative(m_folder, m_runs.root()) / "files/media/x.bin", std::string(100'000, 'x'));
        add("b", "20240102_030406");
        sync();
        follow();
    }
    fs::path trashed(const fs::path& folder) const
    {
        return folder.parent_path() / ".runglass/trash" / folder.filename();
    }
    /// A second segment of a, in a folder of its own.
    fs::path addSecond() { return add("a", "20240103_030405", kStart + 100'000); }

    fs::path m_folder;
};

} // namespace

TEST_F(TrashTest, takesTheRunAwayWholeAndBringsItBack)
{
    const std::string hash = treeHash(m_folder),
                      other = treeHash(m_runs.root() / "wandb/offline-run-20240102_030406-b");
    const Result<CommandEffect> deleted = perform(Kind::Delete);
    ASSERT_TRUE(deleted.ok()) << describe(deleted.error());
    EXPECT_GE(deleted->bytes, 100'000U);
    EXPECT_FALSE(fs::exists(m_folder));
    EXPECT_EQ(treeHash(trashed(m_folder)), hash);
    follow();
    EXPECT_THAT(paths(), ElementsAre("team/project/b"));

    const std::vector<TrashedRun> lies = trash();
    ASSERT_EQ(lies.size(), 1U);
    EXPECT_EQ(lies[0].stored.run.path, pathOf("a"));
    EXPECT_EQ(lies[0].stored.run.name, "name of a");
    EXPECT_EQ(lies[0].folder, trashed(m_folder));
    EXPECT_FALSE(lies[0].user.empty());
    EXPECT_EQ(lies[0].when, kLongAfter);
    EXPECT_EQ(lies[0].sizeBytes, deleted->bytes);
    EXPECT_THAT(lies[0].was, ElementsAre(m_folder.string()));

    const Result<CommandEffect> restored = perform(Kind::Restore);
    ASSERT_TRUE(restored.ok()) << describe(restored.error());
    EXPECT_EQ(treeHash(m_folder), hash);
    EXPECT_EQ(treeHash(m_runs.root() / "wandb/offline-run-20240102_030406-b"), other);
    follow();
    EXPECT_THAT(paths(), ElementsAre("team/project/a", "team/project/b"));
    EXPECT_TRUE(run().warnings.empty());
    EXPECT_THAT(trash(), IsEmpty());
    EXPECT_EQ(reasonOf(perform(Kind::Restore)), "It is not in the trash.");
}

TEST_F(TrashTest, keepsTheEditsOfARun)
{
    RunCommand::Edit wanted;
    wanted.name = "mine";
    ASSERT_TRUE(edit(wanted).ok());
    ASSERT_TRUE(perform(Kind::Delete).ok());
    EXPECT_EQ(trash().at(0).stored.run.name, "mine");
    ASSERT_TRUE(perform(Kind::Restore).ok());
    sync();
    EXPECT_EQ(run().name, "mine");
}

TEST_F(TrashTest, purgingFreesTheDiskAndBurnsTheId)
{
    const Result<CommandEffect> deleted = perform(Kind::Delete);
    ASSERT_TRUE(deleted.ok());
    const Result<CommandEffect> purged = perform(Kind::Purge);
    ASSERT_TRUE(purged.ok()) << describe(purged.error());
    EXPECT_EQ(purged->bytes, deleted->bytes);
    EXPECT_FALSE(fs::exists(trashed(m_folder)));
    EXPECT_TRUE(fs::is_empty(m_runs.root() / "wandb/.runglass/purged"));
    EXPECT_THAT(trash(), IsEmpty());
    add("a", "20250102_030405");
    sync();
    EXPECT_TRUE(run().hasDeletedId);
    ASSERT_EQ(run().warnings.size(), 1U);
    EXPECT_THAT(run().warnings[0].cause, HasSubstr("a run of this ID was deleted before"));
}

TEST_F(TrashTest, aNewFolderOfADeletedIdIsWarnedOfUntilItIsRestored)
{
    ASSERT_TRUE(perform(Kind::Delete).ok());
    add("a", "20250102_030405", kStart + 1'000'000);
    sync();
    EXPECT_TRUE(run().hasDeletedId);
    ASSERT_TRUE(perform(Kind::Restore).ok());
    sync();
    EXPECT_FALSE(run().hasDeletedId);
    EXPECT_TRUE(run().warnings.empty());
    EXPECT_EQ(run().segmentCount, 2);
}

TEST_F(TrashTest, allFoldersOfARunGoAndComeTogether)
{
    const fs::path second = addSecond();
    sync();
    ASSERT_EQ(run().segmentCount, 2);
    ASSERT_TRUE(perform(Kind::Delete).ok());
    EXPECT_FALSE(fs::exists(m_folder));
    EXPECT_FALSE(fs::exists(second));
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_EQ(trash()[0].stored.run.segmentCount, 2);
    ASSERT_TRUE(perform(Kind::Restore).ok());
    sync();
    EXPECT_EQ(run().segmentCount, 2);
}

TEST_F(TrashTest, whatWasCutOffBetweenTwoFoldersCountsAsDone)
{
    const fs::path second = addSecond(); // it leads: it was written last
    sync();
    ASSERT_TRUE(perform(Kind::Delete).ok());
    fs::rename(trashed(m_folder), m_folder);
    sync();
    EXPECT_THAT(paths(), ElementsAre("team/project/b"));
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_EQ(trash()[0].stored.run.segmentCount, 2);
    EXPECT_THAT(trash()[0].was, testing::UnorderedElementsAre(m_folder.string(), second.string()));
    // A restore that is cut off before its last rename leaves the same.
    ASSERT_TRUE(perform(Kind::Restore).ok());
    sync();
    EXPECT_EQ(run().segmentCount, 2);
    EXPECT_FALSE(run().hasDeletedId);
}

TEST_F(TrashTest, whatWasCutOffBeforeTheFirstFolderHasNotHappened)
{
    const fs::path second = addSecond();
    sync();
    ASSERT_TRUE(perform(Kind::Delete).ok());
    fs::rename(trashed(m_folder), m_folder);
    fs::rename(trashed(second), second);
    sync();
    EXPECT_EQ(run().segmentCount, 2);
    EXPECT_FALSE(run().hasDeletedId);
    EXPECT_THAT(trash(), IsEmpty());
}

TEST_F(TrashTest, aPurgeThatIsCutOffLeavesNothingToRestore)
{
    addSecond();
    sync();
    ASSERT_TRUE(perform(Kind::Delete).ok());
    const fs::path notes = m_runs.root() / "wandb/.runglass";
    const fs::path leader = trash().at(0).folder;
    fs::create_directories(notes / "purged");
    fs::rename(leader, notes / "purged" / leader.filename());
    reopen(m_runs.root());
    sync();
    EXPECT_THAT(trash(), IsEmpty());
    EXPECT_GE(m_source->removeLeftovers().value(), 100'000U);
    EXPECT_TRUE(fs::is_empty(notes / "purged"));
    EXPECT_TRUE(fs::is_empty(notes / "trash"));
    EXPECT_EQ(m_source->removeLeftovers().value(), 0U);
}

TEST_F(TrashTest, oneFolderAloneLeavesTheOthersAndTheId)
{
    const fs::path second = addSecond();
    sync();
    RunCommand command{Kind::Delete, pathOf("a")};
    command.folder = second.string();
    ASSERT_TRUE(m_source->perform(command, stored()).ok());
    sync();
    EXPECT_EQ(run().segmentCount, 1);
    EXPECT_FALSE(run().hasDeletedId);
    EXPECT_EQ(trash().at(0).folder, trashed(second));
    command.folder = "/etc";
    EXPECT_EQ(m_source->perform(command, stored()).error().kind, Error::Kind::NotFound);
}

TEST_F(TrashTest, twiceDeletedLiesThereTwice)
{
    ASSERT_TRUE(perform(Kind::Delete).ok());
    m_clock->set(kLongAfter + 5);
    add("a");
    sync();
    ASSERT_TRUE(perform(Kind::Delete).ok());
    const std::vector<TrashedRun> lies = trash();
    ASSERT_EQ(lies.size(), 2U);
    EXPECT_EQ(lies[0].folder, trashed(m_folder).string() + "~2");
    ASSERT_TRUE(perform(Kind::Restore).ok());
    EXPECT_TRUE(fs::exists(m_folder));
    const Result<CommandEffect> again = perform(Kind::Restore);
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().kind, Error::Kind::Refused);
    EXPECT_EQ(again.error().detail, "Something of that name is there again.");
    EXPECT_EQ(trash().size(), 1U);
}

TEST_F(TrashTest, whatSomebodyMovedThereByHandComesBackToo)
{
    fs::create_directories(trashed(m_folder).parent_path());
    fs::rename(m_folder, trashed(m_folder));
    sync();
    ASSERT_EQ(trash().size(), 1U);
    EXPECT_EQ(trash()[0].user, "");
    RunCommand command{Kind::Restore, pathOf("a")};
    command.folder = trash()[0].folder;
    ASSERT_TRUE(m_source->perform(command, {}).ok());
    EXPECT_TRUE(fs::exists(m_folder));
}

TEST_F(TrashTest, aRunThatLivesStays)
{
    const fs::path live = m_runs.add("c", {runRecord("c", kStart)}, "20240102_030407");
    m_clock->set(static_cast<TimeNs>(kStart + 10) * 1'000'000'000);
    reopen(m_runs.root(), [] { return LogHolders::look(); });
    sync();
    // The store does not know yet that somebody writes it.
    const StoredRun before = stored("c");
    ASSERT_NE(before.run.state, RunState::Running);
    const HoldingProcess process(logOf(live), HoldingProcess::How::Appending);
    EXPECT_THAT(reasonOf(m_source->perform({Kind::Delete, pathOf("c")}, before)), HasSubstr("It is running: sh"));
    sync();
    EXPECT_EQ(reasonOf(perform(Kind::Delete, "c")), "It is running: stop it first.");
    EXPECT_TRUE(fs::exists(live));
}

TEST_F(TrashTest, onlyWhatIsARunIsEverMoved)
{
    // A log that somebody put among other things.
    m_runs.write("home/run-c.wandb", readBytes(logOf(m_folder)));
    m_runs.write("home/thesis.tex", "years of work");
    // Two runs in one folder.
    const fs::path two = m_runs.add("d", {runRecord("d", kStart), exitRecord(0, 1)}, "20240102_030408");
    m_runs.write(fs::relative(two, m_runs.root()) / "run-e.wandb", readBytes(logOf(m_folder)));
    sync();
    const std::string before = treeHash(m_runs.root() / "home");
    for (const RunPath& path : m_writer->runs().value()) {
        const StoredRun its = {reader().run(path).value(), reader().detail(path).value()};
        bool isOdd = false;
        for (const Segment& segment : its.detail.segments)
            isOdd = isOdd || segment.folder.ends_with("home") || segment.folder == two;
        if (!isOdd)
            continue;
        const Result<CommandEffect> effect = m_source->perform({Kind::Delete, path}, its);
        ASSERT_FALSE(effect.ok()) << toString(path);
        EXPECT_EQ(effect.error().kind, Error::Kind::Refused) << toString(path);
        EXPECT_THAT(effect.error().detail, HasSubstr("the folder holds")) << toString(path);
    }
    EXPECT_EQ(treeHash(m_runs.root() / "home"), before);
    EXPECT_TRUE(fs::exists(two));
}

TEST_F(TrashTest, noLinkIsFollowed)
{
    const TemporaryDirectory elsewhere;
    const fs::path notes = m_runs.root() / "wandb/.runglass";
    const StoredRun its = stored();
    // The notes, the trash, the folder itself, and a directory above it.
    fs::create_directory_symlink(elsewhere.path(), notes);
    EXPECT_FALSE(m_source->perform({Kind::Delete, pathOf("a")}, its).ok());
    fs::remove(notes);
    fs::create_directory(notes);
    fs::create_directory_symlink(elsewhere.path(), notes / "trash");
    EXPECT_FALSE(m_source->perform({Kind::Delete, pathOf("a")}, its).ok());
    fs::remove_all(notes);
    const fs::path real = m_folder.parent_path() / "real";
    fs::rename(m_folder, real);
    fs::create_directory_symlink(real, m_folder);
    EXPECT_FALSE(m_source->perform({Kind::Delete, pathOf("a")}, its).ok());
    fs::remove(m_folder);
    fs::rename(real, m_folder);
    fs::rename(m_runs.root() / "wandb", m_runs.root() / "moved");
    fs::create_directory_symlink(m_runs.root() / "moved", m_runs.root() / "wandb");
    EXPECT_FALSE(m_source->perform({Kind::Delete, pathOf("a")}, its).ok());
    EXPECT_TRUE(fs::is_empty(elsewhere.path()));
    EXPECT_TRUE(fs::exists(logOf(m_folder)));
}

TEST_F(TrashTest, purgingRemovesALinkAndNotWhereItLeads)
{
    const TemporaryDirectory elsewhere;
    std::ofstream(elsewhere.path() / "precious") << "x";
    fs::create_directory_symlink(elsewhere.path(), m_folder / "files/away");
    fs::create_symlink(elsewhere.path() / "precious", m_folder / "files/file");
    fs::create_directory(m_folder / "files/closed");
    std::ofstream(m_folder / "files/closed/in") << "x";
    fs::permissions(m_folder / "files/closed", fs::perms::none);
    ASSERT_TRUE(perform(Kind::Delete).ok());
    ASSERT_TRUE(perform(Kind::Purge).ok());
    EXPECT_TRUE(fs::exists(elsewhere.path() / "precious"));
    EXPECT_TRUE(fs::is_empty(m_runs.root() / "wandb/.runglass/purged"));
}

TEST_F(TrashTest, twoProgramsDeleteOnce)
{
    const std::unique_ptr<RunSource> other =
        WandbFolderSource::open(m_runs.root().string(), {m_disk, m_clock, nullptr, data()}).value();
    const StoredRun its = stored();
    ASSERT_TRUE(other->perform({Kind::Delete, pathOf("a")}, its).ok());
    const Result<CommandEffect> second = m_source->perform({Kind::Delete, pathOf("a")}, its);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().kind, Error::Kind::NotFound);
    EXPECT_EQ(trash().size(), 1U);
    add("a", "20250102_030405");
    sync();
    EXPECT_TRUE(run().hasDeletedId);
}

} // namespace runglass::test
