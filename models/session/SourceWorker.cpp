// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SourceWorker.h"

#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <optional>

namespace runglass
{

namespace
{

constexpr qint64 kPublishMs = 100;
constexpr qint64 kMetricsMs = 500;
/// Between two looks at a source.
constexpr std::chrono::milliseconds kPause{100};
/// Between showing what was shown the last time and looking for what has changed.
constexpr std::chrono::milliseconds kAfterCached{150};

} // namespace

class SourceWorker::Job : public QObject
{
public:
    Job(SourceWorker& worker, std::string location, Places places, std::shared_ptr<SeriesCache> cache,
        std::shared_ptr<WatchedMetrics> watched)
        : m_worker(worker)
        , m_watched(std::move(watched))
        , m_location(std::move(location))
        , m_places(std::move(places))
        , m_cache(std::move(cache))
    {
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, [this] { onPauseOver(); });
        m_beginning.setSingleShot(true);
        connect(&m_beginning, &QTimer::timeout, this, [this] { readAll(); });
    }

    void run(int reading, const CancelToken& cancel, Vanished vanished)
    {
        m_reading = reading;
        m_cancel = cancel;
        m_vanished = vanished;
        m_pause.stop();
        m_beginning.stop();
        const bool isFirst = !m_source;
        if (isFirst && !open())
            return;
        // What was shown the last time is on its way to the screen: looking for what has changed would only be in the
        // way.
        if (isFirst && m_sequence != 0)
            m_beginning.start(kAfterCached);
        else
            readAll();
    }

    /// Other metrics are watched.
    void tellValues()
    {
        if (m_source)
            publish(false);
    }

    void look()
    {
        m_pause.stop();
        if (m_report && !m_cancel.isCanceled())
            follow();
    }

    void tellAgain(const std::vector<RunPath>& runs)
    {
        if (!m_source)
            return;
        SourceNews news;
        news.changes = std::make_shared<StoreChanges>();
        news.changes->sequence = m_sequence;
        for (const RunPath& path : runs) {
            Result<Run> run = m_reader->run(path);
            if (run)
                news.changes->changed.push_back(std::move(*run));
            else
                news.changes->gone.push_back(path);
        }
        news.values = m_watched->news(*m_reader, *news.changes);
        name(news);
        emit m_worker.news(news);
    }

    void setPace(UpdatePace pace)
    {
        m_pace = pace;
        // What waits to be read is waited for anew; what is still to begin does so at its own time.
        if (m_report && !m_cancel.isCanceled())
            waitForNews();
    }

private:
    void readAll()
    {
        if (m_cancel.isCanceled())
            return emit m_worker.failed({Error::Kind::Canceled, "Reading was stopped.", m_location}, m_reading);
        publish(true);
        m_sincePublished.start();
        m_report = m_source->sync(m_cancel, [this](const SyncProgress& progress) {
            if (m_sincePublished.elapsed() < kPublishMs)
                return;
            m_sincePublished.restart();
            emit m_worker.progressed(progress);
            publish(false);
        });
        if (*m_report && m_vanished == Vanished::Forget)
            forgetVanished();
        publish(true);
        tell();
        waitForNews();
    }

    void forgetVanished()
    {
        if (const Status forgotten = m_source->forgetVanished(); !forgotten)
            m_report = forgotten.error();
    }

    void tell()
    {
        if (*m_report)
            emit m_worker.finished(**m_report, m_reading);
        else
            emit m_worker.failed(m_report->error(), m_reading);
    }

    /// Looks where something happened, and soon again for more; in between nothing is done.
    void follow()
    {
        if (m_notifier)
            m_notifier->setEnabled(false);
        if (m_cancel.isCanceled())
            return;
        Result<SyncReport> report = m_source->follow(m_cancel, [this](const SyncProgress&) {
            if (m_sincePublished.elapsed() < kPublishMs)
                return;
            m_sincePublished.restart();
            publish(false);
        });
        publish(true);
        const bool isOther = report.ok() != m_report->ok() || (report && *report != **m_report) ||
                             (!report && describe(report.error()) != describe(m_report->error()));
        m_report = std::move(report);
        if (isOther)
            tell();
        waitForNews();
    }

