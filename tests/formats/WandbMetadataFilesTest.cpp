// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/WandbMetadataFiles.h"

#include "models/formats/Yaml.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

namespace runglass::test
{

namespace
{

const std::string kOnline = "wandb/online/wandb/run-20261123_065812-y416fcud/files/";

TEST(WandbMetadataFiles, readsTheMetadataOfARealRun)
{
    const Result<WandbMetadata> metadata = readWandbMetadata(fixture(kOnline + "wandb-metadata.json").string());
    ASSERT_TRUE(metadata.ok()) << metadata.error().detail;
    EXPECT_EQ(metadata->python, "CPython 3.11.7");
    EXPECT_EQ(metadata->host, "vm");
    EXPECT_EQ(metadata->email, "nico@example.com");
    EXPECT_EQ(metadata->startedAt, 1795417092286623000);
    EXPECT_EQ(metadata->hardware.cpuCount, 2);
    EXPECT_EQ(metadata->hardware.cpuCountLogical, 2);
    EXPECT_EQ(metadata->hardware.cpuModel, "Intel(R) Xeon(R) Processor");
    EXPECT_EQ(metadata->hardware.memoryBytes, 25276502016U);
    EXPECT_EQ(metadata->hardware.diskBytes, 270553174016U);
}

TEST(WandbMetadataFiles, readsTheSummaryAndConfigOfARealRun)
{
    const Result<Value> summary = readWandbSummary(fixture(kOnline + "wandb-summary.json").string());
    ASSERT_TRUE(summary.ok());
    EXPECT_EQ(*findPath(*summary, {"x", "y"}), Value(1));
    EXPECT_EQ(*findPath(*summary, {"loss"}), Value(0.05));
    const Result<Value> config = readWandbConfig(fixture(kOnline + "config.yaml").string());
    ASSERT_TRUE(config.ok()) << config.error().detail;
    EXPECT_EQ(*findPath(*config, {"lr"}), Value(0.1));
    EXPECT_EQ(*findPath(*config, {"n", "a"}), Value(Value::Array{1, 2}));
    EXPECT_EQ(*findPath(*config, {"_wandb", "cli_version"}), Value("0.31.0"));
    EXPECT_EQ(*findPath(*config, {"_wandb", "python_version"}), Value("3.11.7"));
}

TEST(WandbMetadataFiles, readsGraphicsCardsAndGit)
{
    const Result<WandbMetadata> metadata = parseWandbMetadata(R"({"gpu": "NVIDIA H100", "gpu_count": 2,
        "gpu_nvidia": [{"name": "NVIDIA H100", "memoryTotal": "85520809984"}, 5], "gpu_amd": [{"series": "MI250"}],
        "git": {"remote": "https://x/y.git", "commit": "abc"}, "args": ["--lr", 0.1], "cudaVersion": "12.4",
        "cpu": {"count": 4, "countLogical": 8}, "memory": {"total": "-3"}, "disk": {"/data": {"total": "12"}}})");
    ASSERT_TRUE(metadata.ok());
    EXPECT_EQ(metadata->hardware.gpuType, "NVIDIA H100");
    EXPECT_EQ(metadata->hardware.gpuCount, 2);
    ASSERT_EQ(metadata->hardware.gpus.size(), 3U);
    EXPECT_EQ(metadata->hardware.gpus[0].memoryBytes, 85520809984U);
    EXPECT_EQ(metadata->hardware.gpus[1].name, "");
    EXPECT_EQ(metadata->hardware.gpus[2].name, "MI250");
    EXPECT_EQ(metadata->hardware.cpuCount, 4);
    EXPECT_EQ(metadata->hardware.memoryBytes, 0U);
    EXPECT_EQ(metadata->hardware.diskBytes, 12U);
    EXPECT_EQ(metadata->git.commit, "abc");
    EXPECT_EQ(metadata->args, (std::vector<std::string>{"--lr", "0.1"}));
    EXPECT_FALSE(metadata->startedAt);
}

TEST(WandbMetadataFiles, refusesWhatIsNoObject)
{
    for (const char* text : {"", "[]", "5", "{", "\xFF"}) {
        EXPECT_FALSE(parseWandbMetadata(text).ok()) << text;
        EXPECT_FALSE(parseWandbSummary(text).ok()) << text;
    }
    for (const char* text : {"", "- 1", "text", "a: [1", "a: b: c", "\"open"})
        EXPECT_FALSE(parseWandbConfig(text).ok()) << text;
    const Result<Value> missing = readWandbConfig("/nowhere/config.yaml");
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().kind, Error::Kind::NotFound);
    const TemporaryDirectory folder;
    const std::string path = (folder.path() / "config.yaml").string();
    std::ofstream(path) << "- 1\n";
    EXPECT_EQ(readWandbConfig(path).error().path, path);
}

