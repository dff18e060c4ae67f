// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/window/GoToRunDialog.h"
#include "widgets/window/NavigationHistory.h"
#include "widgets/window/ProblemsDialog.h"
#include "widgets/window/ShortcutsDialog.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTableWidget>

namespace runglass::test
{

namespace
{

class GoToRunTest : public WindowFixture
{
protected:
    GoToRunTest()
    {
        open("config");
        open("small");
        m_dialog.open();
        QObject::connect(&m_dialog, &GoToRunDialog::runChosen, [this](const RunRef& run) { m_chosen.push_back(run); });
    }
    void enter(const QString& text)
    {
        auto* field = m_dialog.findChild<QLineEdit*>();
        field->setText(text);
        // At once: the answer is still on its way.
        QTest::keyClick(field, Qt::Key_Return);
        EXPECT_TRUE(waitFor([this] { return !m_chosen.empty() || !message().isEmpty(); })) << text.toStdString();
    }
    QString message() const { return m_dialog.findChild<QLabel*>(QStringLiteral("goToRunMessage"))->text(); }
    QListWidget* matches() const { return m_dialog.findChild<QListWidget*>(); }
    RunRef configRun() const
    {
        const auto found = findRuns(*m_session.list()->table, "cfg-498qq4uj", 1, CancelToken()).exact;
        EXPECT_EQ(found.size(), 1U);
        return found.empty() ? RunRef() : found.front();
    }

    std::vector<RunRef> m_chosen;
    GoToRunDialog m_dialog{m_context};
};

} // namespace

TEST_F(GoToRunTest, TakesAnIdAPathAndUrlsOfBothForms)
{
    const RunRef run = configRun();
    const QString path = QString::fromStdString(toString(run.path));
    const QString inUrl = QString::fromStdString(run.path.entity + "/" + run.path.project);
    const QString id = QString::fromStdString(run.path.id);
    for (const QString& text : {id, path, QStringLiteral("https://wandb.ai/%1/%2").arg(inUrl, id),
                                QStringLiteral("http://localhost:8080/%1/runs/%2/overview?nw=x").arg(inUrl, id)}) {
        m_chosen.clear();
        m_dialog.open();
        enter(text);
        ASSERT_EQ(m_chosen.size(), 1U) << text.toStdString() << message().toStdString();
        EXPECT_EQ(m_chosen.front(), run);
        EXPECT_FALSE(m_dialog.isVisible());
    }
}

TEST_F(GoToRunTest, SaysWhenNothingMatches)
{
    enter(QStringLiteral("nothing is called <b>that</b>"));
    EXPECT_TRUE(m_chosen.empty());
    EXPECT_TRUE(m_dialog.isVisible());
    EXPECT_EQ(message(), QStringLiteral("No run is called \"nothing is called <b>that</b>\", "
                                        "and no run has that ID or path."));
    enter({});
    EXPECT_TRUE(m_chosen.empty());
    EXPECT_FALSE(message().isEmpty());
}

TEST_F(GoToRunTest, LetsOneChooseAmongSeveral)
{
    enter(QStringLiteral("small"));
    EXPECT_TRUE(m_chosen.empty());
    EXPECT_EQ(message(), QStringLiteral("Several runs match. Choose one."));
    ASSERT_GE(matches()->count(), 2);
    matches()->setCurrentRow(1);
    QTest::keyClick(matches(), Qt::Key_Return);
    m_dialog.accept();
    ASSERT_FALSE(m_chosen.empty());
}

TEST_F(GoToRunTest, ArrowsInTheFieldMoveThroughTheMatches)
{
    auto* field = m_dialog.findChild<QLineEdit*>();
    field->setText(QStringLiteral("small"));
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    ASSERT_TRUE(waitFor([this] { return matches()->currentRow() == 1; }));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_EQ(m_chosen.size(), 1U);
}

TEST(NavigationHistory, GoesBackAndForwardAndForgetsWhatLayAhead)
{
    NavigationHistory history;
    EXPECT_FALSE(history.canGoBack());
    for (int tab = 0; tab < 3; ++tab)
        history.visit({tab, {}, {}});
    history.visit({2, {}, {}});
    EXPECT_EQ(history.goBack().tab, 1);
    EXPECT_EQ(history.goBack().tab, 0);
    EXPECT_FALSE(history.canGoBack());
    EXPECT_EQ(history.goForward().tab, 1);
    history.visit({5, {}, {}});
    EXPECT_FALSE(history.canGoForward());
    EXPECT_EQ(history.goBack().tab, 1);
    for (int i = 0; i < 1000; ++i)
        history.visit({i, {}, {}});
    int steps = 0;
    for (; history.canGoBack(); ++steps)
        history.goBack();
    EXPECT_EQ(steps, 99);
}

TEST(ShortcutsDialog, ListsWhatTheMenusHold)
{
    QMenuBar bar;
    QMenu* menu = bar.addMenu(QStringLiteral("&File"));
    menu->addAction(QStringLiteral("&Open…"))->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    menu->addAction(QStringLiteral("No key"));
    const ShortcutsDialog dialog(bar);
    const auto* table = dialog.findChild<QTableWidget*>();
    EXPECT_EQ(table->item(0, 0)->text(), QStringLiteral("File"));
    EXPECT_EQ(table->item(0, 1)->text(), QStringLiteral("Open"));
    EXPECT_EQ(table->item(0, 2)->text(), QStringLiteral("Ctrl+O"));
    for (int row = 0; row < table->rowCount(); ++row)
        EXPECT_NE(table->item(row, 1)->text(), QStringLiteral("No key"));
}

class ProblemsTest : public WindowFixture
{
};

TEST_F(ProblemsTest, SourcesThatFailAreListedWithTheirCause)
{
    m_session.open("/nowhere/to/be/found");
    ASSERT_TRUE(waitFor([this] { return !m_session.isBusy(); }));
    EXPECT_EQ(problemCount(m_session), 1);
    const ProblemsDialog dialog(m_context);
    EXPECT_TRUE(dialog.details().startsWith(QStringLiteral("/nowhere/to/be/found\t")));
    EXPECT_GT(sourceProblems(m_session).front().cause.size(), 5);
}

} // namespace runglass::test
