// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/OpenSource.h"

#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/resource.h>

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

/// While it lives no file of this process grows beyond a size.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before = {};
    void (*m_handler)(int) = SIG_DFL;
};

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
        index = source->index().location().file;
        EXPECT_TRUE(std::filesystem::exists(index));
    }
    const std::shared_ptr<OpenSource> again = OpenSource::open(location + "/wandb/..", places).value();
    EXPECT_EQ(again->index().location().file, index);
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
}

TEST(OpenSourceTest, anIndexThatCannotBeMadeIsKeptInMemory)
{
    const TemporaryDirectory home;
    std::ofstream(home.path() / "cache") << "in the way";
    const std::shared_ptr<OpenSource> source =
        OpenSource::open(fixture("wandb/seed").string(), placesIn(home.path())).value();
    EXPECT_EQ(source->index().location().file, "");
    EXPECT_NE(source->index().notice().find("cache/runglass/index-"), std::string::npos) << source->index().notice();
    EXPECT_EQ(source->sync({}, kNoProgress)->runs, 4);
    EXPECT_EQ(runsIn(*source), 4U);
}

TEST(OpenSourceTest, anIndexThatCannotBeWrittenAnyMoreMovesToMemory)
{
    const TemporaryDirectory home;
    const Places places = placesIn(home.path());
    const std::shared_ptr<OpenSource> source = OpenSource::open(fixture("wandb/seed").string(), places).value();
    EXPECT_EQ(source->index().notice(), "");
    EXPECT_EQ(source->index().moves(), 0);
    const std::unique_ptr<StoreReader> before = source->reader().value();
    {
        // A file may not grow beyond what the process is allowed: the same to SQLite as a full disk.
        const FileSizeLimit full(16 * 1024);
        EXPECT_EQ(source->sync({}, kNoProgress)->runs, 4);
    }
    EXPECT_EQ(source->index().moves(), 1);
    EXPECT_NE(source->index().notice(), "");
    EXPECT_EQ(runsIn(*source), 4U);
    EXPECT_EQ(before->changesSince(0)->changed.size(), 0U);
    EXPECT_EQ(source->sync({}, kNoProgress)->runs, 4);
    EXPECT_EQ(source->index().moves(), 1);
}

} // namespace runglass::test
