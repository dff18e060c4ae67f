// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Recorder.h"

#include "models/formats/Json.h"
#include "models/run/ValueMember.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <gmock/gmock.h>
#include <random>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFirst = R"({"name":"r1","modelName":"p","host":"vm","jobProgram":"train.py",
  "config":"{\"lr\":{\"value\":0.1},\"_wandb\":{\"value\":{\"t\":{\"4\":\"3.11.7\"},\"cli_version\":\"0.31.0\"}}}"})";
/// What comes some seconds later, with the writer's environment.
constexpr const char* kLater = R"({"name":"r1","modelName":"p","host":"vm","jobProgram":"train.py",
  "config":"{\"lr\":{\"value\":0.1},\"_wandb\":{\"value\":{\"t\":{},\"e\":{\"w1\":{\"os\":\"Linux\",\"program\":\"/t/train.py\",\"startedAt\":\"2026-11-23T06:25:40Z\",\"args\":[\"--fast\"],\"git\":{\"commit\":\"abc\"}}}}}}"})";

std::string row(int step, const std::string& members)
{
    return "{\"_step\":" + std::to_string(step) + ",\"_timestamp\":" + std::to_string(1795415147 + step) +
           ",\"_runtime\":" + std::to_string(step) + ',' + members + '}';
}

std::vector<std::string> rows(int from, int to)
{
    std::vector<std::string> lines;
    for (int step = from; step < to; ++step)
        lines.push_back(row(step, "\"loss\":" + std::to_string(step) + ".5"));
    return lines;
}

TEST(RecorderTest, KeepsWhatARunLogs)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.history("r1", 0,
                      {row(0, R"("acc":0.25,"n":9007199254740993,"val":{"deep":{"a":1}},"a/b":true)"),
                       row(10, R"("acc":NaN,"n":-1,"val":{"deep":{"a":2}},"a/b":false)"),
                       row(11, R"("acc":-Infinity,"img":{"_type":"image-file","path":"media/x.png"})")});
    recording.stream("r1",
                     chunk("wandb-summary.json", 0, {R"({"acc":-Infinity,"best":{"max":1},"_wandb":{"runtime":11}})"}));
    recording.stream("r1",
                     chunk("wandb-events.jsonl", 0, {R"({"_wandb":true,"_timestamp":1795415150,"system.cpu":12.5})"}));
    recording.upsert(kLater);
    EXPECT_EQ(recording.run("r1").state, RunState::Running);
    recording.end("r1", 0);

    const runglass::Run run = recording.run("r1");
    EXPECT_EQ(run.state, RunState::Finished);
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_EQ(toJson(member(run.config, "lr")), "0.1");
    EXPECT_EQ(toJson(member(run.summary, "acc")), "-Infinity");
    EXPECT_EQ(findPath(run.summary, {"best", "max"})->toInteger(), 1);
    EXPECT_EQ(run.program, "/t/train.py");
    EXPECT_THAT(run.args, ElementsAre("--fast"));
    EXPECT_EQ(run.git.commit, "abc");
    EXPECT_EQ(run.startedAt, TimeNs{1'795'415'140} * 1'000'000'000);
    EXPECT_EQ(run.durationSeconds, 11.0);
    const std::vector<double> acc = recording.series("r1", {"acc"});
    ASSERT_EQ(acc.size(), 3U);
    EXPECT_EQ(acc[0], 0.25);
    EXPECT_TRUE(std::isnan(acc[1]));
    EXPECT_EQ(acc[2], -INFINITY);
    EXPECT_THAT(recording.steps("r1", {"acc"}), ElementsAre(0, 10, 11));
    const auto reader = recording.reader();
    EXPECT_EQ(reader->series({"local", "p", "r1"}, {0, false, {"n"}})->at(0), Value(std::int64_t{9007199254740993}));
    EXPECT_THAT(recording.series("r1", {"val", "deep", "a"}), ElementsAre(1, 2));
    EXPECT_EQ(reader->series({"local", "p", "r1"}, {0, false, {"a/b"}})->kind(), SeriesKind::Bool);
    EXPECT_EQ(member(reader->series({"local", "p", "r1"}, {0, false, {"img"}})->at(0), "path").text(), "media/x.png");
    EXPECT_EQ(reader->series({"local", "p", "r1"}, {0, true, {"cpu"}})->toDoubles().at(0), 12.5);
}

