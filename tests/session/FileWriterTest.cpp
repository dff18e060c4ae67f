// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/FileWriter.h"

#include "models/session/FileSink.h"
#include "tests/support/TestEnvironment.h"

#include <fcntl.h>
#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string bytesOf(const fs::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

std::ptrdiff_t entries(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

} // namespace

class FileWriterTest : public testing::Test
{
protected:
    std::string file(const std::string& name) const { return (m_folder.path() / name).string(); }
    void put(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(file(name), std::ios::binary) << bytes;
    }

    TemporaryDirectory m_folder;
};

TEST_F(FileWriterTest, changesNothingBeforeItIsWhole)
{
    put("a", "before");
    {
        FileWriter writer(file("a"));
        ASSERT_TRUE(writer.write("after"));
        EXPECT_EQ(bytesOf(file("a")), "before");
    }
    EXPECT_EQ(bytesOf(file("a")), "before");
    EXPECT_EQ(entries(m_folder.path()), 1) << "nothing half-written stays";
    FileWriter writer(file("a"));
    ASSERT_TRUE(writer.write("af"));
    ASSERT_TRUE(writer.write("ter"));
    ASSERT_TRUE(writer.commit());
    EXPECT_EQ(bytesOf(file("a")), "after");
    EXPECT_EQ(entries(m_folder.path()), 1);
}

TEST_F(FileWriterTest, makesAFileAsAnyOtherAndKeepsThePermissionsOfOneThatIsThere)
{
    put("plain", "");
    put("shared", "");
    fs::permissions(file("shared"), fs::perms(0664));
    for (const char* name : {"new", "shared"}) {
        FileWriter writer(file(name));
        ASSERT_TRUE(writer.commit());
    }
    EXPECT_EQ(fs::status(file("new")).permissions(), fs::status(file("plain")).permissions());
    EXPECT_EQ(fs::status(file("shared")).permissions(), fs::perms(0664));
}

TEST_F(FileWriterTest, goesWhereALinkLeads)
{
    fs::create_directory(file("there"));
    put("there/real", "before");
    fs::create_symlink("there/real", file("link"));
    FileWriter writer(file("link"));
    ASSERT_TRUE(writer.write("after"));
    ASSERT_TRUE(writer.commit());
    EXPECT_TRUE(fs::is_symlink(file("link")));
    EXPECT_EQ(bytesOf(file("there/real")), "after");
}

TEST_F(FileWriterTest, refusesAFolderAndSaysWhyAndWhich)
{
    fs::create_directory(file("folder"));
    FileWriter folder(file("folder"));
    const Status refused = folder.write("x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Error::Kind::Io);
    EXPECT_EQ(refused.error().path, file("folder"));
    EXPECT_THAT(refused.error().detail, HasSubstr("Is a directory"));
    EXPECT_FALSE(folder.commit()) << "the first failure stays";
    EXPECT_EQ(entries(file("folder")), 0);
    FileWriter nowhere(file("no/such"));
    EXPECT_THAT(nowhere.commit().error().detail, HasSubstr("No such file"));
}

TEST_F(FileWriterTest, writesToADeviceAsItIs)
{
    ASSERT_EQ(::mkfifo(file("pipe").c_str(), 0600), 0);
    const int keepOpen = ::open(file("pipe").c_str(), O_RDWR | O_NONBLOCK);
    ASSERT_GE(keepOpen, 0);
    FileSink sink(file("pipe"));
    sink.write("through");
    ASSERT_TRUE(sink.commit());
    char buffer[16] = {};
    EXPECT_EQ(::read(keepOpen, buffer, sizeof buffer), 7);
    EXPECT_STREQ(buffer, "through");
    ::close(keepOpen);
    EXPECT_TRUE(fs::is_fifo(file("pipe")));
}

TEST_F(FileWriterTest, aLongNameIsNoHindrance)
{
    const std::string name(255, 'n');
    FileWriter writer(file(name));
    EXPECT_TRUE(writer.commit());
    EXPECT_TRUE(fs::exists(file(name)));
}

} // namespace runglass::test
