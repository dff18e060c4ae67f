// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

constexpr const char* kOnlineRun = "wandb/online/wandb/run-20261123_065812-y416fcud";

/// The files of an online run beside a log that holds these records.
class MetadataFallbackTest : public testing::Test
{
protected:
    RunUpdate readWith(const std::vector<std::string>& records)
    {
        const std::filesystem::path folder = m_runs.add("y416fcud", records);
        if (!std::filesystem::exists(folder / "files"))
            copyTree(fixture(kOnlineRun) / "files", folder / "files");
        return readRun(folder);
    }
    void write(const std::string& name, std::string_view text)
    {
        m_runs.write("wandb/offline-run-20240102_030405-y416fcud/files/" + name, text);
    }

    ScratchRuns m_runs;
};

} // namespace

TEST_F(MetadataFallbackTest, filesTellWhatALostLogDoesNot)
{
    const runglass::Run run = readWith({}).run;
    EXPECT_EQ(run.host, "vm");
    EXPECT_EQ(run.python, "CPython 3.11.7");
    EXPECT_EQ(run.program, "/home/nico/train/wandb_online_snippet.py");
    EXPECT_EQ(run.executable, "/home/nico/venv/bin/python");
    EXPECT_EQ(run.author, "nico@example.com");
    EXPECT_EQ(run.hardware.memoryBytes, 25276502016U);
    EXPECT_EQ(run.startedAt, TimeNs{1'795'417'092'286'623'000});
    EXPECT_EQ(run.startedAtLocal, "");
    EXPECT_EQ(toJson(*findPath(run.config, {"lr"})), "0.1");
    EXPECT_EQ(toJson(*findPath(run.summary, {"loss"})), "0.05");
    EXPECT_EQ(run.path.project, "") << "files do not tell the project";
    EXPECT_TRUE(run.warnings.empty());
}

TEST_F(MetadataFallbackTest, whatTheLogSaysStands)
{
    const runglass::Run run =
        readWith({runRecord("y416fcud", 1'700'000'000, {{{"lr"}, "7"}}), summaryRecord({{{"loss"}, "3"}})}).run;
    EXPECT_EQ(run.startedAt, TimeNs{1'700'000'000'000'000'000});
    EXPECT_EQ(toJson(run.config), R"({"lr":7})");
    EXPECT_EQ(toJson(run.summary), R"({"loss":3})");
    EXPECT_EQ(run.author, "team");
    EXPECT_EQ(run.host, "vm");
}

TEST_F(MetadataFallbackTest, damagedFilesAreSaid)
{
    write("wandb-metadata.json", "{");
    write("wandb-summary.json", "[1]");
    write("config.yaml", "a: [");
    const runglass::Run run = readWith({}).run;
    EXPECT_EQ(run.warnings.size(), 3U);
    EXPECT_TRUE(run.host.empty());
}

} // namespace runglass::test
