// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTabBar>

#include <cstdlib>

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

TEST_F(StyleTest, ARadioButtonHasARingThatIsSeenInTheDark)
{
    m_theme.setMode(Theme::Mode::Dark);
    QRadioButton button(QStringLiteral("x"));
    button.resize(button.sizeHint());
    // Rounded as it is, no pixel need be of the colour itself.
    const auto has = [&button](QRgb wanted) {
        constexpr int kNear = 90;
        const QImage image = button.grab().toImage();
        for (int x = 0; x < 20; ++x)
            for (int y = 0; y < image.height(); ++y) {
                const QRgb found = image.pixel(x, y);
                if (std::abs(qRed(found) - qRed(wanted)) + std::abs(qGreen(found) - qGreen(wanted)) +
                        std::abs(qBlue(found) - qBlue(wanted)) <
                    kNear)
                    return true;
            }
        return false;
    };
    EXPECT_TRUE(has(colour(Theme::Token::Control)));
    EXPECT_FALSE(has(colour(Theme::Token::Accent)));
    button.setChecked(true);
    EXPECT_TRUE(has(colour(Theme::Token::Accent)));
    m_theme.setMode(Theme::Mode::Light);
}

TEST_F(StyleTest, APushButtonWithAMenuKeepsItsTextApartFromTheArrow)
{
    QMenu menu;
    QPushButton button(QStringLiteral("Copy"));
    button.setMenu(&menu);
    button.resize(button.sizeHint());
    const QImage image = button.grab().toImage();
    const QRgb surface = colour(Theme::Token::Surface);
    const auto isEmpty = [&](int x) {
        for (int y = 3; y < image.height() - 3; ++y)
            if (image.pixel(x, y) != surface)
                return false;
        return true;
    };
    const int arrow = button.style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, &button);
    int inked = 0;
    for (int x = image.width() - arrow - 4; x < image.width() - 2; ++x)
        inked += isEmpty(x) ? 0 : 1;
    EXPECT_GE(inked, 6) << "an arrow of less than that is a dot";
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