TEST(WandbMetadataFiles, configOfOlderSdks)
{
    const Result<Value> config =
        parseWandbConfig("wandb_version: 1\n\nlr:\n  desc: null\n  value: 1e-05\nname:\n  value: yes\n");
    ASSERT_TRUE(config.ok());
    EXPECT_EQ(*config, Value(Value::Object{{"lr", 1e-05}, {"name", "yes"}}));
}

TEST(Yaml, scalars)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const std::vector<std::pair<std::string, Value>> cases = {
        {"1", 1},
        {"-7", -7},
        {"+3", 3},
        {"1.5", 1.5},
        {"1.", 1.0},
        {".5", 0.5},
        {"-.5", -0.5},
        {"3.0", 3.0},
        {"1e-05", 1e-05},
        {"9007199254740993", std::int64_t{9007199254740993}},
        {".inf", kInfinity},
        {"-.inf", -kInfinity},
        {".nan", std::nan("")},
        {"true", true},
        {"False", false},
        {"null", {}},
        {"~", {}},
        {"\"1\"", "1"},
        {"'true'", "true"},
        {"!!str 5", "5"},
        {"NaN", "NaN"},
        {"Infinity", "Infinity"},
        {"1.2.3", "1.2.3"},
        {"1e", "1e"},
        {"-", Value(Value::Array{Value()})},
        {"'.'", "."},
        {"a b", "a b"},
        {"\"日\\u00e9\"", "日é"},
    };
    for (const auto& [text, expected] : cases) {
        const Result<Value> value = parseYaml(text);
        ASSERT_TRUE(value.ok()) << text << ": " << value.error().detail;
        EXPECT_EQ(*value, expected) << text << " gave a value of kind " << static_cast<int>(value->kind());
    }
}

TEST(Yaml, unfoldsAliases)
{
    const Result<Value> value = parseYaml("a: &x [1, 2]\nb: *x\na: &y {k: *x}\nc: *y\n");
    ASSERT_TRUE(value.ok()) << value.error().detail;
    const Value list(Value::Array{1, 2});
    const Value object(Value::Object{{"k", list}});
    EXPECT_EQ(*value, Value(Value::Object{{"a", object}, {"b", list}, {"c", object}}));
}

TEST(Yaml, refusesBombs)
{
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string last = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
        for (int k = 0; k < 9; ++k)
            bomb += ", " + last;
        bomb += "]\n";
    }
    EXPECT_FALSE(parseYaml(bomb).ok());
    std::string large = "a: &a " + std::string(1'000'000, 'x') + "\nb:\n";
    for (int i = 0; i < 1000; ++i)
        large += "- *a\n";
    EXPECT_FALSE(parseYaml(large).ok());
    EXPECT_FALSE(parseYaml("a: &a [*a]").ok());
}

TEST(Yaml, boundsDepth)
{
    EXPECT_TRUE(parseYaml(std::string(100, '[') + std::string(100, ']')).ok());
    EXPECT_FALSE(parseYaml(std::string(200, '[') + std::string(200, ']')).ok());
    EXPECT_FALSE(parseYaml(std::string(100'000, '[')).ok());
    EXPECT_FALSE(parseYaml(std::string(100'000, '{')).ok());
    std::string nested;
    for (int i = 0; i < 3000; ++i)
        nested += "- ";
    EXPECT_FALSE(parseYaml(nested).ok());
}

TEST(Rfc3339, times)
{
    EXPECT_EQ(parseRfc3339("1970-01-01T00:00:00Z"), 0);
    EXPECT_EQ(parseRfc3339("2026-11-23T06:58:12.286623Z"), 1795417092286623000);
    EXPECT_EQ(parseRfc3339("2026-11-23T06:58:12"), 1795417092000000000);
    EXPECT_EQ(parseRfc3339("2026-11-23T07:58:12+01:00"), 1795417092000000000);
    EXPECT_EQ(parseRfc3339("2026-11-23T06:28:12-0030"), 1795417092000000000);
    EXPECT_EQ(parseRfc3339("1969-12-31T23:59:59.999999999999Z"), -1);
    for (const char* text :
         {"", "2026", "2026-11-23", "2026-11-23T06:58", "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z",
          "2026-11-23T24:00:00Z", "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "2026-11-23T06:58:12X",
          "2026-11-23T06:58:12+1", "2026-11-23T06:58:12Z "})
        EXPECT_FALSE(parseRfc3339(text)) << text;
}

} // namespace
} // namespace runglass::test
