// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/OpenSource.h"

#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <fstream>

namespace runglass::test
{

namespace
{

const auto kNoProgress = [](const SyncProgress&) {};

Places placesIn(const std::filesystem::path& directory)
{
    Places places;
    places.cacheDirectory = (directory / "cache/runglass").string();
    return places;
}

std::size_t runsIn(OpenSource& source)
{
    return source.reader().value()->changesSince(0).value().changed.size();
}

} // namespace

TEST(OpenSourceTest, opensReadsAndKeepsItsIndex)
{
    const TemporaryDirectory home;
    const Places places = placesIn(home.path());
    const std::string location = fixture("wandb/seed").string();
    std::string index;
    {
        const std::shared_ptr<OpenSource> source = OpenSource::open(location, places).value();
        EXPECT_EQ(source->source().kind(), "wandb-folder");
        EXPECT_EQ(runsIn(*source), 0U);
        EXPECT_EQ(source->sync({}, kNoProgress)->runs, 4);
        EXPECT_EQ(runsIn(*source), 4U);
        index = source->store().file;
        EXPECT_TRUE(std::filesystem::exists(index));
    }
    const std::shared_ptr<OpenSource> again = OpenSource::open(location + "/wandb/..", places).value();
    EXPECT_EQ(again->store().file, index);
    EXPECT_EQ(runsIn(*again), 4U);
}

TEST(OpenSourceTest, worksInMemoryWithoutAPlace)
{
    const std::shared_ptr<OpenSource> source = OpenSource::open(fixture("wandb/seed").string(), Places()).value();
    EXPECT_EQ(source->sync({}, kNoProgress)->runs, 4);
    EXPECT_EQ(runsIn(*source), 4U);
}

TEST(OpenSourceTest, saysWhyNot)
{
    const TemporaryDirectory home;
    const Places places = placesIn(home.path());
    EXPECT_EQ(OpenSource::open((home.path() / "nothing").string(), places).error().kind, Error::Kind::NotFound);
    std::ofstream(home.path() / "notes.txt") << "text";
    EXPECT_EQ(OpenSource::open((home.path() / "notes.txt").string(), places).error().kind, Error::Kind::Unsupported);
    std::ofstream(home.path() / "cache") << "in the way";
    EXPECT_EQ(OpenSource::open(fixture("wandb/seed").string(), places).error().kind, Error::Kind::Io);
}

} // namespace runglass::test
