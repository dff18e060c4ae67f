// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/session/SessionFixture.h"
#include "tests/sources/LivingLog.h"

#include <QSignalSpy>

#include <chrono>
#include <ctime>
#include <optional>

namespace runglass::test
{

namespace
{

class SessionFollowTest : public SessionFixture
{
protected:
    static std::string row(int step)
    {
        return historyRecord(step, {{{"loss"}, std::to_string(1.0 / (step + 1))}, {{"acc"}, std::to_string(step)}});
    }
    std::uint64_t start() const { return static_cast<std::uint64_t>(m_start); }
    std::string printed(const std::string& text) const { return consoleRecord(true, text, start()); }
    std::shared_ptr<const Line> line(const RunRef& ref, const std::string& key)
    {
        const auto found = result(m_session->chartSeries({false, {key}, 1}, {ref}));
        if (!found || (*found)->size() != 1 || (*found)->front().segments.size() != 1)
            return std::make_shared<const Line>();
        return (*found)->front().segments.front();
    }
    LogLines lines(const RunRef& ref)
    {
        const auto found = result(m_session->logLines(ref));
        EXPECT_TRUE(found) << describe(found.error());
        return found ? **found : LogLines();
    }
    /// Until a change of the run was told and the log has so many lines.
    bool waitForLines(const RunRef& ref, std::size_t count)
    {
        return waitFor([&] { return lines(ref).size() == count; });
    }

