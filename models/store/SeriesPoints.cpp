// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/SeriesPoints.h"

#include "models/store/Chunks.h"
#include "models/store/ConsoleBlock.h"
#include "models/store/KeyText.h"
#include "models/store/Query.h"

#include <algorithm>
#include <tuple>

namespace runglass
{

namespace
{

/// The count may be damaged: what is more than this grows with what is really there.
constexpr std::uint64_t kMostReserved = 1'000'000;

struct SeriesRow {
    std::int64_t number = 0, axis = 0;
    SeriesKind kind = SeriesKind::Double;
    std::uint64_t count = 0;
};

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

bool readAxis(Database& database, const SeriesRow& row, Series& series)
{
    Query query(database, "SELECT start, count, steps, times FROM axis_chunks WHERE axis = ? ORDER BY start");
    query.bind(row.axis);
    series.step.reserve(std::min(row.count, kMostReserved));
    series.time.reserve(std::min(row.count, kMostReserved));
    while (series.step.size() < row.count) {
        if (!query.step() || query.natural(0) != series.step.size() || query.natural(1) == 0 ||
            !decodeSteps(query.blob(2), query.natural(1), series.step) ||
            !decodeTimes(query.blob(3), query.natural(1), series.time))
            return false;
    }
    series.step.resize(row.count);
    series.time.resize(row.count);
    return true;
}

bool readValues(Database& database, const SeriesRow& row, Series& series)
{
    series.values = emptyValues(row.kind);
    std::visit([&](auto& all) { all.reserve(std::min(row.count, kMostReserved)); }, series.values);
    Query query(database, "SELECT start, count, format, data FROM chunks WHERE series = ? ORDER BY start");
    query.bind(row.number);
    for (std::uint64_t read = 0; read < row.count;) {
        if (!query.step() || query.natural(0) != read || query.natural(1) == 0)
            return false;
        auto chunk = decodeChunk(static_cast<int>(query.integer(2)), query.natural(1), query.blob(3));
        if (!chunk)
            return false;
        const SeriesValues values = promoted(std::move(*chunk), row.kind);
        if (static_cast<SeriesKind>(values.index()) != row.kind)
            return false;
        const std::size_t taken = std::min<std::uint64_t>(sizeOf(values), row.count - read);
        appendValues(series.values, values, taken);
        read += taken;
    }
    return true;
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

Result<Series> readSeries(Database& database, std::int64_t segment, const SeriesId& id)
{
    const std::string key = encodeKey(id.key);
    SeriesRow row;
    {
        Query query(database,
                    "SELECT number, axis, kind, count FROM series WHERE segment = ? AND count > 0 AND metric ="
                    " (SELECT number FROM metrics WHERE system = ? AND key = ?)");
        if (!query.bind(segment).bind(id.system).bind(key).step())
            return Error{Error::Kind::NotFound, "The run has no such series.", {}};
        const std::optional<SeriesKind> kind = kindOf(query.integer(2));
        if (!kind)
            return damaged(database, "The index's list of series of this run is damaged.");
        row = {query.integer(0), query.integer(1), *kind, query.natural(3)};
    }
    Series series;
    series.id = id;
    if (!readAxis(database, row, series) || !readValues(database, row, series))
        return damaged(database, "The index's points of a series are damaged.");
    return series;
}

Result<std::vector<ConsoleFragment>> readConsole(Database& database, std::int64_t segment)
{
    std::uint64_t count = 0;
    {
        Query query(database, "SELECT fragments FROM segments WHERE number = ?");
        count = query.bind(segment).step() ? query.natural(0) : 0;
    }
    std::vector<ConsoleFragment> all;
    Query query(database, "SELECT start, count, size, data FROM console WHERE segment = ? ORDER BY start");
    query.bind(segment);
    while (all.size() < count) {
        if (!query.step() || query.natural(0) != all.size())
            return damaged(database, "The index's console text of this run is damaged.");
        auto fragments = decodeConsole(query.natural(1), query.natural(2), query.blob(3));
        if (!fragments || fragments->empty())
            return damaged(database, "The index's console text of this run is damaged.");
        for (ConsoleFragment& fragment : *fragments)
            all.push_back(std::move(fragment));
    }
    all.resize(count);
    return all;
}

} // namespace runglass
