// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/RecorderScripts.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

class FilesSdkTest : public RecorderScripts
{
protected:
    json tell(const std::string& scenario)
    {
        const ProgramRun program = script("files_run.py", scenario);
        EXPECT_EQ(program.status, 0) << program.err;
        return expected();
    }

    /// Every file of the SDK's folder is stored as it is, and shown. The console and what is sent as lines besides may
    /// have had more to come.
    void expectStored(const json& sent, const std::filesystem::path& folder, const json& run) const
    {
        const json stored = sumsBelow(folder);
        std::vector<std::string> shown;
        for (const json& file : run.at("files"))
            shown.push_back(file.at("path"));
        for (const auto& [path, sum] : sent.items()) {
            EXPECT_THAT(shown, testing::Contains(path));
            EXPECT_EQ(path == "output.log" ? sum : json(stored.value(path, "missing")), sum) << path;
        }
    }
};

TEST_F(FilesSdkTest, KeepsMediaAndFilesByteForByte)
{
    const json sent = tell("media");
    ASSERT_GE(sent.at("files").size(), 20U);
    const json run = show("local/files/media");
    expectStored(sent.at("files"), files() / "1/files", run);
    const ProgramRun one =
        runglass({"files", "local/files/media", "--source", store().string(), "--get", "日本語.txt"});
    EXPECT_EQ(one.out, "こんにちは");

    const json found = tell("downloaded");
    json expectedNames = json::array();
    for (const auto& [path, sum] : sent.at("files").items())
        expectedNames.push_back(path);
    EXPECT_EQ(found.at("names"), expectedNames);
    EXPECT_EQ(found.at("count"), sent.at("files").size());
    EXPECT_EQ(found.at("back"), sumsBelow(files() / "1/files"));
    EXPECT_EQ(found.at("sizes").at("sub/dir/a b#?%.bin"), 3'000'000);
    EXPECT_EQ(found.at("pattern").size(), 2U);
    EXPECT_EQ(found.at("named"), json({"empty.txt"}));
    EXPECT_EQ(found.at("md5"), "wOiaKTvTbHp2jk6dLFR1qA==");
    EXPECT_THAT(found.at("direct").get<std::string>(), HasSubstr("/download/run/1/empty.txt?proof="));
    EXPECT_EQ(found.at("late"), 4);
    EXPECT_EQ(found.at("after"), json::array());
    EXPECT_THAT(found.at("metadata").get<std::string>(), HasSubstr("files_run.py"));
    EXPECT_EQ(found.at("html").size(), 2U);
}

TEST_F(FilesSdkTest, KeepsCodeAndWhatGitSays)
{
    const json sent = tell("code");
    ASSERT_TRUE(sent.at("files").contains("diff.patch"));
    ASSERT_TRUE(sent.at("files").contains("code/script.py"));
    const json run = show("local/files/code");
    expectStored(sent.at("files"), files() / "1/files", run);
    EXPECT_EQ(run.at("git").at("commit"), sent.at("commit"));
    EXPECT_THAT(run.at("git").at("remote").get<std::string>(), HasSubstr("git.example.org/me/repo"));
    const json artifacts = read({"artifacts", "--internal"}, "local/files/code");
    ASSERT_EQ(artifacts.size(), 1U);
    EXPECT_EQ(artifacts[0].at("type"), "code");
    EXPECT_THAT(artifacts[0].at("members").dump(), HasSubstr("lib/part.py"));
}

} // namespace

} // namespace runglass::test
