// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/LogView.h"

#include "tests/support/QtMessages.h"
#include "widgets/common/Theme.h"
#include "widgets/logs/AnsiColours.h"
#include "widgets/logs/FindBar.h"

#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace runglass
{

class LogViewTest : public ::testing::Test
{
protected:
    LogViewTest()
        : m_view(m_theme)
    {
        m_view.setAccessibleName(QStringLiteral("Log"));
        m_view.resize(900, 620);
        m_view.show();
    }

    static LogLine line(std::string text, ConsoleStream stream = ConsoleStream::Stdout)
    {
        LogLine made;
        made.text = std::move(text);
        made.stream = stream;
        return made;
    }
    void setLines(std::vector<LogLine> lines)
    {
        m_view.setDocument(std::make_shared<const LogDocument>(LogLines(std::move(lines))));
    }
    void setCount(int count)
    {
        std::vector<LogLine> lines;
        for (int i = 0; i < count; ++i)
            lines.push_back(line("step=" + std::to_string(i) + (i % 10 == 0 ? " val/loss=0.5" : " loss=0.5")));
        setLines(std::move(lines));
    }

    Theme m_theme;
    LogView m_view;
};

TEST_F(LogViewTest, IsAReadOnlyTextToAssistiveTechnology)
{
    setLines({line("one"), line("two 学習", ConsoleStream::Stderr)});
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&m_view);
    ASSERT_NE(face, nullptr);
    EXPECT_EQ(face->role(), QAccessible::EditableText);
    EXPECT_TRUE(face->state().readOnly);
    EXPECT_EQ(face->text(QAccessible::Name), QStringLiteral("Log"));
    QAccessibleTextInterface* text = face->textInterface();
    ASSERT_NE(text, nullptr);
    EXPECT_EQ(text->text(0, text->characterCount()), QStringLiteral("one\nstderr: two 学習\n"));
    EXPECT_EQ(text->text(1, 6), QStringLiteral("ne\nst"));
    m_view.selectAll();
    int start = -1;
    int end = -1;
    text->selection(0, &start, &end);
    EXPECT_EQ(text->text(start, end), QStringLiteral("one\nstderr: two 学習"));
    EXPECT_TRUE(text->characterRect(5).isValid());
    setLines({});
    EXPECT_EQ(text->characterCount(), 0);
    EXPECT_EQ(text->text(0, 10), QString());
    EXPECT_FALSE(text->characterRect(3).isValid());
}

TEST_F(LogViewTest, CopiesWhatIsSeenWithoutEscapes)
{
    setLines({line("a\x1b[31mb"), line("rtl\u202E"), line("end")});
    m_view.activateWindow();
    m_view.setFocus();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_view));
    QTest::keyClick(&m_view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&m_view, Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    EXPECT_EQ(copied, QStringLiteral("a␛[31mb\nrtl␦\nend"));
    EXPECT_FALSE(copied.contains(QChar(0x1b)));
}

TEST_F(LogViewTest, SelectsByKeyboardAcrossLines)
{
    setLines({line("first"), line("second"), line("third")});
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&m_view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&m_view, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(m_view.selectedText(), QStringLiteral("first\nse"));
    QTest::keyClick(&m_view, Qt::Key_End, Qt::ShiftModifier | Qt::ControlModifier);
    EXPECT_EQ(m_view.selectedText(), QStringLiteral("first\nsecond\nthird"));
}

TEST_F(LogViewTest, SelectsByMouse)
{
    setLines({line("学習 loss"), line("second")});
    const QPoint from = m_view.cellAt({0, 1}).center() - QPoint(2, 0);
    const QPoint to = m_view.cellAt({1, 3}).center() - QPoint(2, 0);
    QTest::mousePress(m_view.viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, m_view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view.viewport(), &move);
    QTest::mouseRelease(m_view.viewport(), Qt::LeftButton, {}, to);
    EXPECT_EQ(m_view.selectedText(), QStringLiteral("習 loss\nsec"));
}

TEST_F(LogViewTest, FiltersStreams)
{
    setLines({line("out"), line("err", ConsoleStream::Stderr), line("log", ConsoleStream::Logger)});
    m_view.setStream(LogStream::Stderr);
    EXPECT_EQ(m_view.layoutOfLines().lines(), (std::vector<std::uint32_t>{1}));
    m_view.setStream(LogStream::Stdout);
    EXPECT_EQ(m_view.layoutOfLines().lines(), (std::vector<std::uint32_t>{0}));
    m_view.setStream(LogStream::All);
    EXPECT_EQ(m_view.layoutOfLines().lines().size(), 3U);
}

