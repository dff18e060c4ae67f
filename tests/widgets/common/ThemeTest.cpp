// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Theme.h"

#include "tests/support/QtMessages.h"
#include "widgets/common/ThemeColours.h"

#include <QApplication>
#include <QMetaEnum>
#include <QPalette>
#include <QSignalSpy>

#include <cmath>
#include <set>

namespace runglass::test
{

namespace
{

using Token = Theme::Token;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1.
double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

std::string nameOf(Token token)
{
    return QMetaEnum::fromType<Token>().valueToKey(static_cast<int>(token));
}

struct Demand {
    Token front, back;
    double least;
};

/// Text has to reach 4.5, graphics 3.
const Demand kDemands[] = {
    {Token::Text, Token::Window, 4.5},        {Token::Text, Token::Surface, 4.5},
    {Token::Text, Token::Header, 4.5},        {Token::Text, Token::Raised, 4.5},
    {Token::Text, Token::Hover, 4.5},         {Token::Text, Token::Selection, 4.5},
    {Token::Text, Token::Inactive, 4.5},      {Token::Muted, Token::Window, 4.5},
    {Token::Muted, Token::Surface, 4.5},      {Token::Muted, Token::Header, 4.5},
    {Token::Muted, Token::Raised, 4.5},       {Token::Muted, Token::Hover, 4.5},
    {Token::SelMuted, Token::Selection, 4.5}, {Token::Muted, Token::Inactive, 4.5},
    {Token::Link, Token::Surface, 4.5},       {Token::Link, Token::Window, 4.5},
    {Token::OnAccent, Token::Accent, 4.5},    {Token::OnDanger, Token::Danger, 4.5},
    {Token::ChipText, Token::Chip, 4.5},      {Token::WarnText, Token::WarnBg, 4.5},
    {Token::MarkText, Token::Mark, 4.5},      {Token::OnToast, Token::Toast, 4.5},
    {Token::ToastLink, Token::Toast, 4.5},    {Token::Better, Token::Surface, 4.5},
    {Token::Worse, Token::Surface, 4.5},      {Token::Danger, Token::Selection, 4.5},
    {Token::Control, Token::Surface, 3},      {Token::Control, Token::Window, 3},
    {Token::Control, Token::Raised, 3},       {Token::Focus, Token::Surface, 3},
    {Token::Focus, Token::Window, 3},         {Token::Focus, Token::Selection, 3},
    {Token::Hist, Token::Surface, 3},         {Token::Accent, Token::Window, 3},
    {Token::RunOther, Token::Surface, 3},     {Token::RunMissing, Token::Surface, 3},
};

} // namespace

TEST(ThemeColours, EveryTokenHasAColourInBothThemes)
{
    const auto colours = ThemeColours::load();
    for (int i = 0; i < static_cast<int>(Token::Count); ++i) {
        const auto& pair = colours->token(static_cast<Token>(i));
        EXPECT_TRUE(pair.light.isValid() && pair.dark.isValid()) << nameOf(static_cast<Token>(i));
    }
}

TEST(ThemeColours, ContrastIsReadable)
{
    const auto colours = ThemeColours::load();
    for (const bool dark : {false, true})
        for (const Demand& demand : kDemands)
            EXPECT_GE(contrast(colours->token(demand.front).of(dark), colours->token(demand.back).of(dark)),
                      demand.least)
                << nameOf(demand.front) << " on " << nameOf(demand.back) << (dark ? ", dark" : ", light");
}

TEST(ThemeColours, ContrastIsComputedAsPublished)
{
    const auto colours = ThemeColours::load();
    EXPECT_NEAR(contrast(colours->token(Token::Text).light, colours->token(Token::Window).light), 15.02, 0.01);
    EXPECT_NEAR(contrast(colours->token(Token::Text).dark, colours->token(Token::Window).dark), 13.00, 0.01);
    EXPECT_NEAR(contrast(colours->token(Token::SelMuted).light, colours->token(Token::Selection).light), 5.82, 0.01);
}

TEST(ThemeColours, StatesAndLogTextAreReadable)
{
    const auto colours = ThemeColours::load();
    for (const bool dark : {false, true}) {
        const QColor surface = colours->token(Token::Surface).of(dark);
        for (int i = 0; i <= static_cast<int>(RunState::Unknown); ++i) {
            const QColor state = colours->state(static_cast<RunState>(i)).of(dark);
            EXPECT_GE(contrast(state, surface), 4.5) << i;
            EXPECT_GE(contrast(state, colours->token(Token::Selection).of(dark)), 4.5) << i;
        }
        ASSERT_EQ(colours->ansi().size(), 16U);
        for (const auto& ansi : colours->ansi())
            EXPECT_GE(contrast(ansi.of(dark), surface), 4.5) << ansi.of(dark).name().toStdString();
    }
}

TEST(ThemeColours, RunColoursDifferAndAreSeen)
{
    const auto colours = ThemeColours::load();
    ASSERT_EQ(colours->runs().size(), 20U);
    for (const bool dark : {false, true}) {
        std::set<QRgb> seen;
        for (const auto& run : colours->runs()) {
            EXPECT_TRUE(seen.insert(run.of(dark).rgb()).second);
            EXPECT_GE(contrast(run.of(dark), colours->token(Token::Surface).of(dark)), 3);
        }
    }
}

/// Dichromats see how light a colour is: buckets are in one order of lightness, with steps that can be told apart.
TEST(ThemeColours, BucketsAreSeenAndOrderedByLightness)
{
    const auto colours = ThemeColours::load();
    const auto lightness = [](const QColor& colour) { return 116 * std::cbrt(luminance(colour)) - 16; };
    for (const ColourRamp ramp : {ColourRamp::Green, ColourRamp::Magenta}) {
        ASSERT_EQ(colours->ramp(ramp).size(), std::size_t{kMostBuckets});
        for (const bool dark : {false, true}) {
            const QColor surface = colours->token(Token::Surface).of(dark);
            for (std::uint8_t count = kLeastBuckets; count <= kMostBuckets; ++count) {
                double before = dark ? 0 : 100;
                for (std::uint8_t i = 0; i < count; ++i) {
                    const QColor bucket = colours->bucket({RunColour::Kind::Bucket, ramp, count, i}).of(dark);
                    EXPECT_GE(contrast(bucket, surface), 3) << bucket.name().toStdString();
                    // Away from the surface: what is high stands out.
                    EXPECT_GE((lightness(bucket) - before) * (dark ? 1 : -1), 4.5) << int{i} << " of " << int{count};
                    before = lightness(bucket);
                }
            }
        }
    }
}

TEST(Theme, ColoursOfAllKinds)
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    EXPECT_EQ(theme.runColour(RunColour::rgb(0x12AB9F)), QColor(QStringLiteral("#12AB9F")));
    EXPECT_EQ(theme.runColour({RunColour::Kind::Missing}), theme.color(Token::RunMissing));
    EXPECT_EQ(theme.runColour({RunColour::Kind::Other}), theme.color(Token::RunOther));
    const auto bucket = [](std::uint8_t i, std::uint8_t of) {
        return RunColour{RunColour::Kind::Bucket, ColourRamp::Green, of, i};
    };
    EXPECT_EQ(theme.runColour(bucket(0, 2)), theme.runColour(bucket(0, 8)));
    EXPECT_EQ(theme.runColour(bucket(1, 2)), theme.runColour(bucket(7, 8)));
    EXPECT_EQ(theme.runColour(bucket(0, 1)), theme.runColour(bucket(7, 8))) << "a bucket alone";
    const QColor light = theme.runColour(bucket(1, 2));
    theme.setMode(Theme::Mode::Dark);
    EXPECT_NE(theme.runColour(bucket(1, 2)), light);
    EXPECT_EQ(theme.runColour(RunColour::rgb(0x12AB9F)), QColor(QStringLiteral("#12AB9F")));
    theme.setMode(Theme::Mode::Light);
}

TEST(Theme, SwitchesPaletteAndTellsIt)
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(theme.isDark());
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), theme.color(Token::Surface));
    EXPECT_EQ(QApplication::palette().color(QPalette::HighlightedText), theme.color(Token::Text));
    EXPECT_EQ(QApplication::palette().color(QPalette::Inactive, QPalette::Highlight), theme.color(Token::Inactive));
    theme.setMode(Theme::Mode::Light);
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), QColor(QStringLiteral("#FFFFFF")));
    EXPECT_EQ(changed.count(), 2);
}

TEST(Theme, SlotsOutsideThePaletteWrap)
{
    const Theme theme;
    EXPECT_EQ(theme.runColour(RunColour::slot(20)), theme.runColour(RunColour::slot(0)));
    EXPECT_EQ(theme.ansiColour(99), theme.color(Token::Text));
}

} // namespace runglass::test