TEST(RecorderTest, NamesARunThatHasNone)
{
    Recording recording;
    const Value bucket = recording.upsert(R"({"name":"r1","host":"vm","config":"{}"})");
    EXPECT_THAT(member(bucket, "displayName").text(), testing::MatchesRegex("[a-z]+-[a-z]+-1"));
    EXPECT_EQ(findPath(bucket, {"project", "name"})->text(), "uncategorized");
    EXPECT_EQ(findPath(bucket, {"project", "entity", "name"})->text(), "local");
    const Value named = recording.upsert(R"({"name":"r1","displayName":"mine","tags":["a","b","a"],"notes":"why"})");
    EXPECT_EQ(member(named, "displayName").text(), "mine");
    const runglass::Run run = *recording.reader()->run({"local", "uncategorized", "r1"});
    EXPECT_EQ(run.name, "mine");
    EXPECT_THAT(run.tags, ElementsAre("a", "b"));
    EXPECT_EQ(run.notes, "why");
}

TEST(RecorderTest, LeavesWhatAnInputDoesNotName)
{
    Recording recording;
    recording.upsert(R"({"name":"r1","modelName":"p","notes":"n","groupName":"g","jobType":"j","tags":["t"]})");
    recording.upsert(R"({"name":"r1","modelName":"p","notes":null,"groupName":null,"tags":null})");
    const runglass::Run run = recording.run("r1");
    EXPECT_EQ(run.notes, "n");
    EXPECT_EQ(run.group, "g");
    EXPECT_EQ(run.jobType, "j");
    EXPECT_THAT(run.tags, ElementsAre("t"));
}

TEST(RecorderTest, TakesARepeatedRequestOnce)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.history("r1", 0, rows(0, 5));
    recording.history("r1", 0, rows(0, 5));
    recording.history("r1", 3, rows(3, 8));
    EXPECT_THAT(recording.steps("r1", {"loss"}), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
}

TEST(RecorderTest, CutsWhereOtherLinesCome)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.history("r1", 0, rows(0, 6));
    recording.history("r1", 2, {row(2, "\"loss\":100")});
    EXPECT_THAT(recording.series("r1", {"loss"}), ElementsAre(0.5, 1.5, 100));
    recording.history("r1", 3, rows(3, 4));
    EXPECT_THAT(recording.series("r1", {"loss"}), ElementsAre(0.5, 1.5, 100, 3.5));
}

TEST(RecorderTest, GoesOnAfterARestart)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.history("r1", 0, rows(0, 3));
    recording.restart();
    recording.history("r1", 3, rows(3, 5));
    EXPECT_THAT(recording.steps("r1", {"loss"}), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_EQ(recording.run("r1").state, RunState::Running);
}

TEST(RecorderTest, TakesManyLinesInSlices)
{
    Recording recording;
    recording.upsert(kFirst);
    constexpr int kRows = 9000;
    recording.history("r1", 0, rows(0, kRows));
    const std::vector<double> loss = recording.series("r1", {"loss"});
    ASSERT_EQ(loss.size(), static_cast<std::size_t>(kRows));
    for (int i = 0; i < kRows; ++i)
        ASSERT_EQ(loss[static_cast<std::size_t>(i)], i + 0.5);
}

TEST(RecorderTest, ShowsTheConsoleAsItWasPrinted)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.output("r1", 0, {"one", "tw"});
    EXPECT_THAT(recording.console("r1"), ElementsAre("one", "tw"));
    recording.output("r1", 1, {"two", "three"});
    EXPECT_THAT(recording.console("r1"), ElementsAre("one", "two", "three"));
    recording.output("r1", 3, {"oops"}, "error");
    recording.output("r1", 1, {"2"});
    EXPECT_THAT(recording.console("r1"), ElementsAre("one", "2", "three", "oops"));
    const auto fragments = *recording.reader()->console({"local", "p", "r1"}, 0);
    EXPECT_EQ(fragments.back().stream, ConsoleStream::Stdout);
    EXPECT_TRUE(fragments.back().time.has_value());
    // A line that goes to the other stream cannot be drawn over.
    recording.output("r1", 1, {"two!"}, "error");
    EXPECT_THAT(recording.console("r1"), ElementsAre("one", "two!", "three", "oops"));
}

TEST(RecorderTest, ReadsConsoleLinesOfOlderSdks)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.stream(
        "r1", chunk("output.log", 0, {"2026-11-23T06:39:30.750355 hello", "ERROR 2026-11-23T06:39:30.750355 boom"}));
    const auto fragments = *recording.reader()->console({"local", "p", "r1"}, 0);
    ASSERT_EQ(fragments.size(), 2U);
    EXPECT_EQ(fragments[0].text, "hello\n");
    EXPECT_EQ(fragments[1].stream, ConsoleStream::Stderr);
    EXPECT_EQ(fragments[1].text, "boom\n");
}

