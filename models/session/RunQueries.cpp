// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunQueries.h"

#include "models/session/FileSink.h"
#include "models/session/RunTwins.h"

#include <QSaveFile>

#include <algorithm>

namespace runglass::queries
{

namespace
{

constexpr std::uint64_t kCopyPiece = 1U << 20U;

template <typename T> Found<T> shared(Result<T> result)
{
    if (!result)
        return result.error();
    return std::make_shared<const T>(std::move(*result));
}

Result<RunDetail> detailOf(ReaderPool& source, const RunRef& run)
{
    Result<ReaderPool::Loan> reader = source.take();
    if (!reader)
        return reader.error();
    return (*reader)->detail(run.path);
}

/// What is known of the folders that stand behind a run; one that cannot be read is left out.
std::vector<RunDetail> foldersOf(const RunPlaces& places)
{
    std::vector<RunDetail> folders;
    for (const auto& [run, source] : places.folders)
        if (Result<RunDetail> detail = detailOf(*source, run))
            folders.push_back(std::move(*detail));
    return folders;
}

/// The segments that hold the run's files.
Result<RunDetail> filesDetailOf(const RunPlaces& places)
{
    const Result<RunDetail> detail = detailOf(*places.source, places.run);
    return detail ? withFolders(*detail, foldersOf(places)) : detail;
}

/// Calls take with the console of each segment in order.
template <typename Take> Status eachConsole(ReaderPool& source, const RunRef& run, const Take& take)
{
    Result<ReaderPool::Loan> reader = source.take();
    if (!reader)
        return reader.error();
    const Result<RunDetail> detail = (*reader)->detail(run.path);
    if (!detail)
        return detail.error();
    for (const Segment& segment : detail->segments) {
        const Result<std::vector<ConsoleFragment>> console = source.source().console(reader->get(), run.path, segment);
        if (!console)
            return console.error();
        if (Status taken = take(*console); !taken)
            return taken;
    }
    return Done();
}

/// Lines of the metric an axis is of. What define_metric calls "a.b" is a key of that name, or a path of two parts.
Result<SeriesCache::Lines> axisLines(StoreReader& reader, const RunRef& run, KeyPath& key, SeriesCache& cache)
{
    Result<SeriesCache::Lines> lines = cache.lines(reader, run, false, key);
    if (!lines || !lines->empty() || key.size() != 1 || key.front().find('.') == std::string::npos)
        return lines;
    KeyPath parts;
    for (std::size_t begin = 0; begin <= key.front().size();) {
        const std::size_t end = std::min(key.front().find('.', begin), key.front().size());
        parts.push_back(key.front().substr(begin, end - begin));
        begin = end + 1;
    }
    lines = cache.lines(reader, run, false, parts);
    if (lines && !lines->empty())
        key = std::move(parts);
    return lines;
}

Error failure(const QSaveFile& file)
{
    return {Error::Kind::Io, file.errorString().toStdString(), file.fileName().toStdString()};
}

Status write(QSaveFile& file, const std::string& bytes)
{
    if (file.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()))
        return failure(file);
    return Done();
}

} // namespace

Found<OpenedRun> openRun(const RunPlaces& places)
{
    Result<ReaderPool::Loan> reader = places.source->take();
    if (!reader)
        return reader.error();
    Result<Run> document = (*reader)->run(places.run.path);
    if (!document)
        return document.error();
    Result<RunDetail> detail = (*reader)->detail(places.run.path);
    if (!detail)
        return detail.error();
    const std::vector<RunDetail> folders = foldersOf(places);
    RunDetail files = withFolders(*detail, folders);
    addLocations(*detail, folders);
    return std::make_shared<const OpenedRun>(
        OpenedRun{places.run, std::move(*document), std::move(*detail), std::move(files)});
}

Found<std::vector<SeriesInfo>> seriesInfo(ReaderPool& source, const RunRef& run)
{
    Result<ReaderPool::Loan> reader = source.take();
    if (!reader)
        return reader.error();
    return shared((*reader)->seriesInfo(run.path));
}

Result<ChartSeries> chartSeries(ReaderPool& source, const RunRef& run, const MetricEntry& metric, const XAxis& x,
                                SeriesCache& cache, AxisCache& axes)
{
    Result<ReaderPool::Loan> reader = source.take();
    if (!reader)
        return reader.error();
    Result<SeriesCache::Lines> lines = cache.lines(reader->get(), run, metric.system, metric.key);
    if (!lines)
        return lines.error();
    if (lines->empty() || x.kind == XAxisKind::Step)
        return ChartSeries{run, std::move(*lines)};
    ChartSeries series{run, {}, x};
    AxisBasis basis;
    if (x.kind != XAxisKind::Metric && x.kind != XAxisKind::WallTime) {
        const Result<std::shared_ptr<const RunAxes>> its = axes.axes(reader->get(), run);
        if (!its)
            return its.error();
        if (x.kind == XAxisKind::Defined)
            series.x = definedAxis(**its, metric.system, metric.key);
        basis.clocks = (*its)->clocks;
    }
    basis.kind = series.x.kind;
    if (basis.kind == XAxisKind::Metric) {
        Result<SeriesCache::Lines> places = axisLines(reader->get(), run, series.x.metric, cache);
        if (!places)
            return places.error();
        basis.metric = std::move(*places);
    }
    PlacedLines placed = axes.placed(run, *lines, basis);
    series.segments = std::move(placed.segments);
    series.unplaced = placed.unplaced;
    return series;
}

