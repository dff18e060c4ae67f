// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbFolderName.h"

#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

TEST(WandbFolderName, readsTimeAndId)
{
    const std::optional<WandbFolderName> offline = parseWandbFolderName("offline-run-20241105_111006-1jx1ud12");
    ASSERT_TRUE(offline);
    EXPECT_TRUE(offline->offline);
    EXPECT_EQ(offline->startedAtLocal, "2024-11-05T11:10:06");
    EXPECT_EQ(offline->id, "1jx1ud12");
    const std::optional<WandbFolderName> online = parseWandbFolderName("run-20260228_235960-my-run-id-suffix");
    ASSERT_TRUE(online);
    EXPECT_FALSE(online->offline);
    EXPECT_EQ(online->startedAtLocal, "2026-02-28T23:59:60");
    EXPECT_EQ(online->id, "my-run-id-suffix");
    EXPECT_EQ(parseWandbFolderName("run-20241105_111006--")->id, "-");
}

TEST(WandbFolderName, refusesOtherNames)
{
    for (const char* name :
         {"", "run", "run-", "latest-run", "run-20241105_111006", "run-20241105_111006-", "run-20241105-111006-id",
          "run-2024110x_111006-id", "run-20241305_111006-id", "run-20241132_111006-id", "run-20241105_241006-id",
          "run-20241105_116006-id", "Run-20241105_111006-id", "offline-20241105_111006-id",
          "offline-offline-run-20241105_111006-id", " run-20241105_111006-id", "run-20241105_1110061-id"})
        EXPECT_FALSE(parseWandbFolderName(name)) << name;
}

TEST(WandbFolderName, logNames)
{
    EXPECT_EQ(runIdOfLogName("run-1jx1ud12.wandb"), "1jx1ud12");
    EXPECT_EQ(runIdOfLogName("run-cfg-a.b.wandb"), "cfg-a.b");
    for (const char* name :
         {"", "run-.wandb", "run-x.wandb.synced", "run-x.wandb.syncstate", "x.wandb", "run-x", ".wandb"})
        EXPECT_FALSE(runIdOfLogName(name)) << name;
}

TEST(WandbFolderName, readsAllFixtures)
{
    int found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture("wandb"))) {
        const std::optional<std::string> id = runIdOfLogName(entry.path().filename().string());
        if (!id)
            continue;
        const auto name = parseWandbFolderName(entry.path().parent_path().filename().string());
        ASSERT_TRUE(name) << entry.path();
        EXPECT_EQ(name->id, *id);
        ++found;
    }
    EXPECT_EQ(found, 40);
}

} // namespace
} // namespace runglass::test
