// SPDX-License-Identifier: GPL-3.0-or-later
// The wandb/ folder that the SDK leaves behind of a run that a recorder holds.
#include "models/session/RunTwins.h"
#include "models/store/RecorderLock.h"
#include "tests/recorder/Recording.h"
#include "tests/session/SessionFixture.h"
#include "tests/sources/LivingLog.h"
#include "tests/support/TimeZone.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <list>

namespace runglass::test
{

namespace
{

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr std::uint64_t kStart = 1'795'415'146; ///< 2026-11-23T06:25:46Z, a second before the recorder's clock
constexpr TimeNs kSecond = 1'000'000'000;

FolderRun inFolder(const RunPath& path, std::optional<TimeNs> start, const std::string& local = {})
{
    return {path, start, local, {}, {}};
}

RecordedStart recorded(const RunPath& path, std::vector<TimeNs> starts, TimeNs received, bool isResumed = false)
{
    return {{1, path}, std::move(starts), received, received + 1000 * kSecond, isResumed, "vm", "/home/nico/train"};
}

TEST(RunTwinsTest, IsToldByIdProjectEntityAndStart)
{
    const TimeNs start = static_cast<TimeNs>(kStart) * kSecond;
    const RecordedStart run = recorded({"local", "p", "r1"}, {start}, start);
    EXPECT_TRUE(isLeftBehind(inFolder({"local", "p", "r1"}, start), run));
    EXPECT_TRUE(isLeftBehind(inFolder({"", "p", "r1"}, start + kSecond / 10), run)) << "the server chose the entity";
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r2"}, start), run));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "other", "r1"}, start), run));
    EXPECT_FALSE(isLeftBehind(inFolder({"nico", "p", "r1"}, start), run)) << "another server's";
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r1"}, start + 100 * kSecond), run)) << "another run of that ID";
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r1"}, start - 2 * kSecond), run));
}

TEST(RunTwinsTest, IsToldByHostAndDirectoryWhereBothAreKnown)
{
    const TimeNs start = static_cast<TimeNs>(kStart) * kSecond;
    const RecordedStart run = recorded({"local", "p", "r1"}, {start}, start);
    FolderRun folder = inFolder({"", "p", "r1"}, start);
    folder.host = "vm";
    folder.root = "/home/nico/train";
    EXPECT_TRUE(isLeftBehind(folder, run));
    folder.root = "/home/nico/other";
    EXPECT_FALSE(isLeftBehind(folder, run));
    folder.root.clear();
    folder.host = "cluster";
    EXPECT_FALSE(isLeftBehind(folder, run));
}

TEST(RunTwinsTest, BeforeTheEnvironmentCameItIsToldByWhenItBegan)
{
    const TimeNs received = static_cast<TimeNs>(kStart) * kSecond;
    const RecordedStart run = recorded({"local", "p", "r1"}, {}, received);
    EXPECT_TRUE(isLeftBehind(inFolder({"", "p", "r1"}, received - kSecond), run));
    EXPECT_TRUE(isLeftBehind(inFolder({"", "p", "r1"}, received - 89 * kSecond), run)) << "it waited for the recorder";
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r1"}, received - 200 * kSecond), run));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r1"}, received + 2 * kSecond), run));
}

TEST(RunTwinsTest, OfARunThatWasTakenUpAgainEachFolderIsKnown)
{
    const TimeNs received = static_cast<TimeNs>(kStart) * kSecond;
    // What an earlier writer said is gone with the config of the next.
    const RecordedStart resumed = recorded({"local", "p", "r1"}, {received + 800 * kSecond}, received, true);
    EXPECT_TRUE(isLeftBehind(inFolder({"", "p", "r1"}, received - kSecond), resumed));
    EXPECT_TRUE(isLeftBehind(inFolder({"", "p", "r1"}, received + 400 * kSecond), resumed));
    EXPECT_TRUE(isLeftBehind(inFolder({"", "p", "r1"}, received + 800 * kSecond), resumed));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r1"}, received + 2000 * kSecond), resumed));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "p", "r1"}, received - 200 * kSecond), resumed));
}

