// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <QPolygonF>
#include <QRect>
#include <QWidget>

#include <optional>
#include <vector>

namespace runglass
{

/// What changes while the pointer moves: crosshair, its points, the zoom rectangle, a word where there are no lines.
/// Painted over the lines, which are not drawn again. Takes no input.
/// @thread GUI
class ChartOverlay : public QWidget
{
    Q_OBJECT

public:
    struct Point {
        QPointF place;
        QColor colour;
    };
    /// A run's line over those that the canvas drew.
    struct Stroke {
        std::vector<QPolygonF> lines;
        QColor colour;
        double width = 2;
        bool isDashed = false;
    };
    struct State {
        QRect plotRect;
        std::optional<double> crosshair; ///< its x
        std::vector<Point> points;
        std::vector<Stroke> strokes; ///< the last one on top
        bool isVeiled = false;       ///< what the canvas drew is made faint, below the strokes
        QRect zoom;
        QString zoomText; ///< beside the rectangle, which then is one that chooses runs
        QString text;
    };

    ChartOverlay(const Theme& theme, QWidget* parent);
    const State& state() const { return m_state; }
    void setState(State state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintStrokes(QPainter& painter) const;
    void paintZoom(QPainter& painter) const;

    const Theme& m_theme;
    State m_state;
};

} // namespace runglass
