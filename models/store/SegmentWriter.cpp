// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/SegmentWriter.h"

#include "models/store/Chunks.h"
#include "models/store/ConsoleBlock.h"
#include "models/store/Query.h"
#include "models/store/Schema.h"

#include <ctime>
#include <utility>

namespace runglass
{

namespace
{

StoreFailure damaged(const Database& database, const char* what)
{
    return StoreFailure({Error::Kind::Corruption, what, database.file()}, StoreFailure::Scope::Run);
}

} // namespace

SegmentWriter::SegmentWriter(WriteSession& session, std::int64_t segment, std::int64_t token, bool isStaged,
                             Slices slices)
    : m_session(session)
    , m_database(session.database())
    , m_segment(segment)
    , m_token(token)
    , m_staged(isStaged)
    , m_slices(slices)
    , m_axes(session, segment, [this] { pause(); })
{
}

std::unique_ptr<SegmentWriter> SegmentWriter::stage(WriteSession& session, std::int64_t run, int ordinal, Slices slices)
{
    const std::int64_t token = session.newToken();
    Query(session.database(),
          "INSERT INTO segments(run, ordinal, live, writer, touched, log) VALUES(?, ?, 0, ?, ?, '')")
        .bind(run)
        .bind(ordinal)
        .bind(token)
        .bind(std::time(nullptr))
        .run();
    const std::int64_t number = session.database().lastInsertRowid();
    return std::unique_ptr<SegmentWriter>(new SegmentWriter(session, number, token, true, slices));
}

std::unique_ptr<SegmentWriter> SegmentWriter::resume(WriteSession& session, std::int64_t segment, Slices slices)
{
    std::unique_ptr<SegmentWriter> writer(new SegmentWriter(session, segment, session.newToken(), false, slices));
    Query(session.database(), "UPDATE segments SET writer = ? WHERE number = ?")
        .bind(writer->m_token)
        .bind(segment)
        .run();
    writer->load();
    return writer;
}

void SegmentWriter::load()
{
    {
        Query query(m_database, "SELECT fragments FROM segments WHERE number = ?");
        m_fragments = query.bind(m_segment).step() ? query.natural(0) : 0;
    }
    Query query(m_database, "SELECT metric, number, axis, kind, exact, count, finite, min, max, mean, first, last"
                            " FROM series WHERE segment = ?");
    query.bind(m_segment);
    while (query.step()) {
        SeriesState& state = m_series[query.integer(0)];
        state.number = query.integer(1);
        state.axis = query.integer(2);
        if (query.natural(3) > static_cast<std::uint64_t>(SeriesKind::Json))
            throw damaged(m_database, "The index's list of series of this run is damaged.");
        state.kind = static_cast<SeriesKind>(query.integer(3));
        state.exact = query.integer(4) != 0;
        state.fresh = false;
        state.statistics = {query.natural(5), query.natural(6), query.real(7), query.real(8),
                            query.real(9),    query.real(10),   query.real(11)};
    }
    m_axes.load();
}

void SegmentWriter::verify()
{
    Query query(m_database, "SELECT writer FROM segments WHERE number = ?");
    if (!query.bind(m_segment).step() || query.integer(0) != m_token)
        throw StoreFailure(
            {Error::Kind::Refused, "Another program is reading the same run into the index.", m_database.file()},
            StoreFailure::Scope::Run);
}

void SegmentWriter::pause()
{
    if (m_slices == Slices::One || !m_session.isSpent())
        return;
    if (m_staged)
        Query(m_database, "UPDATE segments SET touched = ? WHERE number = ?")
            .bind(std::time(nullptr))
            .bind(m_segment)
            .run();
    m_session.commit();
    m_session.open();
    verify();
}

void SegmentWriter::append(const SegmentUpdate& update)
{
    m_axes.beginUpdate();
    for (const Series& series : update.series)
        if (series.size() > 0)
            appendSeries(series);
    appendConsole(update.console);
}

/// In a staged segment, of which nobody sees anything yet, with all that is known of it; finish() need not come back
/// to it then.
void SegmentWriter::insertSeries(std::int64_t metric, SeriesState& state, const SeriesStatistics& after)
{
    const SeriesStatistics shown = m_staged ? after : SeriesStatistics();
    Query(m_database,
          "INSERT INTO series(segment, metric, axis, kind, exact, count, finite, min, max, mean, first, last)"
          " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(m_segment)
        .bind(metric)
        .bind(m_staged ? state.axis : 0)
        .bind(static_cast<int>(state.kind))
        .bind(state.exact)
        .bind(shown.count)
        .bind(shown.finite)
        .bind(shown.min)
        .bind(shown.max)
        .bind(shown.mean)
        .bind(shown.first)
        .bind(shown.last)
        .run();
    state.number = m_database.lastInsertRowid();
}

void SegmentWriter::appendSeries(const Series& series)
{
    if (series.time.size() != series.size() || sizeOf(series.values) != series.size())
        throw StoreFailure({Error::Kind::InvalidArgument, "The columns of a series differ in length.", {}},
                           StoreFailure::Scope::Run);
    const std::int64_t metric = m_session.metric(series.id.system, series.id.key);
    SeriesState& state = m_series[metric];
    state.exact = state.exact && integersAreExact(series.values);
    // A row of a key that never got points says nothing about its kind.
    state.kind = state.statistics.count == 0 ? series.kind() : commonKind(state.kind, series.kind(), state.exact);
    state.axis = m_axes.axisFor(series, state.axis, state.statistics.count);
    SeriesStatistics after = state.statistics;
    after.add(series.values);
    state.changed = !m_staged || state.number != 0;
    if (state.number == 0)
        insertSeries(metric, state, after);
    if (series.kind() == state.kind)
        appendPoints(state, series.values);
    else
        appendPoints(state, promoted(series.values, state.kind));
    state.statistics = after;
    state.fresh = false;
}

std::uint64_t SegmentWriter::takeTail(const SeriesState& state, SeriesValues& tail)
{
    const std::uint64_t count = state.statistics.count;
    std::uint64_t start = count;
    if (count > 0) {
        Query query(m_database, "SELECT start, count, format, data FROM chunks WHERE series = ? AND start < ?"
                                " ORDER BY start DESC LIMIT 1");
        const bool found = query.bind(state.number).bind(count).step();
        auto values =
            found ? decodeChunk(static_cast<int>(query.integer(2)), query.natural(1), query.blob(3)) : std::nullopt;
        if (!values || query.natural(0) + query.natural(1) < count)
            throw damaged(m_database, "The index's points of a series are damaged.");
        const std::uint64_t first = query.natural(0), length = count - first;
        const bool isLonger = sizeOf(*values) > length;
        std::visit([length](auto& all) { all.resize(length); }, *values);
        if (static_cast<SeriesKind>(values->index()) == state.kind && length < kChunkPoints) {
            tail = std::move(*values);
            start = first;
        } else if (isLonger) {
            // It stays as it is, and must not reach into what comes behind it.
            writeChunk(state.number, first, *values, 0, length);
        }
    }
    // What lies behind the visible points was never finished.
    if (!state.fresh)
        Query(m_database, "DELETE FROM chunks WHERE series = ? AND start >= ?").bind(state.number).bind(count).run();
    return start;
}

void SegmentWriter::appendPoints(const SeriesState& state, const SeriesValues& values)
{
    SeriesValues tail;
    std::uint64_t start = takeTail(state, tail);
    const bool joins = start < state.statistics.count;
    if (joins)
        appendValues(tail, values, sizeOf(values));
    const SeriesValues& all = joins ? tail : values;
    const std::size_t size = sizeOf(all);
    for (std::size_t from = 0; from < size;) {
        const std::size_t length = chunkLength(all, from);
        writeChunk(state.number, start, all, from, length);
        start += length;
        from += length;
        pause();
    }
}

void SegmentWriter::writeChunk(std::int64_t series, std::uint64_t start, const SeriesValues& values, std::size_t from,
                               std::size_t length)
{
    const EncodedChunk chunk = encodeChunk(values, from, length);
    const auto [min, max] = extremesOf(values, from, length);
    Query(m_database, "INSERT OR REPLACE INTO chunks(series, start, count, format, min, max, data)"
                      " VALUES(?, ?, ?, ?, ?, ?, ?)")
        .bind(series)
        .bind(start)
        .bind(length)
        .bind(static_cast<int>(chunk.format))
        .bind(min)
        .bind(max)
        .bindBlob(chunk.data)
        .run();
    m_session.countBytes(chunk.data.size());
}

std::vector<ConsoleFragment> SegmentWriter::takeConsoleTail()
{
    std::vector<ConsoleFragment> tail;
    if (m_fragments > 0) {
        Query query(m_database, "SELECT start, count, size, data FROM console WHERE segment = ? AND start < ?"
                                " ORDER BY start DESC LIMIT 1");
        const bool found = query.bind(m_segment).bind(m_fragments).step();
        auto fragments = found ? decodeConsole(query.natural(1), query.natural(2), query.blob(3)) : std::nullopt;
        if (!fragments || query.natural(0) + fragments->size() < m_fragments)
            throw damaged(m_database, "The index's console text of this run is damaged.");
        fragments->resize(m_fragments - query.natural(0));
        // A full block would come out as it is: leave it alone.
        const ConsoleFragment more;
        std::vector<ConsoleFragment> longer = *fragments;
        longer.push_back(more);
        if (consoleBlockLength(longer) == longer.size())
            tail = std::move(*fragments);
    }
    if (!m_staged || m_fragments > 0)
        Query(m_database, "DELETE FROM console WHERE segment = ? AND start >= ?")
            .bind(m_segment)
            .bind(m_fragments)
            .run();
    return tail;
}

void SegmentWriter::appendConsole(std::span<const ConsoleFragment> fragments)
{
    if (fragments.empty())
        return;
    std::vector<ConsoleFragment> pending = takeConsoleTail();
    std::uint64_t start = m_fragments - pending.size();
    m_fragments += fragments.size();
    pending.insert(pending.end(), fragments.begin(), fragments.end());
    for (std::span<const ConsoleFragment> rest(pending); !rest.empty();) {
        const std::size_t length = consoleBlockLength(rest);
        const ConsoleBlock block = encodeConsole(rest.first(length));
        Query(m_database, "INSERT OR REPLACE INTO console(segment, start, count, size, data) VALUES(?, ?, ?, ?, ?)")
            .bind(m_segment)
            .bind(start)
            .bind(length)
            .bind(block.sizeBytes)
            .bindBlob(block.data)
            .run();
        m_session.countBytes(block.data.size());
        start += length;
        rest = rest.subspan(length);
        pause();
    }
}

void SegmentWriter::addMetrics(std::map<std::int64_t, bool>& numeric) const
{
    for (const auto& [metric, state] : m_series) {
        if (state.statistics.count == 0)
            continue;
        bool& isNumeric = numeric[metric];
        isNumeric = isNumeric || state.kind != SeriesKind::Json;
    }
}

void SegmentWriter::finish(const SegmentUpdate& update)
{
    m_axes.finish();
    for (auto& [metric, state] : m_series) {
        if (!std::exchange(state.changed, false))
            continue;
        const SeriesStatistics& statistics = state.statistics;
        Query(m_database, "UPDATE series SET axis = ?, kind = ?, exact = ?, count = ?, finite = ?, min = ?, max = ?,"
                          " mean = ?, first = ?, last = ? WHERE number = ?")
            .bind(state.axis)
            .bind(static_cast<int>(state.kind))
            .bind(state.exact)
            .bind(statistics.count)
            .bind(statistics.finite)
            .bind(statistics.min)
            .bind(statistics.max)
            .bind(statistics.mean)
            .bind(statistics.first)
            .bind(statistics.last)
            .bind(state.number)
            .run();
    }
    const FileCursor& cursor = update.cursor;
    Query(m_database, "UPDATE segments SET live = 1, log = ?, size = ?, modified = ?, inode = ?, position = ?, crc = ?,"
                      " changed = ?, fragments = ? WHERE number = ?")
        .bind(update.segment.log)
        .bind(cursor.sizeBytes)
        .bind(cursor.modifiedNs)
        .bind(cursor.inode)
        .bind(cursor.offset)
        .bind(cursor.crc)
        .bind(cursor.changedNs)
        .bind(m_fragments)
        .bind(m_segment)
        .run();
    m_session.willSee(update.segment.log, cursor);
}

} // namespace runglass
