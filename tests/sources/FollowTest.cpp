// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/SegmentTail.h"
#include "models/sources/WandbFolderSource.h"
#include "models/store/StoreReader.h"
#include "tests/sources/FaultyFileSystem.h"
#include "tests/sources/LivingLog.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <poll.h>

namespace runglass::test
{

namespace
{

constexpr std::uint64_t kStart = 1'700'000'000;
const auto kNoProgress = [](const SyncProgress&) {};

std::string row(std::int64_t step, double value)
{
    return historyRecord(step, {{{"loss"}, std::to_string(value)}, {{"acc"}, std::to_string(step)}});
}

class FollowTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        m_location.name = std::string("follow-") + test->name();
        m_writer = StoreWriter::open(m_location).value();
        m_clock->set(static_cast<TimeNs>(kStart + 10) * 1'000'000'000);
    }
    void open()
    {
        m_source = WandbFolderSource::open(m_runs.root().string(), {m_disk, m_clock, nullptr}).value();
        ASSERT_TRUE(m_source->sync(*m_writer, {}, kNoProgress).ok());
        settle();
    }
    /// Follows, as a session does, until nothing happens any more.
    void settle()
    {
        for (;;) {
            const Result<SyncReport> report = m_source->follow(*m_writer, {}, kNoProgress);
            ASSERT_TRUE(report.ok()) << describe(report.error());
            const NewsAnnouncement next = m_source->announcement();
            constexpr int kSoonMs = 900; // longer than a pass is put off, less than living runs are left alone
            if (next.lookAfter && next.lookAfter->count() < kSoonMs) {
                waitForNews(next.descriptor, static_cast<int>(next.lookAfter->count()));
                continue;
            }
            if (!waitForNews(next.descriptor, 0))
                return;
        }
    }
    static bool waitForNews(int descriptor, int milliseconds)
    {
        pollfd news{descriptor, POLLIN, 0};
        return ::poll(&news, 1, milliseconds) == 1;
    }
    std::unique_ptr<StoreReader> reader() const { return StoreReader::open(m_location).value(); }
    std::vector<runglass::Run> runs() const { return reader()->changesSince(0)->changed; }
    std::size_t points(const RunPath& path, const KeyPath& key = {"loss"}) const
    {
        const Result<Series> series = reader()->series(path, {0, false, key});
        return series ? series->size() : 0;
    }

    const RunPath m_path{"team", "project", "a"};
    ScratchRuns m_runs;
    std::shared_ptr<FaultyFileSystem> m_disk = std::make_shared<FaultyFileSystem>();
    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>(kLongAfter);
    StoreLocation m_location;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<RunSource> m_source;
};

} // namespace

TEST_F(FollowTest, aLogThatGrowsIsReadOn)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    open();
    EXPECT_EQ(points(m_path), 1U);
    for (int step = 1; step < 50; ++step) {
        log.record(row(step, step * 0.5)).flush(step % 7 == 0 ? 5 : 0);
        settle();
        const std::size_t expected = static_cast<std::size_t>(step) + (step % 7 == 0 ? 0 : 1);
        ASSERT_EQ(points(m_path), expected) << "at step " << step;
        ASSERT_EQ(points(m_path, {"acc"}), expected) << "at step " << step;
    }
    log.record(exitRecord(0, 60)).flush();
    settle();
    EXPECT_EQ(runs().at(0).state, RunState::Finished);
    EXPECT_EQ(points(m_path), 50U);
    const Series loss = reader()->series(m_path, {0, false, {"loss"}}).value();
    for (std::size_t i = 0; i < loss.size(); ++i) {
        ASSERT_EQ(loss.step[i], static_cast<std::int64_t>(i));
        ASSERT_EQ(loss.at(i).toDouble(), i == 0 ? 1 : static_cast<double>(i) * 0.5);
    }
}

/// However a log is cut into pieces, following it ends at what reading it whole gives.
TEST_F(FollowTest, anyCutsGiveTheWholeLog)
{
    const std::string whole = readBytes(logOf(fixture("wandb/seed/wandb/offline-run-20261123_065509-himes5dc")));
    const RunUpdate expected = readRun(fixture("wandb/seed/wandb/offline-run-20261123_065509-himes5dc"));
    m_clock->set(kLongAfter);
    const std::filesystem::path log = m_runs.write("wandb/offline-run-20261123_065509-himes5dc/run-himes5dc.wandb", "");
    open();
    for (std::size_t at = 0; at < whole.size();) {
        const std::size_t length = std::min<std::size_t>(whole.size() - at, 97 + at % 311);
        std::ofstream(log, std::ios::binary | std::ios::app)
            .write(whole.data() + at, static_cast<std::streamsize>(length));
        at += length;
        settle();
    }
    const RunPath path = expected.run.path;
    const runglass::Run run = reader()->run(path).value();
    EXPECT_EQ(run.state, expected.run.state);
    EXPECT_EQ(run.config, expected.run.config);
    EXPECT_EQ(run.summary, expected.run.summary);
    EXPECT_EQ(run.warnings, std::vector<Warning>());
    EXPECT_EQ(runs().size(), 1U);
    for (const Series& series : expected.segments[0].series) {
        const Series stored = reader()->series(path, series.id).value();
        EXPECT_EQ(stored.step, series.step) << displayKey(series.id.key);
        EXPECT_EQ(stored.toDoubles(), series.toDoubles()) << displayKey(series.id.key);
    }
    std::string console, expectedConsole;
    const std::vector<ConsoleFragment> fragments = reader()->console(path, 0).value();
    for (const ConsoleFragment& fragment : fragments)
        console += fragment.text;
    for (const ConsoleFragment& fragment : expected.segments[0].console)
        expectedConsole += fragment.text;
    EXPECT_EQ(console, expectedConsole);
}

