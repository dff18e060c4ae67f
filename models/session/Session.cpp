// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Session.h"

#include "models/session/ListWorker.h"
#include "models/session/RunQueries.h"
#include "models/session/SourceWorker.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>
#include <filesystem>
#include <map>

namespace runglass
{

namespace
{

constexpr std::size_t kCacheBytes = 512U << 20U;

/// The location as it can be compared without asking the disk.
std::string comparable(const std::string& location)
{
    if (location.find("://") != std::string::npos)
        return location;
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(location, error);
    if (error)
        return location;
    std::string path = absolute.lexically_normal().string();
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path;
}

Error notOpen()
{
    return {Error::Kind::NotFound, "The source of this run is not open.", {}};
}

template <typename T> QFuture<T> readyAnswer(T value)
{
    return QtFuture::makeReadyFuture<T>(std::move(value));
}

} // namespace

struct Session::Impl {
    Impl(Session& session, Places itsPlaces)
        : q(session)
        , places(std::move(itsPlaces))
    {
        pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    }

    struct Opened {
        std::unique_ptr<SourceWorker> worker;
        std::shared_ptr<OpenSource> source; ///< null until it is open
        quint64 awaited = 0;                ///< the flush after which its last reading is on the screen
    };

    SourceInfo* info(SourceId id)
    {
        const auto found = std::find_if(sources.begin(), sources.end(), [id](const auto& s) { return s.id == id; });
        return found == sources.end() ? nullptr : &*found;
    }

    std::shared_ptr<OpenSource> sourceOf(const RunRef& run) const
    {
        const auto found = opened.find(run.source);
        return found == opened.end() ? nullptr : found->second.source;
    }

    void connectWorker(SourceWorker& worker);
    void read(SourceId id);
    void onOpened(SourceId id, const std::shared_ptr<OpenSource>& source);
    void onNews(SourceId id, const SourceNews& news);
    void onEnd(SourceId id, const std::function<void(SourceInfo&)>& tell);
    void onFlushed(quint64 token);
    void onMade(const ListSnapshot& snapshot);

    /// Runs work on the pool with the source of the run, or answers at once that it is not open.
    template <typename T, typename Work> QFuture<T> ask(const RunRef& run, Work work)
    {
        std::shared_ptr<OpenSource> source = sourceOf(run);
        if (!source)
            return readyAnswer<T>(notOpen());
        return QtConcurrent::run(&pool,
                                 [source = std::move(source), work = std::move(work)]() -> T { return work(*source); });
    }

