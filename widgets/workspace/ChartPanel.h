// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelFrame.h"
#include "widgets/workspace/PanelLines.h"

namespace runglass
{

class ChartLegend;
class ChartView;

/// A panel of lines: legend and chart.
/// @thread GUI
class ChartPanel : public PanelFrame
{
    Q_OBJECT

public:
    /// Borrows theme.
    ChartPanel(const MetricPanel& panel, Theme& theme, std::shared_ptr<PanelLines> lines, QWidget* parent = nullptr);

    void setPanel(const MetricPanel& panel) override;
    PanelLines& model() { return *m_lines; }
    ChartView& view() { return *m_view; }
    const ChartView& view() const { return *m_view; }
    void setEmphasis(const ChartEmphasis& emphasis) override;
    void setActive(bool active) override;
    ChartPanel* asChart() override { return this; }
    QString subtitle() const override;

protected:
    QList<QWidget*> contentStops() const override;
    bool has(PanelTool) const override { return true; }

private:
    void showModel();

    std::shared_ptr<PanelLines> m_lines;
    ChartLegend* m_legend;
    ChartView* m_view;
};

} // namespace runglass
