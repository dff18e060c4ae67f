// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ListWorker.h"

#include "models/processes/FreedMemory.h"
#include "models/session/RunCollection.h"
#include "models/table/MetricColumns.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace runglass
{

namespace
{

constexpr qint64 kPublishMs = 100;
/// So many runs leave more memory behind than the next ones will need.
constexpr std::size_t kManyRuns = 1000;

} // namespace

class ListWorker::Job : public QObject
{
public:
    explicit Job(ListWorker& worker)
        : m_worker(worker)
        , m_timer(new QTimer(this))
    {
        m_timer->setSingleShot(true);
        connect(m_timer, &QTimer::timeout, this, [this] { publish(); });
    }

    void apply(SourceId source, const SourceNews& news)
    {
        if (m_removed.contains(source))
            return;
        m_applied += (news.table ? news.table->rowCount() : 0) + news.changes->changed.size();
        const std::uint64_t sequence = news.changes->sequence;
        m_runs.apply(source, news, m_changes);
        Kept& kept = m_kept[source];
        kept.file = news.tableFile;
        kept.sequence = sequence;
        if (news.table)
            kept.written = kept.sequence;
        m_tableStale = true;
        takeValues(source, news.values);
        if (news.metrics) {
            m_uses[source] = news.metrics;
            m_metrics = nullptr;
        }
        tellWanted();
        if (!m_timer->isActive())
            m_timer->start(m_sincePublished.isValid() ? static_cast<int>(untilNextPublishing()) : 0);
    }

    void removeSource(SourceId source, const RunListState& state)
    {
        m_state = state;
        m_removed.insert(source);
        m_kept.erase(source);
        m_runs.removeSource(source, m_changes);
        m_tableStale = true;
        m_uses.erase(source);
        m_metrics = nullptr;
        m_values.removeSource(source);
        m_values.keep(metricsOf(m_state.shownValues));
        tellWanted();
        publish();
    }

    void setState(RunListState state)
    {
        m_state = std::move(state);
        m_values.keep(metricsOf(m_state.shownValues));
        publish();
    }

    void flush(quint64 token)
    {
        if (m_timer->isActive())
            publish();
        emit m_worker.flushed(token);
        keepTable();
        if (std::exchange(m_applied, 0) >= kManyRuns)
            returnFreedMemory();
    }

private:
    void tellWanted()
    {
        for (auto& [source, runs] : m_runs.takeWanted())
            emit m_worker.wanted(source, runs);
    }

    void takeValues(SourceId source, const std::vector<MetricNews>& news)
    {
        for (const MetricNews& each : news) {
            if (each.whole)
                m_values.setAll(source, each.metric, each.summaries);
            else
                m_values.set(source, each.metric, each.runs, each.summaries);
        }
    }

    std::set<SourceId> sources() const
    {
        std::set<SourceId> all;
        for (const auto& [source, kept] : m_kept)
            all.insert(source);
        return all;
    }

    qint64 untilNextPublishing() const { return std::max<qint64>(0, kPublishMs - m_sincePublished.elapsed()); }

    /// What is known of the table of a source in its file.
    struct Kept {
        std::string file;
        std::uint64_t sequence = 0; ///< of the news applied last
        std::uint64_t written = 0;  ///< of those that the file holds
    };

    /// So that it opens faster the next time. Of several sources' table each would have to be cut out.
    void keepTable()
    {
        if (m_kept.size() != 1)
            return;
        Kept& kept = m_kept.begin()->second;
        if (kept.file.empty() || kept.sequence == kept.written || !m_runs.isWhole(m_kept.begin()->first))
            return;
        writeTable(kept.file, {m_table, kept.sequence});
        kept.written = kept.sequence;
    }

    void publish()
    {
        m_timer->stop();
        if (m_tableStale)
            m_table = m_runs.snapshot();
        m_tableStale = false;
        if (!m_metrics)
            m_metrics = unitedMetrics();
        m_shown = m_values.apply(m_table, m_state.shownValues, sources());
        m_list = makeList();
        m_sincePublished.start();
        emit m_worker.made({m_list, m_metrics, std::exchange(m_changes, {}), m_runs.links()});
    }

    std::shared_ptr<const RunList> makeList() const
    {
        return std::make_shared<const RunList>(makeRunList(m_shown, m_state, *m_list));
    }

    std::shared_ptr<const std::vector<MetricEntry>> unitedMetrics() const
    {
        const auto metric = [](const auto& one) { return std::tie(one.system, one.key); };
        const auto before = [&](const MetricUse* a, const MetricUse* b) { return metric(*a) < metric(*b); };
        std::vector<const MetricUse*> numeric;
        for (const auto& [source, uses] : m_uses) {
            for (const MetricUse& use : *uses) {
                if (use.numeric)
                    numeric.push_back(&use);
            }
        }
        // Those of one source are in order already.
        if (!std::is_sorted(numeric.begin(), numeric.end(), before))
            std::sort(numeric.begin(), numeric.end(), before);
        auto entries = std::make_shared<std::vector<MetricEntry>>();
        entries->reserve(numeric.size());
        for (const MetricUse* use : numeric) {
            if (entries->empty() || metric(entries->back()) != metric(*use))
                entries->push_back({use->system, use->key, 0});
            entries->back().runs += use->runs;
        }
        return entries;
    }

    ListWorker& m_worker; ///< outlives the thread
    QTimer* m_timer;
    RunCollection m_runs;
    RunListState m_state;
    std::shared_ptr<const RunTable> m_table = std::make_shared<const RunTable>();
    std::shared_ptr<const RunTable> m_shown; ///< m_table with the values that its columns show
    MetricColumns m_values;
    std::shared_ptr<const RunList> m_list = std::make_shared<const RunList>();
    std::map<SourceId, std::shared_ptr<const std::vector<MetricUse>>> m_uses;
    std::map<SourceId, Kept> m_kept;
    std::set<SourceId> m_removed; ///< whose news may still be on its way; an ID is never used again
    std::shared_ptr<const std::vector<MetricEntry>> m_metrics; ///< null: to be made of m_uses
    QElapsedTimer m_sincePublished;                            ///< not valid before the first time, which comes at once
    RunChanges m_changes;                                      ///< not published yet
    bool m_tableStale = false;
    std::size_t m_applied = 0; ///< runs since the last flush
};

ListWorker::ListWorker()
    : m_job(new Job(*this))
{
    m_job->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_job, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("list"));
    m_thread.start();
}

ListWorker::~ListWorker()
{
    m_thread.quit();
    m_thread.wait();
}

void ListWorker::apply(SourceId source, SourceNews news)
{
    QMetaObject::invokeMethod(
        m_job, [job = m_job, source, news = std::move(news)] { job->apply(source, news); }, Qt::QueuedConnection);
}

void ListWorker::removeSource(SourceId source, RunListState state)
{
    const auto work = [job = m_job, source, state = std::move(state)] { job->removeSource(source, state); };
    QMetaObject::invokeMethod(m_job, work, Qt::QueuedConnection);
}

void ListWorker::setState(RunListState state)
{
    const std::uint64_t turn = ++*m_newestState;
    const auto work = [job = m_job, newest = m_newestState, turn, state = std::move(state)] {
        if (newest->load() == turn)
            job->setState(state);
    };
    QMetaObject::invokeMethod(m_job, work, Qt::QueuedConnection);
}

void ListWorker::flush(quint64 token)
{
    QMetaObject::invokeMethod(
        m_job, [job = m_job, token] { job->flush(token); }, Qt::QueuedConnection);
}

} // namespace runglass
