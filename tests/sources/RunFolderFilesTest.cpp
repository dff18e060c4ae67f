// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunFolderFiles.h"

#include "models/sources/PosixFileSystem.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <map>
#include <sys/stat.h>

namespace runglass::test
{

namespace
{

/// Both ways of resolving paths must agree.
class RunFolderFilesTest : public testing::TestWithParam<PosixFileSystem::Beneath>
{
protected:
    void SetUp() override
    {
        m_folder = m_runs.add("abc", {});
        m_detail.segments.resize(1);
        m_detail.segments[0].folder = m_folder.string();
        m_runs.write("outside.txt", "secret");
        write("output.log", "hello\n");
        write("config.yaml", "a: 1\n");
        write("wandb-metadata.json", "{}");
        write("requirements.txt", "x==1\n");
        write("media/images/x.png", "png");
        write("code/train.py", "pass\n");
        write("sub/ünï ファイル.bin", "0123456789");
        std::filesystem::create_symlink(m_runs.root() / "outside.txt", m_folder / "files/link.txt");
        std::filesystem::create_directory_symlink(m_runs.root(), m_folder / "files/tree");
        std::filesystem::create_directory_symlink(".", m_folder / "files/loop");
        ASSERT_EQ(::mkfifo((m_folder / "files/pipe").c_str(), 0600), 0);
    }
    void write(const std::string& name, const std::string& bytes)
    {
        m_runs.write(std::filesystem::relative(m_folder, m_runs.root()) / "files" / name, bytes);
    }
    Result<std::string> read(const std::string& path, std::uint64_t offset = 0, std::uint64_t length = 1000)
    {
        RunFile file;
        file.path = path;
        return m_files.read(m_detail, file, offset, length);
    }