TEST_F(FollowTest, anAppendReadsOnlyWhatIsNew)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart));
    for (int step = 0; step < 20'000; ++step)
        log.record(row(step, step));
    log.flush();
    open();
    m_disk->forget();
    log.record(row(20'000, 1)).flush();
    settle();
    EXPECT_EQ(points(m_path), 20'001U);
    EXPECT_LT(m_disk->bytesRead(), 64U * 1024) << "of a log of " << std::filesystem::file_size(log.path());
}

TEST_F(FollowTest, newRunsAndFoldersAppear)
{
    open();
    EXPECT_TRUE(runs().empty());
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 1)}, "20240102_030405", "deep/er/wandb");
    settle();
    EXPECT_EQ(runs().size(), 1U);
    // A folder is made first and its log later, by the SDK too.
    LivingLog log(m_runs.root(), "a");
    settle();
    log.record(runRecord("a", kStart)).flush();
    settle();
    EXPECT_EQ(runs().size(), 2U);
    log.record(row(0, 1)).flush();
    settle();
    EXPECT_EQ(points(m_path), 1U);
}

/// Where other computers write unheard, it is looked now and then: often at logs that live, more rarely at the tree.
TEST_F(FollowTest, aNetworkFileSystemIsPolled)
{
    using std::chrono::milliseconds;
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 1)});
    open();
    EXPECT_GT(m_source->announcement().lookAfter.value_or(milliseconds(0)), milliseconds(30'000));
    m_disk->setShared(true);
    open();
    EXPECT_LE(m_source->announcement().lookAfter.value_or(milliseconds::max()), milliseconds(5000));
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    settle();
    EXPECT_LE(m_source->announcement().lookAfter.value_or(milliseconds::max()), milliseconds(1000));
}

TEST_F(FollowTest, aRunThatIsDeletedGoes)
{
    const std::filesystem::path folder = m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 1)});
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 1)});
    open();
    std::filesystem::remove_all(folder);
    settle();
    EXPECT_EQ(runs().size(), 1U);
}

/// As one that another computer writes.
TEST_F(FollowTest, aDeadRunThatGrowsAllTheSameIsReadOn)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1));
    for (int i = 0; i < 20000; ++i)
        log.record(consoleRecord(true, "hello\n", kStart));
    log.flush();
    m_clock->set(kLongAfter);
    open();
    ASSERT_EQ(runs().at(0).state, RunState::Crashed);
    log.record(row(1, 2)).flush();
    settle();
    ASSERT_EQ(points(m_path), 2U);
    m_disk->forget();
    log.record(row(2, 3)).flush();
    settle();
    EXPECT_EQ(points(m_path), 3U);
    EXPECT_EQ(runs().at(0).state, RunState::Crashed);
    EXPECT_LT(m_disk->bytesRead(), 10'000U) << "of " << std::filesystem::file_size(log.path());
}

TEST_F(FollowTest, aLogThatGrowsByManySlicesAtOnceIsReadToItsEnd)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    open();
    ASSERT_EQ(points(m_path), 1U);
    const std::string text = '"' + std::string(200'000, 'x') + '"';
    for (std::int64_t step = 1; step <= 150; ++step)
        log.record(historyRecord(step, {{{"loss"}, "1"}, {{"text"}, text}}));
    log.record(exitRecord(0, 60)).flush();
    ASSERT_GT(std::filesystem::file_size(log.path()), 3 * SegmentTail::kSliceBytes);
    settle();
    EXPECT_EQ(points(m_path), 151U);
    EXPECT_EQ(points(m_path, {"text"}), 150U);
    EXPECT_EQ(runs().at(0).state, RunState::Finished);
}

