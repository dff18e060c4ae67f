// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"
#include "models/table/RunRef.h"

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <variant>
#include <vector>

namespace runglass
{

/// Series, and lists of what series a run has, that were read lately: up to a number of bytes, those used longest ago
/// go first.
/// @thread any, at once
class SeriesCache
{
public:
    using Infos = std::vector<SeriesInfo>;

    explicit SeriesCache(std::size_t maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    /// Null when it is not there.
    std::shared_ptr<const Series> find(const RunRef& run, const SeriesId& id);
    std::shared_ptr<const Infos> findInfos(const RunRef& run);

    /// To be taken before reading what is put: when a run changed in between, it is not kept.
    std::uint64_t epoch();
    void put(const RunRef& run, std::uint64_t epoch, std::shared_ptr<const Series> series);
    void putInfos(const RunRef& run, std::uint64_t epoch, std::shared_ptr<const Infos> infos);

    /// The runs changed: forgets what is of them.
    void forget(const std::vector<RunRef>& runs);
    void forgetSource(SourceId source);
    std::size_t bytes();

private:
    /// A list of infos has no id and comes before the run's series.
    struct Key {
        RunRef run;
        std::optional<SeriesId> id;
        auto operator<=>(const Key&) const = default;
    };
    using Held = std::variant<std::shared_ptr<const Series>, std::shared_ptr<const Infos>>;
    struct Entry {
        Key key;
        Held held;
        std::size_t bytes = 0;
    };
    using Entries = std::list<Entry>;

    const Held* use(const Key& key);
    void keep(Key key, std::uint64_t epoch, Held held, std::size_t bytes);
    void erase(Entries::iterator entry);

    std::mutex m_mutex; ///< guards all below
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::uint64_t m_epoch = 0;
    Entries m_entries; ///< used last first
    std::map<Key, Entries::iterator> m_index;
};

} // namespace runglass
