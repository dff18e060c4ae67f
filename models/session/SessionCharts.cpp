// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoggedQueries.h"
#include "models/session/RunQueries.h"
#include "models/session/SessionImpl.h"

namespace runglass
{

Answer<std::vector<ChartSeries>> Session::chartSeries(const MetricEntry& metric, std::vector<RunRef> runs)
{
    return chartSeries(metric, {XAxisKind::Step, {}}, std::move(runs));
}

Answer<std::vector<ChartSeries>> Session::chartSeries(const MetricEntry& metric, const XAxis& x,
                                                      std::vector<RunRef> runs)
{
    using Found = queries::Found<std::vector<ChartSeries>>;
    std::vector<std::pair<RunRef, std::shared_ptr<ReaderPool>>> wanted;
    for (RunRef& run : runs) {
        if (std::shared_ptr<ReaderPool> source = m_impl->sourceOf(run))
            wanted.emplace_back(std::move(run), std::move(source));
    }
    const auto work = [metric, x, wanted = std::move(wanted), cache = m_impl->cache, axes = m_impl->axes,
                       cancel = m_impl->closing](QPromise<Found>& promise) {
        auto found = std::make_shared<std::vector<ChartSeries>>();
        for (const auto& [run, source] : wanted) {
            if (cancel.isCanceled() || promise.isCanceled()) {
                promise.addResult(Impl::canceled());
                return;
            }
            Result<ChartSeries> series = queries::chartSeries(*source, run, metric, x, *cache, *axes);
            // A run that cannot be read costs its own line, not the chart.
            if (series && (!series->segments.empty() || series->unplaced > 0))
                found->push_back(std::move(*series));
        }
        promise.addResult(std::shared_ptr<const std::vector<ChartSeries>>(std::move(found)));
    };
    return QtConcurrent::run(&m_impl->pool, work);
}

Answer<std::vector<LoggedValues>> Session::loggedValues(const MetricEntry& metric, const std::vector<RunRef>& runs)
{
    using Found = queries::Found<std::vector<LoggedValues>>;
    std::vector<RunPlaces> wanted;
    for (const RunRef& run : runs) {
        if (RunPlaces places = m_impl->placesOf(run); places.source)
            wanted.push_back(std::move(places));
    }
    const auto work = [metric, wanted = std::move(wanted), cancel = m_impl->closing](QPromise<Found>& promise) {
        auto found = std::make_shared<std::vector<LoggedValues>>();
        for (const RunPlaces& places : wanted) {
            if (cancel.isCanceled() || promise.isCanceled()) {
                promise.addResult(Impl::canceled());
                return;
            }
            Result<LoggedValues> logged = queries::loggedValues(places, metric);
            if (logged && !logged->segments.empty())
                found->push_back(std::move(*logged));
        }
        promise.addResult(std::shared_ptr<const std::vector<LoggedValues>>(std::move(found)));
    };
    return QtConcurrent::run(&m_impl->pool, work);
}

Answer<JoinedTables> Session::loggedTables(const MetricEntry& metric, const std::vector<RunRef>& runs,
                                           std::optional<std::int64_t> step)
{
    using Found = queries::Found<JoinedTables>;
    std::vector<std::pair<RunPlaces, std::string>> wanted;
    for (const RunRef& run : runs) {
        const std::optional<std::uint32_t> row = m_impl->list->table->rowOf(run);
        if (RunPlaces places = m_impl->placesOf(run); places.source)
            wanted.emplace_back(std::move(places), row ? m_impl->list->table->name(*row) : run.path.id);
    }
    const auto work = [metric, step, wanted = std::move(wanted), cancel = m_impl->closing](QPromise<Found>& promise) {
        std::vector<RunLoggedTable> tables;
        std::vector<std::pair<RunRef, Error>> failures;
        for (const auto& [places, name] : wanted) {
            if (cancel.isCanceled() || promise.isCanceled()) {
                promise.addResult(Impl::canceled());
                return;
            }
            std::optional<Result<RunLoggedTable>> table = queries::loggedTable(places, metric, step, cancel);
            if (table && !*table)
                failures.emplace_back(places.run, table->error());
            if (!table || !*table)
                continue;
            tables.push_back(std::move(**table));
            tables.back().name = name;
        }
        auto made = std::make_shared<JoinedTables>(joined(std::move(tables)));
        made->failures = std::move(failures);
        promise.addResult(std::shared_ptr<const JoinedTables>(std::move(made)));
    };
    return QtConcurrent::run(&m_impl->pool, work);
}

} // namespace runglass
