// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/AnsiColours.h"

#include "widgets/common/Theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace runglass
{

namespace
{

constexpr std::int32_t kTrueColour = 0x1000000;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// The 6 × 6 × 6 cube and the greys of the 256-colour palette.
QColor paletteColour(int index)
{
    if (index >= 232) {
        const int grey = 8 + 10 * (index - 232);
        return {grey, grey, grey};
    }
    constexpr std::array<int, 6> kLevels = {0, 95, 135, 175, 215, 255};
    const int cell = index - 16;
    const auto level = [&](int i) { return kLevels.at(static_cast<std::size_t>(i)); };
    return {level(cell / 36), level(cell / 6 % 6), level(cell % 6)};
}

QColor asked(std::int32_t colour, const Theme& theme)
{
    if (colour >= kTrueColour)
        return QColor::fromRgb(static_cast<QRgb>(colour & 0xFFFFFF));
    if (colour < 0 || colour > 255)
        return {};
    return colour < 16 ? theme.ansiColour(colour) : paletteColour(colour);
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

QColor readableOn(QColor colour, const QColor& background, double ratio)
{
    colour.setAlpha(255);
    const bool lighten = luminance(background) < 0.18;
    const double target = lighten ? 1.0 : 0.0;
    const QColor from = colour;
    for (int step = 1; step <= 20 && contrastRatio(colour, background) < ratio; ++step) {
        const double part = step / 20.0;
        const auto mix = [&](float channel) { return static_cast<float>(channel + (target - channel) * part); };
        colour = QColor::fromRgbF(mix(from.redF()), mix(from.greenF()), mix(from.blueF()));
    }
    return colour;
}

AnsiLook ansiLook(const TextStyle& style, const Theme& theme)
{
    const QColor surface = theme.color(Theme::Token::Surface);
    QColor foreground = asked(style.foreground, theme);
    QColor background = asked(style.background, theme);
    if (!foreground.isValid())
        foreground = theme.color(style.faint ? Theme::Token::Muted : Theme::Token::Text);
    if (style.inverse) {
        std::swap(foreground, background);
        if (!foreground.isValid())
            foreground = surface;
    }
    return {readableOn(foreground, background.isValid() ? background : surface), background};
}

} // namespace runglass
