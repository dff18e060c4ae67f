// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTabBar>

namespace runglass::test
{

namespace
{

class StyleTest : public ::testing::Test
{
protected:
    StyleTest() { m_theme.setMode(Theme::Mode::Light); }
    QRgb colour(Theme::Token token) const { return m_theme.color(token).rgb(); }

    Theme m_theme;
};

} // namespace

TEST_F(StyleTest, ControlsAreAsHighAsTheirTextNeeds)
{
    QLineEdit field;
    QPushButton button(QStringLiteral("Press"));
    QComboBox box;
    for (QWidget* control :
         {static_cast<QWidget*>(&field), static_cast<QWidget*>(&button), static_cast<QWidget*>(&box)})
        EXPECT_GE(control->sizeHint().height(), std::max(28, control->fontMetrics().height() + 8));
    QFont large = field.font();
    large.setPointSize(30);
    field.setFont(large);
    EXPECT_GE(field.sizeHint().height(), QFontMetrics(large).height() + 8);
}

TEST_F(StyleTest, TheDefaultButtonIsAccented)
{
    QPushButton button(QStringLiteral("x"));
    button.resize(120, 28);
    EXPECT_EQ(button.grab().toImage().pixel(20, 4), colour(Theme::Token::Surface));
    button.setDefault(true);
    EXPECT_EQ(button.grab().toImage().pixel(20, 4), colour(Theme::Token::Accent));
}

TEST_F(StyleTest, FieldsHaveABorderThatIsSeen)
{
    QLineEdit field;
    field.resize(120, 28);
    EXPECT_EQ(field.grab().toImage().pixel(60, 0), colour(Theme::Token::Control));
}

TEST_F(StyleTest, TheChosenTabIsUnderlined)
{
    QTabBar tabs;
    tabs.setDocumentMode(true);
    tabs.addTab(QStringLiteral("First tab"));
    tabs.addTab(QStringLiteral("Second tab"));
    tabs.resize(tabs.sizeHint());
    const QImage image = tabs.grab().toImage();
    const QRect first = tabs.tabRect(0);
    const QRect second = tabs.tabRect(1);
    EXPECT_EQ(image.pixel(first.center().x(), first.bottom()), colour(Theme::Token::Accent));
    EXPECT_NE(image.pixel(second.center().x(), second.bottom()), colour(Theme::Token::Accent));
}

TEST_F(StyleTest, TheScrollBarsHandleFollowsTheValue)
{
    QScrollBar bar(Qt::Vertical);
    bar.resize(12, 300);
    bar.setRange(0, 1000);
    bar.setPageStep(100);
    const auto handle = [&bar] {
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.minimum = bar.minimum();
        option.maximum = bar.maximum();
        option.pageStep = bar.pageStep();
        option.sliderPosition = bar.value();
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    };
    EXPECT_EQ(handle().top(), 0);
    bar.setValue(1000);
    EXPECT_EQ(handle().bottom(), 299);
    EXPECT_GE(handle().height(), 28);
}

} // namespace runglass::test
