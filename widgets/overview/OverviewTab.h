// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overview/RunPage.h"

#include <map>
#include <memory>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QTableView;

namespace runglass
{

class ArtifactTableModel;
class ElidedLabel;
class OverviewForm;
class SectionHeader;
class ValueTreePane;
class WarningStrip;

/// Everything about one run on a page: its fields, config, summary and the artifacts it made.
class OverviewTab : public RunPage
{
    Q_OBJECT

public:
    explicit OverviewTab(Context& context, QWidget* parent = nullptr);

signals:
    /// The user wants to see an artifact of this run.
    void artifactRequested(const QString& name);
    /// The user wants to see the traceback in the log, where this run printed it.
    void logRequested(const QString& traceback);

protected:
    void load(const RunRef& run) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHeader(QWidget* parent);
    QWidget* makeTrees(QWidget* parent);
    void makeOutputs(QWidget* parent);
    void showRun(const std::shared_ptr<const OpenedRun>& opened);
    void showOutputs(const std::vector<Artifact>& artifacts);
    void askForNotFinite(const OpenedRun& run);
    void askSince(const RunRef& run, const KeyPath& key, const Value& value, const KeyPath& metric);
    void showProblems();
    void tick();
    void followColour();
    void followTheme();
    void arrange();

    QScrollArea* m_scroll;
    QBoxLayout* m_columns;
    QLabel* m_dot = nullptr;
    ElidedLabel* m_name = nullptr;
    WarningStrip* m_warnings;
    OverviewForm* m_form;
    ValueTreePane* m_config = nullptr;
    ValueTreePane* m_summary = nullptr;
    SectionHeader* m_outputsHead = nullptr;
    QTableView* m_outputs = nullptr;
    ArtifactTableModel* m_outputsModel;
    QTimer m_clock;                         ///< a run that goes on grows older
    std::optional<TimeNs> m_runningFrom;    ///< start of such a run
    std::optional<RunRef> m_opened;         ///< what the page shows
    QStringList m_problems;                 ///< that the run's documents tell
    std::map<KeyPath, QString> m_notFinite; ///< what is said of NaN and infinity
    QString m_traceback;
    RunColour m_colour;
};

} // namespace runglass
