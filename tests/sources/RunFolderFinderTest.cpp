// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunFolderFinder.h"

#include "tests/sources/FaultyFileSystem.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const auto kNoProgress = [](std::size_t) {};

class RunFolderFinderTest : public testing::Test
{
protected:
    FoundFolders find(const std::filesystem::path& location, RunFolderFinder::Limits limits = {})
    {
        Result<FoundFolders> found = RunFolderFinder(m_disk, limits).find(location.string(), {}, kNoProgress);
        EXPECT_TRUE(found.ok()) << (found ? "" : describe(found.error()));
        return found ? std::move(found).value() : FoundFolders();
    }
    std::vector<std::string> idsIn(const std::filesystem::path& location)
    {
        std::vector<std::string> ids;
        for (const RunFolder& folder : find(location).folders)
            ids.push_back(folder.id);
        return ids;
    }

    ScratchRuns m_runs;
    FaultyFileSystem m_disk;
};

} // namespace

TEST_F(RunFolderFinderTest, findsRunsAtAnyDepth)
{
    m_runs.add("one", {}, "20240101_000000", "a/wandb");
    m_runs.add("two", {}, "20240102_000000", "a/b/c/d/.wandb");
    m_runs.add("three", {}, "20240103_000000", "elsewhere");
    EXPECT_THAT(idsIn(m_runs.root()), ElementsAre("three", "two", "one"));
    EXPECT_THAT(idsIn(m_runs.root() / "a/wandb"), ElementsAre("one"));
}

TEST_F(RunFolderFinderTest, opensOneFolderOrOneLog)
{
    const std::filesystem::path folder = m_runs.add("cfg-with-dashes", {});
    m_runs.add("other", {});
    EXPECT_THAT(idsIn(folder), ElementsAre("cfg-with-dashes"));
    const FoundFolders found = find(folder / "run-cfg-with-dashes.wandb");
    ASSERT_EQ(found.folders.size(), 1U);
    EXPECT_EQ(found.folders[0].folder, folder.string());
    EXPECT_EQ(found.folders[0].startedAtLocal, "2024-01-02T03:04:05");
    EXPECT_TRUE(found.folders[0].offline);
}

TEST_F(RunFolderFinderTest, foldersWithASuffixOrAnotherNameHoldTheirLog)
{
    m_runs.write("wandb/offline-run-20240101_000000-abc-shard1/run-abc.wandb", "");
    m_runs.write("wandb/my-best-run/run-xyz.wandb", "");
    m_runs.write("wandb/my-best-run/files/run-no.wandb", "");
    EXPECT_THAT(idsIn(m_runs.root()), UnorderedElementsAre("abc", "xyz"));
}

TEST_F(RunFolderFinderTest, neverFollowsLinks)
{
    const std::filesystem::path folder = m_runs.add("abc", {});
    std::filesystem::create_directory_symlink(folder, m_runs.root() / "wandb/latest-run");
    std::filesystem::create_directory_symlink(m_runs.root(), m_runs.root() / "wandb/loop");
    std::filesystem::create_directory_symlink("..", folder / "files");
    std::filesystem::create_symlink(folder / "run-abc.wandb", m_runs.root() / "wandb/debug.log");
    EXPECT_THAT(idsIn(m_runs.root()), ElementsAre("abc"));
    EXPECT_THAT(find(m_runs.root()).warnings, IsEmpty());
}

TEST_F(RunFolderFinderTest, whatIsCalledALogButIsNoneIsSaid)
{
    const std::filesystem::path folder = m_runs.root() / "wandb/offline-run-20240101_000000-x";
    std::filesystem::create_directories(folder);
    ASSERT_EQ(::mkfifo((folder / "run-x.wandb").c_str(), 0600), 0);
    const std::filesystem::path linked = m_runs.root() / "wandb/offline-run-20240101_000000-y";
    std::filesystem::create_directories(linked);
    std::filesystem::create_symlink("/etc/passwd", linked / "run-y.wandb");
    const FoundFolders found = find(m_runs.root());
    EXPECT_THAT(found.folders, IsEmpty());
    EXPECT_EQ(found.warnings.size(), 2U);
}

TEST_F(RunFolderFinderTest, aDirectoryThatCannotBeListedIsSaid)
{
    m_runs.add("abc", {});
    m_runs.add("hidden", {}, "20240101_000000", "secret/wandb");
    m_disk.refuse((m_runs.root() / "secret").string());
    const FoundFolders found = find(m_runs.root());
    EXPECT_EQ(found.folders.size(), 1U);
    ASSERT_EQ(found.warnings.size(), 1U);
    EXPECT_EQ(found.warnings[0].file, (m_runs.root() / "secret").string());
    EXPECT_EQ(found.warnings[0].cause, "no permission to read it");
}

TEST_F(RunFolderFinderTest, aLocationThatCannotBeListedIsAnError)
{
    m_disk.refuse(m_runs.root().string());
    const Result<FoundFolders> found = RunFolderFinder(m_disk).find(m_runs.root().string(), {}, kNoProgress);
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().kind, Error::Kind::Io);
}

TEST_F(RunFolderFinderTest, ourOwnTrashIsSkipped)
{
    m_runs.add("deleted", {}, "20240101_000000", "wandb/.runglass/trash");
    EXPECT_THAT(idsIn(m_runs.root()), IsEmpty());
}

TEST_F(RunFolderFinderTest, depthAndNumberAreBoundedAndSaid)
{
    m_runs.add("deep", {}, "20240101_000000", "a/b/c/d/wandb");
    m_runs.add("near", {}, "20240101_000000", "wandb");
    const FoundFolders shallow = find(m_runs.root(), {.depth = 3});
    EXPECT_EQ(shallow.folders.size(), 1U);
    ASSERT_EQ(shallow.warnings.size(), 1U);
    EXPECT_NE(shallow.warnings[0].cause.find("3 levels"), std::string::npos);
    EXPECT_EQ(find(m_runs.root(), {.directories = 1}).warnings.size(), 1U);
    EXPECT_EQ(find(m_runs.root(), {.folders = 1}).folders.size(), 1U);
}

TEST_F(RunFolderFinderTest, oneCallARunFolder)
{
    constexpr int kRuns = 500;
    for (int i = 0; i < kRuns; ++i) {
        const std::string id = "r" + std::to_string(i);
        m_runs.write("wandb/run-20240101_000000-" + id + "/run-" + id + ".wandb", "");
    }
    EXPECT_EQ(find(m_runs.root()).folders.size(), static_cast<std::size_t>(kRuns));
    EXPECT_LT(m_disk.calls(), kRuns + 10);
}

TEST_F(RunFolderFinderTest, canBeCanceled)
{
    m_runs.add("abc", {});
    const CancelToken cancel;
    cancel.cancel();
    const Result<FoundFolders> found = RunFolderFinder(m_disk).find(m_runs.root().string(), cancel, kNoProgress);
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().kind, Error::Kind::Canceled);
}

TEST_F(RunFolderFinderTest, newestComeFirst)
{
    m_runs.add("old", {}, "20230101_000000");
    m_runs.add("new", {}, "20250101_000000");
    m_runs.add("middle", {}, "20240101_000000");
    EXPECT_THAT(idsIn(m_runs.root()), ElementsAre("new", "middle", "old"));
}

} // namespace runglass::test
