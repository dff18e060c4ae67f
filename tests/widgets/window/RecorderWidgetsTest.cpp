// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RecorderControl.h"
#include "models/store/RecorderLock.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/window/AddressOpener.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/RecorderActions.h"
#include "widgets/window/RecorderDialog.h"
#include "widgets/window/SetUpDialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <fstream>
#include <gmock/gmock.h>

namespace runglass::test
{

namespace
{

using Kind = RecorderState::Kind;

class RecorderWidgetsTest : public WindowFixture
{
protected:
    /// What the command line's program does from now on: lines of shell.
    void setProgram(const std::string& lines) const
    {
        std::ofstream(program()) << "#!/bin/sh\n" << lines << '\n';
        std::filesystem::permissions(program(), std::filesystem::perms::owner_all);
    }
    std::filesystem::path program() const { return m_home.path() / "program"; }
    std::string store() const { return (m_home.path() / "runs.db").string(); }
    /// A recorder's process that runs.
    void take(const std::string& trouble = {})
    {
        if (!m_lock)
            m_lock = std::make_unique<RecorderLock>(RecorderLock::take(store()).value());
        ASSERT_TRUE(m_lock->tell({"http://127.0.0.1:8765", 7, "here", trouble}).ok());
    }
    bool isSeen(Kind kind) const
    {
        return waitFor([&] { return m_control.state().kind == kind; });
    }
    template <typename T> static T* named(const QWidget& in, const char* name)
    {
        return in.findChild<T*>(QString::fromLatin1(name));
    }

