// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/SeriesCache.h"

namespace runglass
{

namespace
{

constexpr std::size_t kFixed = 256;

std::size_t sizeOf(const Series& series)
{
    // Values of any kind are taken for a small object each.
    const std::size_t perValue = series.kind() == SeriesKind::Json ? 256 : 8;
    return kFixed + series.size() * (16 + perValue);
}

std::size_t sizeOf(const SeriesCache::Infos& infos)
{
    return kFixed + infos.size() * (sizeof(SeriesInfo) + 64);
}

} // namespace

std::shared_ptr<const Series> SeriesCache::find(const RunRef& run, const SeriesId& id)
{
    const std::lock_guard lock(m_mutex);
    const Held* held = use({run, id});
    return held ? std::get<0>(*held) : nullptr;
}

std::shared_ptr<const SeriesCache::Infos> SeriesCache::findInfos(const RunRef& run)
{
    const std::lock_guard lock(m_mutex);
    const Held* held = use({run, std::nullopt});
    return held ? std::get<1>(*held) : nullptr;
}

const SeriesCache::Held* SeriesCache::use(const Key& key)
{
    const auto found = m_index.find(key);
    if (found == m_index.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return &found->second->held;
}

std::uint64_t SeriesCache::epoch()
{
    const std::lock_guard lock(m_mutex);
    return m_epoch;
}

void SeriesCache::put(const RunRef& run, std::uint64_t epoch, std::shared_ptr<const Series> series)
{
    const std::size_t bytes = sizeOf(*series);
    Key key{run, series->id};
    keep(std::move(key), epoch, std::move(series), bytes);
}

void SeriesCache::putInfos(const RunRef& run, std::uint64_t epoch, std::shared_ptr<const Infos> infos)
{
    const std::size_t bytes = sizeOf(*infos);
    keep({run, std::nullopt}, epoch, std::move(infos), bytes);
}

void SeriesCache::keep(Key key, std::uint64_t epoch, Held held, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    if (epoch != m_epoch || bytes > m_maxBytes)
        return;
    if (const auto found = m_index.find(key); found != m_index.end())
        erase(found->second);
    m_entries.push_front({key, std::move(held), bytes});
    m_index.emplace(std::move(key), m_entries.begin());
    m_bytes += bytes;
    while (m_bytes > m_maxBytes)
        erase(std::prev(m_entries.end()));
}

void SeriesCache::forget(const std::vector<RunRef>& runs)
{
    if (runs.empty())
        return;
    const std::lock_guard lock(m_mutex);
    ++m_epoch;
    for (const RunRef& run : runs) {
        for (auto at = m_index.lower_bound({run, std::nullopt}); at != m_index.end() && at->first.run == run;) {
            const auto entry = at++->second;
            erase(entry);
        }
    }
}

void SeriesCache::forgetSource(SourceId source)
{
    const std::lock_guard lock(m_mutex);
    ++m_epoch;
    for (auto at = m_entries.begin(); at != m_entries.end();) {
        const auto entry = at++;
        if (entry->key.run.source == source)
            erase(entry);
    }
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
