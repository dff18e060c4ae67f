// SPDX-License-Identifier: GPL-3.0-or-later
// Commands over hundreds of runs: how far they are, and what a cancelled one leaves.
#include "models/items/RunTicks.h"
#include "tests/sources/LivingLog.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/commands/DeleteDialog.h"
#include "widgets/common/Toast.h"
#include "widgets/runs/RunsTab.h"
#include "widgets/window/MainWindow.h"
#include "widgets/window/WorkProgress.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace runglass::test
{

namespace
{

constexpr int kRuns = 1500;

class ManyRunsTest : public WindowFixture
{
protected:
    ManyRunsTest()
    {
        for (int i = 0; i < kRuns; ++i) {
            const std::string id = "r" + std::to_string(10'000 + i);
            LivingLog log(m_folder.path(), id);
            log.record(runRecord(id, 1'704'164'645)).record(exitRecord(0, 1));
            log.flush();
        }
        m_window.resize(1600, 900);
        m_window.show();
        m_window.setTab(MainWindow::Tab::Runs);
        m_session.open(m_folder.path().string());
    }
    int listed() const { return static_cast<int>(m_session.list()->rows.size()); }

    TemporaryDirectory m_folder;
    MainWindow m_window{m_context, QString()};
};

} // namespace

TEST_F(ManyRunsTest, ADeletionOfManyTellsHowFarItIsAndIsCancelled)
{
    ASSERT_TRUE(waitFor([this] { return !m_session.isBusy() && listed() == kRuns; }));
    m_window.runs().ticks().setAll(true);
    EXPECT_TRUE(m_window.actions().deleteRuns->isEnabled());
    m_window.actions().deleteRuns->trigger();
    DeleteDialog* asked = nullptr;
    ASSERT_TRUE(waitFor([&] { return (asked = m_window.findChild<DeleteDialog*>()) && asked->isVisible(); }));
    EXPECT_EQ(asked->taken().size(), static_cast<std::size_t>(kRuns));
    EXPECT_LT(asked->height(), 600) << "the list scrolls";
    int progressed = 0;
    int done = 0, wanted = 0;
    QObject::connect(&m_session, &Session::commandProgressed, &m_window, [&](quint64, int, int total) {
        EXPECT_EQ(total, kRuns);
        // As a person who presses Cancel as soon as it is there.
        if (++progressed == 1)
            m_window.findChild<WorkProgress*>()->findChild<QPushButton*>()->click();
    });
    QObject::connect(&m_session, &Session::commandFinished, &m_window, [&](quint64, const CommandReport& report) {
        done = static_cast<int>(report.done());
        wanted = static_cast<int>(report.wanted);
        EXPECT_TRUE(report.wasCanceled);
    });
    asked->findChild<QPushButton*>(QStringLiteral("confirmDelete"))->click();
    ASSERT_TRUE(waitFor([&] { return wanted == kRuns; }));
    EXPECT_GT(progressed, 0);
    EXPECT_GT(done, 0);
    EXPECT_LT(done, kRuns) << "it was cancelled";
    const QString said = m_window.findChild<Toast*>()->text();
    EXPECT_TRUE(said.contains(QStringLiteral("Cancelled"))) << said.toStdString();
    ASSERT_TRUE(waitFor([&] { return listed() == kRuns - done; })) << "what is done stays done";
    EXPECT_FALSE(m_window.findChild<WorkProgress*>()->isVisible());
}

} // namespace runglass::test