TEST_F(FollowTest, aLogThatIsReplacedIsReadAnew)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).record(row(1, 2)).flush();
    open();
    WandbLogBuilder other;
    other.record(runRecord("a", kStart)).record(row(0, 9));
    for (int i = 0; i < 100; ++i)
        other.record(consoleRecord(true, "hello\n", kStart));
    std::ofstream(log.path(), std::ios::binary | std::ios::trunc) << other.bytes();
    settle();
    const Series loss = reader()->series(m_path, {0, false, {"loss"}}).value();
    ASSERT_EQ(loss.size(), 1U);
    EXPECT_EQ(loss.at(0).toDouble(), 9);
}

/// What rsync --inplace, a restore or a checkout may leave: other bytes, the same size, the same time, the same inode.
TEST_F(FollowTest, otherBytesOfEqualSizeAndTimeAreNoticed)
{
    const std::filesystem::path log = logOf(m_runs.add("a", {runRecord("a", kStart), row(0, 1.25), exitRecord(0, 1)}));
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 1)});
    open();
    WandbLogBuilder other;
    other.record(runRecord("a", kStart)).record(row(0, 9.25)).record(exitRecord(0, 1));
    ASSERT_EQ(other.size(), std::filesystem::file_size(log));
    const std::filesystem::file_time_type time = std::filesystem::last_write_time(log);
    std::fstream(log, std::ios::binary | std::ios::in | std::ios::out) << other.bytes();
    std::filesystem::last_write_time(log, time);
    const std::unique_ptr<RunSource> again =
        WandbFolderSource::open(m_runs.root().string(), {m_disk, m_clock, nullptr}).value();
    m_disk->forget();
    ASSERT_TRUE(again->sync(*m_writer, {}, kNoProgress).ok());
    EXPECT_EQ(reader()->series(m_path, {0, false, {"loss"}})->at(0).toDouble(), 9.25);
    EXPECT_LE(m_disk->opened(), 2) << "the other log was looked into, too";
}

TEST_F(FollowTest, rowsThatComeOutOfOrderAreBroughtInOrder)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(5, 1)).record(row(6, 2)).flush();
    open();
    log.record(row(3, 7)).flush();
    settle();
    const Series loss = reader()->series(m_path, {0, false, {"loss"}}).value();
    EXPECT_EQ(loss.step, (std::vector<std::int64_t>{3, 5, 6}));
}

TEST_F(FollowTest, theConsoleComesFromOutputLogUntilTheLogHasIt)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(consoleRecord(true, "one\n", kStart)).flush();
    const std::string output = "wandb/" + log.folder().filename().string() + "/files/output.log";
    m_runs.write(output, "one\ntwo\n");
    open();
    const auto shown = [this] {
        const Segment segment = reader()->detail(m_path)->segments.at(0);
        std::vector<ConsoleFragment> console = reader()->console(m_path, 0).value();
        m_source->completeConsole(segment, console);
        std::string text;
        for (const ConsoleFragment& fragment : console)
            text += fragment.text;
        return text;
    };
    EXPECT_EQ(shown(), "one\ntwo\n");
    const std::uint64_t sequence = reader()->changesSince(0)->sequence;
    m_runs.write(output, "one\ntwo\nthree\n");
    settle();
    EXPECT_EQ(reader()->changesSince(sequence)->changed.size(), 1U) << "the views were not told";
    EXPECT_EQ(shown(), "one\ntwo\nthree\n");
    log.record(consoleRecord(true, "two\nthree\n", kStart + 1)).flush();
    settle();
    EXPECT_EQ(shown(), "one\ntwo\nthree\n");
    log.record(exitRecord(0, 2)).flush();
    settle();
    EXPECT_EQ(shown(), "one\ntwo\nthree\n");
}

TEST_F(FollowTest, aRunThatIsFoundDeadTellsItsLastTraceback)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    log.file("output.log",
             "step 0\nTraceback (most recent call last):\n  File \"a.py\", line 1, in f\nValueError: boom\n");
    open();
    ASSERT_EQ(runs().at(0).state, RunState::Running);
    EXPECT_EQ(runs().at(0).traceback, "") << "it lives";
    m_clock->set(static_cast<TimeNs>(kStart + 1000) * 1'000'000'000);
    while (runs().at(0).state == RunState::Running) {
        const NewsAnnouncement next = m_source->announcement();
        ASSERT_TRUE(next.lookAfter) << "nobody will ever look";
        waitForNews(next.descriptor, static_cast<int>(next.lookAfter->count()) + 1);
        settle();
    }
    ASSERT_EQ(runs().at(0).state, RunState::Crashed);
    EXPECT_EQ(runs().at(0).exception, "ValueError: boom");
    EXPECT_TRUE(runs().at(0).traceback.ends_with("\nValueError: boom"));
}

