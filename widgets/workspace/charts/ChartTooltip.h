// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"
#include "widgets/workspace/charts/Crosshair.h"

#include <QWidget>

namespace runglass
{

struct ChartAxes;

/// The values under the crosshair, beside the pointer, over everything else in the window. Takes no input.
/// @thread GUI
class ChartTooltip : public QWidget
{
    Q_OBJECT

public:
    /// More runs than these are counted.
    static constexpr int kMostRows = 12;

    ChartTooltip(const Theme& theme, QWidget* window);
    /// Shows it beside a place of its parent, inside the parent.
    void showAt(const QPoint& place, const Crosshair& crosshair, const ChartAxes& axes, bool pinned);
    /// The row that the keys have chosen; the first is the nearest.
    void setChosenRow(std::size_t row);
    const Crosshair& crosshair() const { return m_crosshair; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Texts {
        QString left, right;
    };
    Texts header() const;
    QString hint() const;
    Texts row(const Crosshair::Row& row) const;
    int rowCount() const;
    QSize wantedSize() const;

    const Theme& m_theme;
    Crosshair m_crosshair;
    AxisMeasure m_measure;
    QString m_xName;
    std::size_t m_chosen = 0;
    bool m_pinned = false;
};

} // namespace runglass
