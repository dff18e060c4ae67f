// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/OverviewTab.h"

#include "models/session/Overview.h"
#include "tests/widgets/overview/RunPageFixture.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/overview/OverviewForm.h"
#include "widgets/overview/SafeTextBrowser.h"
#include "widgets/overview/WarningStrip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

namespace runglass
{

class OverviewTabTest : public test::RunPageFixture
{
};

TEST_F(OverviewTabTest, AsksForARunWhenNoneIsChosen)
{
    OverviewTab tab(m_context);
    tab.resize(1300, 900);
    tab.show();
    ASSERT_FALSE(tab.shownRun());
    bool isAsked = false;
    for (const QLabel* label : tab.findChildren<QLabel*>())
        isAsked = isAsked || (label->isVisible() && label->text() == QStringLiteral("Choose a run in the selector."));
    EXPECT_TRUE(isAsked);
}

TEST_F(OverviewTabTest, NamesEachValueAsItsLabel)
{
    open("config");
    OverviewTab tab(m_context);
    show(tab, onlyRun());
    for (const char* label : {"State", "Name", "Run path", "Author", "Start time", "Runtime", "Duration", "Host name",
                              "OS", "Python version", "Python executable", "Command", "Git repository", "Git state",
                              "System hardware", "W&B CLI version", "Group", "Job type", "Tags"}) {
        const auto* field = named<QLineEdit>(tab, QString::fromLatin1(label));
        ASSERT_NE(field, nullptr);
        EXPECT_TRUE(field->isReadOnly());
        EXPECT_FALSE(field->text().isEmpty()) << label;
    }
    EXPECT_NE(named<SafeTextBrowser>(tab, QStringLiteral("Description")), nullptr);
    EXPECT_EQ(named<QLineEdit>(tab, QStringLiteral("State"))->text(), QStringLiteral("Finished"));
    const auto* config = named<QTreeView>(tab, QStringLiteral("Config"));
    EXPECT_GT(config->model()->rowCount(), 0);
    EXPECT_NE(named<QTreeView>(tab, QStringLiteral("Summary")), nullptr);
    EXPECT_NE(named<QTableView>(tab, QStringLiteral("Artifact Outputs")), nullptr);
    expectNames(tab);
}

TEST_F(OverviewTabTest, SaysHowAFailedRunEnded)
{
    open("exception");
    OverviewTab tab(m_context);
    show(tab, onlyRun());
    const auto* strip = tab.findChild<QLabel*>(QStringLiteral("warningLabel"));
    EXPECT_TRUE(strip->isVisible());
    EXPECT_TRUE(strip->text().contains(QStringLiteral("exit code 1"))) << strip->text().toStdString();
}

TEST_F(OverviewTabTest, ShowsTheTracebackOfARunThatDied)
{
    open("exception");
    OverviewTab tab(m_context);
    show(tab, onlyRun());
    auto* text = named<QPlainTextEdit>(tab, QStringLiteral("Traceback"));
    ASSERT_NE(text, nullptr);
    EXPECT_TRUE(text->isVisible() && text->isReadOnly());
    EXPECT_TRUE(text->toPlainText().startsWith(QStringLiteral("Traceback (most recent call last):\n  File ")));
    const QString error = text->toPlainText().section(u'\n', -1);
    EXPECT_TRUE(error.startsWith(QStringLiteral("RuntimeError: boom ")));
    QStringList problems;
    for (const QLabel* line : tab.findChildren<QLabel*>(QStringLiteral("warningLabel")))
        problems.append(line->text());
    EXPECT_TRUE(problems.last().contains(error)) << problems.last().toStdString();
    tab.findChild<QPushButton*>(QStringLiteral("copyDetailsButton"))->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              problems.join(u'\n') + QStringLiteral("\n\n") + text->toPlainText());
    QSignalSpy requested(&tab, &OverviewTab::logRequested);
    tab.findChild<QPushButton*>(QStringLiteral("showInLogButton"))->click();
    ASSERT_EQ(requested.size(), 1);
    EXPECT_EQ(requested[0][0].toString(), text->toPlainText());
    expectNames(tab);
}

