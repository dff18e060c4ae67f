// SPDX-License-Identifier: GPL-3.0-or-later
// Every run of an expected.json through the real program. RUNGLASS_SAMPLES may name another folder made the same way.
#include "tests/app/ExpectedRun.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <gmock/gmock.h>
#include <set>

namespace runglass::test
{

using nlohmann::json;

namespace
{

namespace fs = std::filesystem;

fs::path samples()
{
    const char* other = std::getenv("RUNGLASS_SAMPLES");
    return other ? fs::path(other) : fixture("wandb");
}

const json& expectedRuns()
{
    static const json runs = json::parse(std::ifstream(samples() / "expected.json"));
    return runs;
}

/// A signal that leaves the SDK no time: what was logged last is lost.
bool wasCut(const json& expected)
{
    return expected.contains("signal") && expected["signal"] != 2;
}

/// The JSON that a subcommand prints about one run folder.
json printed(const std::string& subcommand, const json& expected, const std::vector<std::string>& more = {})
{
    std::vector<std::string> arguments{subcommand, (samples() / std::string(expected["path"])).string(), "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProgramRun run = runglass(arguments);
    if (wasCut(expected)) {
        EXPECT_THAT((std::set<int>{0, 1}), testing::Contains(run.status)) << run.err;
    } else {
        EXPECT_EQ(run.status, 0) << run.err;
    }
    const json document = json::parse(run.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << run.out.substr(0, 2000);
    return document;
}

json orNull(const json& expected, const std::string& key)
{
    return expected.contains(key) && expected[key] != "" ? expected[key] : json(nullptr);
}

void expectIdentity(const json& expected, const json& run)
{
    EXPECT_EQ(run["id"], expected["run_id"]);
    EXPECT_EQ(run["entity"], orNull(expected, "entity"));
    const json project = orNull(expected, "project");
    EXPECT_EQ(run["project"], project.is_null() ? json("uncategorized") : project);
    EXPECT_EQ(run["state"], expected["state"]);
    EXPECT_EQ(run["exit_code"], expected["exit_code"]);
}

void expectOrigin(const json& expected, const json& run)
{
    if (expected.contains("argv")) {
        EXPECT_EQ(run["args"], expected["argv"]);
    }
    for (const char* key : {"program", "executable"}) {
        if (expected.contains(key)) {
            EXPECT_EQ(run[key], expected[key]);
        }
    }
    if (expected.contains("python")) {
        EXPECT_NE(run["python"].dump().find(expected["python"]), std::string::npos) << run["python"];
    }
    if (expected.contains("wandb")) {
        EXPECT_EQ(run["cli_version"], expected["wandb"]);
    }
    if (expected.contains("git")) {
        EXPECT_EQ(run["git"]["remote"], expected["git"]["remote"]);
        EXPECT_EQ(run["git"]["commit"], expected["git"]["commit"]);
    }
}

void expectDescription(const json& expected, const json& run)
{
    for (const char* key : {"name", "notes", "group", "job_type"})
        EXPECT_EQ(run[key], orNull(expected, key)) << key;
    std::set<std::string> expectedTags;
    std::set<std::string> tags = run["tags"];
    if (expected.contains("tags"))
        expectedTags = expected["tags"].get<std::set<std::string>>();
    EXPECT_EQ(tags, expectedTags);
    EXPECT_EQ(tags.size(), run["tags"].size()) << "a tag twice";
}

void expectConfig(const json& expected, const json& run)
{
    if (!expected.contains("config"))
        return;
    const json config = withoutEmptyObjects(expectedConfig(expected["config"]));
    EXPECT_TRUE(agrees(config, withoutEmptyObjects(run["config"]))) << config << "\nread: " << run["config"];
}

void expectSummary(const json& expected, const json& run)
{
    const json& summary = run["summary"];
    if (expected.contains("summary")) {
        EXPECT_TRUE(agrees(expected["summary"], summary)) << expected["summary"] << "\nread: " << summary;
    }
    for (const char* part : {"summary_extra", "minmax"}) {
        const json partly = expected.value(part, json::object());
        for (const auto& [key, value] : partly.items())
            EXPECT_TRUE(summary.contains(key) && agrees(value, summary[key])) << key << ": " << summary;
    }
}

void expectShow(const json& expected)
{
    const json run = printed("show", expected);
    if (!run.is_object())
        return;
    if (run["started_at"].is_null()) {
        // Nothing was written before the end but the header: all that is known is the folder's name.
        EXPECT_TRUE(wasCut(expected));
        EXPECT_EQ(run["id"], expected["run_id"]);
        EXPECT_FALSE(run["started_at_local"].is_null());
        EXPECT_TRUE(run["project"].is_null());
        return;
    }
    expectIdentity(expected, run);
    expectOrigin(expected, run);
    expectDescription(expected, run);
    expectConfig(expected, run);
    expectSummary(expected, run);
}

/// Which series may be there beside what was logged as plain values: those of media.
std::set<std::pair<std::string, std::int64_t>> mediaPoints(const json& expected)
{
    std::set<std::pair<std::string, std::int64_t>> points;
    const json media = expected.value("media", json::object());
    for (const auto& [step, keys] : media.items()) {
        for (const std::string key : keys)
            points.emplace(key == "chart" ? "chart_table" : key, std::stoll(step));
    }
    if (expected["scenario"] == "artifacts")
        points.emplace("preds", 0);
    return points;
}

void expectPoints(const std::vector<std::string>& key, const Points& logged, const json& series, bool cut)
{
    const std::size_t count = series["value"].size();
    ASSERT_EQ(series["step"].size(), count);
    ASSERT_EQ(series["time"].size(), count);
    if (!cut) {
        ASSERT_EQ(count, logged.size()) << json(key);
    }
    for (std::size_t i = 0; i < std::min(count, logged.size()); ++i) {
        EXPECT_EQ(series["step"][i], logged[i].first) << json(key) << " at " << i;
        EXPECT_TRUE(agrees(logged[i].second, series["value"][i]))
            << json(key) << " at " << i << ": " << logged[i].second << " read as " << series["value"][i];
        EXPECT_GT(series["time"][i], 1.7e9);
    }
}

/// A long run's known values are summed up: how many, first, last, least, greatest.
void expectBigHistory(const json& expected)
{
    const json& big = expected["big"];
    const json document = printed("history", expected);
    EXPECT_EQ(document["series"].size(), big["first"].size());
    for (const json& series : document["series"]) {
        const std::string name = series["key"][0];
        const std::vector<double> values = series["value"];
        ASSERT_EQ(values.size(), big["steps"].get<std::size_t>());
        EXPECT_EQ(values.front(), big["first"][name]);
        EXPECT_EQ(values.back(), big["last"][name]);
        EXPECT_EQ(*std::min_element(values.begin(), values.end()), big["min"][name]);
        EXPECT_EQ(*std::max_element(values.begin(), values.end()), big["max"][name]);
    }
}

void expectHistory(const json& expected)
{
    if (expected.contains("big"))
        return expectBigHistory(expected);
    std::map<std::vector<std::string>, Points> logged = expectedSeries(expected["history"]);
    std::set<std::pair<std::string, std::int64_t>> media = mediaPoints(expected);
    const bool cut = wasCut(expected);
    const json document = printed("history", expected);
    for (const json& series : document["series"]) {
        const std::vector<std::string> key = series["key"];
        EXPECT_EQ(series["segment"], 0);
        if (const auto found = logged.find(key); found != logged.end()) {
            expectPoints(key, found->second, series, cut);
            logged.erase(found);
            continue;
        }
        for (const std::int64_t step : series["step"])
            EXPECT_EQ(media.erase({key.front(), step}), 1U) << json(key) << " was not logged at " << step;
    }
    EXPECT_TRUE(media.empty()) << media.begin()->first << " at " << media.begin()->second << " is missing";
    if (!cut) {
        EXPECT_TRUE(logged.empty()) << json(logged.begin()->first) << " is missing";
    }
}

std::string consoleText(const json& expected, const std::string& stream)
{
    std::string text;
    for (const json& part : expected["console"])
        text += part[0] == stream ? std::string(part[1]) : std::string();
    return text;
}

void expectConsole(const json& expected)
{
    const std::string folder = (samples() / std::string(expected["path"])).string();
    const std::string read = runglass({"logs", folder, "--raw", "--stream", "stdout"}).out;
    const std::string written = consoleText(expected, "stdout");
    if (wasCut(expected)) {
        const std::size_t shared = std::min(read.size(), written.size());
        EXPECT_EQ(read.substr(0, shared), written.substr(0, shared));
    } else {
        EXPECT_EQ(read, written);
        // An error's traceback follows what the script wrote itself.
        const std::string errors = runglass({"logs", folder, "--raw", "--stream", "stderr"}).out;
        EXPECT_TRUE(errors.starts_with(consoleText(expected, "stderr"))) << errors;
    }
}

void expectArtifact(const json& expected, const json& artifact)
{
    EXPECT_EQ(artifact["direction"], "output");
    EXPECT_EQ(artifact["type"], expected["type"]);
    for (const char* key : {"description", "metadata"}) {
        if (expected.contains(key)) {
            EXPECT_TRUE(agrees(expected[key], artifact[key])) << artifact[key];
        }
    }
    for (const char* key : {"aliases", "tags"}) {
        if (expected.contains(key)) {
            EXPECT_EQ(std::set<std::string>(artifact[key]), std::set<std::string>(expected[key]));
        }
    }
    std::set<std::string> paths;
    for (const json& member : artifact["members"])
        paths.insert(member["path"].get<std::string>());
    EXPECT_EQ(paths, std::set<std::string>(expected["entries"]));
}

void expectArtifacts(const json& expected)
{
    const json artifacts = printed("artifacts", expected);
    std::map<std::string, json> byName;
    for (const json& artifact : artifacts)
        byName[artifact["name"]] = artifact;
    const json made = expected.value("artifacts", json::array());
    EXPECT_EQ(artifacts.size(), made.size());
    for (const json& artifact : made) {
        ASSERT_TRUE(byName.contains(artifact["name"])) << artifact["name"];
        expectArtifact(artifact, byName[artifact["name"]]);
    }
}

void expectAlerts(const json& expected)
{
    json sent = json::array();
    for (const json& alert : expected.value("alerts", json::array()))
        sent.push_back({{"title", alert[0]}, {"text", alert[1]}, {"level", alert[2]}, {"time", nullptr}});
    EXPECT_EQ(printed("alerts", expected), sent);
}

template <typename Check> void forEveryRun(const Check& check)
{
    ASSERT_FALSE(expectedRuns().empty());
    for (const json& expected : expectedRuns()) {
        SCOPED_TRACE(expected["path"].get<std::string>());
        check(expected);
    }
}

} // namespace

TEST(AgreementTest, showTellsWhatWasGivenToTheRun)
{
    forEveryRun(expectShow);
}

TEST(AgreementTest, historyHoldsWhatWasLogged)
{
    forEveryRun(expectHistory);
}

TEST(AgreementTest, logsHoldWhatWasPrinted)
{
    forEveryRun(expectConsole);
}

TEST(AgreementTest, artifactsAreThoseTheScriptMade)
{
    forEveryRun(expectArtifacts);
}

TEST(AgreementTest, alertsAreThoseTheScriptSent)
{
    forEveryRun(expectAlerts);
}

TEST(AgreementTest, aListHoldsEveryRunOnce)
{
    const ProgramRun run = runglass({"list", samples().string(), "--json"});
    std::set<std::pair<std::string, std::string>> expected;
    for (const json& each : expectedRuns())
        expected.emplace(each["entity"].get<std::string>(), each["run_id"].get<std::string>());
    std::multiset<std::string> paths;
    for (const json& each : json::parse(run.out))
        paths.insert(each["path"].get<std::string>());
    EXPECT_EQ(paths.size(), expected.size());
    for (const std::string& path : paths)
        EXPECT_EQ(paths.count(path), 1U) << path;
}

} // namespace runglass::test