TEST_F(FollowTest, twoFollowersOfOneIndexAgree)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    open();
    std::unique_ptr<StoreWriter> otherWriter = StoreWriter::open(m_location).value();
    const std::unique_ptr<RunSource> other = WandbFolderSource::open(m_runs.root().string()).value();
    for (int step = 1; step < 20; ++step) {
        log.record(row(step, step)).flush();
        if (step % 3 == 0) {
            ASSERT_TRUE(other->sync(*otherWriter, {}, kNoProgress).ok());
        }
        settle();
        ASSERT_EQ(points(m_path), static_cast<std::size_t>(step) + 1);
    }
    const Series loss = reader()->series(m_path, {0, false, {"loss"}}).value();
    for (std::size_t i = 0; i < loss.size(); ++i)
        ASSERT_EQ(loss.step[i], static_cast<std::int64_t>(i));
}

/// A run that another process has brought into the index first is followed like one's own.
TEST_F(FollowTest, whatAnotherProcessReadFirstIsFollowed)
{
    LivingLog old(m_runs.root(), "old");
    old.record(runRecord("old", kStart)).flush();
    open();
    LivingLog log(m_runs.root(), "a", "20240103_030405");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    std::unique_ptr<StoreWriter> otherWriter = StoreWriter::open(m_location).value();
    const std::unique_ptr<RunSource> other = WandbFolderSource::open(m_runs.root().string()).value();
    ASSERT_TRUE(other->sync(*otherWriter, {}, kNoProgress).ok());
    settle();
    log.record(row(1, 2)).flush();
    settle();
    EXPECT_EQ(points(m_path), 2U);
}

TEST_F(FollowTest, aPassThatIsCanceledLosesNothing)
{
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    open();
    log.record(row(1, 2)).flush();
    const CancelToken cancel;
    const Result<SyncReport> report =
        m_source->sync(*m_writer, cancel, [&cancel](const SyncProgress&) { cancel.cancel(); });
    ASSERT_FALSE(report.ok());
    log.record(row(2, 3)).flush();
    settle();
    EXPECT_EQ(points(m_path), 3U);
    log.record(exitRecord(0, 1)).flush();
    settle();
    EXPECT_EQ(runs().at(0).state, RunState::Finished);
}

TEST_F(FollowTest, anIndexThatIsDeletedIsMadeAnew)
{
    TemporaryDirectory cache;
    m_location = {(cache.path() / "index.db").string(), {}};
    m_writer = StoreWriter::open(m_location).value();
    LivingLog log(m_runs.root(), "a");
    log.record(runRecord("a", kStart)).record(row(0, 1)).flush();
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 1)});
    open();
    for (const auto& file : std::filesystem::directory_iterator(cache.path()))
        std::filesystem::remove(file);
    log.record(row(1, 2)).flush();
    settle();
    EXPECT_EQ(runs().size(), 2U);
    EXPECT_EQ(points(m_path), 2U);
}

TEST_F(FollowTest, aLocationThatIsGoneKeepsItsRunsAndSaysSo)
{
    m_runs.add("a", {runRecord("a", kStart), row(0, 1), exitRecord(0, 1)}, "20240102_030405", "tree/wandb");
    const std::string tree = (m_runs.root() / "tree").string();
    m_source = WandbFolderSource::open(tree, {m_disk, m_clock, nullptr}).value();
    ASSERT_TRUE(m_source->sync(*m_writer, {}, kNoProgress).ok());
    settle();
    std::filesystem::rename(tree, m_runs.root() / "away");
    Result<SyncReport> report = SyncReport();
    while (report)
        report = m_source->follow(*m_writer, {}, kNoProgress);
    EXPECT_EQ(report.error().kind, Error::Kind::NotFound);
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_TRUE(runs()[0].vanished);
    ASSERT_EQ(runs()[0].warnings.size(), 1U);
    EXPECT_TRUE(runs()[0].warnings[0].cause.starts_with("the folder is gone")) << runs()[0].warnings[0].cause;
    EXPECT_EQ(points(m_path), 1U);
    std::filesystem::rename(m_runs.root() / "away", tree);
    ASSERT_TRUE(m_source->sync(*m_writer, {}, kNoProgress).ok());
    EXPECT_FALSE(runs()[0].vanished);
    EXPECT_TRUE(runs()[0].warnings.empty());
}

TEST_F(FollowTest, aTreeThatLosesAFolderOfRunsSaysSo)
{
    m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 1)}, "20240102_030405", "one/wandb");
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 1)}, "20240102_030405", "two/wandb");
    open();
    std::filesystem::remove_all(m_runs.root() / "one");
    settle();
    ASSERT_EQ(runs().size(), 2U);
    EXPECT_TRUE(reader()->run(m_path)->vanished);
    EXPECT_FALSE(reader()->run({"team", "project", "b"})->vanished);
    m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 1)}, "20240102_030405", "one/wandb");
    settle();
    EXPECT_FALSE(reader()->run(m_path)->vanished);
}

} // namespace runglass::test