    /// Events come in swarms: the next look is not at the first of them but a moment later.
    void waitForNews()
    {
        if (m_cancel.isCanceled())
            return;
        const NewsAnnouncement next = m_source->announcement();
        if (next.descriptor != (m_notifier ? m_notifier->socket() : -1)) {
            m_notifier.reset();
            if (next.descriptor >= 0) {
                m_notifier = std::make_unique<QSocketNotifier>(next.descriptor, QSocketNotifier::Read);
                m_notifier->setEnabled(false);
                QObject::connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { follow(); });
            }
        }
        if (m_notifier)
            m_notifier->setEnabled(false);
        m_next = next.lookAfter;
        m_pause.stop();
        if (m_pace) {
            m_waited = std::max(*m_pace, kPause);
            m_pause.start(m_waited);
        }
    }

    void onPauseOver()
    {
        if (m_cancel.isCanceled())
            return;
        if (m_next && *m_next <= m_waited)
            return follow();
        if (m_notifier)
            m_notifier->setEnabled(true);
        if (m_next) {
            m_pause.start(*m_next - m_waited);
            m_waited = *m_next;
        }
    }

    bool open()
    {
        Result<std::shared_ptr<OpenSource>> source = OpenSource::open(m_location, m_places);
        if (!source) {
            emit m_worker.failed(source.error(), m_reading);
            return false;
        }
        if (Status opened = openReader(**source); !opened) {
            emit m_worker.failed(opened.error(), m_reading);
            return false;
        }
        m_source = std::move(*source);
        emit m_worker.opened(m_source);
        if (std::optional<CachedTable> cached = readTable(tableFile(), m_worker.id())) {
            m_sequence = cached->sequence;
            SourceNews news;
            news.changes = std::make_shared<StoreChanges>();
            news.changes->sequence = m_sequence;
            news.table = std::move(cached->table);
            name(news);
            readMetrics(news);
            emit m_worker.news(news);
        }
        return true;
    }

    /// Beside the index; a store that is not ours to write has none.
    std::string tableFile() const
    {
        return m_source->source().ownStore() ? std::string() : tableFileOf(m_source->index().location());
    }

    Status openReader(const OpenSource& source)
    {
        const int moves = source.index().moves();
        Result<std::unique_ptr<StoreReader>> reader = source.reader();
        if (!reader)
            return reader.error();
        m_reader = std::move(*reader);
        m_moves = moves;
        return Done();
    }

    /// A read that fails here is tried again with the next commit; the sync itself says what is wrong.
    void publish(bool always)
    {
        if (m_source->index().moves() != m_moves && !openReader(*m_source))
            return;
        Result<StoreChanges> changes = m_reader->changesSince(m_sequence);
        if (!changes)
            return;
        SourceNews news;
        m_sequence = changes->sequence;
        const bool changed = changes->anew || !changes->changed.empty() || !changes->gone.empty();
        tellCache(*changes);
        news.values = m_watched->news(*m_reader, *changes);
        news.changes = std::make_shared<StoreChanges>(std::move(*changes));
        name(news);
        if (changed)
            m_metricsStale = true;
        if (m_metricsStale && (always || !m_sinceMetrics.isValid() || m_sinceMetrics.elapsed() >= kMetricsMs)) {
            readMetrics(news);
        }
        if (changed || news.metrics || !news.values.empty())
            emit m_worker.news(news);
    }

    void name(SourceNews& news) const
    {
        news.location = m_source->source().location();
        news.tableFile = tableFile();
        news.isRecorder = m_source->source().ownStore().has_value();
    }

    void readMetrics(SourceNews& news)
    {
        if (Result<std::vector<MetricUse>> metrics = m_reader->metrics()) {
            news.metrics = std::make_shared<const std::vector<MetricUse>>(std::move(*metrics));
            m_metricsStale = false;
        }
        m_sinceMetrics.start();
    }

    void tellCache(const StoreChanges& changes)
    {
        if (changes.anew)
            m_cache->forgetSource(m_worker.id());
        std::vector<RunRef> changed, gone;
        for (const Run& run : changes.changed)
            changed.push_back({m_worker.id(), run.path});
        for (const RunPath& path : changes.gone)
            gone.push_back({m_worker.id(), path});
        m_cache->changed(changed);
        m_cache->forget(gone);
    }

    SourceWorker& m_worker; ///< outlives the thread
    std::shared_ptr<WatchedMetrics> m_watched;
    std::string m_location;
    Places m_places;
    std::shared_ptr<SeriesCache> m_cache;
    std::shared_ptr<OpenSource> m_source;
    std::unique_ptr<StoreReader> m_reader;
    int m_moves = 0; ///< of the index that m_reader reads
    std::uint64_t m_sequence = 0;
    bool m_metricsStale = true;
    QElapsedTimer m_sincePublished;
    QElapsedTimer m_sinceMetrics;
    int m_reading = 0;                           ///< number of the reading asked for last
    CancelToken m_cancel;                        ///< of the reading asked for last
    Vanished m_vanished = Vanished::Keep;        ///< of that reading
    std::optional<Result<SyncReport>> m_report;  ///< as last told
    std::unique_ptr<QSocketNotifier> m_notifier; ///< of news
    UpdatePace m_pace = kAsItHappens;
    QTimer m_beginning{this};                        ///< until the first look
    QTimer m_pause{this};                            ///< until the next look, or until news may come again
    std::optional<std::chrono::milliseconds> m_next; ///< how long after the pause began to look in any case
    std::chrono::milliseconds m_waited{0};           ///< how long that is when m_pause is over
};

