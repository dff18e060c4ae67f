// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"
#include "models/table/RunRef.h"

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace runglass
{

/// Series that were read lately, up to a number of bytes; the ones used longest ago go first.
/// @thread any, at once
class SeriesCache
{
public:
    explicit SeriesCache(std::size_t maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    /// Null when it is not there.
    std::shared_ptr<const Series> find(const RunRef& run, const SeriesId& id);
    /// What epoch() was before the series was read; a series of a run that changed since is not kept.
    void put(const RunRef& run, std::uint64_t epoch, std::shared_ptr<const Series> series);
    std::uint64_t epoch(const RunRef& run);
    /// The run changed: forgets its series.
    void forget(const RunRef& run);
    void forgetSource(SourceId source);
    std::size_t bytes();

private:
    using Key = std::pair<RunRef, SeriesId>;
    struct Entry {
        Key key;
        std::shared_ptr<const Series> series;
        std::size_t bytes = 0;
    };
    using Entries = std::list<Entry>;

    void erase(Entries::iterator entry);

    std::mutex m_mutex; ///< guards all below
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    Entries m_entries; ///< used last first
    std::map<Key, Entries::iterator> m_index;
    std::map<RunRef, std::uint64_t> m_epochs;
};

} // namespace runglass
