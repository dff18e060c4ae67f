// SPDX-License-Identifier: GPL-3.0-or-later
// Whole run folders with every kind of damage, read as a window and the command line read them.
#include "models/formats/Utf8.h"
#include "models/sources/WandbFolderSource.h"
#include "models/store/StoreReader.h"
#include "tests/sources/ReadRun.h"
#include "tests/support/HostileRuns.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

void expectUtf8(const std::string& text)
{
    EXPECT_EQ(validUtf8Length(text), text.size());
}

void expectUtf8(const Value& value)
{
    expectUtf8(value.text());
    for (const Value& item : value.array())
        expectUtf8(item);
    for (const auto& [key, item] : value.object()) {
        expectUtf8(key);
        expectUtf8(item);
    }
}

void expectWarnings(const Run& run, const HostileLog& expected, const fs::path& log)
{
    for (const std::string& cause : expected.causes) {
        const auto found = std::find_if(run.warnings.begin(), run.warnings.end(), [&](const Warning& warning) {
            return warning.cause.find(cause) != std::string::npos;
        });
        EXPECT_NE(found, run.warnings.end()) << "no warning says \"" << cause << '"';
    }
    EXPECT_EQ(run.warnings.empty(), expected.causes.empty());
    for (const Warning& warning : run.warnings) {
        EXPECT_EQ(warning.file, log.string());
        EXPECT_FALSE(warning.cause.empty());
        EXPECT_LE(warning.cause.size(), 520U);
        expectUtf8(warning.cause);
        EXPECT_TRUE(!warning.offset || *warning.offset <= fs::file_size(log));
    }
}

/// The metric that every log has holds step + 0.5 at each step: nothing else was ever logged.
void expectLoss(const Series* loss, const HostileLog& expected)
{
    if (!loss) {
        EXPECT_EQ(expected.points.value_or(0), 0U);
        return;
    }
    if (expected.points) {
        EXPECT_EQ(loss->size(), *expected.points);
    }
    const std::vector<double> values = loss->toDoubles();
    for (std::size_t i = 0; i < loss->size(); ++i)
        ASSERT_EQ(values[i], static_cast<double>(loss->step[i]) + 0.5);
}

void expectRun(const Run& run, const HostileLog& expected, const fs::path& log)
{
    std::string state = expected.state;
    std::transform(state.begin(), state.end(), state.begin(), [](unsigned char c) { return std::tolower(c); });
    EXPECT_EQ(toName(run.state), state) << run.stateReason;
    EXPECT_EQ(run.path.id, expected.id);
    expectWarnings(run, expected, log);
    expectUtf8(run.config);
    expectUtf8(run.summary);
    for (const std::string* text : {&run.name, &run.notes, &run.group, &run.jobType, &run.host, &run.author,
                                    &run.program, &run.executable, &run.git.remote, &run.git.commit})
        expectUtf8(*text);
    for (const std::string& tag : run.tags)
        expectUtf8(tag);
    if (run.durationSeconds) {
        EXPECT_FALSE(std::isnan(*run.durationSeconds));
    }
}

/// All of makeHostileRuns in one folder, read into one store.
class HostileFolderTest : public testing::Test
{
protected:
    void SetUp() override
    {
        m_expected = makeHostileRuns(m_directory.path());
        // Those without an exit record have died long ago.
        for (const HostileLog& run : m_expected)
            fs::last_write_time(logOf(run.id), fs::file_time_type::clock::now() - std::chrono::hours(24 * 30));
        m_before = treeHash(m_directory.path());
        m_store.name = "hostile";
        m_writer = StoreWriter::open(m_store).value();
        m_source = WandbFolderSource::open(m_directory.path().string()).value();
        Result<SyncReport> report = m_source->sync(*m_writer, {}, [](const SyncProgress&) {});
        ASSERT_TRUE(report) << describe(report.error());
        m_report = *report;
        m_reader = StoreReader::open(m_store).value();
    }
    fs::path logOf(const std::string& id) const
    {
        return hostileFolder(m_directory.path(), id) / ("run-" + id + ".wandb");
    }

    TemporaryDirectory m_directory;
    std::vector<HostileLog> m_expected;
    std::string m_before;
    StoreLocation m_store;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<RunSource> m_source;
    SyncReport m_report;
    std::unique_ptr<StoreReader> m_reader;
};

} // namespace

