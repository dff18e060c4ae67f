// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtMessages.h"
#include "widgets/common/IconEngine.h"
#include "widgets/common/Theme.h"

#include <QDir>
#include <QSvgRenderer>

namespace runglass::test
{

namespace
{

int inkedPixels(const QImage& image)
{
    int inked = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            inked += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    return inked;
}

QColor strongestPixel(const QImage& image)
{
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
    return strongest;
}

} // namespace

TEST(Icon, EachIsBuiltInAndDrawsSomething)
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    ASSERT_GT(files.size(), 60);
    for (const QString& file : files) {
        EXPECT_TRUE(QSvgRenderer(QStringLiteral(":/icons/") + file).isValid()) << file.toStdString();
        const QPixmap icon = recolouredIcon(file.chopped(4), QSize(16, 16), 1, Qt::red);
        EXPECT_GT(inkedPixels(icon.toImage()), 8) << file.toStdString();
    }
}

TEST(Icon, EveryStateHasOne)
{
    const Theme theme;
    for (int i = 0; i <= static_cast<int>(RunState::Unknown); ++i) {
        const auto state = static_cast<RunState>(i);
        const QImage image = theme.stateIcon(state).pixmap(QSize(16, 16)).toImage();
        EXPECT_GT(inkedPixels(image), 20) << i;
        EXPECT_EQ(strongestPixel(image).rgb(), theme.stateColour(state).rgb()) << i;
    }
}

TEST(Icon, IsSharpAtAnyPixelRatio)
{
    const QPixmap icon = recolouredIcon(QStringLiteral("check"), QSize(16, 16), 2, Qt::blue);
    EXPECT_EQ(icon.size(), QSize(32, 32));
    EXPECT_EQ(icon.devicePixelRatio(), 2);
    EXPECT_EQ(strongestPixel(icon.toImage()).rgb(), QColor(Qt::blue).rgb());
}

TEST(Icon, FollowsTheThemeByItself)
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const QIcon icon = theme.icon(QStringLiteral("stop"));
    EXPECT_EQ(strongestPixel(icon.pixmap(QSize(16, 16)).toImage()).rgb(), theme.color(Theme::Token::Text).rgb());
    theme.setMode(Theme::Mode::Dark);
    EXPECT_EQ(strongestPixel(icon.pixmap(QSize(16, 16)).toImage()).rgb(), theme.color(Theme::Token::Text).rgb());
    theme.setMode(Theme::Mode::Light);
}

TEST(Icon, IsFaintWhenDisabledAndAccentedWhenOn)
{
    const Theme theme;
    const QIcon icon = theme.icon(QStringLiteral("sidebar"));
    const QImage disabled = icon.pixmap(QSize(16, 16), QIcon::Disabled).toImage();
    EXPECT_NEAR(strongestPixel(disabled).alpha(), 128, 2);
    const QImage on = icon.pixmap(QSize(16, 16), QIcon::Normal, QIcon::On).toImage();
    EXPECT_EQ(strongestPixel(on).rgb(), theme.color(Theme::Token::Accent).rgb());
}

} // namespace runglass::test
