// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/WindowApplication.h"

#include "app/ExampleRuns.h"
#include "app/window/PaintLog.h"
#include "widgets/window/AddressOpener.h"

#include <QTimer>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>

namespace runglass
{

namespace
{

constexpr std::chrono::milliseconds kLongestHeld{100};

/// The recorder's store as sources call it: without links in it, as far as it is there. Empty: there is no place.
std::string storeOf(const Places& places)
{
    const std::string store = places.recorderStore();
    std::error_code failed;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(store, failed);
    return store.empty() || failed ? store : canonical.string();
}

/// What is asked for; without it the last session's, and where there was none what was recorded.
std::map<QString, SourceId> openAll(Session& session, const QStringList& asked, const QStringList& last)
{
    QStringList locations = asked.isEmpty() ? last : asked;
    const std::string store = storeOf(session.places());
    std::error_code ignored;
    if (locations.isEmpty() && !store.empty() && std::filesystem::exists(store, ignored))
        locations.append(QString::fromStdString(store));
    std::map<QString, SourceId> ids;
    for (const QString& location : locations)
        // Addresses are gone to when there is a window.
        if (!AddressOpener::isAddress(location))
            ids[location] = session.open(location.toStdString());
    return ids;
}

} // namespace

WindowApplication::WindowApplication(const QString& settingsPath, const WindowArguments& arguments, QObject* parent)
    : QObject(parent)
    , m_settings(settingsPath)
    , m_last(m_settings.read())
    , m_session(Places::fromEnvironment())
    , m_asked(locationsOf(arguments))
    , m_open(openAll(m_session, m_asked, m_last.sources))
    , m_recorder(programDirectory() + "/runglass", storeOf(m_session.places()))
    , m_login(programDirectory() + "/runglass")
    , m_context{m_session, m_theme, SourceNames(exampleRuns(), m_recorder.storeFile()), &m_recorder, &m_login}
    , m_window(m_context, QString::fromStdString(exampleRuns()))
{
    for (const QString& location : m_asked)
        if (!AddressOpener::isAddress(location))
            addRecent(m_last.recent, location);
    m_window.setRecent(m_last.recent);
    connect(&m_window, &MainWindow::opened, this, [this](const QString& location) {
        addRecent(m_last.recent, location);
        m_window.setRecent(m_last.recent);
    });
    connect(&m_window, &MainWindow::recentCleared, this, [this] {
        m_last.recent.clear();
        m_window.setRecent({});
    });
    connect(&m_window, &MainWindow::closing, this, &WindowApplication::save);
    new PaintLog(m_window, this);
    connect(&m_termination, &TerminationSignals::asked, &m_window, &QWidget::close);
}

QStringList WindowApplication::locationsOf(const WindowArguments& arguments)
{
    QStringList locations = arguments.locations;
    if (arguments.example && !exampleRuns().empty())
        locations.append(QString::fromStdString(exampleRuns()));
    return locations;
}

void WindowApplication::take(const WindowRequest& request)
{
    if (!request.activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", request.activationToken);
    m_window.open(request.locations);
    m_window.setWindowState(m_window.QWidget::windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

void WindowApplication::start()
{
    WindowState state = m_last.window;
    if (!m_asked.isEmpty())
        state.tab = 0;
    m_window.restore(state);
    for (const QString& location : m_asked)
        if (AddressOpener::isAddress(location))
            m_window.open({location});
    if (m_asked.isEmpty())
        restoreSession();
    holdFirstFrame();
    m_window.show();
}

/// The first frame is the one with the runs, if they come soon: to draw one without would only keep them waiting.
void WindowApplication::holdFirstFrame()
{
    if (m_open.empty() || !m_session.list()->rows.empty())
        return;
    m_window.setUpdatesEnabled(false);
    // Behind the views, which follow the list first.
    auto* held = new QTimer(this);
    const auto release = [this, held] {
        if (!m_window.updatesEnabled())
            m_window.setUpdatesEnabled(true);
        held->deleteLater();
    };
    connect(&m_session, &Session::listChanged, held, release);
    connect(held, &QTimer::timeout, held, release);
    held->start(kLongestHeld);
}

void WindowApplication::restoreSession()
{
    const std::map<QString, SourceId>& ids = m_open;
    const auto refOf = [&ids](const RememberedRun& run) -> std::optional<RunRef> {
        const auto found = ids.find(run.location);
        return found == ids.end() ? std::nullopt : std::optional(RunRef{found->second, run.path});
    };
    if (ids.empty())
        return;
    RunListState state = m_session.state();
    state.scope = m_last.list.scope;
    state.search = m_last.list.search;
    const auto scoped = ids.find(m_last.scopeSource);
    if (scoped != ids.end())
        state.scope.source = scoped->second;
    for (const RememberedRun& run : m_last.hidden)
        if (const auto ref = refOf(run))
            state.hidden.insert(*ref);
    m_session.setState(std::move(state));
    if (m_last.currentRun)
        m_session.setCurrentRun(refOf(*m_last.currentRun));
}

RememberedSession WindowApplication::remembered() const
{
    RememberedSession now;
    now.window = m_window.windowState();
    now.recent = m_last.recent;
    const auto locationOf = [this](SourceId id) {
        const SourceInfo* source = m_session.source(id);
        return source ? QString::fromStdString(source->location) : QString();
    };
    for (const SourceInfo& source : m_session.sources())
        now.sources.append(QString::fromStdString(source.location));
    now.list = m_session.state();
    if (now.list.scope.source)
        now.scopeSource = locationOf(*now.list.scope.source);
    for (const RunRef& run : now.list.hidden)
        now.hidden.push_back({locationOf(run.source), run.path});
    if (const auto& run = m_session.currentRun())
        now.currentRun = RememberedRun{locationOf(run->source), run->path};
    return now;
}

void WindowApplication::save()
{
    if (m_settings.write(remembered()))
        return;
    const QString what = m_settings.path().isEmpty()
                             ? tr("There is no home directory: the window's settings are not kept.")
                             : tr("%1 cannot be written: the window's settings are not kept.").arg(m_settings.path());
    std::fprintf(stderr, "runglass: %s\n", qPrintable(what));
}

} // namespace runglass