    TemporaryDirectory m_home;
    std::unique_ptr<RecorderLock> m_lock;
    RecorderControl m_control{program().string(), store()};
    Context m_recording{m_session, m_theme, SourceNames(), &m_control, nullptr};
};

TEST_F(RecorderWidgetsTest, TheWindowOffersItAndSaysHowItFares)
{
    MainWindow window(m_recording, {});
    window.show();
    EXPECT_TRUE(window.actions().record->isVisible());
    auto* status = named<QToolButton>(window, "recorderButton");
    EXPECT_TRUE(waitFor([&] { return status->text() == QStringLiteral("Recorder is off"); }));
    EXPECT_FALSE(window.actions().openRecorded->isVisible()) << "nothing was recorded";
    take();
    EXPECT_TRUE(waitFor([&] { return status->text() == QStringLiteral("Recording on 127.0.0.1:8765"); }));
    EXPECT_EQ(window.actions().record->text().remove(u'&'), QStringLiteral("Stop recording"));
    take("database or disk is full");
    EXPECT_TRUE(waitFor([&] { return status->text() == QStringLiteral("Recorder cannot write"); }));
    EXPECT_TRUE(status->accessibleDescription().contains(QStringLiteral("database or disk is full")));
    m_lock.reset();
    EXPECT_TRUE(waitFor([&] { return status->text().startsWith(QStringLiteral("Recorder off since ")); }));
    MainWindow other(m_context, {});
    other.show();
    EXPECT_FALSE(other.actions().record->isVisible());
    EXPECT_TRUE(named<QToolButton>(other, "recorderButton")->isHidden());
}

TEST_F(RecorderWidgetsTest, SaysThatTheDiskIsFull)
{
    RecorderState state;
    state.kind = Kind::On;
    state.url = "http://127.0.0.1:8765";
    state.trouble = "database or disk is full";
    state.isDiskFull = true;
    EXPECT_EQ(recorderText(state), QStringLiteral("Recorder's disk is full"));
    EXPECT_TRUE(
        recorderDetail(state, QStringLiteral("/x/runs.db"))
            .startsWith(QStringLiteral("Not saved: the disk of /x/runs.db is full. Nothing already saved is lost.")));
}

TEST_F(RecorderWidgetsTest, TheDialogSaysWhereItRecordsAndWhatAScriptNeeds)
{
    MainWindow window(m_recording, {});
    RecorderDialog dialog(m_recording, window.actions());
    dialog.show();
    auto* address = named<QLineEdit>(dialog, "recorderAddress");
    EXPECT_EQ(address->text(), QStringLiteral("–"));
    take();
    EXPECT_TRUE(waitFor([&] { return address->text() == QStringLiteral("http://127.0.0.1:8765"); }));
    EXPECT_EQ(named<QLineEdit>(dialog, "recorderStore")->text().toStdString(), store());
    EXPECT_EQ(named<QLineEdit>(dialog, "recorderScript")->text().toStdString(),
              "eval \"$(" + program().string() + " serve --print-env)\"");
    EXPECT_FALSE(named<QPushButton>(dialog, "useAnotherPort")->isVisible());
    m_lock.reset();
    ASSERT_TRUE(isSeen(Kind::Off));
    setProgram("echo '127.0.0.1:8765 cannot be listened on: Address already in use.' >&2; exit 4");
    m_control.start();
    EXPECT_TRUE(waitFor([&] { return named<QPushButton>(dialog, "useAnotherPort")->isVisible(); }));
    EXPECT_EQ(named<QLabel>(dialog, "recorderDetail")->text(),
              QStringLiteral("Recording could not start: port 8765 is used by another program."));
}

TEST_F(RecorderWidgetsTest, SettingUpIsShownBeforeItIsDone)
{
    const std::string plan = R"({"address":"http://127.0.0.1:8765","files":[{"path":"/h/netrc","exists":false,)"
                             R"("replaced":[],"written":["machine x"]}]})";
    setProgram("case \"$*\" in *--dry-run*) echo '" + plan + "' ;; *) echo \"$@\" > " + store() + ".said ;; esac");
    SetUpDialog dialog(m_recording);
    QSignalSpy done(&dialog, &SetUpDialog::setUpDone);
    dialog.show();
    auto* go = named<QPushButton>(dialog, "setUpGo");
    EXPECT_TRUE(waitFor([&] { return go->isEnabled(); }));
    EXPECT_EQ(go->text(), QStringLiteral("Start recording")) << "the address is not known before";
    take();
    auto* preview = named<QPlainTextEdit>(dialog, "setUpPreview");
    EXPECT_TRUE(waitFor([&] { return go->text() == QStringLiteral("Set up") && go->isEnabled(); }));
    EXPECT_EQ(preview->toPlainText(), QStringLiteral("/h/netrc (new)\n  + machine x"));
    EXPECT_FALSE(std::filesystem::exists(store() + ".said"));
    go->click();
    EXPECT_TRUE(waitFor([&] { return done.count() == 1; }));
    EXPECT_TRUE(std::filesystem::exists(store() + ".said"));
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(RecorderWidgetsTest, SaysWhyItCannotBeSetUp)
{
    setProgram("echo 'There is no home directory.' >&2; exit 1");
    take();
    SetUpDialog dialog(m_recording);
    dialog.show();
    EXPECT_TRUE(waitFor([&] {
        return named<QLabel>(dialog, "setUpMessage")->text() == QStringLiteral("There is no home directory.");
    }));
    EXPECT_FALSE(named<QPushButton>(dialog, "setUpGo")->isEnabled());
}

TEST_F(RecorderWidgetsTest, AnAddressLeadsToItsRun)
{
    open("small");
    const RunRef run = listed(0);
    AddressOpener opener(m_context, nullptr);
    std::vector<RunRef> found;
    QStringList failed;
    QObject::connect(&opener, &AddressOpener::found, [&found](const RunRef& one) { found.push_back(one); });
    QObject::connect(&opener, &AddressOpener::failed, [&failed](const QString& text) { failed.append(text); });
    const QString place = QString::fromStdString(run.path.entity + "/" + run.path.project);
    const QString id = QString::fromStdString(run.path.id);
    opener.open(QStringLiteral("https://wandb.ai/%1/runs/%2").arg(place, id));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], run);
    opener.open(QStringLiteral("http://127.0.0.1:8765/%1/runs/nosuchid").arg(place));
    ASSERT_EQ(failed.size(), 1);
    EXPECT_TRUE(failed[0].startsWith(QStringLiteral("No open source has the run of http://127.0.0.1:8765/")));
    opener.open(QStringLiteral("http://127.0.0.1:8765/"));
    ASSERT_EQ(failed.size(), 2);
    EXPECT_TRUE(failed[1].endsWith(QStringLiteral("is not the address of a run.")));
    EXPECT_TRUE(AddressOpener::isAddress(QStringLiteral("https://x/y")));
    EXPECT_FALSE(AddressOpener::isAddress(QStringLiteral("/http://x")));
}

} // namespace

} // namespace runglass::test