    ScratchRuns m_runs;
    std::filesystem::path m_folder;
    RunDetail m_detail;
    PosixFileSystem m_disk{GetParam()};
    RunFolderFiles m_files{m_disk};
};

} // namespace

TEST_P(RunFolderFilesTest, listsEverythingAndFollowsNothing)
{
    const Result<std::vector<RunFile>> listed = m_files.list(m_detail, {});
    ASSERT_TRUE(listed.ok());
    std::map<std::string, RunFile> files;
    for (const RunFile& file : *listed)
        files.emplace(file.path, file);
    EXPECT_EQ(files.size(), 11U);
    EXPECT_EQ(files["output.log"].kind, RunFile::Kind::Console);
    EXPECT_EQ(files["config.yaml"].kind, RunFile::Kind::Metadata);
    EXPECT_EQ(files["wandb-metadata.json"].kind, RunFile::Kind::Metadata);
    EXPECT_EQ(files["requirements.txt"].kind, RunFile::Kind::Metadata);
    EXPECT_EQ(files["media/images/x.png"].kind, RunFile::Kind::Media);
    EXPECT_EQ(files["code/train.py"].kind, RunFile::Kind::Code);
    EXPECT_EQ(files["sub/ünï ファイル.bin"].kind, RunFile::Kind::File);
    EXPECT_EQ(files["sub/ünï ファイル.bin"].sizeBytes, 10U);
    EXPECT_TRUE(files["output.log"].modified);
    EXPECT_EQ(files["link.txt"].kind, RunFile::Kind::Link);
    EXPECT_EQ(files["link.txt"].linkTarget, (m_runs.root() / "outside.txt").string());
    EXPECT_EQ(files["link.txt"].sizeBytes, 0U);
    EXPECT_EQ(files["tree"].kind, RunFile::Kind::Link);
    EXPECT_EQ(files["loop"].kind, RunFile::Kind::Link);
    EXPECT_EQ(files["pipe"].kind, RunFile::Kind::Special);
    EXPECT_TRUE(std::is_sorted(listed->begin(), listed->end(),
                               [](const RunFile& a, const RunFile& b) { return a.path < b.path; }));
}

TEST_P(RunFolderFilesTest, readsRanges)
{
    EXPECT_EQ(*read("sub/ünï ファイル.bin"), "0123456789");
    EXPECT_EQ(*read("sub/ünï ファイル.bin", 3, 4), "3456");
    EXPECT_EQ(*read("sub/ünï ファイル.bin", 8, 100), "89");
    EXPECT_EQ(*read("sub/ünï ファイル.bin", 100, 5), "");
    EXPECT_EQ(*read("sub/ünï ファイル.bin", ~std::uint64_t{0}, ~std::uint64_t{0}), "");
}

TEST_P(RunFolderFilesTest, hostilePathsNeverLeaveTheRun)
{
    using Kind = Error::Kind;
    const std::vector<std::pair<std::string, Kind>> paths = {
        {"", Kind::InvalidArgument},
        {".", Kind::InvalidArgument},
        {"..", Kind::InvalidArgument},
        {"../run-abc.wandb", Kind::InvalidArgument},
        {"../../../outside.txt", Kind::InvalidArgument},
        {"sub/../../run-abc.wandb", Kind::InvalidArgument},
        {"sub/./x", Kind::InvalidArgument},
        {"sub//x", Kind::InvalidArgument},
        {"sub/", Kind::InvalidArgument},
        {"/etc/passwd", Kind::InvalidArgument},
        {std::string("output.log\0.png", 15), Kind::InvalidArgument},
        {"nothing/here", Kind::NotFound},
        {"output.log/x", Kind::NotFound},
        {std::string(5000, 'x'), Kind::Io},
        {"link.txt", Kind::Unsupported},
        {"pipe", Kind::Unsupported},
        {"sub", Kind::Unsupported},
    };
    for (const auto& [path, kind] : paths) {
        const Result<std::string> bytes = read(path);
        ASSERT_FALSE(bytes.ok()) << path;
        EXPECT_EQ(bytes.error().kind, kind) << path << ": " << bytes.error().detail;
    }
    for (const std::string path : {"tree/outside.txt", "loop/output.log", "tree/wandb"})
        EXPECT_FALSE(read(path).ok()) << path;
}

TEST_P(RunFolderFilesTest, aLinkInPlaceOfFilesIsNotFollowed)
{
    std::filesystem::rename(m_folder / "files", m_runs.root() / "moved");
    std::filesystem::create_directory_symlink(m_runs.root() / "moved", m_folder / "files");
    EXPECT_FALSE(read("output.log").ok());
    EXPECT_TRUE(m_files.list(m_detail, {})->empty());
}

TEST_P(RunFolderFilesTest, aRunWithoutFilesHasNone)
{
    std::filesystem::remove_all(m_folder / "files");
    EXPECT_TRUE(m_files.list(m_detail, {})->empty());
    EXPECT_EQ(read("output.log").error().kind, Error::Kind::NotFound);
}

TEST_P(RunFolderFilesTest, localPathsAreOfTheRunOnly)
{
    RunFile file;
    file.path = "output.log";
    EXPECT_EQ(m_files.localPath(m_detail, file), (m_folder / "files/output.log").string());
    file.path = "../run-abc.wandb";
    EXPECT_EQ(m_files.localPath(m_detail, file), "");
    file.path = "output.log";
    file.segment = 7;
    EXPECT_EQ(m_files.localPath(m_detail, file), "");
    EXPECT_EQ(m_files.read(m_detail, file, 0, 1).error().kind, Error::Kind::NotFound);
}

TEST_P(RunFolderFilesTest, listingCanBeCanceled)
{
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_EQ(m_files.list(m_detail, cancel).error().kind, Error::Kind::Canceled);
}

INSTANTIATE_TEST_SUITE_P(Resolving, RunFolderFilesTest,
                         testing::Values(PosixFileSystem::Beneath::Kernel, PosixFileSystem::Beneath::Walk),
                         [](const auto& made) {
                             return made.param == PosixFileSystem::Beneath::Kernel ? "byKernel" : "byWalk";
                         });

} // namespace runglass::test
