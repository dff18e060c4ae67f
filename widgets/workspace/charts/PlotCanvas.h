// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/charts/ChartFrame.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

namespace runglass
{

/// Axes that may be of things that are no numbers, and have names.
struct PlotAxes : CanvasAxes {
    /// What is at 0, 1, 2 … of such an axis; as many are written as there is room for.
    QStringList xNames, yNames;
    QString xLabel, yLabel; ///< written along the axes; empty: nothing
};

/// Axes and grid of QCustomPlot around what its owner draws. Takes no input.
/// @thread GUI
class PlotCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PlotCanvas(QWidget* parent = nullptr);
    ~PlotCanvas() override;

    void setColours(const CanvasColours& colours);
    /// Of the labels at the axes.
    void setLabelFont(const QFont& font);
    void setAxes(const PlotAxes& axes);
    /// What is drawn inside the axes.
    void setMarks(std::function<void(QPainter&)> marks);
    /// Draws anew; without it nothing that was set shows.
    void redraw();
    /// Draws it once somewhere else: first what the caller adds around it, which says where there is room for the axes.
    /// Vector formats get lines and text, not pixels.
    void paint(QPaintDevice& device, const std::function<QRect(QPainter&)>& around);

    /// Where marks are drawn, in this widget's coordinates. Right after redraw().
    QRect plotRect() const;

signals:
    /// plotRect() is another one. Connect queued: it is emitted while drawing.
    void plotRectChanged();

private:
    void checkPlotRect();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
