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
    struct State {
        QRect plotRect;
        std::optional<double> crosshair; ///< its x
        std::vector<Point> points;
        std::vector<QPolygonF> highlight; ///< strokes of the run that stands out; the rest is veiled
        QColor highlightColour;
        QRect zoom;
        QString text;
    };

    ChartOverlay(const Theme& theme, QWidget* parent);
    const State& state() const { return m_state; }
    void setState(State state);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintHighlight(QPainter& painter) const;

    const Theme& m_theme;
    State m_state;
};

} // namespace runglass
