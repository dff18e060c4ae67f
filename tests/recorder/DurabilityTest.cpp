// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged stays, however the power fails; and a full disk is no end.
#include "models/formats/Json.h"
#include "models/recorder/Recorder.h"
#include "models/store/StoreReader.h"
#include "tests/recorder/FaultyDisk.h"
#include "tests/recorder/Recording.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A training process: it logs, and sends again what was not acknowledged.
struct Writer {
    std::string id;
    bool isMade = false;     ///< acknowledged
    std::size_t history = 0; ///< acknowledged lines
    std::size_t output = 0;
    std::size_t logged = 0; ///< lines that it may have sent
    std::size_t printed = 0;
};

std::string historyLine(const Writer& writer, std::size_t step)
{
    return "{\"_step\":" + std::to_string(step) + ",\"loss\":" + std::to_string(step) + ".5,\"run\":\"" + writer.id +
           std::string(step % 50, 'x') + "\"}";
}

std::string outputLine(std::size_t number)
{
    return R"({"ts":"2026-11-23T06:25:47.767450","content":"line )" + std::to_string(number) + "\"}";
}

HttpRequest post(const std::string& path, const Value& body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.body = toJson(body);
    return request;
}

HttpRequest makeRequest(const Writer& writer)
{
    Value body;
    setPath(body, {"query"}, "mutation U($i: I) { upsertBucket(input: $i) { inserted } }");
    setPath(body, {"variables", "i", "name"}, writer.id);
    setPath(body, {"variables", "i", "modelName"}, "p");
    setPath(body, {"variables", "i", "config"}, "{}");
    return post("/graphql", body);
}

HttpRequest streamRequest(const Writer& writer)
{
    Value::Array history, output;
    for (std::size_t step = writer.history; step < writer.logged; ++step)
        history.emplace_back(historyLine(writer, step));
    for (std::size_t line = writer.output; line < writer.printed; ++line)
        output.emplace_back(outputLine(line));
    Value body;
    if (!history.empty()) {
        setPath(body, {"files", "wandb-history.jsonl", "offset"}, static_cast<std::int64_t>(writer.history));
        setPath(body, {"files", "wandb-history.jsonl", "content"}, Value(std::move(history)));
    }
    if (!output.empty()) {
        setPath(body, {"files", "output.log", "offset"}, static_cast<std::int64_t>(writer.output));
        setPath(body, {"files", "output.log", "content"}, Value(std::move(output)));
    }
    setPath(body, {"uploaded"}, Value(Value::Array()));
    return post("/files/local/p/" + writer.id + "/file_stream", body);
}

std::unique_ptr<Recorder> openRecorder(const fs::path& file, const Clock& clock)
{
    Result<std::unique_ptr<Recorder>> recorder = Recorder::open({file.string(), {}}, clock);
    if (!recorder)
        throw std::runtime_error(describe(recorder.error()));
    return std::move(recorder).value();
}

/// Each sends one request; all are answered in one group. Gives how many were acknowledged.
std::size_t sendGroup(Recorder& recorder, std::vector<Writer>& writers, const std::vector<std::size_t>& which)
{
    std::vector<int> answers;
    recorder.beginGroup();
    for (const std::size_t one : which)
        answers.push_back(
            recorder.answer(writers[one].isMade ? streamRequest(writers[one]) : makeRequest(writers[one])).status);
    const bool isWritten = recorder.endGroup().ok();
    std::size_t count = 0;
    for (std::size_t i = 0; i < which.size(); ++i) {
        Writer& writer = writers[which[i]];
        if (!isWritten || answers[i] != 200)
            continue;
        ++count;
        if (std::exchange(writer.isMade, true)) {
            writer.history = writer.logged;
            writer.output = writer.printed;
        }
    }
    return count;
}

/// What is in the store is what was acknowledged, and of what was sent beyond that only a beginning.
void expectWhole(const fs::path& file, const std::vector<Writer>& writers, const std::vector<Writer>& sent)
{
    const auto reader = StoreReader::open({file.string(), {}});
    ASSERT_TRUE(reader.ok()) << describe(reader.error());
    for (std::size_t i = 0; i < writers.size(); ++i) {
        const Writer& writer = writers[i];
        const RunPath path{"local", "p", writer.id};
        const bool isThere = (*reader)->run(path).ok();
        ASSERT_TRUE(isThere || !writer.isMade) << writer.id << " is gone";
        if (!isThere)
            continue;
        const auto series = (*reader)->series(path, {0, false, {"loss"}});
        const std::size_t count = series ? series->size() : 0;
        ASSERT_GE(count, writer.history) << writer.id;
        ASSERT_LE(count, sent[i].logged) << writer.id;
        for (std::size_t step = 0; step < count; ++step) {
            ASSERT_EQ(series->step[step], static_cast<std::int64_t>(step)) << writer.id;
            ASSERT_EQ(series->toDoubles()[step], static_cast<double>(step) + 0.5) << writer.id;
        }
        const auto console = (*reader)->console(path, 0);
        const std::size_t lines = console ? console->size() : 0;
        ASSERT_GE(lines, writer.output) << writer.id;
        ASSERT_LE(lines, sent[i].printed) << writer.id;
        for (std::size_t line = 0; line < lines; ++line)
            ASSERT_EQ((*console)[line].text, "line " + std::to_string(line) + '\n');
    }
}