TEST_F(OverviewTabTest, HasNoTracebackWhereThereIsNone)
{
    open("sysexit");
    OverviewTab tab(m_context);
    show(tab, onlyRun());
    EXPECT_TRUE(tab.findChild<QLabel*>(QStringLiteral("warningLabel"))->isVisible());
    EXPECT_FALSE(tab.findChild<QWidget*>(QStringLiteral("tracebackBox"))->isVisible());
}

TEST_F(OverviewTabTest, OffersTheArtifactsItLists)
{
    open("artifacts");
    OverviewTab tab(m_context);
    show(tab, onlyRun());
    auto* table = named<QTableView>(tab, QStringLiteral("Artifact Outputs"));
    ASSERT_GT(table->model()->rowCount(), 0);
    QSignalSpy requested(&tab, &OverviewTab::artifactRequested);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(requested.size(), 1);
    EXPECT_EQ(requested[0][0].toString(), table->model()->index(0, 0).data().toString());
}

TEST_F(OverviewTabTest, ShowsTheLastOfQuickChoices)
{
    open("");
    const std::uint32_t rows = m_session.list()->table->rowCount();
    ASSERT_GT(rows, 3U);
    OverviewTab tab(m_context);
    tab.show();
    for (std::uint32_t row = 0; row < rows; ++row)
        m_session.setCurrentRun(m_session.list()->table->ref(row));
    const RunRef last = m_session.list()->table->ref(rows - 1);
    const QString path = QString::fromStdString(toString(last.path));
    ASSERT_TRUE(waitFor([&] {
        const auto* field = tab.findChild<QLineEdit*>(QStringLiteral("Run pathField"));
        return field && field->text() == path && !tab.isLoading();
    }));
    // Whatever is still on its way must not take the page back.
    QCoreApplication::processEvents();
    QTest::qWait(50);
    EXPECT_EQ(tab.findChild<QLineEdit*>(QStringLiteral("Run pathField"))->text(), path);
}

TEST_F(OverviewTabTest, ReadsNothingWhileItIsHidden)
{
    open("config");
    OverviewTab tab(m_context);
    m_session.setCurrentRun(onlyRun());
    QCoreApplication::processEvents();
    EXPECT_FALSE(tab.shownRun());
    EXPECT_FALSE(tab.isLoading());
}

TEST_F(OverviewTabTest, ShowsHostileNamesLiterally)
{
    runglass::Run run;
    run.path = {"e", "p", "id"};
    run.name = "<img src=x>";
    run.tags = {"<b>t</b>", "two"};
    run.notes = "**bold** <img src=\"/etc/hostname\">";
    run.group = "a\x1b[31m\u202Eb";
    OverviewForm form(m_theme);
    form.setRun(run, RunDetail());
    EXPECT_EQ(named<QLineEdit>(form, QStringLiteral("Name"))->text(), QStringLiteral("<img src=x>"));
    EXPECT_EQ(named<QLineEdit>(form, QStringLiteral("Group"))->text(), QStringLiteral("a␛[31m␦b"));
    EXPECT_TRUE(named<QLineEdit>(form, QStringLiteral("Tags"))->text().contains(QStringLiteral("<b>t</b>")));
    EXPECT_TRUE(named<QLineEdit>(form, QStringLiteral("Name"))->toolTip().contains(QStringLiteral("&lt;img")));
    const QString text = named<SafeTextBrowser>(form, QStringLiteral("Description"))->toPlainText();
    EXPECT_EQ(text, QStringLiteral("bold <img src=\"/etc/hostname\">"));
}

TEST_F(OverviewTabTest, CountsTheProblemsThatDoNotFit)
{
    WarningStrip strip(m_theme);
    QStringList problems;
    for (int i = 0; i < 8; ++i)
        problems.append(QStringLiteral("<b>problem %1").arg(i));
    strip.setProblems(problems);
    const auto labels = strip.findChildren<QLabel*>(QStringLiteral("warningLabel"));
    ASSERT_EQ(labels.size(), 6);
    for (const QLabel* label : labels)
        EXPECT_EQ(label->textFormat(), Qt::PlainText);
    EXPECT_EQ(labels.first()->text(), QStringLiteral("<b>problem 0"));
    EXPECT_EQ(labels.last()->text(), QStringLiteral("and 3 more"));
    strip.setProblems({});
    EXPECT_TRUE(strip.isHidden());
}

} // namespace runglass