Found<LogLines> logLines(const RunPlaces& places, ConsoleCache& consoles)
{
    Result<LogLines> lines = consoles.lines(*places.source, places.run);
    for (const auto& [run, source] : places.folders) {
        if (!lines || lines->size() > 0)
            break;
        if (Result<LogLines> its = consoles.lines(*source, run))
            lines = std::move(its);
    }
    return shared(std::move(lines));
}

Status saveLog(const RunPlaces& places, const std::string& destination)
{
    QSaveFile file(QString::fromStdString(destination));
    if (!file.open(QIODevice::WriteOnly))
        return failure(file);
    const auto copy = [&file](const std::vector<ConsoleFragment>& console) -> Status {
        for (const ConsoleFragment& fragment : console) {
            if (Status written = write(file, fragment.text); !written)
                return written;
        }
        return Done();
    };
    Status copied = eachConsole(*places.source, places.run, copy);
    for (const auto& [run, source] : places.folders)
        if (copied && file.pos() == 0)
            copied = eachConsole(*source, run, copy);
    if (!copied)
        return copied;
    return file.commit() ? Status(Done()) : Status(failure(file));
}

Found<std::vector<RunFile>> files(const RunPlaces& places, const CancelToken& cancel)
{
    const Result<RunDetail> detail = detailOf(*places.source, places.run);
    if (!detail)
        return detail.error();
    const RunSource& source = places.source->source().source();
    Result<std::vector<RunFile>> found = source.listFiles(*detail, cancel);
    if (!found || !found->empty() || places.folders.empty())
        return shared(std::move(found));
    return shared(source.listFiles(withFolders(*detail, foldersOf(places)), cancel));
}

Found<std::string> readFile(const RunPlaces& places, const RunFile& file, std::uint64_t offset, std::uint64_t length)
{
    const Result<RunDetail> detail = filesDetailOf(places);
    if (!detail)
        return detail.error();
    return shared(places.source->source().source().readFile(*detail, file, offset, length));
}

Status saveFile(const RunPlaces& places, const RunFile& file, const std::string& destination, const CancelToken& cancel)
{
    const Result<RunDetail> detail = filesDetailOf(places);
    if (!detail)
        return detail.error();
    QSaveFile copy(QString::fromStdString(destination));
    if (!copy.open(QIODevice::WriteOnly))
        return failure(copy);
    for (std::uint64_t offset = 0;;) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "cancelled", destination};
        const Result<std::string> piece = places.source->source().source().readFile(*detail, file, offset, kCopyPiece);
        if (!piece)
            return piece.error();
        if (Status written = write(copy, *piece); !written)
            return written;
        offset += piece->size();
        if (piece->size() < kCopyPiece)
            break;
    }
    return copy.commit() ? Status(Done()) : Status(failure(copy));
}

Result<ExportReport> exportRuns(const std::map<SourceId, std::shared_ptr<ReaderPool>>& sources, const RunExport& runs,
                                const std::string& destination, const std::function<bool(std::uint32_t)>& goOn)
{
    std::map<SourceId, ReaderPool::Loan> readers;
    const GiveRun give = [&](std::uint32_t row) -> Result<ExportedRun> {
        const RunRef& ref = runs.table->ref(row);
        const auto source = sources.find(ref.source);
        if (source == sources.end())
            return Error{Error::Kind::NotFound, "The source of this run is not open.", {}};
        auto reader = readers.find(ref.source);
        if (reader == readers.end()) {
            Result<ReaderPool::Loan> loan = source->second->take();
            if (!loan)
                return loan.error();
            reader = readers.emplace(ref.source, std::move(*loan)).first;
        }
        Result<Run> run = reader->second->run(ref.path);
        if (!run)
            return run.error();
        const RunSource& origin = source->second->source().source();
        return ExportedRun{std::move(*run), {origin.kind(), origin.location()}};
    };
    FileSink file(destination);
    Result<ExportReport> report = writeRuns(runs, give, file, goOn);
    if (!report)
        return report;
    if (report->written == 0 && report->firstFailure)
        return *report->firstFailure;
    if (const Status saved = file.commit(); !saved)
        return saved.error();
    return report;
}

} // namespace runglass::queries
