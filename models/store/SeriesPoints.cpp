// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/SeriesPoints.h"

#include "models/store/Chunks.h"
#include "models/store/ConsoleBlock.h"
#include "models/store/KeyText.h"
#include "models/store/Query.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

namespace runglass
{

namespace
{

/// The count may be damaged: what is more than this grows with what is really there.
constexpr std::uint64_t kMostReserved = 1'000'000;

Error damaged(const Database& database, const char* what)
{
    return {Error::Kind::Corruption, what, database.file()};
}

std::optional<SeriesKind> kindOf(std::int64_t number)
{
    if (number < 0 || number > static_cast<std::int64_t>(SeriesKind::Json))
        return std::nullopt;
    return static_cast<SeriesKind>(number);
}

SeriesValues emptyValues(SeriesKind kind)
{
    switch (kind) {
    case SeriesKind::Integer:
        return std::vector<std::int64_t>();
    case SeriesKind::Double:
        return std::vector<double>();
    case SeriesKind::Bool:
        return std::vector<std::uint8_t>();
    case SeriesKind::Json:
        break;
    }
    return std::vector<Value>();
}

/// The part of a stretch of rows that is wanted: those from `read` on that are visible.
struct Part {
    std::size_t from = 0, count = 0;
};

/// Nothing when a stretch that begins at `start` cannot be what comes next. Only the first may begin before `read`.
std::optional<Part> partOf(std::uint64_t start, std::size_t rows, std::uint64_t read, std::uint64_t end, bool isFirst)
{
    if (start > read || (!isFirst && start != read) || rows <= read - start)
        return std::nullopt;
    const std::uint64_t from = read - start;
    return Part{from, std::min<std::uint64_t>(rows - from, end - read)};
}

template <typename T> void keepPart(std::vector<T>& all, const Part& part)
{
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(part.from);
    all.erase(begin + static_cast<std::ptrdiff_t>(part.count), all.end());
    all.erase(all.begin(), begin);
}

SeriesValues partOf(SeriesValues values, const Part& part)
{
    std::visit([&part](auto& all) { keepPart(all, part); }, values);
    return values;
}

void requireLive(Database& database, std::int64_t segment)
{
    Query query(database, "SELECT 1 FROM segments WHERE number = ? AND live = 1");
    if (!query.bind(segment).step())
        throw StoreFailure({Error::Kind::NotFound, "The run was written anew meanwhile.", {}});
}

} // namespace

Result<std::vector<SeriesInfo>> readSeriesInfo(Database& database, std::int64_t run)
{
    std::vector<SeriesInfo> all;
    Query query(database, "SELECT segments.ordinal, metrics.system, metrics.key, series.kind, series.count, series.min,"
                          " series.max, series.first, series.last, series.mean FROM segments"
                          " CROSS JOIN series ON series.segment = segments.number"
                          " CROSS JOIN metrics ON metrics.number = series.metric"
                          " WHERE segments.run = ? AND segments.live = 1 AND series.count > 0");
    query.bind(run);
    while (query.step()) {
        std::optional<KeyPath> key = decodeKey(query.blob(2));
        const std::optional<SeriesKind> kind = kindOf(query.integer(3));
        if (!key || !kind)
            return damaged(database, "The index's list of series of this run is damaged.");
        all.push_back({{static_cast<int>(query.integer(0)), query.integer(1) != 0, std::move(*key)},
                       *kind,
                       query.natural(4),
                       query.real(5),
                       query.real(6),
                       query.real(7),
                       query.real(8),
                       query.real(9)});
    }
    std::sort(all.begin(), all.end(), [](const SeriesInfo& a, const SeriesInfo& b) {
        return std::tie(a.id.system, a.id.key, a.id.segment) < std::tie(b.id.system, b.id.key, b.id.segment);
    });
    return all;
}

Result<std::vector<SeriesPlace>> readPlaces(Database& database, std::int64_t run, bool system, const KeyPath& key)
{
    std::vector<SeriesPlace> all;
    const std::string name = encodeKey(key);
    Query query(database, "SELECT segments.ordinal, series.kind, series.count, series.min, series.max, series.first,"
                          " series.last, series.mean, segments.number, series.number, series.axis FROM segments"
                          " CROSS JOIN series ON series.segment = segments.number"
                          " WHERE segments.run = ? AND segments.live = 1 AND series.count > 0 AND series.metric ="
                          " (SELECT number FROM metrics WHERE system = ? AND key = ?) ORDER BY segments.ordinal");
    query.bind(run).bind(system).bind(name);
    while (query.step()) {
        const std::optional<SeriesKind> kind = kindOf(query.integer(1));
        if (!kind)
            return damaged(database, "The index's list of series of this run is damaged.");
        SeriesPlace& place = all.emplace_back();
        place.info = {{static_cast<int>(query.integer(0)), system, key},
                      *kind,
                      query.natural(2),
                      query.real(3),
                      query.real(4),
                      query.real(5),
                      query.real(6),
                      query.real(7)};
        place.segment = query.integer(8);
        place.series = query.integer(9);
        place.axis = query.integer(10);
    }
    return all;
}

std::vector<MetricSummary> readMetricSummaries(Database& database, const KeyPath& key, const RunPath* run)
{
    // From runs to segments to their series: by each an index is at hand, while the series of a metric have none.
    static const std::string from =
        "SELECT runs.number, runs.entity, runs.project, runs.id, series.first, series.min, series.max FROM runs"
        " CROSS JOIN segments ON segments.run = runs.number AND segments.live = 1"
        " CROSS JOIN series ON series.segment = segments.number AND series.metric ="
        " (SELECT number FROM metrics WHERE system = 0 AND key = ?)"
        " WHERE runs.doc IS NOT NULL AND series.count > 0 AND (series.kind <> ? OR series.finite > 0)";
    static const std::string order = " ORDER BY runs.number, segments.ordinal";
    static const std::string ofAll = from + order;
    static const std::string ofOne = from + " AND runs.entity = ? AND runs.project = ? AND runs.id = ?" + order;
    const std::string name = encodeKey(key);
    Query query(database, (run ? ofOne : ofAll).c_str());
    query.bind(name).bind(static_cast<std::int64_t>(SeriesKind::Json));
    if (run)
        query.bind(run->entity).bind(run->project).bind(run->id);
    std::vector<MetricSummary> all;
    std::int64_t last = 0;
    while (query.step()) {
        const std::int64_t number = query.integer(0);
        if (all.empty() || number != last)
            all.push_back({{query.text(1), query.text(2), query.text(3)}, query.real(4)});
        last = number;
        // NaN is neither less nor more: fmin and fmax take the other one.
        all.back().min = std::fmin(all.back().min, query.real(5));
        all.back().max = std::fmax(all.back().max, query.real(6));
    }
    return all;
}

Status readRows(Database& database, const SeriesPlace& place, std::uint64_t from, const TakeRows& take)
{
    requireLive(database, place.segment);
    Query query(database, "SELECT start, count, steps, times FROM axis_chunks WHERE axis = ?1 AND start >="
                          " coalesce((SELECT max(start) FROM axis_chunks WHERE axis = ?1 AND start <= ?2), 0)"
                          " ORDER BY start");
    query.bind(place.axis).bind(from);
    std::vector<std::int64_t> steps;
    std::vector<double> times;
    for (std::uint64_t read = from; read < place.info.count;) {
        steps.clear();
        times.clear();
        std::optional<Part> part;
        if (query.step() && decodeSteps(query.blob(2), query.natural(1), steps) &&
            decodeTimes(query.blob(3), query.natural(1), times))
            part = partOf(query.natural(0), steps.size(), read, place.info.count, read == from);
        if (!part)
            return damaged(database, "The index's steps of this run are damaged.");
        take(std::span(steps).subspan(part->from, part->count), std::span(times).subspan(part->from, part->count));
        read += part->count;
    }
    return Done{};
}

Status readValues(Database& database, const SeriesPlace& place, std::uint64_t from, const TakeValues& take)
{
    requireLive(database, place.segment);
    Query query(database, "SELECT start, count, format, data FROM chunks WHERE series = ?1 AND start >="
                          " coalesce((SELECT max(start) FROM chunks WHERE series = ?1 AND start <= ?2), 0)"
                          " ORDER BY start");
    query.bind(place.series).bind(from);
    for (std::uint64_t read = from; read < place.info.count;) {
        auto chunk = query.step() ? decodeChunk(static_cast<int>(query.integer(2)), query.natural(1), query.blob(3))
                                  : std::nullopt;
        const std::optional<Part> part =
            chunk ? partOf(query.natural(0), sizeOf(*chunk), read, place.info.count, read == from) : std::nullopt;
        if (!part)
            return damaged(database, "The index's points of a series are damaged.");
        const SeriesValues values = promoted(partOf(std::move(*chunk), *part), place.info.kind);
        if (static_cast<SeriesKind>(values.index()) != place.info.kind)
            return damaged(database, "The index's points of a series are damaged.");
        take(values);
        read += part->count;
    }
    return Done{};
}

Result<Series> readSeries(Database& database, std::int64_t run, const SeriesId& id)
{
    Result<std::vector<SeriesPlace>> places = readPlaces(database, run, id.system, id.key);
    if (!places)
        return places.error();
    const auto place = std::find_if(places->begin(), places->end(),
                                    [&id](const SeriesPlace& other) { return other.info.id.segment == id.segment; });
    if (place == places->end())
        return Error{Error::Kind::NotFound, "The run has no such series.", {}};
    Series series;
    series.id = id;
    series.values = emptyValues(place->info.kind);
    const std::uint64_t reserved = std::min(place->info.count, kMostReserved);
    series.step.reserve(reserved);
    series.time.reserve(reserved);
    std::visit([reserved](auto& all) { all.reserve(reserved); }, series.values);
    Status read = readRows(database, *place, 0, [&series](auto steps, auto times) {
        series.step.insert(series.step.end(), steps.begin(), steps.end());
        series.time.insert(series.time.end(), times.begin(), times.end());
    });
    if (read)
        read = readValues(database, *place, 0, [&series](const SeriesValues& values) {
            appendValues(series.values, values, sizeOf(values));
        });
    if (!read)
        return read.error();
    return series;
}

ConsolePlace findConsole(Database& database, std::int64_t segment)
{
    Query query(database, "SELECT fragments FROM segments WHERE number = ?");
    return {segment, query.bind(segment).step() ? query.natural(0) : 0};
}

Status readConsole(Database& database, const ConsolePlace& place, std::uint64_t from, const TakeConsole& take)
{
    requireLive(database, place.segment);
    Query query(database, "SELECT start, count, size, data FROM console WHERE segment = ?1 AND start >="
                          " coalesce((SELECT max(start) FROM console WHERE segment = ?1 AND start <= ?2), 0)"
                          " ORDER BY start");
    query.bind(place.segment).bind(from);
    for (std::uint64_t read = from; read < place.fragments;) {
        auto fragments = query.step() ? decodeConsole(query.natural(1), query.natural(2), query.blob(3)) : std::nullopt;
        const std::optional<Part> part =
            fragments ? partOf(query.natural(0), fragments->size(), read, place.fragments, read == from) : std::nullopt;
        if (!part)
            return damaged(database, "The index's console text of this run is damaged.");
        keepPart(*fragments, *part);
        take(std::move(*fragments));
        read += part->count;
    }
    return Done{};
}

} // namespace runglass
