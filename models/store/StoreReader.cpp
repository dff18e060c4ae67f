// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/StoreReader.h"

#include "models/store/Chunks.h"
#include "models/store/ConsoleBlock.h"
#include "models/store/Database.h"
#include "models/store/Documents.h"
#include "models/store/KeyText.h"
#include "models/store/Query.h"
#include "models/store/SeriesPoints.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace runglass
{

namespace
{

Error noRun()
{
    return {Error::Kind::NotFound, "There is no such run in the index.", {}};
}

Error noSegment()
{
    return {Error::Kind::NotFound, "The run has no such segment.", {}};
}

} // namespace

struct StoreReader::Impl {
    StoreLocation location;
    std::unique_ptr<Database> database;

    /// Goes over to a file that was put in the place of the one that is open. As long as there is none, or none that
    /// can be read, what is open stays: a deleted file keeps its contents for those who have it open.
    void follow();
    /// Runs work in one read transaction.
    template <typename Work> auto read(Work&& work) -> decltype(work());
    std::int64_t number(const RunPath& path) const;
    std::int64_t segment(const RunPath& path, int ordinal) const;
};

void StoreReader::Impl::follow()
{
    if (!database->isReplaced() || !database->isPresent())
        return;
    auto opened = guarded(
        [&]() -> Result<std::unique_ptr<Database>> { return Database::open(location, Database::Access::Read); });
    if (opened)
        database = std::move(*opened);
}

template <typename Work> auto StoreReader::Impl::read(Work&& work) -> decltype(work())
{
    return guarded([&]() -> decltype(work()) {
        follow();
        Transaction transaction(*database, Transaction::Mode::Read);
        return work();
    });
}

std::int64_t StoreReader::Impl::number(const RunPath& path) const
{
    Query query(*database, "SELECT number FROM runs WHERE entity = ? AND project = ? AND id = ? AND doc IS NOT NULL");
    if (!query.bind(path.entity).bind(path.project).bind(path.id).step())
        throw StoreFailure(noRun());
    return query.integer(0);
}

std::int64_t StoreReader::Impl::segment(const RunPath& path, int ordinal) const
{
    const std::int64_t run = number(path);
    Query query(*database, "SELECT number FROM segments WHERE run = ? AND ordinal = ? AND live = 1");
    return query.bind(run).bind(ordinal).step() ? query.integer(0) : 0;
}

StoreReader::StoreReader(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

StoreReader::~StoreReader() = default;

Result<std::unique_ptr<StoreReader>> StoreReader::open(const StoreLocation& location)
{
    return guarded([&]() -> Result<std::unique_ptr<StoreReader>> {
        auto impl = std::make_unique<Impl>();
        impl->location = location;
        impl->database = Database::open(location, Database::Access::Read);
        return std::unique_ptr<StoreReader>(new StoreReader(std::move(impl)));
    });
}

Result<StoreChanges> StoreReader::changesSince(std::uint64_t sequence)
{
    struct Row {
        RunPath path;
        bool isGone = false;
        std::string doc;
    };
    StoreChanges changes;
    std::vector<Row> rows;
    const Status status = m_impl->read([&]() -> Status {
        Database& database = *m_impl->database;
        Query range(database, "SELECT (SELECT value FROM meta WHERE key = 'base'),"
                              " coalesce((SELECT max(seq) FROM runs), 0)");
        const bool found = range.step();
        const std::uint64_t base = found ? range.natural(0) : 0, last = found ? range.natural(1) : 0;
        changes.sequence = std::max(base, last);
        // The numbers of a store that was rebuilt lie elsewhere.
        changes.anew = sequence != 0 && (sequence < base || sequence > changes.sequence);
        const bool all = sequence == 0 || changes.anew;
        Query query(database, "SELECT entity, project, id, doc FROM runs WHERE seq > ? ORDER BY seq");
        query.bind(all ? 0 : sequence);
        while (query.step())
            if (!all || !query.isNull(3))
                rows.push_back({{query.text(0), query.text(1), query.text(2)}, query.isNull(3), query.text(3)});
        return Done{};
    });
    if (!status)
        return status.error();
    // Decoding waits until the transaction has ended, which it could make long.
    for (Row& row : rows) {
        if (row.isGone) {
            changes.gone.push_back(std::move(row.path));
            continue;
        }
        Result<Run> run = decodeRun(row.doc);
        Run& added = changes.changed.emplace_back(run ? std::move(*run) : Run());
        added.path = std::move(row.path);
        if (!run)
            added.warnings.push_back({m_impl->database->file(), {}, run.error().detail});
        row.doc.clear();
        row.doc.shrink_to_fit();
    }
    return changes;
}

Result<Run> StoreReader::run(const RunPath& path)
{
    return m_impl->read([&]() -> Result<Run> {
        const std::int64_t number = m_impl->number(path);
        Query query(*m_impl->database, "SELECT doc FROM runs WHERE number = ?");
        if (!query.bind(number).step())
            return noRun();
        Result<Run> run = decodeRun(query.blob(0));
        if (run)
            run->path = path;
        return run;
    });
}

Result<RunDetail> StoreReader::detail(const RunPath& path)
{
    return m_impl->read([&]() -> Result<RunDetail> {
        const std::int64_t number = m_impl->number(path);
        Query query(*m_impl->database, "SELECT doc FROM details WHERE run = ?");
        if (!query.bind(number).step())
            return noRun();
        return decodeDetail(query.blob(0));
    });
}

Result<std::vector<SeriesInfo>> StoreReader::seriesInfo(const RunPath& path)
{
    return m_impl->read([&]() -> Result<std::vector<SeriesInfo>> {
        const std::int64_t number = m_impl->number(path);
        return readSeriesInfo(*m_impl->database, number);
    });
}

Result<std::vector<MetricUse>> StoreReader::metrics()
{
    return m_impl->read([&]() -> Result<std::vector<MetricUse>> {
        std::vector<MetricUse> metrics;
        Query query(*m_impl->database, "SELECT system, key, runs, numeric_runs FROM metrics WHERE runs > 0");
        while (query.step())
            if (std::optional<KeyPath> key = decodeKey(query.blob(1)))
                metrics.push_back({query.integer(0) != 0, std::move(*key), query.natural(2), query.integer(3) > 0});
        std::sort(metrics.begin(), metrics.end(), [](const MetricUse& a, const MetricUse& b) {
            return std::tie(a.system, a.key) < std::tie(b.system, b.key);
        });
        return metrics;
    });
}

Result<std::vector<MetricSummary>> StoreReader::metricSummaries(const KeyPath& key)
{
    return m_impl->read(
        [&]() -> Result<std::vector<MetricSummary>> { return readMetricSummaries(*m_impl->database, key, nullptr); });
}

Result<std::vector<MetricSummary>> StoreReader::metricSummaries(const KeyPath& key, std::span<const RunPath> runs)
{
    return m_impl->read([&]() -> Result<std::vector<MetricSummary>> {
        std::vector<MetricSummary> all;
        for (const RunPath& run : runs)
            for (MetricSummary& summary : readMetricSummaries(*m_impl->database, key, &run))
                all.push_back(std::move(summary));
        return all;
    });
}

Result<Series> StoreReader::series(const RunPath& path, const SeriesId& id)
{
    return m_impl->read([&]() -> Result<Series> {
        const std::int64_t number = m_impl->number(path);
        return readSeries(*m_impl->database, number, id);
    });
}

Result<std::vector<SeriesPlace>> StoreReader::places(const RunPath& path, bool system, const KeyPath& key)
{
    return m_impl->read([&]() -> Result<std::vector<SeriesPlace>> {
        const std::int64_t number = m_impl->number(path);
        return readPlaces(*m_impl->database, number, system, key);
    });
}

Status StoreReader::values(const SeriesPlace& place, std::uint64_t from, const TakeValues& take)
{
    return m_impl->read([&]() -> Status { return readValues(*m_impl->database, place, from, take); });
}

Status StoreReader::rows(const SeriesPlace& place, std::uint64_t from, const TakeRows& take)
{
    return m_impl->read([&]() -> Status { return readRows(*m_impl->database, place, from, take); });
}

Result<std::vector<ConsoleFragment>> StoreReader::console(const RunPath& path, int segment)
{
    return m_impl->read([&]() -> Result<std::vector<ConsoleFragment>> {
        const std::int64_t number = m_impl->segment(path, segment);
        if (number == 0)
            return noSegment();
        std::vector<ConsoleFragment> all;
        const Status read = readConsole(*m_impl->database, findConsole(*m_impl->database, number), 0,
                                        [&all](std::vector<ConsoleFragment> more) {
                                            std::move(more.begin(), more.end(), std::back_inserter(all));
                                        });
        if (!read)
            return read.error();
        return all;
    });
}

Result<ConsolePlace> StoreReader::consolePlace(const RunPath& path, int segment)
{
    return m_impl->read([&]() -> Result<ConsolePlace> {
        const std::int64_t number = m_impl->segment(path, segment);
        if (number == 0)
            return noSegment();
        return findConsole(*m_impl->database, number);
    });
}

Status StoreReader::console(const ConsolePlace& place, std::uint64_t from, const TakeConsole& take)
{
    return m_impl->read([&]() -> Status { return readConsole(*m_impl->database, place, from, take); });
}

} // namespace runglass
