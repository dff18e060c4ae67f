// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/RunSourceContract.h"

#include <algorithm>
#include <set>

namespace runglass::test
{

namespace
{

const auto kNoProgress = [](const SyncProgress&) {};

} // namespace

void RunSourceContract::SetUp()
{
    m_fixture = GetParam().make();
    m_source = m_fixture->open();
    ASSERT_TRUE(m_source);
    if (const auto own = m_source->ownStore()) {
        m_location = *own;
        return;
    }
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    m_location.name = std::string(test->test_suite_name()) + test->name();
    Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(m_location);
    ASSERT_TRUE(writer.ok()) << describe(writer.error());
    m_writer = std::move(writer).value();
}

Result<SyncReport> RunSourceContract::trySync()
{
    return hasOwnStore() ? m_source->lookAfterStore() : m_source->sync(*m_writer, {}, kNoProgress);
}

Result<SyncReport> RunSourceContract::follow()
{
    return hasOwnStore() ? m_source->lookAfterStore() : m_source->follow(*m_writer, {}, kNoProgress);
}

SyncReport RunSourceContract::sync()
{
    const Result<SyncReport> report = trySync();
    EXPECT_TRUE(report.ok()) << (report ? "" : describe(report.error()));
    return report ? *report : SyncReport();
}

std::unique_ptr<StoreReader> RunSourceContract::reader() const
{
    return StoreReader::open(m_location).value();
}

std::vector<runglass::Run> RunSourceContract::runs() const
{
    return reader()->changesSince(0).value().changed;
}

TEST_P(RunSourceContract, saysWhatItIs)
{
    EXPECT_FALSE(m_source->kind().empty());
    EXPECT_FALSE(m_source->location().empty());
}

TEST_P(RunSourceContract, syncFillsTheStore)
{
    const SyncReport report = sync();
    const StoreChanges changes = reader()->changesSince(0).value();
    EXPECT_FALSE(changes.changed.empty());
    if (!hasOwnStore()) {
        EXPECT_EQ(changes.changed.size(), static_cast<std::size_t>(report.runs));
    }
    bool anyNumbers = false;
    bool anyConsole = false;
    for (const runglass::Run& run : changes.changed) {
        EXPECT_FALSE(run.path.id.empty());
        const RunDetail detail = reader()->detail(run.path).value();
        ASSERT_FALSE(detail.segments.empty());
        for (std::size_t i = 0; i < detail.segments.size(); ++i) {
            EXPECT_EQ(detail.segments[i].ordinal, static_cast<int>(i));
            anyConsole = anyConsole || !reader()->console(run.path, static_cast<int>(i))->empty();
        }
        const std::vector<SeriesInfo> infos = reader()->seriesInfo(run.path).value();
        for (const SeriesInfo& info : infos) {
            const Series series = reader()->series(run.path, info.id).value();
            EXPECT_EQ(series.size(), info.count);
            EXPECT_TRUE(std::is_sorted(series.step.begin(), series.step.end()));
            anyNumbers = anyNumbers || (!info.id.system && info.isNumeric());
        }
    }
    EXPECT_TRUE(anyNumbers);
    EXPECT_TRUE(anyConsole);
}

TEST_P(RunSourceContract, syncCanBeRepeated)
{
    const SyncReport first = sync();
    const std::uint64_t sequence = reader()->changesSince(0)->sequence;
    const std::size_t count = runs().size();
    EXPECT_EQ(sync().runs, first.runs);
    const StoreChanges changes = reader()->changesSince(sequence).value();
    EXPECT_TRUE(changes.gone.empty());
    for (const runglass::Run& run : changes.changed)
        EXPECT_EQ(run.state, RunState::Running) << toString(run.path) << " was read again for nothing";
    EXPECT_EQ(runs().size(), count);
}

TEST_P(RunSourceContract, followingWhereNothingHappensBringsNothing)
{
    const SyncReport synced = sync();
    const std::uint64_t sequence = reader()->changesSince(0)->sequence;
    constexpr int kLooks = 5;
    for (int i = 0; i < kLooks; ++i) {
        const Result<SyncReport> report = follow();
        ASSERT_TRUE(report.ok()) << describe(report.error());
        EXPECT_EQ(*report, synced);
        const NewsAnnouncement next = m_source->announcement();
        EXPECT_TRUE(next.descriptor >= 0 || next.lookAfter) << "nobody would ever look again";
    }
    const StoreChanges changes = reader()->changesSince(sequence).value();
    EXPECT_TRUE(changes.gone.empty());
    for (const runglass::Run& run : changes.changed)
        EXPECT_EQ(run.state, RunState::Running) << toString(run.path) << " was read again for nothing";
}

TEST_P(RunSourceContract, readingChangesNothingAtTheSource)
{
    const std::string before = m_fixture->fingerprint();
    sync();
    for (const runglass::Run& run : runs()) {
        const RunDetail detail = reader()->detail(run.path).value();
        const std::vector<RunFile> files = m_source->listFiles(detail, {}).value();
        for (const RunFile& file : files)
            (void)m_source->readFile(detail, file, 0, 100);
    }
    EXPECT_EQ(m_fixture->fingerprint(), before);
}

TEST_P(RunSourceContract, filesOfAListingCanBeRead)
{
    sync();
    std::size_t files = 0;
    for (const runglass::Run& run : runs()) {
        const RunDetail detail = reader()->detail(run.path).value();
        const std::vector<RunFile> listed = m_source->listFiles(detail, {}).value();
        std::set<std::pair<int, std::string>> seen;
        for (const RunFile& file : listed) {
            EXPECT_TRUE(seen.emplace(file.segment, file.path).second) << file.path << " twice";
            if (file.kind == RunFile::Kind::Link || file.kind == RunFile::Kind::Special)
                continue;
            const Result<std::string> bytes = m_source->readFile(detail, file, 0, file.sizeBytes + 1);
            ASSERT_TRUE(bytes.ok()) << file.path << ": " << describe(bytes.error());
            EXPECT_EQ(bytes->size(), file.sizeBytes) << file.path;
            ++files;
        }
    }
    EXPECT_GT(files, 0U);
}

TEST_P(RunSourceContract, pathsThatLeaveTheRunAreRefused)
{
    sync();
    const RunDetail detail = reader()->detail(runs().at(0).path).value();
    for (const std::string path : {"../../secret", "/etc/passwd", "", "a/../../b"}) {
        RunFile file;
        file.path = path;
        const Result<std::string> bytes = m_source->readFile(detail, file, 0, 10);
        ASSERT_FALSE(bytes.ok()) << path;
        EXPECT_EQ(bytes.error().kind, Error::Kind::InvalidArgument) << path;
        EXPECT_EQ(m_source->localPath(detail, file), "") << path;
    }
}

TEST_P(RunSourceContract, whatCannotBeDoneHasAReason)
{
    sync();
    const runglass::Run run = runs().at(0);
    const Capabilities can = m_source->capabilities(run);
    using Kind = RunCommand::Kind;
    const std::vector<std::pair<Kind, Capability>> commands = {{Kind::Stop, can.stop},
                                                               {Kind::Delete, can.remove},
                                                               {Kind::Restore, can.restore},
                                                               {Kind::Edit, can.edit},
                                                               {Kind::Lock, can.lock}};
    for (const auto& [kind, capability] : commands) {
        if (capability.allowed)
            continue;
        EXPECT_FALSE(capability.reason.empty());
        const Result<CommandEffect> done = m_source->perform({kind, run.path}, {run, {}});
        ASSERT_FALSE(done.ok());
        EXPECT_EQ(done.error().kind, Error::Kind::Refused);
        EXPECT_EQ(done.error().detail, capability.reason);
    }
}

TEST_P(RunSourceContract, aLocationThatIsGoneIsNotFound)
{
    sync();
    m_fixture->remove();
    const Result<SyncReport> report = trySync();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(m_fixture->isBack()) << "what was taken away is not for us to make";
    if (!hasOwnStore()) {
        EXPECT_FALSE(runs().empty());
    }
}

} // namespace runglass::test
