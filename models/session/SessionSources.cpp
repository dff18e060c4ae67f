// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SessionImpl.h"

#include <algorithm>
#include <filesystem>

namespace runglass
{

namespace
{

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

bool isReading(const SourceInfo& info)
{
    return info.status == SourceInfo::Status::Opening || info.status == SourceInfo::Status::Reading;
}

} // namespace

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
    opened.worker = std::make_unique<SourceWorker>(id, wanted, m_impl->places, m_impl->cache);
    m_impl->connectWorker(*opened.worker);
    opened.worker->setPace(m_impl->pace);
    opened.worker->watch(m_impl->watched);
    opened.reading = opened.worker->start();
    emit sourcesChanged();
    return id;
}

void Session::Impl::connectWorker(SourceWorker& worker)
{
    const SourceId id = worker.id();
    QObject::connect(&worker, &SourceWorker::opened, &q, [this, id](const auto& source) { onOpened(id, source); });
    // Not by way of the GUI thread, which may have a window to make.
    QObject::connect(
        &worker, &SourceWorker::news, &lister, [this, id](const SourceNews& news) { lister.apply(id, news); },
        Qt::DirectConnection);
    QObject::connect(&worker, &SourceWorker::progressed, &q, [this, id](const SyncProgress& progress) {
        if (SourceInfo* source = info(id)) {
            source->progress = progress;
            emit q.sourcesChanged();
        }
    });
    QObject::connect(&worker, &SourceWorker::finished, &q, [this, id](const SyncReport& report, int reading) {
        onEnd(id, reading, [&report](SourceInfo& source) {
            source.report = report;
            source.error.reset();
        });
    });
    QObject::connect(&worker, &SourceWorker::failed, &q, [this, id](const Error& error, int reading) {
        onEnd(id, reading, [&error](SourceInfo& source) { source.error = error; });
    });
}

void Session::Impl::read(SourceId id, SourceWorker::Vanished vanished)
{
    SourceInfo* source = info(id);
    if (!source || isReading(*source))
        return;
    Opened& its = opened.at(id);
    source->status = its.source ? SourceInfo::Status::Reading : SourceInfo::Status::Opening;
    source->progress = {};
    source->error.reset();
    its.reading = its.worker->start(vanished);
    its.awaited = 0;
    emit q.sourcesChanged();
}

void Session::Impl::onOpened(SourceId id, const std::shared_ptr<OpenSource>& source)
{
    SourceInfo* its = info(id);
    if (!its)
        return;
    const std::string canonical = source->source().location();
    const auto twin = std::find_if(sources.begin(), sources.end(), [&](const SourceInfo& other) {
        return other.id != id && other.location == canonical;
    });
    if (twin != sources.end()) {
        // The same folder by another way, as through a link: the first one stays, and answers to both IDs.
        const SourceId first = twin->id;
        aliases[id] = first;
        leave(id);
        read(first);
        emit q.sourcesChanged();
        return;
    }
    its->location = canonical;
    if (state.scope.source == id) {
        adoptView();
        adoptPanels();
    }
    learnColumns();
    its->kind = source->source().kind();
    its->status = SourceInfo::Status::Reading;
    opened.at(id).source = std::make_shared<ReaderPool>(source);
    its->notice = source->index().notice();
    emit q.sourcesChanged();
}

void Session::Impl::onEnd(SourceId id, int reading, const std::function<void(SourceInfo&)>& tell)
{
    SourceInfo* source = info(id);
    // What was found before the reading that runs now is overtaken by it.
    if (!source || opened.at(id).reading != reading)
        return;
    tell(*source);
    if (const auto& its = opened.at(id).source)
        source->notice = its->source().index().notice();
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
        const bool wasCanceled = source.error && source.error->kind == Error::Kind::Canceled;
        if (wasCanceled)
            source.error.reset();
        source.status = source.error ? SourceInfo::Status::Failed : SourceInfo::Status::Ready;
    }
    learnColumns();
    emit q.sourcesChanged();
}

void Session::Impl::onMade(const ListSnapshot& snapshot)
{
    const bool tableChanged = snapshot.list->table != list->table;
    // The answer to an older question: the one that is wanted now is being made.
    if (!tableChanged && snapshot.metrics == metrics && snapshot.list->state != state)
        return;
    const std::shared_ptr<const RunTable> before = list->table;
    list = snapshot.list;
    metrics = snapshot.metrics;
    links = snapshot.links;
    learnColumns();
    emit q.listChanged();
    if (!tableChanged)
        return;
    followLinks();
    axes->changed(snapshot.changes);
    emit q.runsChanged(snapshot.changes);
    const bool isGone = currentRun && before->rowOf(*currentRun) && !list->table->rowOf(*currentRun);
    if (isGone)
        q.setCurrentRun(std::nullopt);
}

