// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartOverlay.h"

#include "widgets/workspace/charts/LineAt.h"

#include <QPainter>

namespace runglass
{

namespace
{

constexpr float kVeil = 0.65F;
constexpr double kHighlightWidth = 2;

} // namespace

ChartOverlay::ChartOverlay(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void ChartOverlay::setState(State state)
{
    m_state = std::move(state);
    update();
}

void ChartOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_state.text.isEmpty()) {
        painter.setPen(m_theme.color(Theme::Token::Muted));
        painter.drawText(m_state.plotRect, Qt::AlignCenter | Qt::TextWordWrap, m_state.text);
    }
    if (!m_state.highlight.empty())
        paintHighlight(painter);
    if (m_state.crosshair) {
        painter.setPen(QPen(m_theme.color(Theme::Token::Muted), 0));
        painter.drawLine(QPointF(*m_state.crosshair, m_state.plotRect.top()),
                         QPointF(*m_state.crosshair, m_state.plotRect.bottom()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_state.plotRect.adjusted(-4, -4, 4, 4));
    for (const Point& point : m_state.points) {
        painter.setPen(QPen(m_theme.color(Theme::Token::Surface), 1));
        painter.setBrush(point.colour);
        painter.drawEllipse(point.place, 3.5, 3.5);
    }
    if (m_state.zoom.isValid()) {
        QColor fill = m_theme.color(Theme::Token::Accent);
        painter.setPen(fill);
        fill.setAlphaF(0.12F);
        painter.setBrush(fill);
        painter.drawRect(QRectF(m_state.zoom).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

/// The lines below stay as they are drawn: a veil makes them faint.
void ChartOverlay::paintHighlight(QPainter& painter) const
{
    painter.save();
    painter.setClipRect(m_state.plotRect.adjusted(0, -1, 1, 1));
    QColor veil = m_theme.color(Theme::Token::Surface);
    veil.setAlphaF(kVeil);
    painter.fillRect(m_state.plotRect.adjusted(0, -1, 1, 1), veil);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_state.highlightColour, kHighlightWidth, Qt::SolidLine, Qt::RoundCap));
    QVector<QLineF> segments;
    for (const QPolygonF& stroke : m_state.highlight) {
        if (stroke.size() == 1)
            painter.drawPoint(stroke.front());
        addSegments(segments, stroke);
    }
    painter.drawLines(segments);
    painter.restore();
}

} // namespace runglass
