// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/WandbFolderSource.h"

#include "models/formats/Json.h"
#include "models/sources/HistoryBuilder.h"
#include "models/sources/SegmentTail.h"
#include "tests/sources/FaultyFileSystem.h"
#include "tests/sources/Golden.h"
#include "tests/sources/LogPayloads.h"
#include "tests/sources/ReadRun.h"
#include "tests/sources/RunSourceContract.h"
#include "tests/sources/ScratchRuns.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

namespace runglass::test
{

namespace
{

constexpr std::uint64_t kStart = 1'700'000'000;
constexpr TimeNs kSecond = 1'000'000'000;

/// The fixtures' runs in one tree, with the links that the SDK leaves.
class FolderFixture : public SourceFixture
{
public:
    FolderFixture()
    {
        for (const char* scenario : {"seed", "media", "resume", "sigkill", "synced"})
            copyTree(fixture("wandb") / scenario, m_root.path() / "tree" / scenario);
        const std::filesystem::path wandb = m_root.path() / "tree/seed/wandb";
        std::filesystem::create_directory_symlink("offline-run-20261123_065509-himes5dc", wandb / "latest-run");
        std::filesystem::create_symlink("latest-run/logs/debug.log", wandb / "debug.log");
        std::filesystem::create_symlink("/no/where", wandb / "debug-internal.log");
    }
    std::unique_ptr<RunSource> open() override { return openRunSource(location()).value(); }
    std::string fingerprint() override { return treeHash(location()); }
    void remove() override { std::filesystem::remove_all(location()); }
    bool isBack() override { return std::filesystem::exists(location()); }
    std::string location() const { return (m_root.path() / "tree").string(); }

private:
    TemporaryDirectory m_root;
};

class WandbFolderSourceTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        m_location.name = std::string("folder-") + test->name();
        m_writer = StoreWriter::open(m_location).value();
    }
    /// A source of its own, as another process would have, or the same one again.
    void open() { m_source = WandbFolderSource::open(m_runs.root().string(), {m_disk, m_clock, nullptr}).value(); }
    SyncReport sync()
    {
        if (!m_source)
            open();
        return m_source->sync(*m_writer, {}, [](const SyncProgress&) {}).value();
    }
    /// Paths of the runs that changed since the last call.
    std::vector<std::string> changed()
    {
        const StoreChanges changes = reader()->changesSince(m_sequence).value();
        m_sequence = changes.sequence;
        std::vector<std::string> paths;
        for (const runglass::Run& run : changes.changed)
            paths.push_back(toString(run.path));
        for (const RunPath& path : changes.gone)
            paths.push_back("-" + toString(path));
        std::sort(paths.begin(), paths.end());
        return paths;
    }
    std::unique_ptr<StoreReader> reader() { return StoreReader::open(m_location).value(); }
    runglass::Run only() { return reader()->changesSince(0)->changed.at(0); }

    std::vector<RunPath> writtenRuns() { return m_writer->runs().value(); }

    using Paths = std::vector<std::string>;
    ScratchRuns m_runs;
    std::shared_ptr<FaultyFileSystem> m_disk = std::make_shared<FaultyFileSystem>();
    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>(kLongAfter);
    StoreLocation m_location;
    std::unique_ptr<StoreWriter> m_writer;
    std::unique_ptr<RunSource> m_source;
    std::uint64_t m_sequence = 0;
};

} // namespace