/// A folder's run that turns out to be a recorder's is shown as that.
void Session::Impl::followLinks()
{
    const auto recorded = currentRun ? links->recorded.find(*currentRun) : links->recorded.end();
    if (recorded != links->recorded.end() && list->table->rowOf(recorded->second))
        q.setCurrentRun(recorded->second);
}

void Session::close(SourceId source)
{
    const SourceId id = m_impl->realId(source);
    if (!m_impl->opened.contains(id))
        return;
    const std::shared_ptr<const PanelLayout> before = m_impl->panels;
    const bool stateIsOther = m_impl->forgetInState(id);
    m_impl->leave(id);
    if (stateIsOther)
        emit stateChanged();
    if (m_impl->panels != before)
        emit panelsChanged();
    if (m_impl->currentRun && m_impl->currentRun->source == id)
        setCurrentRun(std::nullopt);
    emit sourcesChanged();
}

void Session::Impl::leave(SourceId id)
{
    const auto found = opened.find(id);
    found->second.worker->cancel();
    // Joining may take as long as one read of the disk: that is waited for on the pool, not here.
    std::shared_ptr<SourceWorker> leaving(found->second.worker.release());
    leaving->disconnect(&q);
    leaving->moveToThread(nullptr);
    pool.start([leaving = std::move(leaving)]() mutable { leaving.reset(); });
    opened.erase(found);
    std::erase_if(sources, [id](const SourceInfo& info) { return info.id == id; });
    cache->forgetSource(id);
    consoles->forgetSource(id);
    lister.removeSource(id, state);
    watchMetrics();
}

/// What the state says of a source that is closed means nothing any more: its ID never comes back. The list is made
/// by leave(), together with the runs' going, so that no list in between is empty or holds too much.
bool Session::Impl::forgetInState(SourceId id)
{
    RunListState next = state;
    if (next.scope.source == id) {
        next.scope = {};
        setView(next, views.view({}));
        takePanels(views.panels({}));
        next.knownColumns = knownColumns({});
    }
    std::erase_if(next.hidden, [id](const RunRef& run) { return run.source == id; });
    const bool isOther = next != state;
    state = std::move(next);
    return isOther;
}

void Session::refresh()
{
    for (const SourceInfo& info : std::vector<SourceInfo>(m_impl->sources))
        m_impl->read(info.id, SourceWorker::Vanished::Forget);
}

void Session::cancelReading()
{
    for (auto& [id, opened] : m_impl->opened)
        opened.worker->cancel();
}

void Session::setPace(UpdatePace pace)
{
    m_impl->pace = pace;
    for (auto& [id, opened] : m_impl->opened)
        opened.worker->setPace(pace);
}

UpdatePace Session::pace() const
{
    return m_impl->pace;
}

const std::vector<SourceInfo>& Session::sources() const
{
    return m_impl->sources;
}

const SourceInfo* Session::source(SourceId source) const
{
    return m_impl->info(m_impl->realId(source));
}

bool Session::isBusy() const
{
    return std::any_of(m_impl->sources.begin(), m_impl->sources.end(), isReading);
}

SourceInfo* Session::Impl::info(SourceId id)
{
    const auto found = std::find_if(sources.begin(), sources.end(), [id](const auto& s) { return s.id == id; });
    return found == sources.end() ? nullptr : &*found;
}

SourceId Session::Impl::realId(SourceId id) const
{
    const auto alias = aliases.find(id);
    return alias == aliases.end() ? id : alias->second;
}

RunPlaces Session::Impl::placesOf(const RunRef& run) const
{
    RunPlaces found{run, sourceOf(run), {}};
    const auto linked = links->folders.find(run);
    if (linked == links->folders.end())
        return found;
    for (const RunRef& folder : linked->second)
        if (std::shared_ptr<ReaderPool> source = sourceOf(folder))
            found.folders.emplace_back(folder, std::move(source));
    return found;
}

std::shared_ptr<ReaderPool> Session::Impl::sourceOf(SourceId id) const
{
    const auto found = opened.find(id);
    return found == opened.end() ? nullptr : found->second.source;
}

} // namespace runglass
