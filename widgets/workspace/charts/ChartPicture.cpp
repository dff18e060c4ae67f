// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartPicture.h"

#include "widgets/workspace/charts/LineAt.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr double kPointsPerMm = 72 / 25.4;
constexpr int kMargin = 6, kDash = 12, kDashGap = 4, kEntryGap = 12;
/// Of the picture's width in points: so finely are vectors made, and pixels of any scale.
constexpr int kReductions = 4;
constexpr double kPngDpi = 96;

/// What stands above and below the axes.
class Surroundings
{
public:
    Surroundings(const ChartShot& shot, const PictureStyle& style, const ThemeColours& colours)
        : m_shot(shot)
        , m_style(style)
        , m_colours(colours)
    {
    }

    /// @return where there is room for the axes
    QRect paint(QPainter& painter) const
    {
        QRect room(QPoint(), pictureSize(m_style));
        painter.fillRect(room, colour(Theme::Token::Surface));
        room.adjust(kMargin, kMargin, -kMargin, -kMargin);
        if (m_style.title)
            room = paintPictureTitle(painter, room, m_shot.title, m_shot.subtitle, m_style, m_colours);
        if (m_style.legend)
            paintLegend(painter, room);
        paintAxisName(painter, room);
        return room;
    }

private:
    QColor colour(Theme::Token token) const { return m_colours.token(token).of(m_style.dark); }

    /// In as many lines as it takes, but no more than a third of the picture.
    void paintLegend(QPainter& painter, QRect& room) const
    {
        const QFont font = pictureFont(m_style);
        const QFontMetrics metrics(font);
        painter.setFont(font);
        const int last = room.top() + room.height() / 3;
        int x = room.left(), y = room.top();
        for (std::size_t i = 0; i < m_shot.lines.size(); ++i) {
            const ChartLine& line = m_shot.lines[i];
            const bool isBaseline = m_shot.emphasis.baseline == line.run.ref;
            QString name = metrics.elidedText(line.name(), Qt::ElideMiddle, room.width() / 2);
            if (isBaseline)
                name = withBaseline(name);
            const int width = kDash + kDashGap + metrics.horizontalAdvance(name);
            if (x > room.left() && x + width > room.right()) {
                x = room.left();
                y += metrics.height();
                if (y > last) {
                    const auto left = static_cast<int>(m_shot.lines.size() - i);
                    painter.setPen(colour(Theme::Token::Muted));
                    painter.drawText(x, y + metrics.ascent(), ChartView::tr("+ %n more", nullptr, left));
                    break;
                }
            }
            const QColor own = pictureColour(line.run.colour, m_colours, m_style.dark);
            for (const QRectF& dash : legendDashes(QPointF(x, y + metrics.height() / 2.0), kDash, 1.5, isBaseline))
                painter.fillRect(dash, own);
            painter.setPen(colour(Theme::Token::Text));
            painter.drawText(x + kDash + kDashGap, y + metrics.ascent(), name);
            x += width + kEntryGap;
        }
        room.setTop(y + metrics.height() + 2);
    }

    void paintAxisName(QPainter& painter, QRect& room) const
    {
        const QFont font = pictureFont(m_style);
        const QFontMetrics metrics(font);
        painter.setFont(font);
        painter.setPen(colour(Theme::Token::Muted));
        const QString name = metrics.elidedText(xAxisName(m_shot.xName), Qt::ElideMiddle, room.width());
        painter.drawText(room.right() - metrics.horizontalAdvance(name), room.bottom() - metrics.descent(), name);
        room.setBottom(room.bottom() - metrics.height());
    }

    const ChartShot& m_shot;
    const PictureStyle& m_style;
    const ThemeColours& m_colours;
};

/// @param scale  pixels a point of a device whose pixels are finer
void paintPicture(QPaintDevice& device, const ChartShot& shot, const PictureStyle& style, const PictureLines& lines,
                  const ThemeColours& colours, double scale)
{
    ChartCanvas canvas;
    const auto of = [&](Theme::Token token) { return colours.token(token).of(style.dark); };
    canvas.setColours(
        {of(Theme::Token::Surface), of(Theme::Token::Grid), of(Theme::Token::Control), of(Theme::Token::Muted)});
    canvas.setLabelFont(pictureFont(style));
    canvas.setAxes(shot.axes);
    canvas.setLines(lines.lines, lines.bands);
    canvas.paint(device, [&](QPainter& painter) {
        painter.scale(scale, scale);
        return Surroundings(shot, style, colours).paint(painter);
    });
}

} // namespace