    Session& q;
    Places places;
    SourceId nextId = 1;
    quint64 nextFlush = 1;
    std::vector<SourceInfo> sources;
    std::map<SourceId, Opened> opened;
    std::shared_ptr<const RunList> list = std::make_shared<const RunList>();
    std::shared_ptr<const std::vector<MetricEntry>> metrics = std::make_shared<const std::vector<MetricEntry>>();
    RunListState state;
    std::optional<RunRef> currentRun;
    std::shared_ptr<SeriesCache> cache = std::make_shared<SeriesCache>(kCacheBytes);
    CancelToken closing; ///< raised by the destructor: cuts long copies and listings
    QThreadPool pool;
    ListWorker lister;
};

Session::Session(Places places, QObject* parent)
    : QObject(parent)
    , m_impl(std::make_unique<Impl>(*this, std::move(places)))
{
    connect(&m_impl->lister, &ListWorker::made, this, [this](const ListSnapshot& made) { m_impl->onMade(made); });
    connect(&m_impl->lister, &ListWorker::flushed, this, [this](quint64 token) { m_impl->onFlushed(token); });
}

Session::~Session()
{
    m_impl->closing.cancel();
    for (auto& [id, opened] : m_impl->opened)
        opened.worker->cancel();
    m_impl->opened.clear();
    m_impl->pool.waitForDone();
}

const Places& Session::places() const
{
    return m_impl->places;
}

SourceId Session::open(const std::string& location)
{
    const std::string wanted = comparable(location);
    for (const SourceInfo& info : m_impl->sources) {
        if (info.location == wanted) {
            const SourceId id = info.id;
            m_impl->read(id);
            return id;
        }
    }
    const SourceId id = m_impl->nextId++;
    SourceInfo info;
    info.id = id;
    info.location = wanted;
    m_impl->sources.push_back(std::move(info));
    auto& opened = m_impl->opened[id];
    opened.worker = std::make_unique<SourceWorker>(id, wanted, m_impl->places);
    m_impl->connectWorker(*opened.worker);
    opened.worker->start();
    emit sourcesChanged();
    return id;
}

void Session::Impl::connectWorker(SourceWorker& worker)
{
    const SourceId id = worker.id();
    QObject::connect(&worker, &SourceWorker::opened, &q, [this, id](const auto& source) { onOpened(id, source); });
    QObject::connect(&worker, &SourceWorker::news, &q, [this, id](const SourceNews& news) { onNews(id, news); });
    QObject::connect(&worker, &SourceWorker::progressed, &q, [this, id](const SyncProgress& progress) {
        if (SourceInfo* source = info(id)) {
            source->progress = progress;
            emit q.sourcesChanged();
        }
    });
    QObject::connect(&worker, &SourceWorker::finished, &q, [this, id](const SyncReport& report) {
        onEnd(id, [&report](SourceInfo& source) {
            source.report = report;
            source.error.reset();
        });
    });
    QObject::connect(&worker, &SourceWorker::failed, &q, [this, id](const Error& error) {
        onEnd(id, [&error](SourceInfo& source) { source.error = error; });
    });
}

void Session::Impl::read(SourceId id)
{
    SourceInfo* source = info(id);
    if (!source || source->status == SourceInfo::Status::Opening || source->status == SourceInfo::Status::Reading)
        return;
    Opened& its = opened.at(id);
    source->status = its.source ? SourceInfo::Status::Reading : SourceInfo::Status::Opening;
    source->progress = {};
    source->error.reset();
    its.worker->start();
    emit q.sourcesChanged();
}

void Session::Impl::onOpened(SourceId id, const std::shared_ptr<OpenSource>& source)
{
    SourceInfo* its = info(id);
    if (!its)
        return;
    const std::string& canonical = source->source().location();
    const bool twice = std::any_of(sources.begin(), sources.end(), [&](const SourceInfo& other) {
        return other.id != id && other.location == canonical;
    });
    if (twice) {
        // The same folder by another way, as through a link: the first one stays.
        QMetaObject::invokeMethod(
            &q, [this, id] { q.close(id); }, Qt::QueuedConnection);
        return;
    }
    its->location = canonical;
    its->kind = source->source().kind();
    its->status = SourceInfo::Status::Reading;
    opened.at(id).source = source;
    lister.setSourceText(id, canonical);
    emit q.sourcesChanged();
}

void Session::Impl::onNews(SourceId id, const SourceNews& news)
{
    if (!info(id))
        return;
    for (const Run& run : news.changes->changed)
        cache->forget({id, run.path});
    for (const RunPath& path : news.changes->gone)
        cache->forget({id, path});
    lister.apply(id, news);
}

void Session::Impl::onEnd(SourceId id, const std::function<void(SourceInfo&)>& tell)
{
    SourceInfo* source = info(id);
    if (!source)
        return;
    tell(*source);
    // Ready is said when the last rows are in the list: after the flush comes back.
    opened.at(id).awaited = nextFlush;
    lister.flush(nextFlush++);
}

void Session::Impl::onFlushed(quint64 token)
{
    for (SourceInfo& source : sources) {
        Opened& its = opened.at(source.id);
        if (its.awaited != token)
            continue;
        its.awaited = 0;
        const bool canceled = source.error && source.error->kind == Error::Kind::Canceled;
        if (canceled)
            source.error.reset();
        source.status = source.error ? SourceInfo::Status::Failed : SourceInfo::Status::Ready;
    }
    emit q.sourcesChanged();
}

void Session::Impl::onMade(const ListSnapshot& snapshot)
{
    const bool tableChanged = snapshot.list->table != list->table;
    list = snapshot.list;
    metrics = snapshot.metrics;
    emit q.listChanged();
    if (tableChanged)
        emit q.runsChanged();
}

void Session::close(SourceId source)
{
    const auto found = m_impl->opened.find(source);
    if (found == m_impl->opened.end())
        return;
    found->second.worker->cancel();
    // Joining may take as long as one read of the disk: that is waited for on the pool, not here.
    std::shared_ptr<SourceWorker> leaving(found->second.worker.release());
    leaving->disconnect(this);
    leaving->moveToThread(nullptr);
    m_impl->pool.start([leaving = std::move(leaving)]() mutable { leaving.reset(); });
    m_impl->opened.erase(found);
    std::erase_if(m_impl->sources, [source](const SourceInfo& info) { return info.id == source; });
    m_impl->cache->forgetSource(source);
    m_impl->lister.removeSource(source);
    if (m_impl->currentRun && m_impl->currentRun->source == source)
        setCurrentRun(std::nullopt);
    emit sourcesChanged();
}

void Session::refresh()
{
    for (const SourceInfo& info : std::vector<SourceInfo>(m_impl->sources))
        m_impl->read(info.id);
}

void Session::cancelReading()
{
    for (auto& [id, opened] : m_impl->opened)
        opened.worker->cancel();
}

const std::vector<SourceInfo>& Session::sources() const
{
    return m_impl->sources;
}

const SourceInfo* Session::source(SourceId source) const
{
    return m_impl->info(source);
}

bool Session::isBusy() const
{
    return std::any_of(m_impl->sources.begin(), m_impl->sources.end(), [](const SourceInfo& info) {
        return info.status == SourceInfo::Status::Opening || info.status == SourceInfo::Status::Reading;
    });
}

std::shared_ptr<const RunList> Session::list() const
{
    return m_impl->list;
}

std::shared_ptr<const std::vector<MetricEntry>> Session::metrics() const
{
    return m_impl->metrics;
}

const RunListState& Session::state() const
{
    return m_impl->state;
}

void Session::setState(RunListState state)
{
    if (state == m_impl->state)
        return;
    m_impl->state = std::move(state);
    m_impl->lister.setState(m_impl->state);
    emit stateChanged();
}

const std::optional<RunRef>& Session::currentRun() const
{
    return m_impl->currentRun;
}

void Session::setCurrentRun(const std::optional<RunRef>& run)
{
    if (run == m_impl->currentRun)
        return;
    m_impl->currentRun = run;
    emit currentRunChanged();
}

std::vector<RunRef> Session::find(const RunReference& reference) const
{
    std::vector<RunRef> found;
    const RunTable& table = *m_impl->list->table;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        if (matches(reference, table.ref(row).path))
            found.push_back(table.ref(row));
    return found;
}

Answer<OpenedRun> Session::openRun(const RunRef& run)
{
    return m_impl->ask<queries::Found<OpenedRun>>(
        run, [run](const OpenSource& source) { return queries::openRun(source, run); });
}

Answer<std::vector<SeriesInfo>> Session::seriesInfo(const RunRef& run)
{
    return m_impl->ask<queries::Found<std::vector<SeriesInfo>>>(
        run, [run](const OpenSource& source) { return queries::seriesInfo(source, run); });
}

Answer<std::vector<ChartSeries>> Session::chartSeries(const MetricEntry& metric, std::vector<RunRef> runs)
{
    using Found = queries::Found<std::vector<ChartSeries>>;
    std::vector<std::pair<RunRef, std::shared_ptr<OpenSource>>> wanted;
    for (RunRef& run : runs)
        if (std::shared_ptr<OpenSource> source = m_impl->sourceOf(run))
            wanted.emplace_back(std::move(run), std::move(source));
    const auto work = [metric, wanted = std::move(wanted), cache = m_impl->cache, cancel = m_impl->closing]() -> Found {
        auto found = std::make_shared<std::vector<ChartSeries>>();
        for (const auto& [run, source] : wanted) {
            if (cancel.isCanceled())
                return Error{Error::Kind::Canceled, "cancelled", {}};
            Result<ChartSeries> series = queries::chartSeries(*source, run, metric, *cache);
            // A run that cannot be read costs its own line, not the chart.
            if (series && !series->segments.empty())
                found->push_back(std::move(*series));
        }
        return std::shared_ptr<const std::vector<ChartSeries>>(std::move(found));
    };
    return QtConcurrent::run(&m_impl->pool, work);
}

Answer<std::vector<LogLine>> Session::logLines(const RunRef& run)
{
    return m_impl->ask<queries::Found<std::vector<LogLine>>>(
        run, [run](const OpenSource& source) { return queries::logLines(source, run); });
}

QFuture<Status> Session::saveLog(const RunRef& run, const std::string& destination)
{
    return m_impl->ask<Status>(
        run, [run, destination](const OpenSource& source) { return queries::saveLog(source, run, destination); });
}

Answer<std::vector<RunFile>> Session::files(const RunRef& run)
{
    return m_impl->ask<queries::Found<std::vector<RunFile>>>(
        run, [run, cancel = m_impl->closing](const OpenSource& source) { return queries::files(source, run, cancel); });
}

Answer<std::string> Session::readFile(const RunRef& run, const RunFile& file, std::uint64_t offset,
                                      std::uint64_t length)
{
    return m_impl->ask<queries::Found<std::string>>(run, [run, file, offset, length](const OpenSource& source) {
        return queries::readFile(source, run, file, offset, length);
    });
}

QFuture<Status> Session::saveFile(const RunRef& run, const RunFile& file, const std::string& destination)
{
    return m_impl->ask<Status>(run, [run, file, destination, cancel = m_impl->closing](const OpenSource& source) {
        return queries::saveFile(source, run, file, destination, cancel);
    });
}

std::string Session::localPath(const OpenedRun& run, const RunFile& file) const
{
    const std::shared_ptr<OpenSource> source = m_impl->sourceOf(run.ref);
    return source ? source->source().localPath(run.detail, file) : std::string();
}

} // namespace runglass
