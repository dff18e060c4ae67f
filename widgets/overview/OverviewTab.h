// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/overview/RunPage.h"

#include <QList>

#include <chrono>
#include <map>
#include <memory>

class QAction;
class QBoxLayout;
class QLabel;
class QScrollArea;
class QTableView;

namespace runglass
{

class ArtifactTableModel;
class ElidedLabel;
class NoteStrip;
class OverviewForm;
class SectionHeader;
class StoppingRuns;
class ValueTreePane;
class WarningStrip;

/// Everything about one run on a page: its fields, config, summary and the artifacts it made.
class OverviewTab : public RunPage
{
    Q_OBJECT

public:
    /// What the window offers for the run of the page. Borrowed, unset ones are left out.
    struct Actions {
        QAction* stop = nullptr;
        QAction* mark = nullptr;   ///< beside the state
        QList<QAction*> head = {}; ///< beside the name
    };

    explicit OverviewTab(Context& context, QWidget* parent = nullptr);
    OverviewTab(Context& context, const Actions& actions, QWidget* parent);

    /// Begins to write the description of the run.
    void editDescription();
    /// Whether somebody has written a description that is not saved, of this run or of another.
    bool hasUnsavedText() const;
    /// Saves all of them; textsSaved() tells what came of it.
    void saveTexts();

signals:
    /// @param all  whether every text is saved; what is not is kept, and the editor goes on with it
    void textsSaved(bool all);
    /// The tags of this run are to be edited beside a button.
    void tagsRequested(QWidget* control);
    /// The user wants to see an artifact of this run.
    void artifactRequested(const QString& name);
    /// The user wants to see the traceback in the log, where this run printed it.
    void logRequested(const QString& traceback);

protected:
    void load(const RunRef& run) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHeader(const QList<QAction*>& actions, QWidget* parent);
    void makeStoppingStrip(QAction* stop, QWidget* parent);
    QWidget* makeTrees(QWidget* parent);
    void makeOutputs(QWidget* parent);
    void showRun(const std::shared_ptr<const OpenedRun>& opened);
    void showOutputs(const std::vector<Artifact>& artifacts);
    void askForNotFinite(const OpenedRun& run);
    void askSince(const RunRef& run, const KeyPath& key, const Value& value, const KeyPath& metric);
    void showProblems();
    void tick();
    void connectEditing();
    quint64 edit(RunCommand::Edit edit);
    void saveField(const std::string& field, const QString& text);
    void restoreOriginal(const std::string& field);
    void saveDescription(const QString& text);
    void forgetSaved(const CommandReport& report);
    void keepDraft();
    void onCommandFinished(quint64 command, const CommandReport& report);
    void followStopping();
    void showHowToEnd();
    void followColour();
    void followTheme();
    void arrange();

    QScrollArea* m_scroll;
    QBoxLayout* m_columns;
    QLabel* m_dot = nullptr;
    ElidedLabel* m_name = nullptr;
    QLabel* m_locked = nullptr;
    NoteStrip* m_stopping = nullptr; ///< says that the run goes on though it was asked to stop
    StoppingRuns* m_stoppingRuns;
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
    std::shared_ptr<const OpenedRun> m_run; ///< likewise
    std::map<RunRef, QString> m_drafts;     ///< descriptions that were written and not saved
    std::optional<RunRef> m_written;        ///< whose description is being written
    quint64 m_saving = 0;                   ///< the command that saves it; 0: none
    quint64 m_savingAll = 0;                ///< the command that saves all of them; 0: none
    bool m_editsNext = false;               ///< the description is to be written as soon as the run is there
    QTimer m_waiting;                       ///< for a run to stop
    std::optional<std::chrono::steady_clock::time_point> m_askedAt; ///< when the run was asked to
    bool m_saidStopping = false;
    QStringList m_problems;                 ///< that the run's documents tell
    std::map<KeyPath, QString> m_notFinite; ///< what is said of NaN and infinity
    QString m_traceback;
    RunColour m_colour;
};

} // namespace runglass
