// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were acknowledged are on the disk, with their names and directories.
#include "models/recorder/DurableDirectory.h"
#include "tests/recorder/DiskTrace.h"
#include "tests/recorder/ServerFixture.h"

#include <fstream>
#include <poll.h>

namespace runglass::test
{

namespace
{

class UploadDurabilityTest : public UploadServerTest
{
protected:
    /// The file of that name, wherever uploads are kept.
    std::string find(const std::string& name) const
    {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(settings().storeFile + "-files"))
            if (entry.path().filename() == name)
                return entry.path().string();
        return {};
    }
};

TEST_F(UploadDurabilityTest, IsOnTheDiskBeforeItIsAcknowledged)
{
    start();
    // The first makes all directories, the others find some of them, and the last takes another's place.
    for (const char* name : {"media/images/a.png", "media/b.txt", "c.txt", "c.txt"}) {
        const std::string url = uploadUrl(name);
        const DiskTrace trace;
        ASSERT_EQ(ask("PUT", url, std::string(300'000, 'x')).status, 200);
        const std::string file = find(std::filesystem::path(name).filename());
        EXPECT_EQ(trace.lossOf(file), "") << name;
    }
}

TEST(DurableDirectoryTest, EachIsInTheOneThatHoldsIt)
{
    const TemporaryDirectory directory;
    const DiskTrace trace;
    EXPECT_TRUE(makeDurableDirectory((directory.path() / "a/b/c").string()).ok());
    EXPECT_TRUE(std::filesystem::is_directory(directory.path() / "a/b/c"));
    EXPECT_EQ(trace.syncs(), 3);
    EXPECT_TRUE(makeDurableDirectory((directory.path() / "a/b/c").string()).ok());
    EXPECT_EQ(trace.syncs(), 3);
    std::ofstream(directory.path() / "file") << "x";
    EXPECT_FALSE(makeDurableDirectory((directory.path() / "file/d").string()).ok());
}

TEST_F(UploadDurabilityTest, ADiskThatFailsIsNeverASuccess)
{
    start();
    int syncs = 0;
    {
        const std::string url = uploadUrl("first/a.txt");
        const DiskTrace trace;
        ASSERT_EQ(ask("PUT", url, "x").status, 200);
        syncs = trace.syncs();
    }
    ASSERT_GT(syncs, 1);
    for (int failing = 1; failing <= syncs; ++failing) {
        const std::string name = "d" + std::to_string(failing) + "/a.txt", url = uploadUrl(name);
        DiskTrace trace;
        trace.failSyncsFrom(failing);
        EXPECT_EQ(ask("PUT", url, "x").status, 503) << failing;
        trace.failSyncsFrom(1000);
        // The SDK tries again.
        EXPECT_EQ(ask("PUT", url, "x").status, 200) << failing;
    }
}

TEST_F(UploadDurabilityTest, WhatIsWrongIsTold)
{
    start();
    const std::string url = uploadUrl("a.txt");
    {
        DiskTrace trace;
        trace.failSyncsFrom(1);
        EXPECT_EQ(ask("PUT", url, "x").status, 503);
        const HttpAnswer health = ask("GET", "/healthz");
        EXPECT_EQ(health.status, 503);
        EXPECT_THAT(health.body, testing::HasSubstr("Input/output error"));
        EXPECT_EQ(ask("GET", "/ready").status, 200);
    }
    // It looks again by itself.
    int status = 0;
    for (int tries = 0; tries < 200 && status != 200; ++tries) {
        ::poll(nullptr, 0, 50);
        status = ask("GET", "/healthz").status;
    }
    EXPECT_EQ(status, 200);
}

} // namespace

} // namespace runglass::test
