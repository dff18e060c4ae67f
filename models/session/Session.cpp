// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/Session.h"

#include "models/session/SessionImpl.h"

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::size_t kCacheBytes = std::size_t{512} << 20;

} // namespace

void RunChanges::add(const RunChanges& other)
{
    runs.insert(other.runs.begin(), other.runs.end());
    sources.insert(other.sources.begin(), other.sources.end());
}

Session::Impl::Impl(Session& session, Places itsPlaces)
    : q(session)
    , places(std::move(itsPlaces))
    , views(places.dataDirectory.empty() ? std::string() : places.dataDirectory + "/user.db")
    , cache(std::make_shared<SeriesCache>(kCacheBytes))
    , commands([this](SourceId id) { return sourceOf(id); })
{
    pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
}

Session::Session(Places places, QObject* parent)
    : QObject(parent)
    , m_impl(std::make_unique<Impl>(*this, std::move(places)))
{
    connect(&m_impl->lister, &ListWorker::made, this, [this](const ListSnapshot& made) { m_impl->onMade(made); });
    connect(&m_impl->lister, &ListWorker::flushed, this, [this](quint64 token) { m_impl->onFlushed(token); });
    m_impl->connectCommands();
    connect(&m_impl->lister, &ListWorker::wanted, this, [this](SourceId source, const std::vector<RunPath>& runs) {
        if (const auto found = m_impl->opened.find(source); found != m_impl->opened.end())
            found->second.worker->tellAgain(runs);
    });
    connect(&m_impl->views, &ViewKeeper::loaded, this, [this] {
        m_impl->adoptView();
        m_impl->adoptPanels();
        m_impl->learnColumns();
    });
    connect(&m_impl->views, &ViewKeeper::problemChanged, this, &Session::sourcesChanged);
    m_impl->views.read();
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
    state.knownColumns = m_impl->knownColumns(state.scope);
    if (state == m_impl->state)
        return;
    const ViewPlace place = m_impl->placeOf(state.scope);
    const bool isElsewhere = state.scope != m_impl->state.scope;
    if (isElsewhere)
        setView(state, m_impl->views.view(place));
    else if (RunView view = viewOf(state); view != viewOf(m_impl->state))
        m_impl->views.keep(place, view);
    m_impl->state = std::move(state);
    const bool hasOtherPanels = isElsewhere && m_impl->takePanels(m_impl->views.panels(place));
    m_impl->showState();
    emit stateChanged();
    if (hasOtherPanels)
        emit panelsChanged();
}

std::shared_ptr<const PanelLayout> Session::panels() const
{
    return m_impl->panels;
}

void Session::setPanels(PanelLayout panels)
{
    if (!m_impl->takePanels(std::make_shared<const PanelLayout>(normalized(std::move(panels)))))
        return;
    m_impl->views.keepPanels(m_impl->placeOf(m_impl->state.scope), m_impl->panels);
    emit panelsChanged();
}

const std::string& Session::viewProblem() const
{
    return m_impl->views.problem();
}

void Session::Impl::showState()
{
    lister.setState(state);
    watchMetrics();
}

void Session::Impl::watchMetrics()
{
    std::set<KeyPath> wanted = metricsOf(state.shownValues);
    if (wanted == watched)
        return;
    watched = std::move(wanted);
    for (auto& [id, its] : opened)
        its.worker->watch(watched);
}

ViewPlace Session::Impl::placeOf(const RunScope& scope)
{
    const SourceInfo* source = scope.source ? info(*scope.source) : nullptr;
    return {source ? source->location : std::string(), scope.entity, scope.project};
}

/// Goes over to the view that was kept for the place in sight, now that it is known. A view that was changed meanwhile
/// stays.
void Session::Impl::adoptView()
{
    if (viewOf(state) != RunView())
        return;
    RunListState wanted = state;
    setView(wanted, views.view(placeOf(state.scope)));
    wanted.knownColumns = knownColumns(state.scope);
    if (wanted == state)
        return;
    state = std::move(wanted);
    showState();
    emit q.viewRestored();
    emit q.stateChanged();
}

bool Session::Impl::takePanels(std::shared_ptr<const PanelLayout> wanted)
{
    if (*wanted == *panels)
        return false;
    panels = std::move(wanted);
    return true;
}

/// As adoptView().
void Session::Impl::adoptPanels()
{
    if (*panels != PanelLayout() || !takePanels(views.panels(placeOf(state.scope))))
        return;
    emit q.panelsRestored();
    emit q.panelsChanged();
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

} // namespace runglass
