// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SdkSetup.h"

#include "models/recorder/SdkFileTexts.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <sys/stat.h>

namespace runglass::test
{

namespace
{

class SdkSetupTest : public testing::Test
{
protected:
    SdkFiles files() const { return {(m_directory.path() / "netrc").string(), (m_directory.path() / "c/s").string()}; }
    std::string memo() const { return (m_directory.path() / "memo").string(); }
    static std::string read(const std::string& path)
    {
        std::ostringstream text;
        text << std::ifstream(path).rdbuf();
        return text.str();
    }
    static void put(const std::string& path, const std::string& text)
    {
        std::filesystem::create_directories(std::filesystem::path(path).parent_path());
        std::ofstream(path) << text;
    }
    Status setUp(const std::string& url = "http://127.0.0.1:8765") const
    {
        return setUpSdk(files(), {url, "local-key"}, memo());
    }

private:
    TemporaryDirectory m_directory;
};

constexpr const char* kEntry = "machine 127.0.0.1:8765\n  login user\n  password local-key\n";

TEST_F(SdkSetupTest, SaysFirstWhatItWouldDo)
{
    put(files().settings, "[default]\nbase_url = https://wandb.example.org\nentity = nico\n");
    const auto plan = planSdkSetup(files(), {"http://127.0.0.1:8765", "local-key"});
    ASSERT_TRUE(plan.ok());
    ASSERT_EQ(plan->size(), 2U);
    EXPECT_EQ((*plan)[0].path, files().netrc);
    EXPECT_FALSE((*plan)[0].exists);
    EXPECT_THAT((*plan)[0].written, testing::ElementsAre("machine 127.0.0.1:8765", "  login user", "  password …"));
    EXPECT_TRUE((*plan)[1].exists);
    EXPECT_THAT((*plan)[1].replaced, testing::ElementsAre("base_url = https://wandb.example.org"));
    EXPECT_THAT((*plan)[1].written,
                testing::ElementsAre("base_url = http://127.0.0.1:8765", "x_file_stream_transmit_interval = 1"));
    EXPECT_FALSE(std::filesystem::exists(files().netrc)) << "nothing is written";
    EXPECT_FALSE(planSdkSetup({}, {"http://127.0.0.1:8765", {}}).ok());
}

TEST_F(SdkSetupTest, MakesFilesAndTakesThemAway)
{
    ASSERT_TRUE(setUp().ok());
    EXPECT_EQ(read(files().netrc), kEntry);
    EXPECT_EQ(read(files().settings),
              "[default]\nbase_url = http://127.0.0.1:8765\nx_file_stream_transmit_interval = 1\n");
    struct stat status = {};
    ::stat(files().netrc.c_str(), &status);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ASSERT_TRUE(undoSdkSetup(memo()).ok());
    EXPECT_FALSE(std::filesystem::exists(files().netrc));
    EXPECT_FALSE(std::filesystem::exists(files().settings));
    EXPECT_EQ(undoSdkSetup(memo()).error().kind, Error::Kind::NotFound);
}

TEST_F(SdkSetupTest, BringsBackEveryByte)
{
    const std::string netrc = "# mine\nmachine api.wandb.ai login user password secret\nmachine 127.0.0.1:8765 login x "
                              "password old\n\nmachine b login c password d";
    const std::string settings = "; a comment\n[default]\nentity=me\nbase_url: https://api.wandb.ai\n\n[other]\nx = 1";
    put(files().netrc, netrc);
    put(files().settings, settings);
    ASSERT_TRUE(setUp().ok());
    EXPECT_THAT(read(files().netrc), testing::HasSubstr("password secret"));
    EXPECT_THAT(read(files().netrc), testing::EndsWith(kEntry));
    EXPECT_EQ(netrcEntry(read(files().netrc), "127.0.0.1:8765"), kEntry);
    EXPECT_EQ(settingIn(read(files().settings), "base_url"), "http://127.0.0.1:8765");
    EXPECT_EQ(settingIn(read(files().settings), "entity"), "me");
    // Twice is as once.
    ASSERT_TRUE(setUp("http://127.0.0.1:9999").ok());
    EXPECT_THAT(read(files().netrc), testing::Not(testing::HasSubstr("127.0.0.1:8765\n  login user")));
    ASSERT_TRUE(undoSdkSetup(memo()).ok());
    EXPECT_EQ(read(files().netrc), netrc);
    EXPECT_EQ(read(files().settings), settings);
}

TEST_F(SdkSetupTest, LeavesWhatOthersHaveWrittenSince)
{
    put(files().settings, "[default]\nbase_url = https://api.wandb.ai\n");
    ASSERT_TRUE(setUp().ok());
    put(files().netrc, read(files().netrc) + "machine new login a password b\n");
    put(files().settings, read(files().settings) + "project = p\n");
    ASSERT_TRUE(undoSdkSetup(memo()).ok());
    EXPECT_EQ(read(files().netrc), "machine new login a password b\n");
    EXPECT_EQ(read(files().settings), "[default]\nbase_url = https://api.wandb.ai\nproject = p\n");
}

TEST_F(SdkSetupTest, LeavesAnAddressThatWasChangedSince)
{
    ASSERT_TRUE(setUp().ok());
    put(files().settings, "[default]\nbase_url = https://elsewhere\nx_file_stream_transmit_interval = 1\n");
    ASSERT_TRUE(undoSdkSetup(memo()).ok());
    EXPECT_EQ(read(files().settings), "[default]\nbase_url = https://elsewhere\n");
}

} // namespace

} // namespace runglass::test
