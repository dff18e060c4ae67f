// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/LoggedQueries.h"

#include "models/session/RunQueries.h"

#include <utility>

namespace runglass::queries
{

namespace
{

constexpr std::uint64_t kPiece = 1U << 20U;
/// W&B shows tables of 200,000 rows at most.
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

struct LastTable {
    std::string path;
    std::int64_t step = 0;
    int segment = 0;
};

/// The last table at a step or before.
std::optional<LastTable> lastTable(const LoggedValues& logged, std::optional<std::int64_t> step)
{
    std::optional<LastTable> last;
    for (const auto& series : logged.segments) {
        const auto* values = std::get_if<std::vector<Value>>(&series->values);
        for (std::size_t i = 0; values && i < values->size(); ++i) {
            if (step && series->step[i] > *step)
                break;
            if (std::string path = tablePath((*values)[i]); !path.empty())
                last = {std::move(path), series->step[i], series->id.segment};
        }
    }
    return last;
}

Result<std::string> wholeFile(const RunPlaces& places, const RunFile& file, const CancelToken& cancel)
{
    std::string bytes;
    for (;;) {
        if (cancel.isCanceled())
            return Error{Error::Kind::Canceled, "cancelled", file.path};
        const auto piece = readFile(places, file, bytes.size(), kPiece);
        if (!piece)
            return piece.error();
        bytes += **piece;
        if ((*piece)->size() < kPiece)
            return bytes;
        if (bytes.size() > kMostBytes)
            return Error{Error::Kind::Unsupported, "The table is too large to be shown.", file.path};
    }
}

} // namespace

Result<LoggedValues> loggedValues(const RunPlaces& places, const MetricEntry& metric)
{
    Result<ReaderPool::Loan> reader = places.source->take();
    if (!reader)
        return reader.error();
    const Result<std::vector<SeriesPlace>> series = (*reader)->places(places.run.path, metric.system, metric.key);
    if (!series)
        return series.error();
    LoggedValues logged{places.run, {}};
    for (const SeriesPlace& place : *series) {
        Result<Series> its = (*reader)->series(places.run.path, place.info.id);
        // A segment may be written anew between the two.
        if (!its && its.error().kind == Error::Kind::NotFound)
            continue;
        if (!its)
            return its.error();
        logged.segments.push_back(std::make_shared<const Series>(std::move(*its)));
    }
    return logged;
}

std::optional<Result<RunLoggedTable>> loggedTable(const RunPlaces& places, const MetricEntry& metric,
                                                  std::optional<std::int64_t> step, const CancelToken& cancel)
{
    const Result<LoggedValues> logged = loggedValues(places, metric);
    if (!logged)
        return logged.error();
    const std::optional<LastTable> last = lastTable(*logged, step);
    if (!last)
        return std::nullopt;
    RunFile file;
    file.path = last->path;
    file.segment = last->segment;
    const Result<std::string> bytes = wholeFile(places, file, cancel);
    if (!bytes)
        return bytes.error();
    Result<LoggedTable> table = tableFromJson(*bytes);
    if (!table)
        return Error{table.error().kind, table.error().detail, file.path, table.error().offset};
    return RunLoggedTable{
        places.run, {}, last->step, std::make_shared<const LoggedTable>(std::move(*table)), last->segment};
}

} // namespace runglass::queries