TEST_F(HostileFolderTest, everyRunShowsWhatCanBeReadAndSaysWhatCannot)
{
    const StoreChanges changes = m_reader->changesSince(0).value();
    EXPECT_EQ(changes.changed.size(), m_expected.size());
    for (const HostileLog& expected : m_expected) {
        SCOPED_TRACE(expected.id);
        const auto run = std::find_if(changes.changed.begin(), changes.changed.end(),
                                      [&](const runglass::Run& each) { return each.path.id == expected.id; });
        ASSERT_NE(run, changes.changed.end());
        expectRun(*run, expected, logOf(expected.id));
        const RunDetail detail = m_reader->detail(run->path).value();
        ASSERT_EQ(detail.segments.size(), 1U);
        bool hasLoss = false;
        const std::vector<SeriesInfo> infos = m_reader->seriesInfo(run->path).value();
        for (const SeriesInfo& info : infos) {
            const Series series = m_reader->series(run->path, info.id).value();
            EXPECT_TRUE(std::is_sorted(series.step.begin(), series.step.end()));
            if (info.id.key != KeyPath{"loss"})
                continue;
            hasLoss = true;
            expectLoss(&series, expected);
        }
        if (!hasLoss)
            expectLoss(nullptr, expected);
        EXPECT_TRUE(m_reader->console(run->path, 0));
        const Result<std::vector<RunFile>> files = m_source->listFiles(detail, {});
        ASSERT_TRUE(files);
    }
    EXPECT_EQ(treeHash(m_directory.path()), m_before);
}

TEST_F(HostileFolderTest, whatIsNoRunIsSaid)
{
    std::vector<std::string> said;
    for (const Warning& warning : m_report.warnings)
        said.push_back(fs::path(warning.file).filename().string() + ": " + warning.cause);
    std::sort(said.begin(), said.end());
    EXPECT_EQ(said, (std::vector<std::string>{"run-fifo.wandb: it is no regular file",
                                              "run-link.wandb: it is a symbolic link, which is not followed",
                                              "run-socket.wandb: it is no regular file"}));
}

TEST_F(HostileFolderTest, theSoundRunIsAsIfItWereAlone)
{
    TemporaryDirectory alone;
    const fs::path folder = alone.path() / hostileFolder("wandb", "sound").filename();
    fs::create_directories(folder);
    std::ofstream(folder / "run-sound.wandb", std::ios::binary) << soundLog("sound");
    const RunUpdate expected = readRun(alone.path());
    const RunPath path{"team", "project", "sound"};
    const runglass::Run run = m_reader->run(path).value();
    EXPECT_EQ(run.name, expected.run.name);
    EXPECT_EQ(run.config, expected.run.config);
    EXPECT_EQ(run.summary, expected.run.summary);
    EXPECT_EQ(run.startedAt, expected.run.startedAt);
    EXPECT_EQ(run.exitCode, expected.run.exitCode);
    EXPECT_TRUE(run.warnings.empty());
    const Series* loss = findSeries(expected, {"loss"});
    ASSERT_TRUE(loss);
    EXPECT_EQ(m_reader->series(path, loss->id)->values, loss->values);
}

TEST_F(HostileFolderTest, noFileOutsideTheRunIsReadAndNoFifoIsWaitedFor)
{
    const RunPath path{"", "", "odd-files"};
    const RunDetail detail = m_reader->detail(path).value();
    const std::vector<RunFile> files = m_source->listFiles(detail, {}).value();
    std::size_t refused = 0;
    for (const RunFile& file : files) {
        SCOPED_TRACE(file.path);
        const Result<std::string> bytes = m_source->readFile(detail, file, 0, 1000);
        const bool isPlain = file.kind != RunFile::Kind::Link && file.kind != RunFile::Kind::Special;
        EXPECT_EQ(bytes.ok(), isPlain);
        refused += bytes ? 0 : 1;
        if (file.path == "sound.txt") {
            EXPECT_EQ(bytes.value(), "sound\n");
        }
        for (const char* const inside : {"/passwd", "../sound.txt", "etc/passwd", "up/run-odd-files.wandb"}) {
            RunFile other = file;
            other.path = inside;
            EXPECT_FALSE(m_source->readFile(detail, other, 0, 1000)) << inside;
        }
    }
    EXPECT_EQ(files.size(), 14U);
    EXPECT_EQ(refused, 10U);
}

TEST_F(HostileFolderTest, tenThousandFilesAreListed)
{
    const RunDetail detail = m_reader->detail({"team", "project", "many-files"}).value();
    const auto start = std::chrono::steady_clock::now();
    const std::vector<RunFile> files = m_source->listFiles(detail, {}).value();
    EXPECT_EQ(files.size(), 10'000U);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

} // namespace runglass::test
