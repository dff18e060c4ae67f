// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/common/Theme.h"

#include <QWidget>

namespace runglass
{

/// One line with the names of a chart's runs beside a dash of their colour; those without room are counted.
/// @thread GUI
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const Theme& theme, QWidget* parent = nullptr);
    void setLines(const std::vector<ChartLine>& lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<ShownRun> m_runs; ///< the first of them, more than ever fit
    std::size_t m_count = 0;
};

} // namespace runglass
