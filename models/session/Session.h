// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/LogLines.h"
#include "models/run/Series.h"
#include "models/series/ChartSettings.h"
#include "models/series/Line.h"
#include "models/session/CommandRunner.h"
#include "models/session/OpenSource.h"
#include "models/session/RunExport.h"
#include "models/table/RunList.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

struct JoinedTables;
struct PanelLayout;

/// An open source as the window shows it.
struct SourceInfo {
    enum class Status { Opening, Reading, Ready, Failed };
    SourceId id = 0;
    std::string location; ///< as opened, canonical once it is known
    std::string kind;
    Status status = Status::Opening;
    SyncProgress progress;
    std::optional<Error> error; ///< why it failed
    SyncReport report;          ///< of the last finished sync
    std::string notice;         ///< what to tell of its index; empty: nothing
};

/// At least this long passes between two looks at what a source has new; unset: nothing is looked for until refresh().
using UpdatePace = std::optional<std::chrono::milliseconds>;
inline constexpr UpdatePace kAsItHappens = std::chrono::milliseconds(0);

/// A run's document together with what is read only when it is opened.
struct OpenedRun {
    RunRef ref;
    Run run;
    RunDetail detail;
    RunDetail files; ///< segments that hold its files: its own, and those of folders that stand behind it
};

/// One run's part in a chart: the segments of one metric, in order, none empty. A segment without news is the same
/// line as before.
struct ChartSeries {
    RunRef run;
    std::vector<std::shared_ptr<const Line>> segments;
    XAxis x = {XAxisKind::Step, {}}; ///< what the segments are over; no Defined
    std::size_t unplaced = 0;        ///< points left out since they have no place on that axis
};

/// What one run logged under a metric, of whatever kind: histograms, images and tables as the objects that tell of
/// them.
struct LoggedValues {
    RunRef run;
    std::vector<std::shared_ptr<const Series>> segments; ///< in order
};

/// Which runs have news.
struct RunChanges {
    std::set<RunRef> runs;      ///< changed, come or gone
    std::set<SourceId> sources; ///< all runs of these: closed, or its index was rebuilt

    bool concern(const RunRef& run) const { return sources.contains(run.source) || runs.contains(run); }
    bool isEmpty() const { return runs.empty() && sources.empty(); }
    void add(const RunChanges& other);
};

/// A metric that runs of any open source logged.
struct MetricEntry {
    bool system = false;
    KeyPath key;
    std::uint64_t runs = 0;

    auto operator<=>(const MetricEntry&) const = default;
};

/// A run in the trash of an open source.
struct TrashedRef {
    SourceId source = 0;
    TrashedRun run;

    /// For Restore and Purge.
    RunTask task(RunCommand::Kind kind) const;
};

/// A value that comes from a worker.
template <typename T> using Answer = QFuture<Result<std::shared_ptr<const T>>>;