struct EndCase {
    const char* name;
    int exitCode;
    const char* lastError; ///< printed to stderr before the end
    bool preempting;
    bool stopped;
    RunState state;
};

class EndTest : public testing::TestWithParam<EndCase>
{
};

TEST_P(EndTest, StateFollowsFromTheEnd)
{
    const EndCase& end = GetParam();
    Recording recording;
    const Value bucket = recording.upsert(kFirst);
    if (end.lastError)
        recording.output(
            "r1", 0,
            {"Traceback (most recent call last):", "  File \"a.py\", line 1, in <module>", "    f()", end.lastError},
            "error");
    if (end.preempting)
        recording.stream("r1", *parseJson("{\"preempting\":true}"));
    if (end.stopped) {
        recording.query("mutation S($id: ID!) { stopRun(input: {id: $id}) { success } }",
                        *parseJson("{\"id\":\"" + member(bucket, "id").text() + "\"}"));
        EXPECT_EQ(recording.stream("r1", *parseJson("{}")), R"({"stopped":true})");
    }
    recording.end("r1", end.exitCode);
    const runglass::Run run = recording.run("r1");
    EXPECT_EQ(run.state, end.state);
    EXPECT_EQ(run.exitCode, end.exitCode);
    if (endedBadly(end.state) && end.lastError) {
        EXPECT_EQ(run.exception, end.lastError);
    }
}

INSTANTIATE_TEST_SUITE_P(All, EndTest,
                         testing::Values(EndCase{"Finished", 0, nullptr, false, false, RunState::Finished},
                                         EndCase{"Failed", 1, "ValueError: boom", false, false, RunState::Failed},
                                         EndCase{"Failed7", 7, nullptr, false, false, RunState::Failed},
                                         EndCase{"Interrupted255", 255, nullptr, false, false, RunState::Killed},
                                         EndCase{"InterruptedInWith", 1, "KeyboardInterrupt", false, false,
                                                 RunState::Killed},
                                         EndCase{"Preempted", 1, nullptr, true, false, RunState::Killed},
                                         EndCase{"StoppedAndCaught", 0, nullptr, false, true, RunState::Killed}),
                         [](const testing::TestParamInfo<EndCase>& one) { return one.param.name; });

TEST(RecorderTest, ResumesWhereTheRunEnded)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.upsert(kLater);
    recording.history("r1", 0, rows(0, 3));
    recording.output("r1", 0, {"first"});
    recording.end("r1", 1);
    const Value status = recording.query(
        "query RunResumeStatus($project: String, $entity: String, $name: String!) { model(name: $project, entityName:"
        " $entity) { id name entity { id name } bucket(name: $name, missingOk: true) { id name summaryMetrics"
        " displayName logLineCount historyLineCount eventsLineCount historyTail eventsTail config tags notes"
        " wandbConfig(keys: [\"t\"]) } } }",
        *parseJson(R"({"project":"p","entity":null,"name":"r1"})"));
    const Value& bucket = *findPath(status, {"model", "bucket"});
    EXPECT_EQ(member(bucket, "historyLineCount").toInteger(), 3);
    EXPECT_EQ(member(bucket, "logLineCount").toInteger(), 1);
    EXPECT_THAT(member(bucket, "historyTail").text(), HasSubstr("\\\"_step\\\":2"));
    EXPECT_EQ(member(bucket, "eventsTail").text(), "[]");
    EXPECT_EQ(member(bucket, "wandbConfig").text(), R"({"t":{}})");

    recording.upsert(kFirst);
    EXPECT_EQ(recording.run("r1").state, RunState::Running);
    EXPECT_EQ(recording.run("r1").exitCode, std::nullopt);
    recording.history("r1", 3, rows(3, 5));
    recording.output("r1", 1, {"second"});
    recording.end("r1", 0);
    EXPECT_EQ(recording.run("r1").state, RunState::Finished);
    EXPECT_EQ(recording.run("r1").segmentCount, 2);
    EXPECT_THAT(recording.steps("r1", {"loss"}, 0), ElementsAre(0, 1, 2));
    EXPECT_THAT(recording.steps("r1", {"loss"}, 1), ElementsAre(3, 4));
    EXPECT_THAT(recording.console("r1", 0), ElementsAre("first"));
    EXPECT_THAT(recording.console("r1", 1), ElementsAre("second"));
    EXPECT_EQ(recording.reader()->detail({"local", "p", "r1"})->segments[0].state, RunState::Failed);
}

