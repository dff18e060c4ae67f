// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Places.h"

#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

namespace runglass::test
{

namespace
{

const auto kNowhere = [](const std::string&) { return false; };

Places::Surroundings surroundings(const std::string& home)
{
    return {home, {}, {}, home + "/local", kNowhere};
}

} // namespace

TEST(PlacesTest, followsHome)
{
    const TemporaryDirectory home;
    const Places places = Places::from(surroundings(home.path().string()));
    EXPECT_EQ(places.cacheDirectory, (home.path() / ".cache/runglass").string());
    EXPECT_EQ(places.dataDirectory, (home.path() / ".local/share/runglass").string());
    EXPECT_EQ(places.notice, "");
}

TEST(PlacesTest, followsTheBaseDirectories)
{
    const TemporaryDirectory base;
    Places::Surroundings given = surroundings("/nowhere");
    given.cacheHome = (base.path() / "c").string();
    given.dataHome = (base.path() / "d").string();
    const Places places = Places::from(given);
    EXPECT_EQ(places.cacheDirectory, given.cacheHome + "/runglass");
    EXPECT_EQ(places.dataDirectory, given.dataHome + "/runglass");
}

TEST(PlacesTest, ignoresRelativeBaseDirectories)
{
    const TemporaryDirectory home;
    Places::Surroundings given = surroundings(home.path().string());
    given.cacheHome = "cache";
    given.dataHome = "data";
    EXPECT_EQ(Places::from(given).cacheDirectory, (home.path() / ".cache/runglass").string());
    EXPECT_EQ(Places::from(given).dataDirectory, (home.path() / ".local/share/runglass").string());
}

TEST(PlacesTest, withoutHomeEverythingIsInMemory)
{
    const Places places = Places::from(surroundings({}));
    EXPECT_EQ(places.cacheDirectory, "");
    EXPECT_EQ(places.dataDirectory, "");
    EXPECT_NE(places.notice, "");
    const StoreLocation index = places.indexOf("/a/wandb");
    EXPECT_EQ(index.file, "");
    EXPECT_NE(index.name, places.indexOf("/b/wandb").name);
}

TEST(PlacesTest, whatCannotBeWrittenIsSaid)
{
    const TemporaryDirectory home;
    std::ofstream(home.path() / ".cache") << "a file is in the way";
    const Places places = Places::from(surroundings(home.path().string()));
    EXPECT_EQ(places.cacheDirectory, "");
    EXPECT_NE(places.notice.find((home.path() / ".cache/runglass").string()), std::string::npos) << places.notice;
    EXPECT_NE(places.dataDirectory, "");
}

TEST(PlacesTest, anIndexIsNotKeptOnANetworkFileSystem)
{
    const TemporaryDirectory home;
    Places::Surroundings given = surroundings(home.path().string());
    given.isOnNetwork = [](const std::string& path) { return path.find(".cache") != std::string::npos; };
    const Places places = Places::from(given);
    EXPECT_EQ(places.cacheDirectory, given.temporary);
    EXPECT_NE(places.notice.find(given.temporary), std::string::npos) << places.notice;
    EXPECT_EQ(std::filesystem::status(given.temporary).permissions(), std::filesystem::perms::owner_all);
}

TEST(PlacesTest, aTemporaryDirectoryOfOthersIsNotUsed)
{
    const TemporaryDirectory home;
    Places::Surroundings given = surroundings(home.path().string());
    given.isOnNetwork = [](const std::string& path) { return path.find(".cache") != std::string::npos; };
    std::filesystem::create_directory(given.temporary);
    std::filesystem::permissions(given.temporary, std::filesystem::perms::all);
    EXPECT_EQ(Places::from(given).cacheDirectory, "");
    EXPECT_NE(Places::from(given).notice, "");
}

TEST(PlacesTest, eachLocationHasItsIndex)
{
    const TemporaryDirectory home;
    const Places places = Places::from(surroundings(home.path().string()));
    const StoreLocation index = places.indexOf("/a/wandb");
    EXPECT_TRUE(index.file.starts_with(places.cacheDirectory + "/")) << index.file;
    EXPECT_EQ(index.file, places.indexOf("/a/wandb").file);
    EXPECT_NE(index.file, places.indexOf("/b/wandb").file);
}

TEST(PlacesTest, theTestsHaveAHomeOfTheirOwn)
{
    const Places places = Places::fromEnvironment();
    EXPECT_EQ(places.cacheDirectory, std::string(std::getenv("XDG_CACHE_HOME")) + "/runglass");
    EXPECT_EQ(places.notice, "");
}

} // namespace runglass::test