/// The middle: opens sources, reads them on threads of its own, and publishes what is to be shown as immutable
/// snapshots. Nothing here waits: questions are answered by futures (use whenAnswered and drop late answers).
/// @thread GUI
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(Places places, QObject* parent = nullptr);
    /// Cancels what runs and joins it.
    ~Session() override;

    const Places& places() const;

    /// Opens a location and starts reading it. Opening one that is open gives its ID and reads it again.
    SourceId open(const std::string& location);
    void close(SourceId source);
    /// Reads every source again, and takes out runs whose folder is gone while their location is there.
    void refresh();
    /// Stops reading; what was read stays.
    void cancelReading();
    /// How soon what happens is shown, for all sources. As it happens at first.
    void setPace(UpdatePace pace);
    UpdatePace pace() const;
    const std::vector<SourceInfo>& sources() const;
    const SourceInfo* source(SourceId source) const;
    /// True while a source is being opened or read.
    bool isBusy() const;

    /// What all views show.
    std::shared_ptr<const RunList> list() const;
    /// All numeric metrics of the open sources, ordered by (system, key); renewed with the list.
    std::shared_ptr<const std::vector<MetricEntry>> metrics() const;
    const RunListState& state() const;
    /// The new list is made on a worker; listChanged tells when it is there. Where the scope is another one, the view
    /// (RunView) is the one that was kept for it, whatever the state says.
    void setState(RunListState state);
    /// How the panels of the place in sight (RunScope) are arranged; kept for it as the view is. Never null.
    std::shared_ptr<const PanelLayout> panels() const;
    void setPanels(PanelLayout panels);
    /// Why views are not kept, or what became of those that were; empty: nothing is wrong.
    const std::string& viewProblem() const;

    /// The run that Overview, Logs, Files and Artifacts show; unset: none chosen.
    const std::optional<RunRef>& currentRun() const;
    void setCurrentRun(const std::optional<RunRef>& run);

    Answer<OpenedRun> openRun(const RunRef& run);
    Answer<std::vector<SeriesInfo>> seriesInfo(const RunRef& run);
    /// Series of one metric of these runs; runs without it are left out. Kept in a cache of bounded size.
    Answer<std::vector<ChartSeries>> chartSeries(const MetricEntry& metric, std::vector<RunRef> runs);
    /// The same over another axis; each run says in x which. Runs of which no point has a place there are among them,
    /// without segments. Lines that somebody holds are not made again.
    Answer<std::vector<ChartSeries>> chartSeries(const MetricEntry& metric, const XAxis& x, std::vector<RunRef> runs);
    /// Everything that these runs logged under a metric; runs without it are left out.
    Answer<std::vector<LoggedValues>> loggedValues(const MetricEntry& metric, const std::vector<RunRef>& runs);
    /// The tables that these runs logged under a metric as one: of each the last at a step or before.
    /// @param step  unset: the last of all
    Answer<JoinedTables> loggedTables(const MetricEntry& metric, const std::vector<RunRef>& runs,
                                      std::optional<std::int64_t> step = std::nullopt);
    /// Console as lines. What was there when they were last asked for is shared, not made again.
    Answer<LogLines> logLines(const RunRef& run);
    /// Console as written, to a file (the Download button).
    QFuture<Status> saveLog(const RunRef& run, const std::string& destination);
    Answer<std::vector<RunFile>> files(const RunRef& run);
    Answer<std::string> readFile(const RunRef& run, const RunFile& file, std::uint64_t offset, std::uint64_t length);
    /// Copies to destination (a file path); written beside it and renamed when whole.
    QFuture<Status> saveFile(const RunRef& run, const RunFile& file, const std::string& destination);
    /// Writes runs to a file (its path), whole or not at all; what is there is replaced. The future tells as its
    /// progress how many runs are done, and can be cancelled: then it ends without a result.
    /// @errors as queries::exportRuns
    QFuture<Result<ExportReport>> exportRuns(RunExport runs, const std::string& destination);
    /// Which commands can be carried out on a run, or why not, as far as the list tells: who performs them looks.
    /// Every answer is no, with a reason, where the run is not in the list.
    Capabilities capabilities(const RunRef& run) const;
    /// The same by all that is known of it.
    Capabilities capabilities(const OpenedRun& run) const;
    /// Carries the command out on each of the runs, after those that were asked for before; folder and path are set
    /// here. commandProgressed and commandFinished tell of it, and the list follows by itself.
    /// @return a number for it, above 0
    quint64 perform(const RunCommand& command, const std::vector<RunRef>& runs);
    /// The same where each has its own, as from the trash.
    quint64 perform(std::vector<RunTask> tasks);
    /// What is done stays done.
    void cancelCommand(quint64 command);
    bool isPerforming() const;
    /// What undoCommand() and redoCommand() would take back; null: nothing.
    const CommandReport* undoableCommand() const;
    const CommandReport* redoableCommand() const;
    /// @return as perform; 0: there is nothing to take back
    quint64 undoCommand();
    quint64 redoCommand();
    /// What a Stop would interrupt, for the user to confirm. @errors Refused with the reason
    QFuture<Result<StopPlan>> planStop(const RunRef& run);
    /// What deleting would bring into the trash, in bytes. Its progress is the number of runs; it can be cancelled.
    /// Runs of which that cannot be said count for nothing.
    QFuture<Result<std::uint64_t>> sizeOf(std::vector<RunRef> runs);
    /// What would become of the artifacts that the runs made if Delete took them along.
    QFuture<Result<ArtifactPlan>> planArtifacts(const std::vector<RunRef>& runs);
    /// The trash of one open source, or of all; what was deleted last comes first.
    Answer<std::vector<TrashedRef>> trash(std::optional<SourceId> source = std::nullopt);
    /// Path on this computer, empty when it is elsewhere.
    std::string localPath(const OpenedRun& run, const RunFile& file) const;

signals:
    /// At most ten times a second.
    void commandProgressed(quint64 command, int done, int total);
    void commandFinished(quint64 command, const runglass::CommandReport& report);
    /// isPerforming, undoableCommand or redoableCommand is another.
    void commandsChanged();
    void sourcesChanged();
    /// list() or metrics() is a new snapshot.
    void listChanged();
    /// At once when setState was called, before the list follows.
    void stateChanged();
    /// Right before a stateChanged that comes from a view that was kept when the program ran last.
    void viewRestored();
    /// panels() is another one. Where that comes from another scope, right after its stateChanged.
    void panelsChanged();
    /// Right before a panelsChanged that comes from a layout that was kept when the program ran last.
    void panelsRestored();
    void currentRunChanged();
    /// Documents or points of these runs changed, while they are written or by a refresh: what shows them asks again.
    /// Right after the listChanged that has them.
    void runsChanged(const runglass::RunChanges& changes);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace runglass