    std::filesystem::path m_root = m_home.path() / "runs";
    std::time_t m_start = std::time(nullptr);
    LivingLog m_log{m_root, "a"};
    LivingLog m_other{m_root, "b", "20240103_030405"};
};

} // namespace

TEST_F(SessionFollowTest, saysWhichRunGrewAndGivesTheRestAsItWas)
{
    m_log.record(runRecord("a", start()));
    m_other.record(runRecord("b", start() + 1));
    for (int step = 0; step < 3000; ++step) {
        m_log.record(row(step));
        m_other.record(row(step));
    }
    m_log.flush();
    m_other.flush();
    m_log.hold();
    m_other.hold();
    openAndRead(m_root);
    const RunRef a = run("a"), b = run("b");
    const auto before = line(a, "loss"), acc = line(a, "acc"), other = line(b, "loss");
    ASSERT_EQ(before->size(), 3000U);

    RunChanges changes;
    QObject::connect(m_session.get(), &Session::runsChanged, m_session.get(),
                     [&changes](const RunChanges& more) { changes.add(more); });
    m_log.record(row(3000)).record(historyRecord(3001, {{{"loss"}, "0.5"}})).flush();
    ASSERT_TRUE(waitFor([&] { return changes.concern(a) && line(a, "loss")->size() == 3002; }));
    EXPECT_FALSE(changes.concern(b));
    EXPECT_EQ(before->size(), 3000U);
    const auto after = line(a, "loss");
    EXPECT_EQ(after->step(3001), 3001);
    EXPECT_EQ(after->lastValue(), 0.5);
    EXPECT_EQ(after->extent().max, 1.0);
    EXPECT_EQ(line(a, "acc")->size(), 3001U);
    EXPECT_EQ(line(b, "loss"), other);
    EXPECT_EQ(line(a, "loss"), after);
}

TEST_F(SessionFollowTest, goesOnWithTheLogItHas)
{
    m_log.record(runRecord("a", start()));
    for (int i = 0; i < 1000; ++i)
        m_log.record(printed("line " + std::to_string(i) + '\n'));
    m_log.flush();
    m_log.hold();
    openAndRead(m_root);
    const RunRef ref = run("a");
    const LogLines before = lines(ref);
    ASSERT_EQ(before.size(), 1000U);
    m_log.record(printed("line 1000\nprogress 10%")).flush();
    ASSERT_TRUE(waitForLines(ref, 1002));
    const LogLines after = lines(ref);
    EXPECT_EQ(after.back().text, "progress 10%");
    EXPECT_EQ(after[1000].text, "line 1000");
    for (std::size_t chunk = 0; chunk + 1 < before.chunkCount(); ++chunk)
        EXPECT_EQ(after.chunk(chunk), before.chunk(chunk)) << "not made again";
    m_log.record(printed("\rprogress 100%\nend\n")).flush();
    ASSERT_TRUE(waitForLines(ref, 1003));
    EXPECT_EQ(lines(ref)[1001].text, "progress 100%");
    EXPECT_EQ(after[1001].text, "progress 10%");
}

/// What is new waits for the pace that was asked for, or for somebody to ask.
TEST_F(SessionFollowTest, looksAsOftenAsItIsTold)
{
    m_log.record(runRecord("a", start())).record(row(0)).flush();
    m_log.hold();
    openAndRead(m_root);
    const RunRef a = run("a");
    const auto points = [&] { return line(a, "loss")->size(); };
    EXPECT_EQ(m_session->pace(), kAsItHappens);

    m_session->setPace(std::nullopt);
    m_other.record(runRecord("b", start())).flush();
    m_session->refresh(); // behind which the pace holds, whatever was on its way before
    ASSERT_TRUE(waitFor([&] { return !m_session->isBusy() && m_session->list()->table->rowCount() == 2; }));
    EXPECT_EQ(points(), 1U);
    int changes = 0;
    QObject::connect(m_session.get(), &Session::runsChanged, m_session.get(), [&changes] { ++changes; });
    m_log.record(row(1)).flush();
    Session other(m_session->places());
    other.open(m_root.string());
    const auto otherHas = [&](std::uint64_t count) {
        return waitFor([&] {
            const auto found = result(other.seriesInfo(a));
            return found && !(*found)->empty() && (*found)->front().count == count;
        });
    };
    ASSERT_TRUE(waitFor([&] { return !other.isBusy() && other.list()->table->rowCount() == 2; }));
    m_log.record(row(2)).flush();
    ASSERT_TRUE(otherHas(3)) << "who looks as it happens";
    EXPECT_EQ(changes, 0);
    EXPECT_EQ(points(), 1U);
    m_session->refresh();
    ASSERT_TRUE(waitFor([&] { return !m_session->isBusy() && points() == 3; }));

    m_session->setPace(std::chrono::hours(1));
    m_log.record(row(3)).flush();
    ASSERT_TRUE(otherHas(4));
    EXPECT_EQ(points(), 3U);
    m_session->setPace(kAsItHappens);
    EXPECT_TRUE(waitFor([&] { return points() == 4; })) << "the hour is cut short";
}

TEST_F(SessionFollowTest, showsWhatIsPrintedBeforeTheLogHasIt)
{
    m_log.record(runRecord("a", start())).record(printed("one\n")).flush();
    m_log.file("output.log", "one\ntwo\nth");
    openAndRead(m_root);
    const RunRef ref = run("a");
    EXPECT_EQ(lines(ref).size(), 3U);
    EXPECT_EQ(lines(ref).back().text, "th");
    m_log.file("output.log", "one\ntwo\nthree\nfour\n");
    ASSERT_TRUE(waitForLines(ref, 4));
    EXPECT_EQ(lines(ref)[2].text, "three");
    // When the log has it too, nothing comes twice, and the streams are told apart.
    m_log.record(printed("two\n")).record(consoleRecord(false, "three\n", start())).flush();
    ASSERT_TRUE(waitFor([&] { return lines(ref).size() == 4 && lines(ref)[2].stream == ConsoleStream::Stderr; }));
    EXPECT_EQ(lines(ref).back().text, "four");
    m_log.record(printed("four\n")).record(exitRecord(0, 10)).flush();
    ASSERT_TRUE(waitFor([&] { return lines(ref).size() == 4 && lines(ref)[3].time.has_value(); }));
}

TEST_F(SessionFollowTest, aResumedRunGoesOnBelowItsFirstSegment)
{
    m_log.record(runRecord("a", start() - 100)).record(printed("first")).record(exitRecord(0, 10)).flush();
    LivingLog second(m_root, "a", "20240102_040405");
    second.record(runRecord("a", start())).record(printed("second\n")).flush();
    openAndRead(m_root);
    const RunRef ref = run("a");
    ASSERT_TRUE(waitForLines(ref, 2));
    EXPECT_EQ(lines(ref)[0].text, "first");
    EXPECT_EQ(lines(ref)[1].text, "second");
    second.record(printed("\x1b[9A\rthird!\n")).flush();
    ASSERT_TRUE(waitFor([&] { return lines(ref).size() == 2 && lines(ref)[1].text == "third!"; }));
    EXPECT_EQ(lines(ref)[0].text, "first") << "no cursor reaches it";
}

} // namespace runglass::test
