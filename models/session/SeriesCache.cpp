// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SeriesCache.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr std::size_t kFixed = 512;
/// A run that is written anew more often than this while it is read is given up until it changes again.
constexpr int kMostTries = 3;

/// What a chart can draw of it: numbers, or numbers among other values.
bool hasNumbers(const SeriesInfo& info)
{
    return info.isNumeric() || std::isfinite(info.min);
}

} // namespace

Result<SeriesCache::Lines> SeriesCache::lines(StoreReader& reader, const RunRef& run, bool system, const KeyPath& key)
{
    const Key wanted{run, system, key};
    Known known = look(wanted);
    if (!known.isCurrent) {
        const std::lock_guard reading(known.access->reading);
        // Another thread may have read it meanwhile.
        const std::shared_ptr<Access> mine = known.access;
        Known again = look(wanted);
        if (again.access == mine)
            known = std::move(again);
        if (!known.isCurrent) {
            Result<std::vector<Part>> parts = read(reader, wanted, known);
            if (!parts)
                return parts.error();
            known.parts = std::move(*parts);
            keep(wanted, known, known.parts);
        }
    }
    Lines lines;
    for (Part& part : known.parts)
        lines.push_back(std::move(part.line));
    return lines;
}

SeriesCache::Known SeriesCache::look(const Key& key)
{
    const std::lock_guard lock(m_mutex);
    Known known;
    std::weak_ptr<Access>& run = m_runs[key.run];
    known.access = run.lock();
    if (!known.access)
        run = known.access = std::make_shared<Access>();
    known.changes = known.access->changes;
    if (const auto found = m_index.find(key); found != m_index.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        known.parts = found->second->parts;
        known.isCurrent = found->second->changes == known.changes;
    }
    return known;
}

Result<std::vector<SeriesCache::Part>> SeriesCache::read(StoreReader& reader, const Key& key, const Known& known)
{
    Error error;
    for (int i = 0; i < kMostTries; ++i) {
        const Result<std::vector<SeriesPlace>> places = reader.places(key.run.path, key.system, key.key);
        if (!places)
            return places.error();
        std::vector<Part> parts;
        bool isWhole = true;
        for (const SeriesPlace& place : *places) {
            if (!hasNumbers(place.info))
                continue;
            Result<Part> part = readPart(reader, place, known);
            if (!part && part.error().kind != Error::Kind::NotFound)
                return part.error();
            isWhole = part.ok();
            if (!isWhole) {
                error = part.error();
                break;
            }
            parts.push_back(std::move(*part));
        }
        if (isWhole)
            return parts;
    }
    return error;
}

Result<SeriesCache::Part> SeriesCache::readPart(StoreReader& reader, const SeriesPlace& place, const Known& known)
{
    const std::uint64_t count = place.info.count;
    Part part{place.segment, nullptr, nullptr};
    std::erase_if(known.access->rows, [](const auto& rows) { return rows.second.expired(); });
    std::weak_ptr<Rows>& shared = known.access->rows[{place.segment, place.axis}];
    part.rows = shared.lock();
    if (!part.rows)
        shared = part.rows = std::make_shared<Rows>();
    if (LineRows rows = part.rows->rows; rows.size() < count) {
        const Status read =
            reader.rows(place, rows.size(), [&rows](auto steps, auto times) { rows.append(steps, times); });
        if (!read)
            return read.error();
        part.rows->rows = std::move(rows);
    }
    const auto before = std::find_if(known.parts.begin(), known.parts.end(), [&](const Part& other) {
        return other.segment == place.segment && other.line->kind() == place.info.kind && other.line->size() <= count;
    });
    if (before != known.parts.end() && before->line->size() == count) {
        part.line = before->line;
        return part;
    }
    Line line = before != known.parts.end() ? *before->line : Line(place.info.id, place.info.kind);
    const Status read = reader.values(place, line.size(), [&line, &rows = part.rows->rows](const SeriesValues& values) {
        line.append(rows, values);
    });
    if (!read)
        return read.error();
    part.line = std::make_shared<const Line>(std::move(line));
    return part;
}

void SeriesCache::keep(const Key& key, const Known& known, const std::vector<Part>& parts)
{
    const std::lock_guard lock(m_mutex);
    // The run or its source was forgotten while it was read.
    if (const auto run = m_runs.find(key.run); run == m_runs.end() || run->second.lock() != known.access)
        return;
    if (const auto found = m_index.find(key); found != m_index.end())
        erase(found->second);
    std::size_t bytes = kFixed;
    for (const Part& part : parts)
        bytes += part.line->bytes() + part.rows->rows.bytes();
    m_entries.push_front({key, known.access, known.changes, parts, bytes});
    m_index.emplace(key, m_entries.begin());
    m_bytes += bytes;
    const auto isHeld = [](const Part& part) { return part.line.use_count() > 1; };
    for (auto at = m_entries.end(); m_bytes > m_maxBytes && at != m_entries.begin();) {
        --at;
        if (std::none_of(at->parts.begin(), at->parts.end(), isHeld))
            erase(at++);
    }
}

void SeriesCache::changed(const std::vector<RunRef>& runs)
{
    const std::lock_guard lock(m_mutex);
    for (const RunRef& run : runs) {
        const auto found = m_runs.find(run);
        if (found == m_runs.end())
            continue;
        if (const std::shared_ptr<Access> access = found->second.lock())
            ++access->changes;
        else
            m_runs.erase(found);
    }
}

void SeriesCache::forget(const std::vector<RunRef>& runs)
{
    const std::lock_guard lock(m_mutex);
    for (const RunRef& run : runs)
        eraseRun(run);
}

void SeriesCache::forgetSource(SourceId source)
{
    const std::lock_guard lock(m_mutex);
    std::vector<RunRef> runs;
    for (const auto& [run, access] : m_runs) {
        if (run.source == source)
            runs.push_back(run);
    }
    for (const RunRef& run : runs)
        eraseRun(run);
}

std::size_t SeriesCache::bytes()
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

void SeriesCache::erase(Entries::iterator entry)
{
    m_bytes -= entry->bytes;
    m_index.erase(entry->key);
    const bool isLastOfRun = entry->access.use_count() == 1;
    if (isLastOfRun)
        m_runs.erase(entry->key.run);
    m_entries.erase(entry);
}

void SeriesCache::eraseRun(const RunRef& run)
{
    for (auto at = m_index.lower_bound({run, false, {}}); at != m_index.end() && at->first.run == run;) {
        const auto entry = at++->second;
        erase(entry);
    }
    m_runs.erase(run);
}

} // namespace runglass