TEST(RunTwinsTest, ALogWithoutARecordIsToldByItsFoldersName)
{
    const TimeZone zone("Asia/Tokyo");
    const TimeNs start = static_cast<TimeNs>(kStart) * kSecond + kSecond / 2;
    const RecordedStart run = recorded({"local", "p", "r1"}, {start}, start);
    EXPECT_TRUE(isLeftBehind(inFolder({"", "", "r1"}, {}, "2026-11-23T15:25:46"), run));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "", "r1"}, {}, "2026-11-23T15:29:46"), run));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "", "r2"}, {}, "2026-11-23T15:25:46"), run));
    const RecordedStart young = recorded({"local", "p", "r1"}, {}, start);
    EXPECT_TRUE(isLeftBehind(inFolder({"", "", "r1"}, {}, "2026-11-23T15:25:40"), young));
    EXPECT_FALSE(isLeftBehind(inFolder({"", "", "r1"}, {}, "2026-11-23T15:35:40"), young));
}

/// A recorder's store and the folders of a training script, in one session.
class RecordedFolderTest : public SessionFixture
{
protected:
    RecordedFolderTest()
        : m_lock(RecorderLock::take(m_recording.file()).value())
    {
        EXPECT_TRUE(m_lock.tell({"http://127.0.0.1:1", 1, "here"}).ok());
    }

    /// What the SDK sends at first, and with its environment.
    void record(const std::string& id, bool hasEnvironment, std::uint64_t start = kStart)
    {
        const std::string at = "2026-11-23T06:25:" + std::to_string(start - kStart + 46) + ".000000Z";
        const std::string environment = R"({\"_wandb\":{\"value\":{\"e\":{\"w\":{\"startedAt\":\")" + at + R"(\"}}}}})";
        m_recording.upsert(R"({"name":")" + id + R"(","modelName":"p","displayName":"recorded )" + id +
                           R"(","host":"vm","config":")" + (hasEnvironment ? environment : "{}") + R"("})");
    }
    /// A folder of the SDK: without an entity, for the server to choose.
    LivingLog& folder(const std::string& id, std::uint64_t start = kStart, const std::string& entity = {})
    {
        LivingLog& log = m_logs.emplace_back(tree(), id);
        Message run = Message().text(1, id);
        if (!entity.empty())
            run.text(2, entity);
        run.text(3, "p").text(8, "folder " + id).message(17, Message().number(1, start));
        log.record(Message().message(17, run).bytes());
        log.record(consoleRecord(true, "from the folder\n", start));
        log.record(exitRecord(0, 5)).flush();
        return log;
    }
    /// In whatever order.
    bool become(std::vector<std::string> wanted)
    {
        std::sort(wanted.begin(), wanted.end());
        return waitFor([&] {
            std::vector<std::string> now = names();
            std::sort(now.begin(), now.end());
            return now == wanted;
        });
    }
    std::filesystem::path tree() const { return m_home.path() / "scripts"; }
    std::vector<std::string> console(const RunRef& run)
    {
        std::vector<std::string> texts;
        const auto lines = result(m_session->logLines(run));
        for (std::size_t i = 0; lines && i < (*lines)->size(); ++i)
            texts.push_back((**lines)[i].text);
        return texts;
    }

    Recording m_recording;
    RecorderLock m_lock;
    std::list<LivingLog> m_logs;
};

TEST_F(RecordedFolderTest, IsALocationOfTheRecordersRun)
{
    record("r1", true);
    LivingLog& log = folder("r1");
    log.file("note.txt", "hello");
    folder("r2");
    openAndRead(m_recording.file());
    openAndRead(tree());
    EXPECT_THAT(names(), UnorderedElementsAre("recorded r1", "folder r2"));
    EXPECT_EQ(m_session->list()->table->rowCount(), 2U);
    const RunRef ref = run("r1");
    const auto opened = result(m_session->openRun(ref));
    ASSERT_TRUE(opened.ok());
    EXPECT_THAT((*opened)->detail.segments.front().copies, ElementsAre(log.folder().string()));
    // What the recorder was not sent, the folder has.
    EXPECT_THAT(console(ref), ElementsAre("from the folder"));
    const auto files = result(m_session->files(ref));
    ASSERT_TRUE(files.ok());
    ASSERT_EQ((*files)->size(), 1U);
    const RunFile& note = (*files)->front();
    EXPECT_EQ(note.path, "note.txt");
    EXPECT_EQ(**result(m_session->readFile(ref, note, 0, 10)), "hello");
    EXPECT_EQ(m_session->localPath(**opened, note), (log.folder() / "files" / "note.txt").string());
    const std::filesystem::path copy = m_home.path() / "copy.txt", saved = m_home.path() / "log.txt";
    EXPECT_TRUE(result(m_session->saveFile(ref, note, copy.string())).ok());
    EXPECT_EQ(contents(copy), "hello");
    EXPECT_TRUE(result(m_session->saveLog(ref, saved.string())).ok());
    EXPECT_EQ(contents(saved), "from the folder\n");
    m_recording.output("r1", 0, {"to the recorder"});
    EXPECT_TRUE(waitFor([&] { return console(ref) == std::vector<std::string>{"to the recorder"}; }));
}

