// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/AxisCache.h"
#include "models/session/ConsoleCache.h"
#include "models/session/ListWorker.h"
#include "models/session/ReaderPool.h"
#include "models/session/RunPlaces.h"
#include "models/session/SeriesCache.h"
#include "models/session/Session.h"
#include "models/session/SourceWorker.h"
#include "models/session/ViewKeeper.h"

#include <QThreadPool>
#include <QtConcurrent>

#include <functional>
#include <map>
#include <set>

namespace runglass
{

/// What Session holds. The functions for sources are in SessionSources.cpp, the questions in SessionQueries.cpp, the
/// commands in SessionCommands.cpp.
struct Session::Impl {
    struct Opened {
        std::unique_ptr<SourceWorker> worker;
        std::shared_ptr<ReaderPool> source; ///< null until it is open
        int reading = 0;                    ///< number of the last reading that was started
        quint64 awaited = 0;                ///< the flush after which its last reading is on the screen
    };

    Impl(Session& session, Places itsPlaces);

    SourceInfo* info(SourceId id);
    /// Follows the ID of a source that turned out to be another one.
    SourceId realId(SourceId id) const;
    std::shared_ptr<ReaderPool> sourceOf(const RunRef& run) const { return sourceOf(run.source); }
    std::shared_ptr<ReaderPool> sourceOf(SourceId id) const;
    /// Where a run can be read, the folders of a recorder's run among them.
    RunPlaces placesOf(const RunRef& run) const;

    void connectWorker(SourceWorker& worker);
    void connectCommands();
    void read(SourceId id, SourceWorker::Vanished vanished = SourceWorker::Vanished::Keep);
    void onOpened(SourceId id, const std::shared_ptr<OpenSource>& source);
    void onEnd(SourceId id, int reading, const std::function<void(SourceInfo&)>& tell);
    void onFlushed(quint64 token);
    void onMade(const ListSnapshot& snapshot);
    void followLinks();
    void leave(SourceId id);
    bool forgetInState(SourceId id);
    ViewPlace placeOf(const RunScope& scope);
    void adoptView();
    void adoptPanels();
    /// @return whether they are other ones; panelsChanged is still to be told
    bool takePanels(std::shared_ptr<const PanelLayout> wanted);
    void learnColumns();
    std::vector<const SourceInfo*> freshSources(const RunScope& scope, const KnownColumns& known) const;
    std::shared_ptr<const ColumnSet> knownColumns(const RunScope& scope);
    /// Asks for a list of the state.
    void showState();
    /// Tells the sources which metrics the state shows values of.
    void watchMetrics();

    /// Runs work on the pool with the places of the run, or answers at once that its source is not open.
    template <typename T, typename Work> QFuture<T> ask(const RunRef& run, Work work)
    {
        RunPlaces found = placesOf(run);
        if (!found.source)
            return QtFuture::makeReadyFuture<T>(
                Error{Error::Kind::NotFound, "The source of this run is not open.", {}});
        return QtConcurrent::run(&pool, [found = std::move(found), work = std::move(work), cancel = closing]() -> T {
            if (cancel.isCanceled())
                return canceled();
            return work(found);
        });
    }
    static Error canceled() { return {Error::Kind::Canceled, "The program is closing.", {}}; }

    Session& q;
    Places places;
    SourceId nextId = 1;
    quint64 nextFlush = 1;
    std::vector<SourceInfo> sources;
    std::map<SourceId, Opened> opened;
    std::map<SourceId, SourceId> aliases; ///< IDs given for a location that was open already under another name
    std::shared_ptr<const RunList> list = std::make_shared<const RunList>();
    std::shared_ptr<const std::vector<MetricEntry>> metrics = std::make_shared<const std::vector<MetricEntry>>();
    std::shared_ptr<const RunTwins::Links> links = std::make_shared<const RunTwins::Links>();
    RunListState state;
    std::set<KeyPath> watched; ///< metrics that the sources were told to watch
    ViewKeeper views;
    std::shared_ptr<const PanelLayout> panels = std::make_shared<const PanelLayout>(); ///< of state.scope; normalized
    std::optional<RunRef> currentRun;
    UpdatePace pace = kAsItHappens;
    std::shared_ptr<SeriesCache> cache;
    std::shared_ptr<AxisCache> axes = std::make_shared<AxisCache>();
    std::shared_ptr<ConsoleCache> consoles = std::make_shared<ConsoleCache>();
    CancelToken closing; ///< raised by the destructor: cuts long copies and listings
    QThreadPool pool;
    CommandRunner commands;
    ListWorker lister;
};

} // namespace runglass
