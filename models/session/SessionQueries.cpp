// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunQueries.h"
#include "models/session/SessionImpl.h"

namespace runglass
{

Answer<OpenedRun> Session::openRun(const RunRef& run)
{
    return m_impl->ask<queries::Found<OpenedRun>>(run,
                                                  [](const RunPlaces& places) { return queries::openRun(places); });
}

Answer<std::vector<SeriesInfo>> Session::seriesInfo(const RunRef& run)
{
    return m_impl->ask<queries::Found<std::vector<SeriesInfo>>>(
        run, [](const RunPlaces& places) { return queries::seriesInfo(*places.source, places.run); });
}

Answer<LogLines> Session::logLines(const RunRef& run)
{
    return m_impl->ask<queries::Found<LogLines>>(
        run, [consoles = m_impl->consoles](const RunPlaces& places) { return queries::logLines(places, *consoles); });
}

QFuture<Status> Session::saveLog(const RunRef& run, const std::string& destination)
{
    return m_impl->ask<Status>(
        run, [destination](const RunPlaces& places) { return queries::saveLog(places, destination); });
}

Answer<std::vector<RunFile>> Session::files(const RunRef& run)
{
    return m_impl->ask<queries::Found<std::vector<RunFile>>>(
        run, [cancel = m_impl->closing](const RunPlaces& places) { return queries::files(places, cancel); });
}

Answer<std::string> Session::readFile(const RunRef& run, const RunFile& file, std::uint64_t offset,
                                      std::uint64_t length)
{
    return m_impl->ask<queries::Found<std::string>>(run, [file, offset, length](const RunPlaces& places) {
        return queries::readFile(places, file, offset, length);
    });
}

QFuture<Status> Session::saveFile(const RunRef& run, const RunFile& file, const std::string& destination)
{
    return m_impl->ask<Status>(run, [file, destination, cancel = m_impl->closing](const RunPlaces& places) {
        return queries::saveFile(places, file, destination, cancel);
    });
}

QFuture<Result<ExportReport>> Session::exportRuns(RunExport runs, const std::string& destination)
{
    std::map<SourceId, std::shared_ptr<ReaderPool>> sources;
    for (const std::uint32_t row : runs.rows) {
        const RunRef& run = runs.table->ref(row);
        if (sources.contains(run.source))
            continue;
        if (std::shared_ptr<ReaderPool> source = m_impl->sourceOf(run))
            sources.emplace(run.source, std::move(source));
    }
    const auto work = [sources = std::move(sources), runs = std::move(runs), destination,
                       closing = m_impl->closing](QPromise<Result<ExportReport>>& promise) {
        promise.setProgressRange(0, static_cast<int>(runs.rows.size()));
        promise.addResult(queries::exportRuns(sources, runs, destination, [&](std::uint32_t done) {
            promise.setProgressValue(static_cast<int>(done));
            return !promise.isCanceled() && !closing.isCanceled();
        }));
    };
    return QtConcurrent::run(&m_impl->pool, work);
}

std::string Session::localPath(const OpenedRun& run, const RunFile& file) const
{
    const std::shared_ptr<ReaderPool> source = m_impl->sourceOf(run.ref);
    return source ? source->source().source().localPath(run.files, file) : std::string();
}

} // namespace runglass
