// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunQueries.h"

#include "models/formats/TerminalLines.h"

#include <QSaveFile>

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

Result<RunDetail> detailOf(const OpenSource& source, const RunRef& run)
{
    Result<std::unique_ptr<StoreReader>> reader = source.reader();
    if (!reader)
        return reader.error();
    return (*reader)->detail(run.path);
}

Result<std::vector<ConsoleFragment>> console(const OpenSource& source, const RunRef& run)
{
    Result<std::unique_ptr<StoreReader>> reader = source.reader();
    if (!reader)
        return reader.error();
    const Result<RunDetail> detail = (*reader)->detail(run.path);
    if (!detail)
        return detail.error();
    std::vector<ConsoleFragment> all;
    for (const Segment& segment : detail->segments) {
        Result<std::vector<ConsoleFragment>> part = (*reader)->console(run.path, segment.ordinal);
        if (!part)
            return part.error();
        all.insert(all.end(), std::make_move_iterator(part->begin()), std::make_move_iterator(part->end()));
    }
    return all;
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

Found<OpenedRun> openRun(const OpenSource& source, const RunRef& run)
{
    Result<std::unique_ptr<StoreReader>> reader = source.reader();
    if (!reader)
        return reader.error();
    Result<Run> document = (*reader)->run(run.path);
    if (!document)
        return document.error();
    Result<RunDetail> detail = (*reader)->detail(run.path);
    if (!detail)
        return detail.error();
    return std::make_shared<const OpenedRun>(OpenedRun{run, std::move(*document), std::move(*detail)});
}

Found<std::vector<SeriesInfo>> seriesInfo(const OpenSource& source, const RunRef& run)
{
    Result<std::unique_ptr<StoreReader>> reader = source.reader();
    if (!reader)
        return reader.error();
    return shared((*reader)->seriesInfo(run.path));
}

Result<ChartSeries> chartSeries(const OpenSource& source, const RunRef& run, const MetricEntry& metric,
                                SeriesCache& cache)
{
    ChartSeries found{run, {}};
    const std::uint64_t epoch = cache.epoch(run);
    Result<std::unique_ptr<StoreReader>> reader = source.reader();
    if (!reader)
        return reader.error();
    const Result<std::vector<SeriesInfo>> infos = (*reader)->seriesInfo(run.path);
    if (!infos)
        return infos.error();
    for (const SeriesInfo& info : *infos) {
        if (info.id.system != metric.system || info.id.key != metric.key || !info.isNumeric())
            continue;
        std::shared_ptr<const Series> series = cache.find(run, info.id);
        if (!series) {
            Result<Series> read = (*reader)->series(run.path, info.id);
            if (!read)
                return read.error();
            series = std::make_shared<const Series>(std::move(*read));
            cache.put(run, epoch, series);
        }
        found.segments.push_back(std::move(series));
    }
    return found;
}

Found<std::vector<LogLine>> logLines(const OpenSource& source, const RunRef& run)
{
    const Result<std::vector<ConsoleFragment>> fragments = console(source, run);
    if (!fragments)
        return fragments.error();
    return std::make_shared<const std::vector<LogLine>>(toLines(*fragments));
}

Status saveLog(const OpenSource& source, const RunRef& run, const std::string& destination)
{
    const Result<std::vector<ConsoleFragment>> fragments = console(source, run);
    if (!fragments)
        return fragments.error();
    QSaveFile file(QString::fromStdString(destination));
    if (!file.open(QIODevice::WriteOnly))
        return failure(file);
    for (const ConsoleFragment& fragment : *fragments)
        if (Status written = write(file, fragment.text); !written)
            return written;
    return file.commit() ? Status(Done()) : Status(failure(file));
}

Found<std::vector<RunFile>> files(const OpenSource& source, const RunRef& run, const CancelToken& cancel)
{
    const Result<RunDetail> detail = detailOf(source, run);
    if (!detail)
        return detail.error();
    return shared(source.source().listFiles(*detail, cancel));
}

Found<std::string> readFile(const OpenSource& source, const RunRef& run, const RunFile& file, std::uint64_t offset,
                            std::uint64_t length)
{
    const Result<RunDetail> detail = detailOf(source, run);
    if (!detail)
        return detail.error();
    return shared(source.source().readFile(*detail, file, offset, length));
}

Status saveFile(const OpenSource& source, const RunRef& run, const RunFile& file, const std::string& destination,
                const CancelToken& cancel)
{
    const Result<RunDetail> detail = detailOf(source, run);
    if (!detail)
        return detail.error();
    QSaveFile copy(QString::fromStdString(destination));
    if (!copy.open(QIODevice::WriteOnly))
        return failure(copy);
    for (std::uint64_t offset = 0;;) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "cancelled", destination};
        const Result<std::string> piece = source.source().readFile(*detail, file, offset, kCopyPiece);
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

} // namespace runglass::queries
