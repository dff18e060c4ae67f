// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Documents.h"

#include "models/store/Cbor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace runglass::test
{

namespace
{

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();

Value everyValue()
{
    Value::Object object;
    object["least"] = kLeast;
    object["most"] = std::numeric_limits<std::int64_t>::max();
    object["tiny"] = 5e-324;
    object["nan"] = std::nan("");
    object["infinity"] = -std::numeric_limits<double>::infinity();
    object["one"] = 1.0;
    object["whole"] = 1;
    object["\xc3\x28 not UTF-8"] = std::string("\0\xff", 2);
    object["nothing"] = nullptr;
    object["nested"] = Value::Array{true, false, Value::Object{{"", Value::Array{}}}, Value::Object{}};
    return object;
}

Run everyField()
{
    Run run;
    run.name = "swift-fox-3";
    run.state = RunState::Killed;
    run.stateReason = "no sign of life";
    run.exitCode = -9;
    run.notes = "line one\nline two";
    run.tags = {"a", "", "b"};
    run.group = "group";
    run.jobType = "train";
    run.sweep = "sweep";
    run.author = "author";
    run.host = "host";
    run.program = "train.py";
    run.args = {"--lr", "0.1"};
    run.executable = "/usr/bin/python3";
    run.python = "CPython 3.11.7";
    run.os = "Linux";
    run.cliVersion = "0.31.1";
    run.root = "runs";
    run.git = {"remote", "commit", "branch"};
    run.hardware = {8, 16, "model", kLargest, 7, 2, "type", {{"gpu", kLargest}, {"", 0}}, "12.4"};
    run.startedAt = kLeast;
    run.startedAtLocal = "2026-01-02 03:04:05";
    run.lastSign = 0;
    run.runtimeSeconds = 0.0;
    run.durationSeconds = std::numeric_limits<double>::infinity();
    run.config = everyValue();
    run.summary = Value::Object{};
    run.edits = {{"name", Value("before"), "nico", 5}, {"tags", Value(Value::Array{Value("a")}), {}, {}}};
    run.locked = true;
    run.warnings = {{"file", kLargest, "cause"}, {"", std::nullopt, ""}};
    run.segmentCount = 0;
    run.offline = true;
    run.traceback = "Traceback (most recent call last):\nValueError: boom";
    run.exception = "ValueError: boom";
    return run;
}

RunDetail everyDetail()
{
    RunDetail detail;
    detail.segments.push_back({1, "/folder", "/folder/run.wandb", "name", 5, 6, 1.5, 0, RunState::Failed, {"/copy"}});
    detail.segments.emplace_back();
    Artifact artifact{Artifact::Direction::Input,
                      "data",
                      "dataset",
                      "v3",
                      {"latest"},
                      {"tag"},
                      "description",
                      "digest",
                      "client",
                      everyValue(),
                      {{"a.txt", 12, "digest", "s3://bucket", "/staged"}, {}}};
    detail.artifacts = {artifact, {}};
    detail.alerts = {{"title", "text", "WARN", kLeast}, {}};
    detail.metrics = {{"loss", "", "epoch", true}, {"", "train/*", "", false}};
    detail.announcedFiles = {{"config.yaml", "now", "wandb"}};
    return detail;
}

void expectSameRun(const Run& a, const Run& b)
{
    // The encoding holds every field, and two different runs never share one.
    EXPECT_EQ(encodeRun(a), encodeRun(b));
}

TEST(Documents, keepEveryFieldOfARun)
{
    const auto run = everyField();
    const auto found = decodeRun(encodeRun(run));
    ASSERT_TRUE(found.ok());
    expectSameRun(run, *found);
    EXPECT_EQ(found->state, RunState::Killed);
    EXPECT_EQ(found->exitCode, -9);
    EXPECT_EQ(found->tags, run.tags);
    EXPECT_EQ(found->hardware.gpus[0].memoryBytes, kLargest);
    EXPECT_EQ(found->hardware.cpuCountLogical, 16);
    EXPECT_EQ(found->git.branch, "branch");
    EXPECT_EQ(found->startedAt, kLeast);
    EXPECT_EQ(found->lastSign, 0);
    EXPECT_EQ(found->runtimeSeconds, 0.0);
    EXPECT_EQ(found->config, run.config);
    EXPECT_TRUE(found->summary.isObject());
    EXPECT_EQ(found->warnings, run.warnings);
    EXPECT_EQ(found->segmentCount, 0);
    EXPECT_TRUE(found->offline);
    EXPECT_EQ(found->traceback, run.traceback);
    EXPECT_EQ(found->exception, run.exception);
}

TEST(Documents, keepUnsetFieldsUnset)
{
    const auto found = decodeRun(encodeRun(runglass::Run()));
    ASSERT_TRUE(found.ok());
    expectSameRun(runglass::Run(), *found);
    EXPECT_FALSE(found->exitCode || found->startedAt || found->lastSign || found->runtimeSeconds);
    EXPECT_EQ(found->segmentCount, 1);
    EXPECT_EQ(found->state, RunState::Unknown);
    EXPECT_TRUE(found->config.isNull());
}

TEST(Documents, keepEveryFieldOfADetail)
{
    const RunDetail detail = everyDetail();
    const Result<RunDetail> found = decodeDetail(encodeDetail(detail));
    ASSERT_TRUE(found.ok());
    EXPECT_EQ(encodeDetail(detail), encodeDetail(*found));
    ASSERT_EQ(found->segments.size(), 2U);
    EXPECT_EQ(found->segments[0].ordinal, 1);
    EXPECT_EQ(found->segments[0].exitCode, 0);
    EXPECT_EQ(found->segments[0].copies, detail.segments[0].copies);
    ASSERT_EQ(found->artifacts.size(), 2U);
    EXPECT_EQ(found->artifacts[0].direction, Artifact::Direction::Input);
    EXPECT_EQ(found->artifacts[1].direction, Artifact::Direction::Output);
    EXPECT_EQ(found->artifacts[0].metadata, everyValue());
    EXPECT_EQ(found->artifacts[0].members[0].sizeBytes, 12U);
    EXPECT_EQ(found->artifacts[0].members[1].sizeBytes, std::nullopt);
    EXPECT_EQ(found->alerts[0].time, kLeast);
    EXPECT_TRUE(found->metrics[0].hidden);
    EXPECT_EQ(found->announcedFiles[0].kind, "wandb");
}

TEST(Documents, passOverFieldsTheyDoNotKnow)
{
    std::string bytes = encodeRun(runglass::Run());
    CborWriter added;
    added.integer(99);
    added.beginMap();
    added.integer(1);
    added.value(everyValue());
    added.endMap();
    bytes.insert(bytes.size() - 1, added.bytes());
    const auto found = decodeRun(bytes);
    ASSERT_TRUE(found.ok());
    expectSameRun(runglass::Run(), *found);
}

TEST(Documents, sayThatTruncatedBytesAreDamaged)
{
    const std::string run = encodeRun(everyField()), detail = encodeDetail(everyDetail());
    for (std::size_t size = 0; size < run.size(); ++size) {
        const auto found = decodeRun(run.substr(0, size));
        ASSERT_FALSE(found.ok()) << size;
        EXPECT_EQ(found.error().kind, Error::Kind::Corruption);
    }
    for (std::size_t size = 0; size < detail.size(); ++size)
        ASSERT_FALSE(decodeDetail(detail.substr(0, size)).ok()) << size;
    EXPECT_FALSE(decodeRun(run + "x").ok());
}

TEST(Documents, surviveFlippedBits)
{
    const std::string bytes = encodeDetail(everyDetail());
    std::mt19937 random(7);
    int damaged = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string broken = bytes;
        for (int flips = 0; flips < 1 + round % 3; ++flips)
            broken[random() % broken.size()] ^= static_cast<char>(1U << random() % 8);
        damaged += decodeDetail(broken).ok() ? 0 : 1;
    }
    EXPECT_GT(damaged, 5000);
}

TEST(Documents, refuseNestingWithoutEnd)
{
    CborWriter writer;
    writer.beginMap();
    writer.integer(26);
    const std::string deep = writer.bytes() + std::string(1'000'000, '\x81');
    EXPECT_FALSE(decodeRun(deep).ok());
    CborWriter unknown;
    unknown.beginMap();
    unknown.integer(99);
    EXPECT_FALSE(decodeRun(unknown.bytes() + std::string(1'000'000, '\xbf')).ok());
}

TEST(Documents, refuseCountsBeyondTheBytes)
{
    for (const char lead : {'\x9b', '\xbb', '\x7b'}) {
        const std::string bytes = std::string(1, lead) + std::string(8, '\x7f');
        CborReader reader(bytes);
        reader.value();
        EXPECT_TRUE(reader.failed());
    }
}

} // namespace

} // namespace runglass::test
