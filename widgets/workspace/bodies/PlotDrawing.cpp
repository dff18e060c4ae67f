// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PlotDrawing.h"

#include "widgets/workspace/charts/ChartPicture.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kFar = 1e6;
constexpr double kRoomBeside = 0.05;
constexpr double kMinute = 60;
constexpr int kShades = 12, kSwatch = 10, kNarrowest = 2, kGap = 4, kEntryGap = 12, kStroke = 22;

double clampedPixel(double pixel)
{
    return std::isfinite(pixel) ? std::clamp(pixel, -kFar, kFar) : -kFar;
}

/// Writes a legend from left to right.
struct LegendPainter {
    QPainter& painter;
    QRect room;
    QFontMetrics metrics;
    const PlotStyle& style;
    int x;

    bool hasRoom() const { return x + kSwatch + 3 * kGap <= room.right(); }
    /// @param reserved  the room for what follows
    void write(const QString& text, Theme::Token token, int reserved = 0)
    {
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, std::max(0, room.right() - x - reserved));
        painter.setPen(style.token(token));
        painter.drawText(x, room.top() + metrics.ascent() + 2, shown);
        x += metrics.horizontalAdvance(shown) + kGap;
    }
    void swatch(const QColor& colour, int width = kSwatch)
    {
        painter.fillRect(QRectF(x, room.top() + 2 + (metrics.height() - kSwatch) / 2.0, width, kSwatch), colour);
        x += width;
    }
    /// What a scale cannot do without.
    int scaleRoom(const QString& low, const QString& high) const
    {
        return metrics.horizontalAdvance(low) + metrics.horizontalAdvance(high) + 3 * kGap + kShades * kNarrowest;
    }
    /// Colours from low to high, narrower where there is little room: what the last one stands for is to be read too.
    void scale(const QString& low, const std::vector<QColor>& colours, const QString& high)
    {
        write(low, Theme::Token::Text);
        const int rest = room.right() - x - kGap - metrics.horizontalAdvance(high);
        const int width = std::clamp(rest / std::max(1, static_cast<int>(colours.size())), kNarrowest, kSwatch);
        for (const QColor& colour : colours)
            swatch(colour, width);
        x += kGap;
        write(high, Theme::Token::Text);
    }
    void entry(const QColor& colour, const QString& text)
    {
        if (!hasRoom())
            return;
        swatch(colour);
        x += kGap;
        write(text, Theme::Token::Text);
        x += kEntryGap - kGap;
    }
    void stroke(const PlotLegend::Stroke& stroke)
    {
        if (!hasRoom())
            return;
        painter.setPen(QPen(style.token(stroke.token), 1.5, stroke.style));
        const double y = room.top() + 2 + metrics.height() / 2.0;
        painter.drawLine(QPointF(x, y), QPointF(x + kStroke, y));
        x += kStroke + kGap;
        write(stroke.text, Theme::Token::Text);
        x += kEntryGap - kGap;
    }
};

} // namespace

QPointF PlotMap::toPixel(double xPlace, double yPlace) const
{
    return {clampedPixel(rect.left() + (xPlace - x.lo) / x.size() * rect.width()),
            clampedPixel(rect.bottom() - (yPlace - y.lo) / y.size() * rect.height())};
}

double PlotMap::xAt(double pixel) const
{
    return x.lo + (pixel - rect.left()) / rect.width() * x.size();
}

double PlotMap::yAt(double pixel) const
{
    return y.lo + (rect.bottom() - pixel) / rect.height() * y.size();
}

QColor PlotStyle::shade(double part) const
{
    constexpr double kLeast = 0.12; // so that little is told from nothing
    const QColor from = token(Theme::Token::Surface), to = token(Theme::Token::Accent);
    const auto weight = static_cast<float>(kLeast + (1 - kLeast) * std::clamp(part, 0.0, 1.0));
    const auto mixed = [weight](float a, float b) { return a + (b - a) * weight; };
    return QColor::fromRgbF(mixed(from.redF(), to.redF()), mixed(from.greenF(), to.greenF()),
                            mixed(from.blueF(), to.blueF()));
}

PlotStyle PlotStyle::of(const Theme& theme)
{
    return {[&theme](Theme::Token name) { return theme.color(name); },
            [&theme](const RunColour& colour) { return theme.runColour(colour); }};
}

PlotStyle PlotStyle::of(const ThemeColours& colours, bool dark)
{
    return {[&colours, dark](Theme::Token name) { return colours.token(name).of(dark); },
            [&colours, dark](const RunColour& colour) { return pictureColour(colour, colours, dark); }};
}

QString PlotTip::toText() const
{
    QStringList parts{title};
    for (const auto& [what, value] : rows)
        parts += QStringLiteral("%1 %2").arg(what, value);
    return parts.join(QStringLiteral(", "));
}

int PlotLegend::height(const QFont& font)
{
    return QFontMetrics(font).height() + 4;
}

void PlotLegend::paint(QPainter& painter, const QRect& room, const QFont& font, const PlotStyle& style) const
{
    LegendPainter pen{painter, room, QFontMetrics(font), style, room.left()};
    painter.setFont(font);
    const bool isScale = isRamp || isShade;
    for (const Stroke& stroke : strokes)
        pen.stroke(stroke);
    for (const auto& [part, text] : shades)
        pen.entry(style.shade(part), text);
    if (!title.isEmpty())
        pen.write(title, Theme::Token::Muted, isScale ? pen.scaleRoom(low, high) : 0);
    if (isScale) {
        std::vector<QColor> colours;
        for (const auto& [colour, text] : classes)
            colours.push_back(style.run(colour));
        for (int i = 0; isShade && i < kShades; ++i)
            colours.push_back(style.shade(static_cast<double>(i) / (kShades - 1)));
        pen.scale(low, colours, high);
        return;
    }
    for (const auto& [colour, text] : classes)
        pen.entry(style.run(colour), text);
}

std::optional<std::size_t> PlotDrawing::stepFrom(const std::optional<std::size_t>& mark, Step step) const
{
    if (marks() == 0)
        return std::nullopt;
    const bool back = step == Step::Left || step == Step::Up;
    if (step == Step::First || (!mark && !back))
        return 0;
    if (step == Step::Last || !mark)
        return marks() - 1;
    if (back)
        return *mark > 0 ? std::optional(*mark - 1) : std::nullopt;
    return *mark + 1 < marks() ? std::optional(*mark + 1) : std::nullopt;
}

PlotAxes zoomedAxes(PlotAxes axes, const ChartZoom& zoom)
{
    axes.x = zoom.x.value_or(axes.x);
    axes.y = zoom.y.value_or(axes.y);
    return axes;
}

Range plotRange(const std::vector<double>& places, const AxisLimits& limits, const AxisMeasure& measure)
{
    Range found;
    for (const double place : places)
        found.include(place);
    const bool isOne = !found.isEmpty() && found.size() == 0;
    Range range = drawable(found);
    if (isOne && measure.log)
        range = {found.lo - 1, found.lo + 1};
    else if (isOne && measure.unit == AxisMeasure::Unit::Time) // a part of what is counted since 1970 would be months
        range = {found.lo - kMinute, found.lo + kMinute};
    const double beside = range.size() * kRoomBeside;
    range = {range.lo - beside, range.hi + beside};
    const double lo = limits.lo ? measure.toAxis(*limits.lo) : range.lo;
    const double hi = limits.hi ? measure.toAxis(*limits.hi) : range.hi;
    return std::isfinite(lo) && std::isfinite(hi) && lo < hi ? Range{lo, hi} : range;
}

} // namespace runglass