TEST_F(LogViewTest, WrapsLongLinesSoThatAllOfThemIsReached)
{
    setLines({line(std::string(100'000, 'x')), line("end")});
    EXPECT_GT(m_view.horizontalScrollBar()->maximum(), 99'000);
    m_view.setWrapped(true);
    EXPECT_EQ(m_view.horizontalScrollBar()->maximum(), 0);
    const std::uint32_t columns = m_view.layoutOfLines().wrapColumns();
    ASSERT_GT(columns, 10U);
    EXPECT_EQ(m_view.layoutOfLines().rowCount(), (100'000 + columns - 1) / columns + 1);
    m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->maximum());
    EXPECT_TRUE(m_view.viewport()->rect().intersects(m_view.cellAt({1, 0})));
    EXPECT_TRUE(m_view.viewport()->rect().intersects(m_view.cellAt({0, 99'999})));
    EXPECT_EQ(m_view.positionAt(m_view.cellAt({0, 99'999}).center() - QPoint(2, 0)), (LogPosition{0, 99'999}));
}

TEST_F(LogViewTest, StaysQuickWithManyAndWithLongLines)
{
    QElapsedTimer timer;
    timer.start();
    setCount(100'000);
    for (int i = 0; i < 100; ++i) {
        m_view.verticalScrollBar()->setValue(i * 1000);
        m_view.grab();
    }
    setLines({line(std::string(3'000'000, 'y') + "学")});
    m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->maximum());
    for (int i = 0; i < 5; ++i)
        m_view.grab();
    // Laying all of it out would take minutes; the bound leaves room for a busy machine.
    EXPECT_LT(timer.elapsed(), 20'000);
}

TEST_F(LogViewTest, PaintsEscapedColours)
{
    LogLine coloured = line("XXXXXXXXXXXXXXXXXXXX");
    coloured.spans = {{0, 20, {-1, 0x1000000 | 0x00ff00}}};
    setLines({coloured});
    const QImage shown = m_view.grab().toImage();
    bool isGreen = false;
    for (int x = 0; x < shown.width() && !isGreen; ++x)
        isGreen = shown.pixelColor(x, 2) == QColor(0, 255, 0);
    EXPECT_TRUE(isGreen);
}

TEST_F(LogViewTest, KeepsEveryColourReadable)
{
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        m_theme.setMode(mode);
        const QColor surface = m_theme.color(Theme::Token::Surface);
        for (int colour = 0; colour < 256; ++colour) {
            const AnsiLook look = ansiLook({colour, -1}, m_theme);
            EXPECT_GE(contrastRatio(look.foreground, surface), 4.5) << colour;
            TextStyle both;
            both.foreground = colour;
            both.background = 255 - colour;
            both.inverse = colour % 2 == 0;
            const AnsiLook on = ansiLook(both, m_theme);
            EXPECT_GE(contrastRatio(on.foreground, on.background), 4.5) << colour;
        }
    }
}

TEST_F(LogViewTest, FindsCountsAndWalks)
{
    setCount(1000);
    FindBar bar(m_theme, &m_view);
    QSignalSpy searched(&bar, &FindBar::searched);
    bar.open();
    bar.findChild<QLineEdit*>(QStringLiteral("findField"))->setText(QStringLiteral("VAL/LOSS"));
    ASSERT_TRUE(searched.wait(30'000));
    EXPECT_EQ(bar.countText(), QStringLiteral("1 of 100"));
    bar.previous();
    EXPECT_EQ(bar.countText(), QStringLiteral("100 of 100"));
    EXPECT_TRUE(m_view.viewport()->rect().intersects(m_view.cellAt({990, 10})));
    bar.next();
    bar.next();
    EXPECT_EQ(bar.countText(), QStringLiteral("2 of 100"));
    for (QToolButton* button : bar.findChildren<QToolButton*>())
        if (button->accessibleName() == QStringLiteral("Match case"))
            button->click();
    ASSERT_TRUE(searched.wait(30'000));
    EXPECT_EQ(bar.countText(), QStringLiteral("No match"));
}

TEST_F(LogViewTest, SaysWhatIsWrongWithAnExpression)
{
    setCount(10);
    FindBar bar(m_theme, &m_view);
    QSignalSpy searched(&bar, &FindBar::searched);
    bar.open();
    for (QToolButton* button : bar.findChildren<QToolButton*>())
        if (button->accessibleName() == QStringLiteral("Regular expression"))
            button->setChecked(true);
    bar.findChild<QLineEdit*>(QStringLiteral("findField"))->setText(QStringLiteral("step=("));
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar.countText().startsWith(QStringLiteral("Not a valid")); }, 30'000));
    bar.findChild<QLineEdit*>(QStringLiteral("findField"))->setText(QStringLiteral("step=[0-4]"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar.countText() == QStringLiteral("1 of 5"); }, 30'000));
    QTest::keyClick(bar.findChild<QLineEdit*>(QStringLiteral("findField")), Qt::Key_Return);
    EXPECT_EQ(bar.countText(), QStringLiteral("2 of 5"));
}

} // namespace runglass
