// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/charts/ChartOverlay.h"

#include "widgets/workspace/charts/LineAt.h"

#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr float kVeil = 0.65F;
constexpr int kLabelInset = 5;

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
    if (m_state.isVeiled || !m_state.strokes.empty())
        paintStrokes(painter);
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
    if (m_state.zoom.isValid())
        paintZoom(painter);
}

void ChartOverlay::paintZoom(QPainter& painter) const
{
    const bool chooses = !m_state.zoomText.isEmpty();
    QColor fill = m_theme.color(Theme::Token::Accent);
    painter.setPen(QPen(fill, 1, chooses ? Qt::DashLine : Qt::SolidLine));
    fill.setAlphaF(0.12F);
    painter.setBrush(fill);
    painter.drawRect(QRectF(m_state.zoom).adjusted(0.5, 0.5, -0.5, -0.5));
    if (!chooses)
        return;
    QRect label = fontMetrics().boundingRect(m_state.zoomText).adjusted(-kLabelInset, -2, kLabelInset, 2);
    label.moveTopLeft(m_state.zoom.topLeft() + QPoint(4, 4));
    label.moveRight(std::min(label.right(), m_state.plotRect.right()));
    label.moveBottom(std::min(label.bottom(), m_state.plotRect.bottom()));
    painter.setPen(m_theme.color(Theme::Token::Border));
    painter.setBrush(m_theme.color(Theme::Token::Raised));
    painter.drawRoundedRect(QRectF(label).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(m_theme.color(Theme::Token::Text));
    painter.drawText(label, Qt::AlignCenter, m_state.zoomText);
}

/// The lines below stay as they are drawn: a veil may make them faint.
void ChartOverlay::paintStrokes(QPainter& painter) const
{
    painter.save();
    const QRect clip = m_state.plotRect.adjusted(0, -1, 1, 1);
    painter.setClipRect(clip);
    if (m_state.isVeiled) {
        QColor veil = m_theme.color(Theme::Token::Surface);
        veil.setAlphaF(kVeil);
        painter.fillRect(clip, veil);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Stroke& stroke : m_state.strokes) {
        // A round cap would close the gaps between dashes.
        painter.setPen(QPen(stroke.colour, stroke.width, Qt::SolidLine, stroke.isDashed ? Qt::FlatCap : Qt::RoundCap));
        QVector<QLineF> segments;
        for (const QPolygonF& line : stroke.lines) {
            if (line.size() == 1)
                painter.drawPoint(line.front());
            else if (stroke.isDashed)
                segments += dashes(line, clip);
            else
                addSegments(segments, line);
        }
        painter.drawLines(segments);
    }
    painter.restore();
}

} // namespace runglass
