// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/OpenSource.h"
#include "models/session/SeriesCache.h"
#include "models/session/Session.h"
#include "models/session/TableCache.h"
#include "models/session/WatchedMetrics.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>

#include <memory>
#include <set>
#include <vector>

namespace runglass
{

/// What a source's thread tells. Every signal but news is queued to the GUI thread.
struct SourceNews {
    std::shared_ptr<StoreChanges> changes;                 ///< for one taker, who may move it away
    std::shared_ptr<const std::vector<MetricUse>> metrics; ///< null: as before
    std::shared_ptr<const RunTable> table; ///< of the source, from its cache: comes before all other news, if at all
    std::vector<MetricNews> values;        ///< of watched metrics
    std::string location;                  ///< canonical
    std::string tableFile;                 ///< where its table may be kept; empty: nowhere
    bool isRecorder = false;               ///< its runs stand for those that the SDK left in folders
};

/// Opens and reads one source on a thread of its own, goes on following it, and publishes what its index says, at most
/// ten times a second.
/// @thread the object is used from the GUI thread; its work runs on its own
class SourceWorker : public QObject
{
    Q_OBJECT

public:
    /// @param cache  is told of the runs that change before the news of them goes out
    SourceWorker(SourceId id, std::string location, Places places, std::shared_ptr<SeriesCache> cache);
    /// Cancels and joins.
    ~SourceWorker() override;
    SourceWorker(const SourceWorker&) = delete;
    SourceWorker& operator=(const SourceWorker&) = delete;

    enum class Vanished { Keep, Forget };
    /// Opens the location if that is not done, shows what the index holds, and reads what is new.
    /// @param vanished  what becomes of runs whose folder is gone, if the location is there
    /// @return the number of this reading
    int start(Vanished vanished = Vanished::Keep);
    /// Cuts the reading that runs now, and the following, until start is called again; what was read stays.
    void cancel();
    /// From now on; a pause that has begun is cut short.
    void setPace(UpdatePace pace);
    /// Looks for news now, whatever the pace.
    void look();
    /// Metrics of which it is told what runs logged, first of all runs and then of each that changes.
    void watch(std::set<KeyPath> metrics);
    /// Tells of runs once more, changed or not.
    void tellAgain(std::vector<RunPath> runs);
    SourceId id() const { return m_id; }

signals:
    void opened(std::shared_ptr<runglass::OpenSource> source);
    void progressed(runglass::SyncProgress progress);
    /// Sent on the source's thread.
    void news(runglass::SourceNews news);
    /// A reading ended well, or following found what is different from before.
    /// @param reading  its number, or that of the last one before the following
    void finished(runglass::SyncReport report, int reading);
    /// A reading ended badly, or following can no longer be done; it is tried again.
    void failed(runglass::Error error, int reading);

private:
    /// What lives on the worker's thread.
    class Job;

    SourceId m_id;
    QThread m_thread;
    CancelToken m_cancel;
    std::shared_ptr<WatchedMetrics> m_watched;
    int m_readings = 0; ///< that were started
    Job* m_job;         ///< deleted on its thread
};

} // namespace runglass