TEST(RecorderTest, KeepsBothRunsOfOneId)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.history("r1", 0, rows(0, 3));
    recording.output("r1", 0, {"a", "b"});
    recording.end("r1", 0);
    EXPECT_EQ(member(recording.upsert(kFirst), "historyLineCount").toInteger(), 3);
    // Steps and output begin anew.
    recording.history("r1", 3, rows(0, 2));
    recording.output("r1", 0, {"c"});
    EXPECT_THAT(recording.steps("r1", {"loss"}, 0), ElementsAre(0, 1, 2));
    EXPECT_THAT(recording.steps("r1", {"loss"}, 1), ElementsAre(0, 1));
    EXPECT_THAT(recording.console("r1", 0), ElementsAre("a", "b"));
    EXPECT_THAT(recording.console("r1", 1), ElementsAre("c"));
}

TEST(RecorderTest, ForksAndRewinds)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.history("r1", 0, rows(0, 6));
    recording.upsert(R"({"name":"r2","modelName":"p","host":"vm",
      "config":"{\"_wandb\":{\"value\":{\"branch_point\":{\"run_id\":\"r1\",\"step\":3}}}}"})");
    EXPECT_THAT(recording.steps("r2", {"loss"}), ElementsAre(0, 1, 2, 3));
    const Value rewound = recording.query(
        "mutation R { rewindRun(input: {runName: \"r1\", projectName: \"p\", metricName: \"_step\", metricValue: 1}) {"
        " rewoundRun { name historyLineCount } } }");
    EXPECT_EQ(findPath(rewound, {"rewindRun", "rewoundRun", "historyLineCount"})->toInteger(), 2);
    EXPECT_THAT(recording.steps("r1", {"loss"}), ElementsAre(0, 1));
    recording.history("r1", 2, rows(2, 4));
    EXPECT_THAT(recording.steps("r1", {"loss"}), ElementsAre(0, 1, 2, 3));
}

TEST(RecorderTest, RefusesADeletedIdForGood)
{
    Recording recording;
    const Value bucket = recording.upsert(kFirst);
    recording.query("mutation D($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }",
                    *parseJson("{\"id\":\"" + member(bucket, "id").text() + "\"}"));
    EXPECT_EQ(recording.reader()->run({"local", "p", "r1"}).error().kind, Error::Kind::NotFound);
    recording.restart();
    const HttpResponse refused = recording.tryUpsert(kFirst);
    EXPECT_EQ(refused.status, 410);
    EXPECT_THAT(refused.body, HasSubstr("run local/p/r1 was previously created and deleted; try a new run name"));
    EXPECT_EQ(recording.history("r1", 0, rows(0, 1)), R"({"stopped":true})");
    EXPECT_EQ(recording.reader()->run({"local", "p", "r1"}).error().kind, Error::Kind::NotFound);
}

TEST(RecorderTest, ShowsAPlainPageOfARun)
{
    Recording recording;
    recording.upsert(R"({"name":"r<1>","modelName":"p&q","displayName":"<script>alert(1)</script>","notes":"a \"b\"",
      "config":"{\"lr\":{\"value\":\"<b>\"},\"_wandb\":{\"value\":{}}}","summaryMetrics":"{\"acc\":NaN}"})");
    const HttpResponse page = recording.ask("GET", "/local/p%26q/runs/r%3C1%3E", "");
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.contentType, HasSubstr("text/html"));
    EXPECT_THAT(page.body, testing::Not(HasSubstr("<script")));
    EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
    EXPECT_THAT(page.body, HasSubstr("a &quot;b&quot;"));
    EXPECT_THAT(page.body, HasSubstr("&lt;b&gt;"));
    EXPECT_THAT(page.body, HasSubstr("NaN"));
    EXPECT_THAT(page.body, testing::Not(HasSubstr("_wandb")));
    EXPECT_THAT(page.body, HasSubstr("runglass " + recording.file()));
    EXPECT_THAT(page.headers,
                testing::Contains(testing::Pair("Content-Security-Policy", HasSubstr("default-src 'none'"))));
    const HttpResponse project = recording.ask("GET", "/local/p%26q", "");
    EXPECT_THAT(project.body, HasSubstr("href=\"/local/p%26q/runs/r%3C1%3E\""));
    EXPECT_EQ(recording.ask("GET", "/local/p%26q/runs/none", "").status, 404);
    EXPECT_EQ(recording.ask("GET", "/local/none", "").status, 404);
    EXPECT_EQ(recording.ask("POST", "/local/p%26q", "").status, 404);
}

