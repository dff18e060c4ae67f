// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SeriesCache.h"

namespace runglass
{

namespace
{

std::size_t sizeOf(const Series& series)
{
    constexpr std::size_t kFixed = 256;
    const std::size_t perPoint = series.kind() == SeriesKind::Json ? 16 + 256 : 24;
    return kFixed + series.size() * perPoint;
}

} // namespace

std::shared_ptr<const Series> SeriesCache::find(const RunRef& run, const SeriesId& id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_index.find({run, id});
    if (found == m_index.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->series;
}

void SeriesCache::put(const RunRef& run, std::uint64_t epoch, std::shared_ptr<const Series> series)
{
    const std::lock_guard lock(m_mutex);
    const auto current = m_epochs.find(run);
    if ((current == m_epochs.end() ? 0 : current->second) != epoch)
        return;
    Key key{run, series->id};
    if (const auto found = m_index.find(key); found != m_index.end())
        erase(found->second);
    const std::size_t bytes = sizeOf(*series);
    m_entries.push_front({key, std::move(series), bytes});
    m_index.emplace(std::move(key), m_entries.begin());
    m_bytes += bytes;
    while (m_bytes > m_maxBytes && m_entries.size() > 1)
        erase(std::prev(m_entries.end()));
}

std::uint64_t SeriesCache::epoch(const RunRef& run)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_epochs.find(run);
    return found == m_epochs.end() ? 0 : found->second;
}

void SeriesCache::forget(const RunRef& run)
{
    const std::lock_guard lock(m_mutex);
    ++m_epochs[run];
    for (auto at = m_index.lower_bound({run, SeriesId{}}); at != m_index.end() && at->first.first == run;) {
        const auto entry = at++->second;
        erase(entry);
    }
}

void SeriesCache::forgetSource(SourceId source)
{
    const std::lock_guard lock(m_mutex);
    for (auto at = m_entries.begin(); at != m_entries.end();) {
        const auto entry = at++;
        if (entry->key.first.source == source)
            erase(entry);
    }
    std::erase_if(m_epochs, [source](const auto& epoch) { return epoch.first.source == source; });
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
    m_entries.erase(entry);
}

} // namespace runglass