QSize pictureSize(const PictureStyle& style)
{
    return {std::max(1, static_cast<int>(std::lround(style.millimetres.width() * kPointsPerMm))),
            std::max(1, static_cast<int>(std::lround(style.millimetres.height() * kPointsPerMm)))};
}

QFont pictureFont(const PictureStyle& style, double factor)
{
    QFont font;
    if (!style.family.isEmpty())
        font.setFamily(style.family);
    // Pixels of a canvas that has one a point, whatever the device's resolution is.
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(style.points * factor))));
    return font;
}

QColor pictureColour(const RunColour& colour, const ThemeColours& colours, bool dark)
{
    switch (colour.kind) {
    case RunColour::Kind::Slot:
        return colours.runs()[colour.index % colours.runs().size()].of(dark);
    case RunColour::Kind::Rgb:
        return QColor::fromRgb(colour.index);
    case RunColour::Kind::Bucket:
        return colours.bucket(colour).of(dark);
    case RunColour::Kind::Other:
        return colours.token(Theme::Token::RunOther).of(dark);
    case RunColour::Kind::Missing:
        break;
    }
    return colours.token(Theme::Token::RunMissing).of(dark);
}

QRect paintPictureTitle(QPainter& painter, const QRect& room, const QString& title, const QString& subtitle,
                        const PictureStyle& style, const ThemeColours& colours)
{
    QFont font = pictureFont(style, 1.1);
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(title, Qt::ElideMiddle, room.width());
    painter.setFont(font);
    painter.setPen(colours.token(Theme::Token::Text).of(style.dark));
    painter.drawText(room.left(), room.top() + metrics.ascent(), shown);
    const int used = metrics.horizontalAdvance(shown) + kEntryGap;
    painter.setFont(pictureFont(style));
    painter.setPen(colours.token(Theme::Token::Muted).of(style.dark));
    const QString rest =
        QFontMetrics(painter.font()).elidedText(subtitle, Qt::ElideRight, std::max(0, room.width() - used));
    painter.drawText(room.left() + used, room.top() + metrics.ascent(), rest);
    return room.adjusted(0, metrics.height() + 2, 0, 0);
}

PictureLines reduceForPicture(const ChartShot& shot, const PictureStyle& style, const ThemeColours& colours)
{
    using Style = CanvasLine::Style;
    const ReducedFor by{shot.axes.x, pictureSize(style).width() * kReductions, shot.axes.xMeasure.log};
    PictureLines result;
    for (const ChartLine& line : shot.lines) {
        const QColor colour = pictureColour(line.run.colour, colours, style.dark);
        for (const auto& segment : line.originals)
            result.lines.push_back({drawLine(segment, by), colour, false, false, Style::Faint});
        for (std::size_t i = 0; i < line.lower.size() && i < line.upper.size(); ++i)
            result.bands.push_back({drawLine(line.lower[i], by), drawLine(line.upper[i], by), colour});
        const Style looks = shot.emphasis.baseline == line.run.ref ? Style::Baseline : Style::Normal;
        for (const auto& segment : line.segments)
            result.lines.push_back({drawLine(segment, by), colour, line.pointCount() == 1, false, looks});
        for (const auto& segment : line.strange)
            result.lines.push_back({drawLine(segment, by), colour, false, false, Style::Normal});
    }
    return result;
}

PicturePainter picturePainter(const ChartShot& shot, const PictureStyle& style, const PictureLines& lines,
                              const ThemeColours& colours)
{
    return [shot, style, lines, &colours](QPaintDevice& device, double scale) {
        paintPicture(device, shot, style, lines, colours, scale);
    };
}

QImage pictureImage(const PictureStyle& style, const PicturePainter& paint, double scale)
{
    const double pixels = scale * kPngDpi / 72;
    const QSize size = pictureSize(style);
    QImage image((QSizeF(size) * pixels).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(scale * kPngDpi / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    paint(image, pixels);
    return image;
}

QByteArray pictureSvg(const PictureStyle& style, const QString& title, const PicturePainter& paint)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    // Its millimetres come from the resolution, which is one pixel a point.
    svg.setResolution(72);
    svg.setSize(pictureSize(style));
    svg.setViewBox(QRect(QPoint(), pictureSize(style)));
    svg.setTitle(title);
    paint(svg, 1);
    return buffer.data();
}

QByteArray picturePdf(const PictureStyle& style, const QString& title, const PicturePainter& paint)
{
    constexpr int kResolution = 720;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(kResolution);
    pdf.setPageSize(QPageSize(style.millimetres, QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(title);
    paint(pdf, kResolution / 72.0);
    return buffer.data();
}

} // namespace runglass
