// SPDX-License-Identifier: GPL-3.0-or-later
// Drags over a chart, and the box that chooses the runs whose lines pass through it.
#include "widgets/workspace/charts/ChartOverlay.h"
#include "widgets/workspace/charts/ChartView.h"
#include "widgets/workspace/charts/LineAt.h"

#include <QMouseEvent>

#include <algorithm>

namespace runglass
{

void ChartView::setBoxChooses(bool chooses)
{
    m_boxChooses = chooses;
}

void ChartView::beginDrag(const QMouseEvent& event)
{
    m_pressed = event.position().toPoint();
    m_isByCtrl = event.modifiers().testFlag(Qt::ControlModifier);
    m_drag = Drag::Zoom;
    if (m_isByCtrl || m_boxChooses)
        m_drag = event.modifiers().testFlag(Qt::ShiftModifier) ? Drag::Untick : Drag::Tick;
}

/// What came while the chart stood still waits on.
void ChartView::cancelDrag()
{
    m_pressed.reset();
    m_boxed.clear();
    ChartOverlay::State state = m_overlay->state();
    if (state.zoom.isValid()) {
        state.zoom = {};
        state.zoomText.clear();
        m_overlay->setState(std::move(state));
    }
}

std::vector<ChartView::BoxedLine> ChartView::boxedLines() const
{
    std::vector<BoxedLine> result;
    for (const ChartLine& line : m_lines)
        result.push_back({line.run.ref, strokesOf(line)});
    return result;
}

std::vector<RunRef> ChartView::runsIn(const std::vector<BoxedLine>& lines, const QRect& box)
{
    std::vector<RunRef> result;
    // What is drawn in the pixels of the box, of which the last ones belong to it.
    const QRectF area(box.left(), box.top(), box.width(), box.height());
    for (const BoxedLine& line : lines) {
        const bool passes = std::any_of(line.strokes.begin(), line.strokes.end(),
                                        [&area](const QPolygonF& stroke) { return passesThrough(stroke, area); });
        if (passes && std::find(result.begin(), result.end(), line.run) == result.end())
            result.push_back(line.run);
    }
    return result;
}

std::vector<RunRef> ChartView::runsThrough(const QRect& box) const
{
    return runsIn(boxedLines(), box);
}

void ChartView::showBox(const QPoint& place)
{
    if (m_boxed.empty())
        m_boxed = boxedLines();
    ChartOverlay::State state = m_overlay->state();
    state.zoom = QRect(*m_pressed, place).normalized().intersected(plotRect());
    const auto count = static_cast<int>(runsIn(m_boxed, state.zoom).size());
    //: How many runs a box over a chart will select, or take out of the selection.
    state.zoomText = m_drag == Drag::Tick ? tr("Select %n run(s)", nullptr, count)
                                          //: the same, of a box that unselects
                                          : tr("Unselect %n run(s)", nullptr, count);
    m_overlay->setState(std::move(state));
}

/// @param box  not valid: it was a click
void ChartView::finishBox(const QRect& box, const QPointF& place)
{
    if (box.isValid()) {
        const std::vector<RunRef> runs = runsIn(m_boxed, box);
        emit runsBoxed(runs, m_drag == Drag::Tick);
    } else if (const ChartLine* line = lineAt(place)) {
        emit tickToggled(line->run.ref);
    }
}

} // namespace runglass
