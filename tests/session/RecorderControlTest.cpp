// SPDX-License-Identifier: GPL-3.0-or-later
// What the window learns of the recorder, and what it has done by the command line's program.
#include "models/session/RecorderControl.h"

#include "models/session/LoginStart.h"
#include "models/store/RecorderLock.h"
#include "tests/session/SessionFixture.h"

#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using Kind = RecorderState::Kind;

class RecorderControlTest : public SessionFixture
{
protected:
    /// A program that does what these lines of shell say.
    std::string program(const std::string& lines) const
    {
        const std::filesystem::path path = m_home.path() / "program";
        std::ofstream(path) << "#!/bin/sh\n" << lines << '\n';
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path.string();
    }
    std::string store() const { return (m_home.path() / "runs.db").string(); }
    bool isSeen(const RecorderControl& control, Kind kind) const
    {
        return waitFor([&] { return control.state().kind == kind; });
    }
};

TEST_F(RecorderControlTest, FindsTheOneThatRunsAndHowItFares)
{
    RecorderControl control(program("exit 1"), store());
    EXPECT_TRUE(isSeen(control, Kind::Off));
    EXPECT_FALSE(control.state().offSince) << "nobody saw it go off";
    {
        RecorderLock lock = RecorderLock::take(store()).value();
        ASSERT_TRUE(lock.tell({"http://127.0.0.1:8765", 7, "here", {}}).ok());
        EXPECT_TRUE(isSeen(control, Kind::On));
        EXPECT_EQ(control.state().url, "http://127.0.0.1:8765");
        EXPECT_EQ(control.state().pid, 7);
        ASSERT_TRUE(lock.tell({"http://127.0.0.1:8765", 7, "here", "database or disk is full"}).ok());
        EXPECT_TRUE(waitFor([&] { return control.state().trouble == "database or disk is full"; }));
        ASSERT_TRUE(lock.tell({"http://127.0.0.1:8765", 7, "here", {}}).ok());
        EXPECT_TRUE(waitFor([&] { return control.state().trouble.empty(); }));
    }
    EXPECT_TRUE(isSeen(control, Kind::Off));
    EXPECT_TRUE(control.state().offSince);
}

TEST_F(RecorderControlTest, SaysWhyItCannotBeStarted)
{
    RecorderControl control(program("echo '127.0.0.1:8765 cannot be listened on: Address already in use.' >&2; exit 4"),
                            store());
    control.start();
    EXPECT_EQ(control.state().kind, Kind::Starting);
    EXPECT_TRUE(isSeen(control, Kind::Off));
    EXPECT_EQ(control.state().takenPort, 8765);
    EXPECT_THAT(control.state().failure, testing::HasSubstr("Address already in use"));
    RecorderControl missing((m_home.path() / "none").string(), store());
    missing.start();
    EXPECT_TRUE(waitFor([&] { return !missing.state().failure.empty(); }));
    EXPECT_FALSE(missing.state().takenPort);
    // Without a place for a store nothing is offered.
    RecorderControl nowhere(program("exit 0"), {});
    EXPECT_FALSE(nowhere.canRecord());
    nowhere.start();
    EXPECT_EQ(nowhere.state().kind, Kind::Unknown);
}

TEST_F(RecorderControlTest, TellsOfItsBeginningOnce)
{
    const std::string said = (m_home.path() / "said").string();
    RecorderControl control(program("echo \"$@\" >> " + said), store());
    int begun = 0;
    QObject::connect(&control, &RecorderControl::begun, [&begun] { ++begun; });
    control.start();
    control.start();
    EXPECT_TRUE(waitFor([&] { return begun == 1; }));
    EXPECT_EQ(contents(said), "serve --store " + store() + " --background\n");
    control.startOnFreePort();
    EXPECT_TRUE(waitFor([&] { return begun == 2; }));
    EXPECT_THAT(contents(said), testing::ContainsRegex("--background --listen 127.0.0.1:[0-9]+"));
}

TEST_F(RecorderControlTest, ReadsWhatSettingUpWouldWrite)
{
    RecorderControl control(
        program(R"(echo '{"address":"http://127.0.0.1:1","files":[{"path":"/h/.netrc","exists":true,"replaced":["a"],)"
                R"("written":["b","c"]}]}')"),
        store());
    std::optional<Result<SetUpPlan>> plan;
    control.planSetUp(&control, [&plan](const Result<SetUpPlan>& answer) { plan = answer; });
    ASSERT_TRUE(waitFor([&] { return plan.has_value(); }));
    ASSERT_TRUE(plan->ok());
    EXPECT_EQ((*plan)->address, QStringLiteral("http://127.0.0.1:1"));
    ASSERT_EQ((*plan)->files.size(), 1U);
    EXPECT_TRUE((*plan)->files[0].exists);
    EXPECT_EQ((*plan)->files[0].written, (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    RecorderControl failing(program("echo 'there is no home' >&2; exit 1"), store());
    plan.reset();
    failing.planSetUp(&failing, [&plan](const Result<SetUpPlan>& answer) { plan = answer; });
    ASSERT_TRUE(waitFor([&] { return plan.has_value(); }));
    ASSERT_FALSE(plan->ok());
    EXPECT_EQ(plan->error().detail, "there is no home");
}

TEST_F(RecorderControlTest, SaysWhyNothingStartsAtLogin)
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    LoginStart login("/usr/bin/runglass");
    std::optional<Status> done;
    login.setEnabled(true, [&done](const Status& status) { done = status; });
    EXPECT_TRUE(waitFor([&] { return done.has_value(); }));
    qputenv("PATH", path);
    ASSERT_FALSE(done->ok());
    EXPECT_THAT(done->error().detail, testing::StartsWith("systemd's user manager cannot be reached: "));
    EXPECT_FALSE(login.isEnabled());
}

} // namespace

} // namespace runglass::test
