// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/AxisWriter.h"

#include "models/store/Chunks.h"
#include "models/store/Query.h"
#include "models/store/Schema.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace runglass
{

namespace
{

/// Equal for equal rows; a few of them tell different ones apart well enough.
std::uint64_t hashOf(const Series& series, std::int64_t axis, std::uint64_t count)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&hash](std::uint64_t word) { hash = (hash ^ word) * 1099511628211ULL; };
    mix(static_cast<std::uint64_t>(axis));
    mix(count);
    mix(series.size());
    const std::size_t last = series.size() - 1;
    for (const std::size_t i : {std::size_t{0}, last / 4, last / 2, last}) {
        mix(static_cast<std::uint64_t>(series.step[i]));
        mix(std::bit_cast<std::uint64_t>(series.time[i]));
    }
    return hash;
}

bool sameRows(const Series& a, const Series& b)
{
    return a.size() == b.size() && a.step == b.step &&
           std::memcmp(a.time.data(), b.time.data(), a.time.size() * sizeof(double)) == 0;
}

StoreFailure damaged(const Database& database)
{
    return StoreFailure({Error::Kind::Corruption, "The index's steps of this run are damaged.", database.file()},
                        StoreFailure::Scope::Run);
}

} // namespace

AxisWriter::AxisWriter(WriteSession& session, std::int64_t segment, std::function<void()> pause)
    : m_session(session)
    , m_database(session.database())
    , m_segment(segment)
    , m_pause(std::move(pause))
{
}

void AxisWriter::load()
{
    Query query(m_database, "SELECT number, count FROM axes WHERE segment = ?");
    query.bind(m_segment);
    while (query.step())
        m_axes[query.integer(0)] = {query.natural(1), false, false};
}

std::int64_t AxisWriter::axisFor(const Series& series, std::int64_t axis, std::uint64_t count)
{
    const std::uint64_t hash = hashOf(series, axis, count);
    const auto [begin, end] = m_rows.equal_range(hash);
    for (auto known = begin; known != end; ++known)
        if (known->second.before == axis && known->second.count == count && sameRows(*known->second.series, series))
            return known->second.axis;
    std::int64_t target = axis;
    if (axis == 0)
        target = make();
    else if (m_axes[axis].count != count)
        target = copy(axis, count); // others that shared the rows so far have gone on without this one
    extend(target, series.step, series.time);
    m_rows.emplace(hash, Rows{axis, count, &series, target});
    return target;
}

void AxisWriter::finish()
{
    for (auto& [number, axis] : m_axes)
        if (std::exchange(axis.changed, false))
            Query(m_database, "UPDATE axes SET count = ? WHERE number = ?").bind(axis.count).bind(number).run();
}

std::int64_t AxisWriter::make()
{
    Query(m_database, "INSERT INTO axes(segment, count) VALUES(?, 0)").bind(m_segment).run();
    const std::int64_t number = m_database.lastInsertRowid();
    m_axes[number] = {};
    return number;
}

std::int64_t AxisWriter::copy(std::int64_t from, std::uint64_t count)
{
    const std::int64_t target = make();
    for (std::uint64_t copied = 0; copied < count;) {
        std::vector<std::int64_t> steps;
        std::vector<double> times;
        {
            Query query(m_database, "SELECT count, steps, times FROM axis_chunks WHERE axis = ? AND start = ?");
            const bool found = query.bind(from).bind(copied).step();
            if (!found || query.natural(0) == 0 || !decodeSteps(query.blob(1), query.natural(0), steps) ||
                !decodeTimes(query.blob(2), query.natural(0), times))
                throw damaged(m_database);
        }
        const std::size_t rows = std::min<std::size_t>(steps.size(), count - copied);
        extend(target, std::span(steps).first(rows), std::span(times).first(rows));
        copied += rows;
    }
    return target;
}

std::uint64_t AxisWriter::takeTail(std::int64_t axis, std::vector<std::int64_t>& steps, std::vector<double>& times)
{
    const std::uint64_t count = m_axes[axis].count;
    if (std::exchange(m_axes[axis].fresh, false))
        return 0;
    if (count > 0) {
        Query query(m_database, "SELECT start, count, steps, times FROM axis_chunks WHERE axis = ? AND start < ?"
                                " ORDER BY start DESC LIMIT 1");
        if (!query.bind(axis).bind(count).step() || query.natural(0) + query.natural(1) < count)
            throw damaged(m_database);
        const std::uint64_t start = query.natural(0);
        if (count - start < kChunkPoints) {
            if (!decodeSteps(query.blob(2), query.natural(1), steps) ||
                !decodeTimes(query.blob(3), query.natural(1), times))
                throw damaged(m_database);
            steps.resize(count - start);
            times.resize(count - start);
        }
    }
    // What lies behind the visible rows was never finished.
    Query(m_database, "DELETE FROM axis_chunks WHERE axis = ? AND start >= ?").bind(axis).bind(count).run();
    return count - steps.size();
}

void AxisWriter::extend(std::int64_t axis, std::span<const std::int64_t> steps, std::span<const double> times)
{
    std::vector<std::int64_t> chunkSteps;
    std::vector<double> chunkTimes;
    std::uint64_t start = takeTail(axis, chunkSteps, chunkTimes);
    for (std::size_t taken = 0; taken < steps.size();) {
        const std::size_t rows = std::min<std::size_t>(kChunkPoints - chunkSteps.size(), steps.size() - taken);
        const auto from = static_cast<std::ptrdiff_t>(taken), to = static_cast<std::ptrdiff_t>(taken + rows);
        chunkSteps.insert(chunkSteps.end(), steps.begin() + from, steps.begin() + to);
        chunkTimes.insert(chunkTimes.end(), times.begin() + from, times.begin() + to);
        taken += rows;
        const std::string stepBytes = encodeSteps(chunkSteps), timeBytes = encodeTimes(chunkTimes);
        Query(m_database, "INSERT OR REPLACE INTO axis_chunks(axis, start, count, steps, times) VALUES(?, ?, ?, ?, ?)")
            .bind(axis)
            .bind(start)
            .bind(chunkSteps.size())
            .bindBlob(stepBytes)
            .bindBlob(timeBytes)
            .run();
        m_session.countBytes(stepBytes.size() + timeBytes.size());
        start += chunkSteps.size();
        chunkSteps.clear();
        chunkTimes.clear();
        m_pause();
    }
    Axis& changed = m_axes[axis];
    changed.count += steps.size();
    changed.changed = true;
}

} // namespace runglass
