// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartFrame.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kLabelRoom = 80; ///< between two labels of the x axis
constexpr int kYTicks = 4;
/// A chart higher than this has twice as many labels at its y axis.
constexpr int kHigh = 500;
constexpr int kTick = 3, kPadding = 4;
/// At least, so that charts under each other with short labels have their axes under each other.
constexpr int kLeft = 34, kTop = 8, kRight = 14, kBottom = 20;
/// Far beyond any screen; keeps the painter's arithmetic in range at deep zooms.
constexpr double kFarthest = 1e7;

} // namespace

ChartFrame::ChartFrame(const QSize& room, const CanvasAxes& axes, const QFont& font)
    : m_axes(axes)
    , m_font(font)
    , m_x(axisTicks(axes.xMeasure, axes.x, std::clamp(room.width() / kLabelRoom, 2, 12)))
    , m_y(axisTicks(axes.yMeasure, axes.y, room.height() > kHigh ? 2 * kYTicks : kYTicks))
{
    for (std::size_t i = 0; axes.onlyX && i < m_x.places.size(); ++i) {
        if (std::abs(m_x.places[i] - *axes.onlyX) > 0.01)
            m_x.texts[i].clear();
    }
    const QFontMetrics metrics(font);
    int left = kLeft;
    for (const QString& text : m_y.texts) {
        m_yWidths.push_back(metrics.horizontalAdvance(text));
        left = std::max(left, m_yWidths.back() + kPadding);
    }
    const int bottom = std::max(kBottom, kTick + kPadding + metrics.height());
    m_rect = QRect(QPoint(left, kTop),
                   QSize(room.width() - left - kRight, room.height() - kTop - bottom).expandedTo({1, 1}));
}

double ChartFrame::xToPixel(double place) const
{
    return m_rect.left() + (place - m_axes.x.lo) / m_axes.x.size() * m_rect.width();
}

double ChartFrame::yToPixel(double place) const
{
    return m_rect.top() + (m_axes.y.hi - place) / m_axes.y.size() * m_rect.height();
}

double ChartFrame::xFromPixel(double pixel) const
{
    return m_axes.x.lo + (pixel - m_rect.left()) / m_rect.width() * m_axes.x.size();
}

double ChartFrame::yFromPixel(double pixel) const
{
    return m_axes.y.hi - (pixel - m_rect.top()) / m_rect.height() * m_axes.y.size();
}

QPointF ChartFrame::toPixel(const Vertex& vertex) const
{
    const double y = m_axes.yMeasure.toAxis(vertex.y);
    return {std::clamp(xToPixel(vertex.x), -kFarthest, kFarthest),
            std::isinf(y) ? kFarthest : std::clamp(yToPixel(y), -kFarthest, kFarthest)};
}

QPolygonF ChartFrame::toPixels(const std::vector<Vertex>& stroke) const
{
    QPolygonF result;
    toPixels(stroke, 1, {}, result);
    return result;
}

void ChartFrame::toPixels(const std::vector<Vertex>& stroke, double scale, const QPointF& offset, QPolygonF& into) const
{
    into.resize(static_cast<qsizetype>(stroke.size()));
    QPointF* out = into.data();
    if (m_axes.yMeasure.log) {
        for (const Vertex& vertex : stroke)
            *out++ = toPixel(vertex) * scale + offset;
        return;
    }
    const double perX = m_rect.width() / m_axes.x.size(), perY = m_rect.height() / m_axes.y.size();
    const double left = m_rect.left(), top = m_rect.top(), right = offset.x(), down = offset.y();
    for (const Vertex& vertex : stroke) {
        const double x = left + (vertex.x - m_axes.x.lo) * perX, y = top + (m_axes.y.hi - vertex.y) * perY;
        *out++ = {std::clamp(x, -kFarthest, kFarthest) * scale + right,
                  std::clamp(y, -kFarthest, kFarthest) * scale + down};
    }
}

void ChartFrame::paint(QPainter& painter, const CanvasColours& colours, double penWidth) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_font);
    const QFontMetrics metrics(m_font);
    const QRectF rect = m_rect;
    const auto isOutside = [](double at, double from, double to) { return at < from - 0.5 || at > to + 0.5; };
    for (std::size_t i = 0; i < m_y.places.size(); ++i) {
        const double y = yToPixel(m_y.places[i]);
        if (isOutside(y, rect.top(), rect.bottom()))
            continue;
        painter.setPen(QPen(colours.grid, penWidth));
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
        painter.setPen(colours.text);
        const double left = rect.left() - kPadding - m_yWidths[i];
        painter.drawText(QPointF(left, y + (metrics.ascent() - metrics.descent()) / 2.0), m_y.texts[i]);
    }
    for (std::size_t i = 0; i < m_x.places.size(); ++i) {
        const double x = xToPixel(m_x.places[i]);
        if (isOutside(x, rect.left(), rect.right()))
            continue;
        painter.setPen(QPen(colours.axis, penWidth));
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x, rect.bottom() + kTick));
        painter.setPen(colours.text);
        const double width = metrics.horizontalAdvance(m_x.texts[i]);
        painter.drawText(QPointF(x - width / 2, rect.bottom() + kTick + kPadding + metrics.ascent()), m_x.texts[i]);
    }
    painter.setPen(QPen(colours.axis, penWidth));
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    painter.restore();
}

} // namespace runglass