TEST(RecorderTest, KeepsAlerts)
{
    Recording recording;
    recording.upsert(kFirst);
    recording.query("mutation A { notifyScriptableRunAlert(input: {entityName: \"local\", projectName: \"p\", runName:"
                    " \"r1\", title: \"hi\", text: \"there\", severity: WARN}) { success } }");
    const std::vector<Alert> alerts = recording.reader()->detail({"local", "p", "r1"})->alerts;
    ASSERT_EQ(alerts.size(), 1U);
    EXPECT_EQ(alerts[0].title, "hi");
    EXPECT_EQ(alerts[0].level, "WARN");
    EXPECT_EQ(alerts[0].time, recording.clock().now());
}

TEST(RecorderTest, AnswersErrorsAsTheSdkNeedsThem)
{
    Recording recording;
    EXPECT_EQ(recording.ask("GET", "/ready", "").status, 200);
    EXPECT_EQ(recording.ask("GET", "/healthz", "").status, 200);
    EXPECT_EQ(recording.ask("POST", "/files/local/p/none/file_stream", "{}").status, 404);
    EXPECT_EQ(recording.ask("POST", "/files/local/p/none/file_stream", "no json").status, 400);
    EXPECT_EQ(recording.ask("GET", "/graphql", "").status, 405);
    EXPECT_EQ(recording.ask("POST", "/graphql", "{\"query\":\"{\"}").status, 400);
    EXPECT_EQ(recording.ask("POST", "/sdk/otel/v1/metrics", "").status, 404);
    EXPECT_EQ(recording.tryUpsert(R"({"name":"r1","modelName":"p","config":"[1]"})").status, 400);
    EXPECT_EQ(recording.query("{ nobody { knows } }"), *parseJson(R"({"nobody":null})"));
}

TEST(RecorderTest, AnswersEveryRecordedRequest)
{
    Recording recording;
    std::ifstream requests(fixture("recorder/requests.jsonl"));
    int count = 0;
    for (std::string line; std::getline(requests, line); ++count) {
        const Value request = *parseJson(line);
        const HttpResponse response = recording.ask(member(request, "method").text(), member(request, "path").text(),
                                                    member(request, "body").text());
        // Runs that the sample does not create, and storage IDs of the server it was taken from, are not there.
        EXPECT_TRUE(response.status == 200 || response.status == 404) << line << '\n' << response.body;
        EXPECT_TRUE(parseJson(response.body).ok()) << response.body;
    }
    EXPECT_GT(count, 90);
    const runglass::Run run = *recording.reader()->run({"local", "my-awesome-project", "f2l3zqth"});
    EXPECT_EQ(run.name, "renamed");
    EXPECT_EQ(run.notes, "changed");
    EXPECT_THAT(run.tags, ElementsAre("base", "t2", "newtag"));
    EXPECT_EQ(run.config.object().at("learning_rate").toDouble(), 0.02);
}

/// What the window reads after any order of requests is what a run is that was sent at once.
TEST(RecorderTest, RandomRequestsComeToTheSame)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    Recording recording;
    recording.upsert(kFirst);
    std::vector<std::string> lines;
    for (int request = 0; request < 120; ++request) {
        std::uniform_int_distribution<int> any(0, static_cast<int>(lines.size()));
        const bool cuts = random() % 8 == 0;
        const int offset = cuts ? any(random) : static_cast<int>(lines.size());
        std::vector<std::string> sent;
        const int count = static_cast<int>(random() % 40);
        for (int i = 0; i < count; ++i)
            sent.push_back(row(offset + i, "\"loss\":" + std::to_string(random() % 1000)));
        if (count == 0)
            continue;
        if (random() % 4 == 0)
            recording.history("r1", offset, {sent.begin(), sent.begin() + count / 2});
        recording.history("r1", offset, sent);
        lines.resize(static_cast<std::size_t>(offset));
        lines.insert(lines.end(), sent.begin(), sent.end());
        if (random() % 20 == 0)
            recording.restart();
    }
    std::vector<double> expected;
    for (const std::string& line : lines)
        expected.push_back(member(*parseJson(line), "loss").toDouble());
    EXPECT_EQ(recording.series("r1", {"loss"}), expected);
}

} // namespace

} // namespace runglass::test
