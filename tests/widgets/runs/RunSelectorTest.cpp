// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunSelector.h"

#include "models/items/RunSelectorModel.h"
#include "models/items/RunTicks.h"
#include "models/items/RunsModel.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/runs/RunCellDelegate.h"
#include "widgets/runs/RunNameLayout.h"
#include "widgets/runs/TabularText.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QSignalSpy>

namespace runglass::test
{

namespace
{

class RunSelectorTest : public WindowFixture
{
protected:
    RunSelectorTest()
    {
        m_model.follow(m_session);
        m_selector.setModel(&m_model);
        m_selector.resize(300, 400);
        m_selector.show();
        open("small");
    }

    RunSelectorModel m_model;
    RunSelector m_selector{m_theme};
};

} // namespace

TEST_F(RunSelectorTest, AClickOnTheEyeHidesTheRunInCharts)
{
    ASSERT_TRUE(waitFor([this] { return m_model.rowCount() == 8; }));
    const QRect cell = m_selector.visualRect(m_model.index(2, 0));
    const QRect row(0, cell.y(), m_selector.viewport()->width(), cell.height());
    QTest::mouseClick(m_selector.viewport(), Qt::LeftButton, {}, RunNameLayout::of(row, false, true).eye.center());
    EXPECT_TRUE(waitFor([this] { return m_session.state().hidden.contains(m_model.runAt(2)); }));
    EXPECT_NE(m_selector.currentIndex().row(), 2);
}

TEST_F(RunSelectorTest, EnterOpensAndSpaceTicks)
{
    ASSERT_TRUE(waitFor([this] { return m_model.rowCount() == 8; }));
    m_selector.setCurrentIndex(m_model.index(1, 0));
    QSignalSpy activated(&m_selector, &RunSelector::runActivated);
    QTest::keyClick(&m_selector, Qt::Key_Enter);
    EXPECT_EQ(activated.count(), 1);
    RunTicks ticks;
    ticks.follow(m_session);
    m_model.setTicks(&ticks);
    const QImage before = m_selector.viewport()->grab().toImage();
    QTest::keyClick(&m_selector, Qt::Key_Space);
    EXPECT_EQ(ticks.runs(), std::vector<RunRef>{m_model.runAt(1)});
    m_selector.setCurrentIndex(m_model.index(0, 0));
    EXPECT_NE(m_selector.viewport()->grab(m_selector.visualRect(m_model.index(1, 0))).toImage(),
              before.copy(m_selector.visualRect(m_model.index(1, 0))))
        << "a ticked run looks it, wherever the current one is";
    m_selector.setCurrentIndex(m_model.index(1, 0));
    QTest::keyClick(&m_selector, Qt::Key_Space);
    EXPECT_EQ(ticks.listedCount(), 0);
    QTest::keyClick(&m_selector, Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(ticks.listedCount(), 8);
    EXPECT_TRUE(m_session.state().hidden.empty());
}

TEST_F(RunSelectorTest, RowsAreDrawnWithTheRunsColour)
{
    ASSERT_TRUE(waitFor([this] { return m_model.rowCount() == 8; }));
    const QImage image = m_selector.viewport()->grab().toImage();
    for (int row = 0; row < 3; ++row) {
        const QRect cell = m_selector.visualRect(m_model.index(row, 0));
        const QRect whole(0, cell.y(), m_selector.viewport()->width(), cell.height());
        const QPoint dot = RunNameLayout::of(whole, false, true).dot.center();
        const auto colour = m_model.index(row, 0).data(ColourRole).value<RunColour>();
        EXPECT_EQ(image.pixel(dot), m_theme.runColour(colour).rgb()) << row;
    }
}

TEST(RunNameLayout, PartsDoNotOverlap)
{
    const QRect cell(10, 52, 240, 26);
    const auto layout = RunNameLayout::of(cell, true, true);
    EXPECT_LT(layout.eye.right(), layout.dot.left());
    EXPECT_LT(layout.dot.right(), layout.text.left());
    EXPECT_LT(layout.text.right(), layout.warning.left());
    EXPECT_LT(layout.warning.right(), layout.state.left());
    EXPECT_TRUE(cell.contains(layout.state) && cell.contains(layout.eye));
    EXPECT_TRUE(layout.eyeTarget(cell).contains(layout.eye));
    EXPECT_FALSE(layout.eyeTarget(cell).intersects(layout.text));
    EXPECT_TRUE(RunNameLayout::of(cell, false, false).state.isNull());
}

TEST(TabularText, DigitsOfAnyNumberTakeTheSameRoom)
{
    const TabularText text{QFont()};
    EXPECT_EQ(text.width(QStringLiteral("0.1111")), text.width(QStringLiteral("0.8888")));
    QImage image(60, 26, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    text.drawRight(painter, image.rect(), QStringLiteral("8"));
    painter.end();
    int firstInk = image.width();
    for (int x = image.width() - 1; x >= 0; --x)
        for (int y = 0; y < image.height(); ++y)
            if (qGray(image.pixel(x, y)) < 128)
                firstInk = std::min(firstInk, x);
    EXPECT_GE(firstInk, 60 - text.width(QStringLiteral("8")) - 1);
    EXPECT_LT(firstInk, 60);
}

TEST(TabularText, ItsMostWidthIsNeverBelowTheWidth)
{
    for (const QString& family : {QString(), QStringLiteral("DejaVu Sans"), QStringLiteral("DejaVu Serif")}) {
        QFont font(QApplication::font());
        if (!family.isEmpty())
            font.setFamily(family);
        const TabularText text(font);
        for (const char* words :
             {"", "0.0001", "1e-05", "-3.25", "2026-11-23 06:55", "imagenet-1k", "lion", "iiiiii"}) {
            const QString line = QString::fromLatin1(words);
            EXPECT_GE(text.mostWidth(line), text.width(line)) << words;
            EXPECT_GE(text.mostWidth(line), QFontMetrics(font).horizontalAdvance(line)) << words;
        }
        // What it has no width of is no bound.
        EXPECT_GT(text.mostWidth(QStringLiteral("損失")), 10'000);
    }
}

TEST_F(RunSelectorTest, AKnownWidthIsReturnedWhereTheCellIsNarrower)
{
    RunsModel model(nullptr);
    model.follow(m_session);
    ASSERT_TRUE(waitFor([&] { return model.rowCount() == 8; }));
    const RunCellDelegate delegate(m_theme, RunCellDelegate::Kind::Table);
    const QFont font = QApplication::font();
    for (int column = 0; column < model.columnCount(); ++column)
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex cell = model.index(row, column);
            const int width = delegate.contentWidth(cell, font);
            for (const int least : {0, width - 1, width, width + 1, 5000})
                EXPECT_EQ(delegate.contentWidth(cell, font, least), std::max(width, least));
        }
}

} // namespace runglass::test
