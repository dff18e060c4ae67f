// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sdk/RecorderScripts.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using nlohmann::json;
using testing::HasSubstr;

class ArtifactSdkTest : public RecorderScripts
{
protected:
    /// Runs a scenario and gives what it told.
    json tell(const std::string& scenario)
    {
        const ProgramRun program = script("artifact_run.py", scenario);
        EXPECT_EQ(program.status, 0) << program.err;
        m_said = program.err;
        return expected();
    }
    const std::string& said() const { return m_said; }

    /// What the window shows of a run's artifact: the first of that name and version.
    json shown(const std::string& run, const std::string& name, const std::string& version) const
    {
        const json artifacts = read({"artifacts", "--internal"}, run);
        for (const json& artifact : artifacts)
            if (artifact.at("name") == name && artifact.at("version") == version)
                return artifact;
        ADD_FAILURE() << name << ' ' << version << " is not among " << artifacts;
        return {};
    }

private:
    std::string m_said;
};

TEST_F(ArtifactSdkTest, LogsVersionsAndGivesThemBack)
{
    const json made = tell("logged");
    EXPECT_THAT(said(), HasSubstr("already exists with the same content. No new version will be created."));
    EXPECT_THAT(said(), HasSubstr("media file(s), 9 artifact file(s)"));
    const json& versions = made.at("versions");
    ASSERT_EQ(versions.size(), 3U);
    EXPECT_EQ(versions[0].at("name"), "set:v0");
    EXPECT_EQ(versions[0].at("state"), "COMMITTED");
    EXPECT_EQ(versions[0].at("aliases"), json({"best", "latest"}));
    EXPECT_EQ(versions[0].at("description"), "what it is");
    EXPECT_EQ(versions[0].at("metadata"), json::parse(R"({"rows": 3, "ratio": 0.5, "deep": {"list": [1, null]}})"));
    EXPECT_EQ(versions[0].at("files"), 5);
    // The same contents are the same version, which gets the aliases of both.
    EXPECT_EQ(versions[1].at("id"), versions[0].at("id"));
    EXPECT_EQ(versions[1].at("aliases"), json({"best", "latest", "n1"}));
    EXPECT_EQ(versions[2].at("name"), "set:v1");
    EXPECT_EQ(versions[2].at("aliases"), json({"latest", "n2"}));

    const json used = tell("used");
    json bytes = used.at("bytes");
    bytes.erase("elsewhere");
    EXPECT_EQ(bytes, made.at("bytes"));
    EXPECT_EQ(used.at("one"), "first\n");
    EXPECT_EQ(used.at("first").at("version"), "v0");
    EXPECT_EQ(used.at("first").at("aliases"), json({"best", "n1"}));
    EXPECT_EQ(used.at("latest").at("version"), "v1");
    EXPECT_EQ(used.at("logged_by"), "maker");
    EXPECT_EQ(used.at("used_by"), json({"user"}));
    EXPECT_EQ(used.at("again").at("aliases"), json({"latest", "prod"}));
    EXPECT_EQ(used.at("again").at("description"), "another");
    EXPECT_EQ(used.at("again").at("metadata").at("more"), json({1, 2}));
    EXPECT_EQ(used.at("again").at("tags"), json({"good"}));
    EXPECT_EQ(used.at("file_names"), json({"a.txt", "added.txt", "deep/b.bin", "elsewhere", "empty", "日本 語.txt"}));
    EXPECT_EQ(used.at("file_count"), 6);
    EXPECT_EQ(used.at("by_type"), "v0");
    EXPECT_EQ(used.at("exists"), json({true, false, false}));
    EXPECT_EQ(used.at("collection_exists"), true);

    const json listed = tell("listed");
    EXPECT_EQ(listed.at("types"), json({"dataset", "run_table"}));
    EXPECT_EQ(listed.at("type"), "dataset");
    EXPECT_EQ(listed.at("collections"), json({"set"}));
    EXPECT_EQ(listed.at("all_collections"), json({"set"}));
    EXPECT_EQ(listed.at("collection_type"), "dataset");
    EXPECT_EQ(listed.at("collection_aliases"), json({"best", "latest", "n1", "prod", "v0", "v1"}));
    EXPECT_EQ(listed.at("versions"), json({"v1", "v0"}));
    EXPECT_EQ(listed.at("count"), 2);
    EXPECT_EQ(listed.at("logged"), json({"set:v0", "set:v1", "run-maker-table:v0"}));
    EXPECT_EQ(listed.at("used"), json({"set:v0", "set:v1"}));
    EXPECT_EQ(listed.at("user_logged"), json::array());
    EXPECT_EQ(listed.at("table"), json::parse(R"([[1, "x"], [2, "y"]])"));

    const json output = shown("local/arts/maker", "set", "v1");
    EXPECT_EQ(output.at("direction"), "output");
    EXPECT_EQ(output.at("type"), "dataset");
    EXPECT_EQ(output.at("aliases"), json({"latest", "prod"}));
    EXPECT_EQ(output.at("description"), "another");
    EXPECT_EQ(output.at("digest"), versions[2].at("digest"));
    ASSERT_EQ(output.at("members").size(), 6U);
    EXPECT_EQ(output.at("members")[2].at("path"), "deep/b.bin");
    EXPECT_EQ(output.at("members")[2].at("size"), 1'280'000);
    EXPECT_THAT(output.at("members")[3].at("reference").get<std::string>(), testing::StartsWith("file://"));
    EXPECT_EQ(shown("local/arts/maker", "set", "v0").at("aliases"), json({"best", "n1"}));
    EXPECT_EQ(shown("local/arts/user", "set", "v0").at("direction"), "input");
    EXPECT_EQ(shown("local/arts/maker", "run-maker-table", "v0").at("type"), "run_table");
}

