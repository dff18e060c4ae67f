// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"
#include "widgets/workspace/bodies/PanelForm.h"
#include "widgets/workspace/bodies/PlotBody.h"

class QComboBox;

namespace runglass
{

struct HistogramData;
class LoggedMetricBox;

/// The histograms of one run over steps or time; which run is chosen above them. It follows the current run.
/// @thread GUI
class HistogramBody : public PlotBody
{
    Q_OBJECT

public:
    explicit HistogramBody(PanelScope& scope, QWidget* parent = nullptr);

    QList<QWidget*> tabStops() override;
    const std::optional<RunRef>& run() const { return m_run; }
    void setRun(const RunRef& run);

protected:
    void renew() override;
    void onRunsChanged(const RunChanges& changes) override;
    QString nameOf(const QString& title) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    static Made madeFrom(std::shared_ptr<const HistogramData> placed, HistogramShape shape);
    double startOf(const RunRef& run) const;
    void listRuns();
    void read();

    QComboBox* m_chooser;
    std::vector<RunRef> m_runs; ///< one an entry of the chooser
    std::optional<RunRef> m_run;
    unsigned m_reading = 0;
};

/// Asks for the metric whose histograms are shown, and how.
/// @thread GUI
class HistogramForm : public PanelForm
{
    Q_OBJECT

public:
    explicit HistogramForm(const RunList& list, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;

private:
    LoggedMetricBox* m_metric;
    QComboBox *m_shape, *m_axis;
};

} // namespace runglass
