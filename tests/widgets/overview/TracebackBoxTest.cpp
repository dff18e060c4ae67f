// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/TracebackBox.h"

#include "tests/support/QtMessages.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

namespace runglass
{

namespace
{

QString linesTo(int last)
{
    QStringList lines;
    for (int i = 1; i <= last; ++i)
        lines.append(QStringLiteral("line %1").arg(i));
    return lines.join(u'\n');
}

class TracebackBoxTest : public ::testing::Test
{
protected:
    TracebackBoxTest()
    {
        m_box.resize(600, 400);
        m_box.setTraceback(linesTo(30));
        m_box.show();
    }
    QPlainTextEdit& text() { return *m_box.findChild<QPlainTextEdit*>(QStringLiteral("tracebackText")); }
    QPushButton& whole() { return *m_box.findChild<QPushButton*>(QStringLiteral("wholeTracebackButton")); }
    int rowsInView() { return text().viewport()->height() / text().fontMetrics().lineSpacing(); }

    TracebackBox m_box;
};

} // namespace

TEST_F(TracebackBoxTest, ShowsTheLastLinesThenAll)
{
    EXPECT_EQ(rowsInView(), 8);
    EXPECT_EQ(text().verticalScrollBar()->value(), text().verticalScrollBar()->maximum());
    EXPECT_GT(text().verticalScrollBar()->maximum(), 0);
    EXPECT_EQ(whole().text(), QStringLiteral("Show whole traceback"));
    whole().click();
    EXPECT_EQ(rowsInView(), 30);
    EXPECT_EQ(text().verticalScrollBar()->maximum(), 0);
    EXPECT_EQ(whole().text(), QStringLiteral("Show last lines"));
    whole().click();
    EXPECT_EQ(rowsInView(), 8);
}

TEST_F(TracebackBoxTest, AShortOneIsThereAtOnce)
{
    m_box.setTraceback(linesTo(5));
    EXPECT_FALSE(whole().isVisible());
    EXPECT_EQ(rowsInView(), 5);
    m_box.setTraceback({});
    EXPECT_FALSE(m_box.isVisible());
}

TEST_F(TracebackBoxTest, LongLinesAreWrapped)
{
    m_box.setTraceback(QString(2000, u'x'));
    EXPECT_EQ(rowsInView(), 8);
    EXPECT_TRUE(whole().isVisible());
    whole().click();
    EXPECT_GT(rowsInView(), 15);
    EXPECT_EQ(text().verticalScrollBar()->maximum(), 0);
    EXPECT_EQ(text().horizontalScrollBar()->maximum(), 0);
}

TEST_F(TracebackBoxTest, TheSameTextAgainKeepsTheSelection)
{
    whole().click();
    text().selectAll();
    m_box.setTraceback(linesTo(30));
    EXPECT_TRUE(text().textCursor().hasSelection());
    EXPECT_EQ(rowsInView(), 30);
}

TEST_F(TracebackBoxTest, IsPlainTextAndCannotBeChanged)
{
    m_box.setTraceback(QStringLiteral("<b>bold</b>\x1b[31m\u202E"));
    EXPECT_EQ(text().toPlainText(), QStringLiteral("<b>bold</b>␛[31m␦"));
    QTest::keyClicks(&text(), QStringLiteral("x"));
    EXPECT_EQ(text().toPlainText(), QStringLiteral("<b>bold</b>␛[31m␦"));
}

} // namespace runglass