TEST_F(ArtifactSdkTest, AddsToVersions)
{
    const json versions = tell("incremental").at("versions");
    ASSERT_EQ(versions.size(), 3U);
    const auto names = [&versions](std::size_t version) {
        std::vector<std::string> all;
        for (const auto& [name, sum] : versions[version].items())
            all.push_back(name);
        return all;
    };
    EXPECT_THAT(names(0), testing::ElementsAre("0.txt", "1.txt", "2.txt"));
    EXPECT_THAT(names(1), testing::ElementsAre("0.txt", "1.txt", "2.txt", "3.txt"));
    EXPECT_THAT(names(2), testing::ElementsAre("0.txt", "2.txt", "draft.txt"));
    EXPECT_NE(versions[1].at("0.txt"), versions[0].at("0.txt"));
    EXPECT_EQ(versions[1].at("1.txt"), versions[0].at("1.txt"));
    EXPECT_EQ(versions[2].at("0.txt"), versions[0].at("0.txt"));
}

TEST_F(ArtifactSdkTest, LinksVersionsToOtherCollections)
{
    const json found = tell("linked");
    EXPECT_EQ(found.at("link"), "chosen:star");
    EXPECT_EQ(found.at("source"), "model:v0");
    EXPECT_EQ(found.at("is_link"), true);
    EXPECT_EQ(found.at("bytes").size(), 1U);
    EXPECT_EQ(found.at("linked"), json({"chosen:v0", "chosen:v0"})) << "in the project and in the registry of models";
    EXPECT_EQ(found.at("after"), false);
}

TEST_F(ArtifactSdkTest, DeletesVersionsForGood)
{
    const json found = tell("deleted");
    EXPECT_EQ(found.at("latest"), "v1");
    EXPECT_THAT(found.at("refused").get<std::string>(), HasSubstr("has aliases"));
    EXPECT_EQ(found.at("left"), json({"v0"}));
    EXPECT_EQ(found.at("next"), "v3");
    EXPECT_EQ(found.at("last"), json({"v0"})) << "with the run that made the other";
    EXPECT_EQ(show("local/arts/deleter").at("artifacts").size(), 1U);
}

TEST_F(ArtifactSdkTest, ChangesCollections)
{
    const json found = tell("collections");
    EXPECT_EQ(found.at("description"), "of one");
    EXPECT_EQ(found.at("tags"), json({"y"}));
    EXPECT_EQ(found.at("type"), "model");
    EXPECT_EQ(found.at("types"), json({"model"}));
    EXPECT_EQ(found.at("exists"), false);
    const json artifacts = show("local/arts/collector").at("artifacts");
    ASSERT_EQ(artifacts.size(), 1U);
    EXPECT_EQ(artifacts[0].at("name"), "uno");
    EXPECT_EQ(artifacts[0].at("type"), "model");
}

TEST_F(ArtifactSdkTest, SurvivesTheRecorder)
{
    const json made = tell("logged");
    const int port = recorder().port();
    recorder().kill();
    restart(port);
    const json used = tell("used");
    json bytes = used.at("bytes");
    bytes.erase("elsewhere");
    EXPECT_EQ(bytes, made.at("bytes"));
}

} // namespace

} // namespace runglass::test
