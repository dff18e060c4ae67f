// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that go away while they are being read.
#include "models/run/Clock.h"
#include "models/sources/PosixFileSystem.h"
#include "models/sources/WandbFolderSource.h"
#include "models/store/StoreReader.h"
#include "tests/sources/ScratchRuns.h"
#include "tests/support/HostileLogs.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

/// The real disk, on which a folder is removed just before something in it is opened for the nth time, or a log is cut
/// to nothing just after.
class VanishingDisk : public PosixFileSystem
{
public:
    enum class How { FolderRemoved, LogEmptied };

    VanishingDisk(fs::path victim, int opening, How how)
        : m_victim(std::move(victim))
        , m_opening(opening)
        , m_how(how)
    {
    }
    Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const override
    {
        const bool isVictim = path.starts_with(m_victim.string());
        const bool isNow = isVictim && --m_opening == 0;
        if (isNow && m_how == How::FolderRemoved)
            fs::remove_all(m_victim);
        Result<std::unique_ptr<ByteSource>> opened = PosixFileSystem::openFile(path);
        if (isNow && m_how == How::LogEmptied)
            fs::resize_file(path, 0);
        return opened;
    }
    bool hasHappened() const { return m_opening <= 0; }

private:
    fs::path m_victim;
    mutable int m_opening;
    How m_how;
};

} // namespace

TEST(VanishingTest, aRunFolderThatGoesWhileItIsReadCostsItself)
{
    using How = VanishingDisk::How;
    for (const How how : {How::FolderRemoved, How::LogEmptied}) {
        bool hasHappened = true;
        for (int opening = 1; hasHappened; ++opening) {
            SCOPED_TRACE(opening);
            ScratchRuns runs;
            for (const char* const id : {"first", "victim", "last"}) {
                const fs::path folder = "wandb/offline-run-20240102_030405-" + std::string(id);
                runs.write(folder / ("run-" + std::string(id) + ".wandb"), soundLog(id));
            }
            const auto disk =
                std::make_shared<VanishingDisk>(runs.root() / "wandb/offline-run-20240102_030405-victim", opening, how);
            const StoreLocation store{{}, "vanishing"};
            const auto writer = StoreWriter::open(store).value();
            const auto source =
                WandbFolderSource::open(runs.root().string(), {disk, std::make_shared<SystemClock>(), {}}).value();
            for (int pass = 0; pass < 2; ++pass)
                ASSERT_TRUE(source->sync(*writer, {}, [](const SyncProgress&) {}));
            const auto reader = StoreReader::open(store).value();
            for (const char* const id : {"first", "last"}) {
                const RunPath path{"team", "project", id};
                ASSERT_TRUE(reader->run(path));
                EXPECT_TRUE(reader->run(path)->warnings.empty());
                EXPECT_EQ(reader->series(path, {0, false, {"loss"}})->size(), 3U);
            }
            hasHappened = disk->hasHappened();
            ASSERT_LT(opening, 50);
        }
    }
}

TEST(VanishingTest, aSourceThatGoesIsSaidAndComesBack)
{
    ScratchRuns runs;
    const auto write = [&runs] { runs.write("wandb/offline-run-20240102_030405-a/run-a.wandb", soundLog("a")); };
    write();
    const StoreLocation store{{}, "vanished"};
    const auto writer = StoreWriter::open(store).value();
    const auto source = WandbFolderSource::open((runs.root() / "wandb").string()).value();
    const auto sync = [&] { return source->sync(*writer, {}, [](const SyncProgress&) {}); };
    ASSERT_TRUE(sync());
    fs::remove_all(runs.root() / "wandb");
    const Result<SyncReport> gone = sync();
    EXPECT_TRUE(!gone || gone->runs == 0);
    write();
    const Result<SyncReport> back = sync();
    ASSERT_TRUE(back);
    EXPECT_EQ(back->runs, 1);
    EXPECT_TRUE(StoreReader::open(store).value()->run({"team", "project", "a"}));
}

} // namespace runglass::test