struct Cut {
    FaultyDisk::Image image;
    std::vector<Writer> writers; ///< as they were then
};

TEST(DurabilityTest, NothingAcknowledgedIsLostWhenThePowerFails)
{
    constexpr std::size_t kCuts = 1000, kWriters = 6, kAtOnce = 25;
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::printf("seed %u\n", seed);
    std::mt19937 random(seed);
    const TemporaryDirectory directory;
    const SystemClock clock;
    FaultyDisk disk(directory.path() / "disk");
    const fs::path file = disk.directory() / "runs.db", elsewhere = directory.path() / "image";
    std::vector<Writer> writers(kWriters);
    for (std::size_t i = 0; i < kWriters; ++i)
        writers[i].id = "r" + std::to_string(i);
    std::vector<Cut> cuts;
    disk.setWatcher([&] {
        if (random() % 6 == 0 && cuts.size() < kAtOnce)
            cuts.push_back({disk.cut(random), writers});
    });
    std::size_t done = 0, whole = 0;
    while (done < kCuts && !testing::Test::HasFailure()) {
        std::unique_ptr<Recorder> recorder = openRecorder(file, clock);
        while (cuts.size() < kAtOnce) {
            std::vector<std::size_t> which;
            for (std::size_t i = 0; i < kWriters; ++i)
                if (random() % 2 == 0) {
                    which.push_back(i);
                    writers[i].logged += writers[i].isMade ? random() % 40 : 0;
                    writers[i].printed += writers[i].isMade ? random() % 3 : 0;
                }
            ASSERT_EQ(sendGroup(*recorder, writers, which), which.size());
        }
        recorder.reset();
        for (const Cut& cut : cuts) {
            fs::remove_all(elsewhere);
            writeImage(cut.image, elsewhere);
            openRecorder(elsewhere / "runs.db", clock);
            expectWhole(elsewhere / "runs.db", cut.writers, writers);
            ASSERT_FALSE(testing::Test::HasFailure()) << "cut " << done;
            whole += cut.writers[0].history > 0 ? 1 : 0;
            ++done;
        }
        // The power does fail: all go on from there. What they had logged they have still.
        for (std::size_t i = 0; i < kWriters; ++i) {
            Writer& writer = writers[i];
            const Writer& then = cuts.back().writers[i];
            writer.isMade = then.isMade;
            writer.history = then.history;
            writer.output = then.output;
        }
        disk.restart(cuts.back().image);
        cuts.clear();
        if (done % (kAtOnce * 8) == 0) {
            // Begun anew, so that the store stays small and its making is cut too.
            disk.restart({});
            for (Writer& writer : writers)
                writer = {writer.id};
        }
    }
    EXPECT_GT(whole, kCuts / 2);
}

TEST(DurabilityTest, AFullDiskIsToldAndHealsByItself)
{
    const TemporaryDirectory directory;
    const SystemClock clock;
    FaultyDisk disk(directory.path() / "disk");
    std::unique_ptr<Recorder> recorder = openRecorder(disk.directory() / "runs.db", clock);
    const auto health = [&] {
        HttpRequest request;
        request.method = "GET";
        request.path = "/healthz";
        return recorder->answer(request);
    };
    std::vector<Writer> writers(2);
    writers[0].id = "r0";
    writers[1].id = "r1";
    ASSERT_EQ(sendGroup(*recorder, writers, {0}), 1U);
    writers[0].logged = 10;
    ASSERT_EQ(sendGroup(*recorder, writers, {0}), 1U);
    EXPECT_EQ(health().status, 200);

    disk.setFull(true);
    writers[0].logged = 20;
    EXPECT_EQ(recorder->answer(streamRequest(writers[0])).status, 503);
    EXPECT_EQ(recorder->answer(makeRequest(writers[1])).status, 503);
    EXPECT_EQ(sendGroup(*recorder, writers, {0, 1}), 0U);
    EXPECT_EQ(health().status, 503);
    EXPECT_THAT(health().body, HasSubstr("full"));
    EXPECT_THAT(recorder->trouble(), HasSubstr("full"));
    // Nobody sends anything: it finds out by itself.
    recorder->checkHealth();
    EXPECT_EQ(health().status, 503);
    disk.setFull(false);
    recorder->checkHealth();
    EXPECT_EQ(health().status, 200);
    EXPECT_EQ(recorder->trouble(), "");
    EXPECT_EQ(sendGroup(*recorder, writers, {0, 1}), 2U);
    recorder.reset();
    expectWhole(disk.directory() / "runs.db", writers, writers);
}

} // namespace

} // namespace runglass::test
