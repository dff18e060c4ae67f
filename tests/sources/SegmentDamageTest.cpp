// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/formats/WandbLogBuilder.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sys/stat.h>

namespace runglass::test
{

namespace
{

/// One log in memory, of any length, as the whole reading path sees it.
class TruncatedFileSystem : public PosixFileSystem
{
public:
    explicit TruncatedFileSystem(std::string bytes)
        : m_bytes(std::move(bytes))
    {
    }
    void cutAt(std::size_t length) { m_length = length; }
    Result<std::unique_ptr<ByteSource>> openFile(const std::string& path) const override
    {
        return memorySource(m_bytes.substr(0, m_length), path);
    }
    Result<std::unique_ptr<ByteSource>> openBelow(const std::string&, const std::string& path) const override
    {
        return Error{Error::Kind::NotFound, "there is none", path};
    }

private:
    std::string m_bytes;
    std::size_t m_length = 0;
};

void expectPrefix(const RunUpdate& whole, const RunUpdate& part)
{
    for (const Series& series : part.segments.at(0).series) {
        const Series* known = findSeries(whole, series.id.key, series.id.system);
        ASSERT_TRUE(known) << displayKey(series.id.key);
        ASSERT_LE(series.size(), known->size());
        for (std::size_t i = 0; i < series.size(); ++i) {
            ASSERT_EQ(series.step[i], known->step[i]);
            ASSERT_EQ(Value(series.at(i).toDouble()), Value(known->at(i).toDouble()));
        }
    }
    for (const ConsoleStream stream : {ConsoleStream::Stdout, ConsoleStream::Stderr})
        ASSERT_TRUE(consoleText(whole, stream).starts_with(consoleText(part, stream)));
    if (!part.run.path.project.empty()) {
        ASSERT_EQ(part.run.path, whole.run.path);
    }
    if (part.run.exitCode) {
        ASSERT_EQ(part.run.exitCode, whole.run.exitCode);
    }
    ASSERT_LE(part.detail.artifacts.size(), whole.detail.artifacts.size());
    ASSERT_LE(part.detail.alerts.size(), whole.detail.alerts.size());
}

RunUpdate readLog(const FileSystem& files, std::uint64_t size)
{
    RunFolder folder;
    folder.folder = "/runs/offline-run-20240102_030405-abc";
    folder.log = folder.folder + "/run-abc.wandb";
    folder.id = "abc";
    folder.status.sizeBytes = size;
    const LogIdentity identity = identify(files, folder, {}).value();
    return readGroup({identity.path, {{folder, identity.startedAt, {}}}}, kLongAfter, files);
}

RunUpdate readBytesAsLog(const std::string& bytes)
{
    TruncatedFileSystem files(bytes);
    files.cutAt(bytes.size());
    return readLog(files, bytes.size());
}

class TruncationTest : public testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(TruncationTest, noLengthInventsAValue)
{
    const std::string bytes = readBytes(logOf(fixture(GetParam())));
    TruncatedFileSystem files(bytes);
    files.cutAt(bytes.size());
    const RunUpdate whole = readLog(files, bytes.size());
    ASSERT_TRUE(whole.run.exitCode);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        files.cutAt(length);
        const RunUpdate part = readLog(files, length);
        ASSERT_NO_FATAL_FAILURE(expectPrefix(whole, part)) << "cut at " << length;
        if (!part.run.exitCode) {
            ASSERT_EQ(part.run.state, RunState::Crashed) << "cut at " << length;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, TruncationTest,
                         testing::Values("wandb/small/wandb/offline-run-20261123_065618-oh14wx05",
                                         "wandb/alerts/wandb/offline-run-20261123_065538-m97f2ndf",
                                         "wandb/seed/wandb/offline-run-20261123_065509-himes5dc"),
                         [](const auto& made) { return "file" + std::to_string(made.index); });

TEST(SegmentDamageTest, aTornTailIsSaid)
{
    WandbLogBuilder log;
    log.record(runRecord("abc", 1'700'000'000)).record(historyRecord(0, {{{"loss"}, "1"}}));
    const std::size_t sound = log.size();
    log.record(historyRecord(1, {{{"loss"}, "2"}}));
    const RunUpdate run = readBytesAsLog(log.bytes().substr(0, log.size() - 3));
    ASSERT_EQ(run.run.warnings.size(), 1U);
    EXPECT_EQ(run.run.warnings[0].cause,
              "the last " + std::to_string(log.size() - 3 - sound) + " bytes are incomplete");
    EXPECT_EQ(run.run.warnings[0].offset, sound);
    EXPECT_EQ(findSeries(run, {"loss"})->size(), 1U);
    EXPECT_EQ(run.segments[0].cursor.offset, sound);
}

TEST(SegmentDamageTest, aTornTailOfALivingRunIsNone)
{
    constexpr std::uint64_t kStart = 1'700'000'000;
    ScratchRuns runs;
    const std::filesystem::path folder = runs.add("abc", {runRecord("abc", kStart), exitRecord(0, 1)});
    std::filesystem::resize_file(logOf(folder), std::filesystem::file_size(logOf(folder)) - 1);
    const RunUpdate run = readRun(folder, static_cast<TimeNs>(kStart + 60) * 1'000'000'000);
    EXPECT_EQ(run.run.state, RunState::Running);
    EXPECT_TRUE(run.run.warnings.empty());
}

TEST(SegmentDamageTest, aDamagedBlockCostsItself)
{
    WandbLogBuilder log;
    log.record(runRecord("abc", 1'700'000'000));
    for (int i = 0; i < 3000; ++i)
        log.record(historyRecord(i, {{{"loss"}, std::to_string(i) + ".5"}}));
    log.record(exitRecord(0, 9));
    ASSERT_GT(log.size(), 2 * WandbLogBuilder::kBlock);
    log.bytes()[WandbLogBuilder::kBlock + 500] ^= 1;
    const RunUpdate run = readBytesAsLog(log.bytes());
    EXPECT_EQ(run.run.state, RunState::Finished);
    ASSERT_FALSE(run.run.warnings.empty());
    EXPECT_EQ(run.run.warnings[0].file, "/runs/offline-run-20240102_030405-abc/run-abc.wandb");
    EXPECT_TRUE(run.run.warnings[0].offset);
    const Series* loss = findSeries(run, {"loss"});
    ASSERT_TRUE(loss);
    EXPECT_GT(loss->size(), 700U);
    EXPECT_LT(loss->size(), 3000U);
    for (std::size_t i = 0; i < loss->size(); ++i)
        ASSERT_EQ(loss->toDoubles()[i], static_cast<double>(loss->step[i]) + 0.5);
}

TEST(SegmentDamageTest, aPayloadThatIsNoMessageCostsItself)
{
    WandbLogBuilder log;
    log.record(runRecord("abc", 1'700'000'000)).record("\xFF\xFF\xFF").record(exitRecord(3, 0));
    const RunUpdate run = readBytesAsLog(log.bytes());
    EXPECT_EQ(run.run.exitCode, 3);
    EXPECT_EQ(run.run.warnings.size(), 1U);
}

TEST(SegmentDamageTest, whatIsNoLogIsUnknown)
{
    for (const std::string& bytes :
         {std::string("hello, world"), std::string(100'000, '\0'), std::string("\x3A\x57\x26\x42\xE1\xBE\x07", 7)}) {
        const RunUpdate run = readBytesAsLog(bytes);
        EXPECT_EQ(run.run.state, RunState::Unknown);
        EXPECT_EQ(toString(run.run.path), "//abc");
        EXPECT_EQ(run.run.warnings.size(), 1U);
        EXPECT_TRUE(run.segments[0].series.empty());
    }
}

TEST(SegmentDamageTest, anEmptyFileHasNoDataYet)
{
    for (const std::string& bytes : {std::string(), WandbLogBuilder().bytes()}) {
        const RunUpdate run = readBytesAsLog(bytes);
        EXPECT_EQ(run.run.state, RunState::Crashed);
        EXPECT_TRUE(run.run.stateReason.starts_with("no data yet")) << run.run.stateReason;
        EXPECT_TRUE(run.run.warnings.empty());
    }
}

} // namespace runglass::test
