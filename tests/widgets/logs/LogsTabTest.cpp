// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogsTab.h"

#include "tests/widgets/overview/RunPageFixture.h"
#include "widgets/logs/LogView.h"

#include <QAbstractButton>
#include <QAction>
#include <QFileDialog>
#include <QLabel>

namespace runglass
{

class LogsTabTest : public test::RunPageFixture
{
};

TEST_F(LogsTabTest, ShowsWhatTheRunPrinted)
{
    open("console");
    LogsTab tab(m_context);
    show(tab, onlyRun());
    const auto* view = tab.findChild<LogView*>(QStringLiteral("logView"));
    ASSERT_TRUE(view->isVisible());
    EXPECT_EQ(view->accessibleName(), QStringLiteral("Log"));
    EXPECT_GT(view->layoutOfLines().lines().size(), 3U);
    const auto* count = tab.findChild<QLabel*>(QStringLiteral("logCountLabel"));
    EXPECT_TRUE(count->text().contains(QStringLiteral("line(s) · "))) << count->text().toStdString();
    expectNames(tab);
}

TEST_F(LogsTabTest, SaysThatNothingWasPrinted)
{
    open("history");
    LogsTab tab(m_context);
    show(tab, onlyRun());
    bool isSaid = false;
    for (const QLabel* label : tab.findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text() == QStringLiteral("This run printed nothing."));
    EXPECT_TRUE(isSaid);
}

TEST_F(LogsTabTest, GoesToTheTraceback)
{
    open("exception");
    const QString traceback = QStringLiteral("Traceback (most recent call last):\nRuntimeError: boom brisk-ember");
    LogsTab tab(m_context);
    m_session.setCurrentRun(onlyRun());
    tab.showTraceback(traceback); // before there is anything
    show(tab, onlyRun());
    const auto* view = tab.findChild<LogView*>(QStringLiteral("logView"));
    ASSERT_TRUE(waitFor([&] { return view->hasSelection(); }));
    EXPECT_TRUE(view->selectedText().startsWith(traceback.section(u'\n', 0, 0))) << view->selectedText().toStdString();
    EXPECT_TRUE(view->selectedText().endsWith(traceback.section(u'\n', -1)));
    tab.findChild<LogView*>(QStringLiteral("logView"))->setSelection({}, {});
    tab.findChild<QAbstractButton*>(QStringLiteral("stream1Button"))->click(); // stdout, which does not have it
    tab.showTraceback(traceback);
    ASSERT_TRUE(waitFor([&] { return view->hasSelection(); }));
    EXPECT_TRUE(view->selectedText().startsWith(traceback.section(u'\n', 0, 0)));
}

TEST_F(LogsTabTest, ScrollsToTheEndOfTheTraceback)
{
    open("sigint_blocks");
    LogsTab tab(m_context);
    show(tab, onlyRun());
    const auto* view = tab.findChild<LogView*>(QStringLiteral("logView"));
    const std::size_t lines = view->layoutOfLines().lines().size();
    ASSERT_GT(lines, 500U);
    ASSERT_FALSE(view->viewport()->rect().contains(view->cellAt({lines - 1, 0})));
    tab.showTraceback(
        QStringLiteral("step 1\nTraceback (most recent call last):\nKeyboardInterrupt")); // higher than it
    ASSERT_TRUE(waitFor([&] { return view->hasSelection(); }));
    EXPECT_EQ(view->selectionStart().line, 1U);
    EXPECT_EQ(view->selectionEnd().line, lines - 1);
    EXPECT_TRUE(view->viewport()->rect().contains(view->cellAt({lines - 1, 0})));
}

TEST_F(LogsTabTest, SavesTheLogWithoutBlocking)
{
    open("console");
    LogsTab tab(m_context);
    show(tab, onlyRun());
    const test::TemporaryDirectory folder;
    tab.findChild<QAction*>(QStringLiteral("downloadAction"))->trigger();
    auto* dialog = tab.findChild<QFileDialog*>(QStringLiteral("saveDialog"));
    ASSERT_NE(dialog, nullptr);
    const std::filesystem::path saved = folder.path() / "saved.log";
    emit dialog->fileSelected(QString::fromStdString(saved.string()));
    dialog->reject();
    ASSERT_TRUE(waitFor([&] { return std::filesystem::exists(saved) && std::filesystem::file_size(saved) > 0; }));
}

} // namespace runglass
