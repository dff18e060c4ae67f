// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ByteSource.h"

#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

class ByteSourceTest : public ::testing::Test
{
protected:
    std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    std::string file(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    Error::Kind kindOf(const std::string& path) const
    {
        const Result<std::unique_ptr<ByteSource>> source = openFile(path);
        EXPECT_FALSE(source.ok()) << path;
        if (source)
            return Error::Kind::Canceled;
        EXPECT_EQ(source.error().path, path);
        EXPECT_FALSE(source.error().detail.empty());
        return source.error().kind;
    }

private:
    TemporaryDirectory m_folder;
};

TEST_F(ByteSourceTest, readsAnywhere)
{
    Result<std::unique_ptr<ByteSource>> source = openFile(file("f", "0123456789"));
    ASSERT_TRUE(source.ok());
    EXPECT_EQ((*source)->size(), 10U);
    EXPECT_EQ((*source)->path(), path("f"));
    std::array<char, 4> buffer = {};
    const auto read = [&](std::uint64_t offset) {
        const Result<std::size_t> count = (*source)->readAt(offset, buffer);
        EXPECT_TRUE(count.ok());
        return std::string(buffer.data(), count ? *count : 0);
    };
    EXPECT_EQ(read(0), "0123");
    EXPECT_EQ(read(8), "89");
    EXPECT_EQ(read(10), "");
    EXPECT_EQ(read(~std::uint64_t{0}), "");
}

TEST_F(ByteSourceTest, seesAFileGrow)
{
    Result<std::unique_ptr<ByteSource>> source = openFile(file("f", "one"));
    ASSERT_TRUE(source.ok());
    std::ofstream(path("f"), std::ios::app) << "two";
    EXPECT_EQ((*source)->size(), 6U);
}

TEST_F(ByteSourceTest, saysWhyItCannotOpen)
{
    EXPECT_EQ(kindOf(path("missing")), Error::Kind::NotFound);
    EXPECT_EQ(kindOf(file("f", "x") + "/below"), Error::Kind::NotFound);
    EXPECT_EQ(kindOf(std::string("\0", 1) + "x"), Error::Kind::NotFound);
    EXPECT_EQ(kindOf(path(".")), Error::Kind::Unsupported);
    EXPECT_EQ(kindOf("/dev/null"), Error::Kind::Unsupported);
    ASSERT_EQ(::symlink(path("f").c_str(), path("link").c_str()), 0);
    EXPECT_EQ(kindOf(path("link")), Error::Kind::Unsupported);
    ASSERT_EQ(::symlink("nowhere", path("dangling").c_str()), 0);
    EXPECT_EQ(kindOf(path("dangling")), Error::Kind::Unsupported);
}

TEST_F(ByteSourceTest, doesNotWaitAtAFifo)
{
    ASSERT_EQ(::mkfifo(path("fifo").c_str(), 0600), 0);
    EXPECT_EQ(kindOf(path("fifo")), Error::Kind::Unsupported);
}

TEST_F(ByteSourceTest, readsWholeFilesUpToALimit)
{
    const std::string name = file("f", "0123456789");
    const Result<std::string> whole = readWhole(name, 10);
    ASSERT_TRUE(whole.ok());
    EXPECT_EQ(*whole, "0123456789");
    const Result<std::string> limited = readWhole(name, 9);
    ASSERT_FALSE(limited.ok());
    EXPECT_EQ(limited.error().kind, Error::Kind::Unsupported);
    EXPECT_EQ(*readWhole(file("empty", ""), 0), "");
    EXPECT_EQ(readWhole(path("missing"), 1).error().kind, Error::Kind::NotFound);
}

TEST(MemorySource, readsItsBytes)
{
    const std::unique_ptr<ByteSource> source = memorySource("abc", "name");
    std::array<char, 8> buffer = {};
    EXPECT_EQ(*source->readAt(1, buffer), 2U);
    EXPECT_EQ(buffer[0], 'b');
    EXPECT_EQ(*source->readAt(3, buffer), 0U);
    EXPECT_EQ(source->size(), 3U);
    EXPECT_EQ(source->path(), "name");
}

} // namespace
} // namespace runglass::test