/// A log that is read in several slices: many rows of a number that turns from whole to broken, and long texts.
TEST_F(WandbFolderSourceTest, aLongLogIsReadInSlices)
{
    constexpr std::int64_t kRows = 300;
    const std::string filler(100'000, 'x');
    std::vector<std::string> records = {runRecord("abc", kStart)};
    std::size_t size = 0;
    for (std::int64_t row = 0; row < kRows; ++row) {
        const std::string number = row < 200 ? std::to_string(row) : std::to_string(row) + ".5";
        const std::vector<Logged> items = {{{"a"}, number}, {{"text"}, '"' + filler + '"'}};
        records.push_back(summaryRecord(items));
        records.push_back(historyRecord(row, items));
        size += records.back().size();
    }
    ASSERT_GT(size, 3 * SegmentTail::kSliceBytes);
    records.push_back(consoleRecord(true, "done\n", kStart + 9));
    records.push_back(exitRecord(0, 9));
    m_runs.add("abc", records);
    EXPECT_EQ(sync().runs, 1);
    const RunPath path = writtenRuns().at(0);
    const Series series = reader()->series(path, {0, false, {"a"}}).value();
    ASSERT_EQ(series.size(), static_cast<std::size_t>(kRows));
    EXPECT_EQ(series.kind(), SeriesKind::Double);
    for (std::size_t row = 0; row < series.size(); ++row) {
        ASSERT_EQ(series.step[row], static_cast<std::int64_t>(row));
        ASSERT_EQ(series.at(row).toDouble(), row < 200 ? static_cast<double>(row) : static_cast<double>(row) + 0.5);
    }
    EXPECT_EQ(only().state, RunState::Finished);
    EXPECT_EQ(findPath(only().summary, {"a"})->toDouble(), 299.5);
    changed();
    open();
    sync();
    EXPECT_EQ(changed(), Paths()) << "it was read to its end";
}

/// Values that take many times the memory of their JSON make short slices, and lose nothing by it.
TEST_F(WandbFolderSourceTest, aLogOfLargeValuesIsReadInShortSlices)
{
    std::string list = "[0";
    for (int i = 0; i < 100'000; ++i)
        list += ",1";
    const Value whole = parseJson(list += ']').value();
    constexpr std::size_t kRows = 20;
    ASSERT_LT(kRows * list.size(), SegmentTail::kSliceBytes);
    ASSERT_GT(kRows * roughBytes(whole), 3 * HistoryBuilder::kManyValueBytes);
    ASSERT_LT(kRows * roughBytes(whole), HistoryBuilder::kMaxMetricBytes);
    std::vector<std::string> records = {runRecord("abc", kStart)};
    for (std::size_t row = 0; row < kRows; ++row)
        records.push_back(historyRecord(static_cast<std::int64_t>(row), {{{"list"}, list}, {{"a"}, "1"}}));
    records.push_back(exitRecord(0, 9));
    m_runs.add("abc", records);
    sync();
    const RunPath path = writtenRuns().at(0);
    const Series lists = reader()->series(path, {0, false, {"list"}}).value();
    ASSERT_EQ(lists.size(), kRows);
    for (std::size_t row = 0; row < kRows; ++row) {
        ASSERT_EQ(lists.step[row], static_cast<std::int64_t>(row));
        ASSERT_EQ(lists.at(row), whole);
    }
    EXPECT_EQ(reader()->series(path, {0, false, {"a"}}).value().size(), kRows);
    EXPECT_TRUE(only().warnings.empty());
    EXPECT_EQ(only().state, RunState::Finished);
}

/// What one metric may take is counted from slice to slice, and what the other metrics have is not touched by it.
TEST_F(WandbFolderSourceTest, aMetricOfTooManyLargeValuesIsCutAndThatIsSaid)
{
    std::string list = "[0";
    for (int i = 0; i < 500'000; ++i)
        list += ",1";
    const std::size_t bytes = roughBytes(parseJson(list += ']').value());
    const std::size_t fitting = HistoryBuilder::kMaxMetricBytes / bytes;
    std::vector<std::string> records = {runRecord("abc", kStart)};
    for (std::size_t row = 0; row < fitting + 4; ++row)
        records.push_back(
            historyRecord(static_cast<std::int64_t>(row), {{{"list"}, list}, {{"a"}, "1"}, {{"text"}, "\"x\""}}));
    records.push_back(exitRecord(0, 9));
    m_runs.add("abc", records);
    sync();
    const RunPath path = writtenRuns().at(0);
    EXPECT_EQ(reader()->series(path, {0, false, {"list"}}).value().size(), fitting);
    for (const char* const key : {"a", "text"})
        EXPECT_EQ(reader()->series(path, {0, false, {key}}).value().size(), fitting + 4) << key;
    ASSERT_EQ(only().warnings.size(), 1U);
    EXPECT_EQ(only().warnings[0].cause,
              "there are too many logged lists, objects and texts: the rest of them is left out");
    EXPECT_TRUE(only().warnings[0].offset);
}

TEST_F(WandbFolderSourceTest, rowsThatGoBackFromSliceToSliceAreBroughtInOrder)
{
    const std::string filler(100'000, 'x');
    std::vector<std::string> records = {runRecord("abc", kStart)};
    for (std::int64_t row = 0; row < 300; ++row)
        records.push_back(historyRecord(row < 150 ? row + 150 : row - 150,
                                        {{{"a"}, std::to_string(row)}, {{"text"}, '"' + filler + '"'}}));
    records.push_back(exitRecord(0, 9));
    m_runs.add("abc", records);
    EXPECT_EQ(sync().runs, 1);
    const Series series = reader()->series(writtenRuns().at(0), {0, false, {"a"}}).value();
    ASSERT_EQ(series.size(), 300U);
    EXPECT_TRUE(std::is_sorted(series.step.begin(), series.step.end()));
    EXPECT_EQ(series.at(0), Value(150));
    EXPECT_EQ(series.at(299), Value(149));
}

const SourceKind kWandbFolder{"wandb-folder", [] { return std::make_unique<FolderFixture>(); }};
INSTANTIATE_TEST_SUITE_P(WandbFolder, RunSourceContract, testing::Values(kWandbFolder));
INSTANTIATE_TEST_SUITE_P(WandbFolder, IndexedSourceContract, testing::Values(kWandbFolder));

/// The golden comparison once more, through the store.
TEST(WandbFolderStoreTest, theStoreHoldsWhatWasLogged)
{
    for (const ExpectedRun& expected : expectedRuns()) {
        const StoreLocation location{{}, "golden " + expected.path};
        const std::unique_ptr<StoreWriter> writer = StoreWriter::open(location).value();
        const std::unique_ptr<RunSource> source = openRunSource(fixture("wandb/" + expected.path).string()).value();
        ASSERT_TRUE(source->sync(*writer, {}, [](const SyncProgress&) {}).ok());
        const std::unique_ptr<StoreReader> reader = StoreReader::open(location).value();
        const std::vector<RunPath> paths = writer->runs().value();
        ASSERT_EQ(paths.size(), 1U);
        RunUpdate run;
        run.run = reader->run(paths[0]).value();
        run.detail = reader->detail(paths[0]).value();
        run.segments.resize(1);
        const std::vector<SeriesInfo> infos = reader->seriesInfo(paths[0]).value();
        for (const SeriesInfo& info : infos)
            run.segments[0].series.push_back(reader->series(paths[0], info.id).value());
        run.segments[0].console = reader->console(paths[0], 0).value();
        source->completeConsole(run.detail.segments[0], run.segments[0].console);
        SCOPED_TRACE(expected.path);
        compareWithExpected(expected, run);
    }
}

TEST_F(WandbFolderSourceTest, allFixturesAreFound)
{
    const std::unique_ptr<RunSource> source = openRunSource(fixture("wandb").string()).value();
    const Result<SyncReport> report = source->sync(*m_writer, {}, [](const SyncProgress&) {});
    ASSERT_TRUE(report.ok());
    // One run has two segments, another a synced copy.
    EXPECT_EQ(report->runs, static_cast<int>(expectedRuns().size()) - 2);
    EXPECT_TRUE(report->warnings.empty());
}

TEST_F(WandbFolderSourceTest, onlyWhatChangedIsReadAgain)
{
    const std::filesystem::path a = m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 5)});
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 5)});
    EXPECT_EQ(sync().runs, 2);
    EXPECT_EQ(changed(), (Paths{"team/project/a", "team/project/b"}));
    m_disk->forget();
    sync();
    EXPECT_EQ(changed(), Paths());
    EXPECT_EQ(m_disk->opened(), 0);
    m_runs.add("a", {runRecord("a", kStart), historyRecord(0, {{{"loss"}, "1"}}), exitRecord(1, 5)});
    sync();
    EXPECT_EQ(changed(), Paths{"team/project/a"});
    EXPECT_EQ(reader()->run({"team", "project", "a"})->state, RunState::Failed);
}