TEST_F(RecordedFolderTest, TheOrderOfOpeningIsNoMatter)
{
    record("r1", true);
    record("r2", false);
    folder("r1");
    folder("r2");
    const SourceId folders = openAndRead(tree());
    EXPECT_THAT(names(), UnorderedElementsAre("folder r1", "folder r2"));
    m_session->setCurrentRun(run("r1"));
    const SourceId recorder = openAndRead(m_recording.file());
    EXPECT_TRUE(become({"recorded r1", "recorded r2"}));
    ASSERT_TRUE(m_session->currentRun());
    EXPECT_EQ(m_session->currentRun()->source, recorder) << "who looks at the folder's run goes on with it";
    // Without the recorder the folder's runs are all that is known of them.
    m_session->close(recorder);
    EXPECT_TRUE(become({"folder r1", "folder r2"}));
    EXPECT_EQ(m_session->list()->ref(0).source, folders);
    openAndRead(m_recording.file());
    EXPECT_TRUE(become({"recorded r1", "recorded r2"}));
    m_session->close(folders);
    EXPECT_TRUE(waitFor([&] { return m_session->sources().size() == 1; }));
    EXPECT_THAT(names(), UnorderedElementsAre("recorded r1", "recorded r2"));
}

TEST_F(RecordedFolderTest, WhatWasShownTheLastTimeIsJoinedToo)
{
    folder("r1");
    folder("r2");
    openAndRead(tree());
    // Kept for the next time only while it is all there is.
    m_session = std::make_unique<Session>(places());
    record("r1", true);
    openAndRead(m_recording.file());
    openAndRead(tree());
    EXPECT_THAT(names(), UnorderedElementsAre("recorded r1", "folder r2"));
    m_session->close(run("r1").source);
    EXPECT_TRUE(become({"folder r1", "folder r2"}));
    // And what is kept then is whole.
    m_session = std::make_unique<Session>(places());
    openAndRead(tree());
    EXPECT_THAT(names(), UnorderedElementsAre("folder r1", "folder r2"));
}

TEST_F(RecordedFolderTest, ARunOfAnotherServerStaysItsOwn)
{
    record("r1", true);
    folder("r1", kStart + 300);
    folder("r3", kStart, "nico");
    record("r3", true);
    openAndRead(m_recording.file());
    openAndRead(tree());
    EXPECT_THAT(names(), UnorderedElementsAre("recorded r1", "folder r1", "recorded r3", "folder r3"));
}

TEST_F(RecordedFolderTest, IsToldApartOnceTheEnvironmentIsKnown)
{
    record("r1", false);
    folder("r1", kStart - 30);
    openAndRead(tree());
    openAndRead(m_recording.file());
    EXPECT_TRUE(become({"recorded r1"}));
    record("r1", true);
    EXPECT_TRUE(become({"recorded r1", "folder r1"}));
}

TEST_F(RecordedFolderTest, IsJoinedWhileBothAreWritten)
{
    openAndRead(m_recording.file());
    std::filesystem::create_directories(tree() / "wandb");
    openAndRead(tree());
    record("r1", false);
    EXPECT_TRUE(waitFor([&] { return names().size() == 1; }));
    LivingLog& log = folder("r1");
    m_recording.history("r1", 0, {R"({"_step":0,"loss":1})"});
    const RunRef ref = run("r1");
    EXPECT_TRUE(waitFor([&] {
        const auto opened = result(m_session->openRun(ref));
        return opened && !(*opened)->detail.segments.front().copies.empty();
    }));
    EXPECT_EQ(names(), std::vector<std::string>{"recorded r1"});
    std::filesystem::remove_all(log.folder());
    m_session->refresh();
    EXPECT_TRUE(waitFor([&] {
        const auto opened = result(m_session->openRun(ref));
        return opened && (*opened)->detail.segments.front().copies.empty();
    }));
    EXPECT_EQ(names(), std::vector<std::string>{"recorded r1"});
}

} // namespace

} // namespace runglass::test
