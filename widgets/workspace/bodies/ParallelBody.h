// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/ParallelDrawing.h"
#include "widgets/workspace/bodies/PlotBody.h"

namespace runglass
{

/// Parallel coordinates over config and summary. An interval that is drawn on an axis filters the runs: it is a
/// condition of the one filter, and stands on the axis as long as the filter has it.
/// @thread GUI
class ParallelBody : public PlotBody
{
    Q_OBJECT

public:
    explicit ParallelBody(PanelScope& scope, QWidget* parent = nullptr);

    QList<QAction*> ownActions() const override;
    /// Filters the runs by an interval of an axis, as a person does; without ends the axis filters nothing.
    void brush(std::size_t axis, const AxisLimits& limits);

protected:
    void renew() override;
    QString nameOf(const QString& title) const override;
    void paintOver(QPainter& painter) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// An interval that is being drawn or moved.
    struct Pull {
        std::size_t axis = 0;
        double from = 0; ///< height where it was begun
        double to = 0;
        std::optional<AxisLimits> moved; ///< the whole interval is moved: as it was
        bool isBegun = false;            ///< farther than a hand shakes
    };
    const ParallelDrawing* plot() const;
    AxisLimits pulled() const;
    void askBrush();
    void clearBrushes();

    std::optional<Pull> m_pull;
    QAction *m_ask, *m_clear;
};

} // namespace runglass