TEST_F(WandbFolderSourceTest, anotherProcessGoesOnFromTheStoresCursors)
{
    m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 5)});
    sync();
    changed();
    open();
    sync();
    EXPECT_EQ(changed(), Paths());
}

TEST_F(WandbFolderSourceTest, runsWhoseFoldersVanishedAreGone)
{
    const std::filesystem::path a = m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 5)});
    m_runs.add("b", {runRecord("b", kStart), exitRecord(0, 5)});
    sync();
    changed();
    std::filesystem::remove_all(a);
    EXPECT_EQ(sync().runs, 1);
    EXPECT_EQ(changed(), Paths{"-team/project/a"});
}

TEST_F(WandbFolderSourceTest, aRunThatLosesASegmentIsReadAgain)
{
    m_runs.add("a", {runRecord("a", kStart, {}, "one"), exitRecord(1, 5)}, "20240101_000000");
    const std::filesystem::path second =
        m_runs.add("a", {runRecord("a", kStart + 50, {}, "two"), exitRecord(0, 5)}, "20240102_000000");
    sync();
    EXPECT_EQ(only().name, "two");
    EXPECT_EQ(only().segmentCount, 2);
    std::filesystem::remove_all(second);
    open();
    sync();
    EXPECT_EQ(only().name, "one");
    EXPECT_EQ(only().segmentCount, 1);
    EXPECT_EQ(reader()->detail(only().path)->segments.size(), 1U);
}

TEST_F(WandbFolderSourceTest, aRunThatGetsACopyListsIt)
{
    const std::vector<std::string> records = {runRecord("a", kStart), exitRecord(0, 5)};
    m_runs.add("a", records);
    sync();
    const std::filesystem::path copy = m_runs.add("a", records, "20240102_030405", "backup");
    sync();
    EXPECT_EQ(reader()->detail(only().path)->segments.at(0).copies.size(), 1U);
    std::filesystem::remove_all(copy);
    sync();
    EXPECT_TRUE(reader()->detail(only().path)->segments.at(0).copies.empty());
}

