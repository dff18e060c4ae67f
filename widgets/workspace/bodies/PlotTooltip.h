// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PlotDrawing.h"

#include <QWidget>

namespace runglass
{

/// What is said of a mark, beside it and over everything else in the window. Takes no input.
/// @thread GUI
class PlotTooltip : public QWidget
{
    Q_OBJECT

public:
    PlotTooltip(const Theme& theme, QWidget* window);
    /// Shows it beside a place of its parent, inside the parent.
    void showAt(const QPoint& place, const PlotTip& tip);
    const PlotTip& tip() const { return m_tip; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QSize wantedSize() const;

    const Theme& m_theme;
    PlotTip m_tip;
};

} // namespace runglass
