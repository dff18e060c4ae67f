// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/RunWriter.h"

#include "models/run/StateMark.h"
#include "models/store/Documents.h"
#include "models/store/Query.h"

#include <algorithm>
#include <ctime>
#include <set>

namespace runglass
{

namespace
{

/// What one transaction takes in well within its time.
constexpr std::size_t kWholeBytes = 4 * 1024 * 1024;

std::size_t roughSize(const SegmentUpdate& update)
{
    std::size_t size = 0;
    for (const Series& series : update.series) {
        const bool isJson = series.kind() == SeriesKind::Json;
        size += 100 + series.size() * (isJson ? 256 : 8);
    }
    for (const ConsoleFragment& fragment : update.console)
        size += 16 + fragment.text.size();
    return size;
}

bool holds(const RunDetail& detail, int ordinal)
{
    return std::any_of(detail.segments.begin(), detail.segments.end(),
                       [ordinal](const Segment& segment) { return segment.ordinal == ordinal; });
}

Error invalid(const char* words)
{
    return {Error::Kind::InvalidArgument, words, {}};
}

} // namespace

RunWriter::RunWriter(WriteSession& session)
    : m_session(session)
    , m_database(session.database())
{
}

bool RunWriter::needsSlices(const RunUpdate& update)
{
    std::size_t size = 0;
    for (const SegmentUpdate& segment : update.segments)
        size += roughSize(segment);
    return size > kWholeBytes;
}

void RunWriter::write(const RunUpdate& update)
{
    m_parts.clear();
    const std::string run = encodeRun(update.run), detail = encodeDetail(update.detail);
    const auto slices = needsSlices(update) ? SegmentWriter::Slices::Many : SegmentWriter::Slices::One;
    m_session.open();
    const Row row = findOrMake(update.run.path);
    std::set<int> ordinals;
    for (const SegmentUpdate& segment : update.segments) {
        if (!ordinals.insert(segment.segment.ordinal).second)
            throw StoreFailure(invalid("A segment of the run comes twice."), StoreFailure::Scope::Run);
        if (holds(update.detail, segment.segment.ordinal))
            writeSegment(row, segment, slices);
    }
    publish(row, update, run, detail, slices);
    m_parts.clear();
}

RunWriter::Row RunWriter::find(const RunPath& path)
{
    Query query(m_database, "SELECT number, doc IS NOT NULL FROM runs WHERE entity = ? AND project = ? AND id = ?");
    if (!query.bind(path.entity).bind(path.project).bind(path.id).step())
        return {};
    return {query.integer(0), query.integer(1) != 0};
}

RunWriter::Row RunWriter::findOrMake(const RunPath& path)
{
    const Row row = find(path);
    if (row.number != 0)
        return row;
    Query(m_database, "INSERT INTO runs(entity, project, id, seq) VALUES(?, ?, ?, 0)")
        .bind(path.entity)
        .bind(path.project)
        .bind(path.id)
        .run();
    return {m_database.lastInsertRowid(), false};
}

bool RunWriter::isThere(const SegmentUpdate& update, const FileCursor& stored) const
{
    const std::optional<FileCursor> seen = m_session.seen(update.segment.log);
    if (!seen || *seen == stored)
        return false;
    if (stored == update.cursor)
        return true;
    throw StoreFailure({Error::Kind::Refused, "Another program has read more of this run into the index meanwhile.",
                        update.segment.log},
                       StoreFailure::Scope::Run);
}

void RunWriter::writeSegment(const Row& row, const SegmentUpdate& update, SegmentWriter::Slices slices)
{
    const int ordinal = update.segment.ordinal;
    std::int64_t live = 0;
    FileCursor stored;
    {
        Query query(m_database, "SELECT number, size, modified, inode, position, crc, changed FROM segments"
                                " WHERE run = ? AND ordinal = ? AND live = 1");
        if (query.bind(row.number).bind(ordinal).step()) {
            live = query.integer(0);
            stored = {query.natural(1),
                      query.integer(2),
                      query.natural(3),
                      query.natural(4),
                      static_cast<std::uint32_t>(query.natural(5)),
                      query.integer(6)};
        }
    }
    if (!update.restart && isThere(update, stored)) {
        m_parts.push_back({&update, nullptr, true});
        return;
    }
    auto writer = update.restart || live == 0 ? SegmentWriter::stage(m_session, row.number, ordinal, slices)
                                              : SegmentWriter::resume(m_session, live, slices);
    m_parts.push_back({&update, std::move(writer), live != 0});
    m_parts.back().writer->append(update);
}

void RunWriter::publish(const Row& row, const RunUpdate& update, const std::string& run, const std::string& detail,
                        SegmentWriter::Slices slices)
{
    // Between slices another process may have written the same run.
    const bool isSliced = slices == SegmentWriter::Slices::Many;
    const bool isVisible = isSliced ? find(update.run.path).visible : row.visible;
    const Metrics before = isVisible ? metricsOf(row.number) : Metrics();
    for (const Part& part : m_parts) {
        if (!part.writer)
            continue;
        if (isSliced)
            part.writer->verify();
        if (part.writer->isStaged() && (isSliced || part.replaces))
            dropOrdinal(row.number, part.update->segment.ordinal);
        part.writer->finish(*part.update);
    }
    if (isVisible)
        dropRemoved(row.number, update.detail);
    countMetrics(before, isVisible ? metricsOf(row.number) : metricsOfParts());
    Query(m_database, "INSERT OR REPLACE INTO details(run, doc) VALUES(?, ?)").bind(row.number).bindBlob(detail).run();
    Query query(m_database, "UPDATE runs SET seq = ?, state = ?, started = ?, vanished = ?, noted = ?, doc = ?"
                            " WHERE number = ?");
    const std::string state(toName(ownState(update.run)));
    query.bind(m_session.nextSequence()).bind(state);
    if (update.run.startedAt)
        query.bind(*update.run.startedAt);
    else
        query.bindNull();
    query.bind(update.run.vanished).bind(isNoted(update.run)).bindBlob(run).bind(row.number).run();
    m_session.countBytes(run.size() + detail.size());
}

void RunWriter::remove(const RunPath& path)
{
    hide(path);
    const Row row = find(path);
    if (row.number == 0)
        return;
    dropRemoved(row.number, {});
    Query(m_database, "DELETE FROM details WHERE run = ?").bind(row.number).run();
}

bool RunWriter::show(const RunPath& path, const std::string& doc)
{
    m_session.open();
    const Row row = find(path);
    const Result<Run> run = decodeRun(doc);
    Query details(m_database, "SELECT 1 FROM details WHERE run = ?");
    if (!run || row.visible || !details.bind(row.number).step())
        return row.visible;
    countMetrics({}, metricsOf(row.number));
    Query query(m_database,
                "UPDATE runs SET seq = ?, state = ?, started = ?, vanished = 0, noted = ?, doc = ? WHERE number = ?");
    const std::string state(toName(ownState(*run)));
    query.bind(m_session.nextSequence()).bind(state);
    if (run->startedAt)
        query.bind(*run->startedAt);
    else
        query.bindNull();
    query.bind(isNoted(*run)).bindBlob(doc).bind(row.number).run();
    return true;
}

void RunWriter::hide(const RunPath& path)
{
    m_session.open();
    const Row row = find(path);
    if (!row.visible)
        return;
    countMetrics(metricsOf(row.number), {});
    Query(m_database,
          "UPDATE runs SET seq = ?, state = NULL, started = NULL, vanished = 0, doc = NULL WHERE number = ?")
        .bind(m_session.nextSequence())
        .bind(row.number)
        .run();
}

void RunWriter::dropOrdinal(std::int64_t run, int ordinal)
{
    Query(m_database,
          "UPDATE segments SET live = 0, writer = 0, touched = 0, log = '' WHERE run = ? AND ordinal = ? AND live = 1")
        .bind(run)
        .bind(ordinal)
        .run();
}

void RunWriter::dropRemoved(std::int64_t run, const RunDetail& detail)
{
    std::vector<int> ordinals;
    {
        Query query(m_database, "SELECT ordinal FROM segments WHERE run = ? AND live = 1");
        query.bind(run);
        while (query.step())
            ordinals.push_back(static_cast<int>(query.integer(0)));
    }
    for (const int ordinal : ordinals)
        if (!holds(detail, ordinal))
            dropOrdinal(run, ordinal);
}

RunWriter::Metrics RunWriter::metricsOf(std::int64_t run)
{
    Metrics metrics;
    Query query(m_database, "SELECT series.metric, series.kind <> 3 FROM segments"
                            " CROSS JOIN series ON series.segment = segments.number"
                            " WHERE segments.run = ? AND segments.live = 1 AND series.count > 0");
    query.bind(run);
    while (query.step()) {
        bool& isNumeric = metrics[query.integer(0)];
        isNumeric = isNumeric || query.integer(1) != 0;
    }
    return metrics;
}

/// Of a run that nobody sees yet: it has no other segments.
RunWriter::Metrics RunWriter::metricsOfParts() const
{
    Metrics metrics;
    for (const Part& part : m_parts)
        if (part.writer)
            part.writer->addMetrics(metrics);
    return metrics;
}

void RunWriter::countMetrics(const Metrics& before, const Metrics& after)
{
    for (const auto& [metric, isNumeric] : before)
        m_session.countMetric(metric, -1, isNumeric ? -1 : 0);
    for (const auto& [metric, isNumeric] : after)
        m_session.countMetric(metric, 1, isNumeric ? 1 : 0);
}

void RunWriter::abandon(const StoreFailure& failure)
{
    m_session.open();
    for (const Part& part : m_parts) {
        if (!part.writer)
            continue;
        const std::int64_t number = part.writer->number();
        if (part.writer->isStaged())
            Query(m_database, "UPDATE segments SET touched = 0 WHERE number = ? AND writer = ? AND live = 0")
                .bind(number)
                .bind(part.writer->token())
                .run();
        else if (failure.error().kind == Error::Kind::Corruption)
            Query(m_database, "UPDATE segments SET log = '' WHERE number = ?").bind(number).run();
    }
    m_parts.clear();
    m_session.commit();
}

} // namespace runglass