TEST_F(WandbFolderSourceTest, aSilentRunCrashesThoughItsFileStays)
{
    m_clock->set(static_cast<TimeNs>(kStart + 60) * kSecond);
    m_runs.add("a", {runRecord("a", kStart), consoleRecord(true, "x", kStart + 10)});
    sync();
    EXPECT_EQ(only().state, RunState::Running);
    m_clock->set(static_cast<TimeNs>(kStart + 131) * kSecond);
    sync();
    EXPECT_EQ(only().state, RunState::Crashed);
    EXPECT_EQ(only().stateReason, "no exit record, last write at 2023-11-14T22:13:30Z");
}

TEST_F(WandbFolderSourceTest, aRunThatTellsItsPathLaterMoves)
{
    m_runs.add("a", {});
    sync();
    EXPECT_EQ(changed(), Paths{"//a"});
    m_runs.add("a", {runRecord("a", kStart), exitRecord(0, 5)});
    sync();
    EXPECT_EQ(changed(), (Paths{"-//a", "team/project/a"}));
}

TEST_F(WandbFolderSourceTest, oneBadRunCostsOnlyItself)
{
    m_runs.add("good", {runRecord("good", kStart), exitRecord(0, 5)});
    m_runs.write("wandb/run-20240101_000000-bad/run-bad.wandb", "this is no log");
    const std::filesystem::path secret = m_runs.add("secret", {runRecord("secret", kStart)});
    m_disk->refuse(logOf(secret).string());
    const std::filesystem::path pipe = m_runs.root() / "wandb/run-20240101_000000-pipe";
    std::filesystem::create_directories(pipe);
    ASSERT_EQ(::mkfifo((pipe / "run-pipe.wandb").c_str(), 0600), 0);
    const SyncReport report = sync();
    EXPECT_EQ(report.runs, 3);
    EXPECT_EQ(report.warnings.size(), 1U);
    EXPECT_EQ(changed(), (Paths{"//bad", "//secret", "team/project/good"}));
    EXPECT_TRUE(reader()->run({"team", "project", "good"})->warnings.empty());
    EXPECT_EQ(reader()->run({"", "", "bad"})->warnings.size(), 1U);
    EXPECT_EQ(reader()->run({"", "", "bad"})->state, RunState::Unknown);
    EXPECT_EQ(reader()->run({"", "", "secret"})->warnings.at(0).cause, "no permission to read it");
}

TEST_F(WandbFolderSourceTest, cancelKeepsWhatWasRead)
{
    for (int i = 0; i < 20; ++i)
        m_runs.add("r" + std::to_string(i), {runRecord("r" + std::to_string(i), kStart), exitRecord(0, 5)});
    open();
    const CancelToken cancel;
    const Result<SyncReport> report = m_source->sync(*m_writer, cancel, [&cancel](const SyncProgress& progress) {
        if (progress.total == 20)
            cancel.cancel();
    });
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().kind, Error::Kind::Canceled);
    EXPECT_EQ(sync().runs, 20);
    EXPECT_EQ(m_writer->runs()->size(), 20U);
}

TEST_F(WandbFolderSourceTest, anEmptyDirectoryHasNoRuns)
{
    EXPECT_EQ(sync().runs, 0);
}

TEST(OpenRunSourceTest, saysWhyALocationCannotBeOpened)
{
    ScratchRuns runs;
    const auto kindOf = [](const std::string& location) { return openRunSource(location).error().kind; };
    EXPECT_EQ(kindOf((runs.root() / "nothing").string()), Error::Kind::NotFound);
    EXPECT_EQ(kindOf(runs.write("notes.txt", "text").string()), Error::Kind::Unsupported);
    ASSERT_EQ(::mkfifo((runs.root() / "run-x.wandb").c_str(), 0600), 0);
    EXPECT_EQ(kindOf((runs.root() / "run-x.wandb").string()), Error::Kind::Unsupported);
    EXPECT_EQ(kindOf("https://example.org/team/project"), Error::Kind::Unsupported);
}

TEST(OpenRunSourceTest, aLinkThatTheUserNamesIsResolved)
{
    ScratchRuns runs;
    const std::filesystem::path folder = runs.add("a", {runRecord("a", kStart)});
    std::filesystem::create_directory_symlink(folder, runs.root() / "latest-run");
    EXPECT_EQ(openRunSource((runs.root() / "latest-run").string()).value()->location(),
              std::filesystem::canonical(folder).string());
}

} // namespace runglass::test
