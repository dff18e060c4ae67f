// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ViewKeeper.h"

#include "models/session/WhenAnswered.h"
#include "models/store/UserStore.h"

#include <QtConcurrent>

#include <chrono>
#include <optional>
#include <utility>

namespace runglass
{

namespace
{

/// Changes that follow one another closely are written together.
constexpr std::chrono::milliseconds kSoon{200};

} // namespace

ViewKeeper::ViewKeeper(std::string file, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_isLoaded(m_file.empty())
{
    m_thread.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoon);
    connect(&m_soon, &QTimer::timeout, this, &ViewKeeper::write);
}

void ViewKeeper::read()
{
    if (m_isLoaded)
        return;
    m_loading = QtConcurrent::run(&m_thread, [file = m_file] { return load(file); });
    whenAnswered(this, m_loading, [this](const Loaded& loaded) { takeOver(loaded); });
}

ViewKeeper::~ViewKeeper()
{
    // Changes of a session that ends before the file was read are not to be lost.
    if (!m_store && !m_changed.empty() && m_loading.isValid()) {
        m_loading.waitForFinished();
        merge(m_loading.result());
    }
    write();
    m_thread.waitForDone();
}

RunView ViewKeeper::view(const ViewPlace& place) const
{
    const auto found = m_views.find(keyOf(place));
    return found == m_views.end() ? RunView() : found->second;
}

void ViewKeeper::keep(const ViewPlace& place, const RunView& view)
{
    const std::string key = keyOf(place);
    m_views[key] = view;
    m_changed.insert(key);
    m_soon.start();
}

std::shared_ptr<const PanelLayout> ViewKeeper::panels(const ViewPlace& place) const
{
    const auto found = m_panels.find(keyOf(place));
    return found == m_panels.end() ? std::make_shared<const PanelLayout>() : found->second;
}

void ViewKeeper::keepPanels(const ViewPlace& place, std::shared_ptr<const PanelLayout> panels)
{
    const std::string key = keyOf(place);
    m_panels[key] = std::move(panels);
    m_changed.insert(key);
    m_soon.start();
}

KnownColumns ViewKeeper::known(const ViewPlace& place) const
{
    const auto found = m_known.find(keyOf(place));
    return found == m_known.end() ? KnownColumns() : found->second;
}

void ViewKeeper::keepKnown(const ViewPlace& place, KnownColumns known)
{
    const std::string key = keyOf(place);
    m_known[key] = std::move(known);
    m_changed.insert(key);
    m_soon.start();
}

ViewKeeper::Loaded ViewKeeper::load(const std::string& file)
{
    Loaded loaded;
    Result<std::unique_ptr<UserStore>> store = UserStore::open(file);
    if (!store) {
        loaded.problem = "How runs are shown is not kept: " + describe(store.error());
        return loaded;
    }
    loaded.store = std::move(*store);
    loaded.problem = loaded.store->notice();
    const auto texts = loaded.store->views();
    if (!texts) {
        loaded.problem = "How runs were shown could not be read: " + describe(texts.error());
        return loaded;
    }
    for (const auto& [key, text] : *texts) {
        loaded.views.emplace(key, viewFromText(text));
        loaded.panels.emplace(key, std::make_shared<const PanelLayout>(panelsFromText(text)));
        loaded.known.emplace(key, knownFromText(text));
    }
    return loaded;
}

/// What was chosen since is newer than what was kept.
void ViewKeeper::merge(const Loaded& loaded)
{
    m_store = loaded.store;
    m_views.insert(loaded.views.begin(), loaded.views.end());
    m_panels.insert(loaded.panels.begin(), loaded.panels.end());
    m_known.insert(loaded.known.begin(), loaded.known.end());
}

void ViewKeeper::takeOver(const Loaded& loaded)
{
    merge(loaded);
    m_isLoaded = true;
    setProblem(loaded.problem);
    if (!m_changed.empty())
        m_soon.start();
    emit this->loaded();
}

void ViewKeeper::write()
{
    m_soon.stop();
    if (!m_store || m_changed.empty())
        return;
    std::map<std::string, KeptView> changed;
    for (const std::string& key : std::exchange(m_changed, {})) {
        const auto panels = m_panels.find(key);
        changed.emplace(key, KeptView{m_views[key], m_known[key], panels == m_panels.end() ? nullptr : panels->second});
    }
    const auto put = [store = m_store, changed = std::move(changed)] {
        std::map<std::string, std::optional<std::string>> texts;
        for (const auto& [key, kept] : changed)
            texts.emplace(key, kept.isNew() ? std::nullopt : std::optional(textOf(kept)));
        const Status status = store->putViews(texts);
        return status ? std::string() : describe(status.error());
    };
    whenAnswered(this, QtConcurrent::run(&m_thread, put), [this](const std::string& failure) {
        if (!failure.empty())
            setProblem("How runs are shown is not kept: " + failure);
    });
}

void ViewKeeper::setProblem(const std::string& problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

} // namespace runglass
