// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/processes/FileSystemKind.h"

#include <gtest/gtest.h>

namespace runglass::test
{

TEST(FileSystemKindTest, knowsNetworkFileSystems)
{
    EXPECT_TRUE(isNetworkFileSystem(0x6969));
    EXPECT_TRUE(isNetworkFileSystem(0xFF534D42));
    EXPECT_FALSE(isNetworkFileSystem(0xEF53));     // ext4
    EXPECT_FALSE(isNetworkFileSystem(0x01021994)); // tmpfs
    EXPECT_FALSE(isNetworkFileSystem(0x9123683E)); // btrfs
    EXPECT_FALSE(isNetworkFileSystem(0x794C7630)); // overlayfs
}

TEST(FileSystemKindTest, asksForAPathThatIsNotThereYet)
{
    EXPECT_FALSE(isOnNetworkFileSystem("/proc/1/nothing/of/this/name"));
    EXPECT_FALSE(isOnNetworkFileSystem(""));
    EXPECT_FALSE(isOnNetworkFileSystem(-1));
}

} // namespace runglass::test