SourceWorker::SourceWorker(SourceId id, std::string location, Places places, std::shared_ptr<SeriesCache> cache)
    : m_id(id)
    , m_watched(std::make_shared<WatchedMetrics>())
    , m_job(new Job(*this, std::move(location), std::move(places), std::move(cache), m_watched))
{
    m_job->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_job, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("source-%1").arg(id));
    m_thread.start();
}

SourceWorker::~SourceWorker()
{
    cancel();
    m_thread.quit();
    m_thread.wait();
}

int SourceWorker::start(Vanished vanished)
{
    m_cancel = CancelToken();
    const int reading = ++m_readings;
    const auto run = [job = m_job, reading, cancel = m_cancel, vanished] { job->run(reading, cancel, vanished); };
    QMetaObject::invokeMethod(m_job, run, Qt::QueuedConnection);
    return reading;
}

void SourceWorker::watch(std::set<KeyPath> metrics)
{
    // A reading that goes on tells what is wanted with its next news.
    m_watched->setWanted(std::move(metrics));
    QMetaObject::invokeMethod(
        m_job, [job = m_job] { job->tellValues(); }, Qt::QueuedConnection);
}

void SourceWorker::look()
{
    QMetaObject::invokeMethod(
        m_job, [job = m_job] { job->look(); }, Qt::QueuedConnection);
}

void SourceWorker::tellAgain(std::vector<RunPath> runs)
{
    QMetaObject::invokeMethod(
        m_job, [job = m_job, runs = std::move(runs)] { job->tellAgain(runs); }, Qt::QueuedConnection);
}

void SourceWorker::setPace(UpdatePace pace)
{
    QMetaObject::invokeMethod(
        m_job, [job = m_job, pace] { job->setPace(pace); }, Qt::QueuedConnection);
}

void SourceWorker::cancel()
{
    m_cancel.cancel();
}

} // namespace runglass
