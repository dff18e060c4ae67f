// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Line.h"
#include "models/store/StoreReader.h"
#include "models/table/RunRef.h"

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace runglass
{

/// The points of runs in memory: read from their store when they are asked for, and extended by what is new when they
/// are asked for after a change. Series that were logged together share their rows. Keeps up to a number of bytes,
/// those used longest ago go first; lines that somebody holds are kept beyond that, since they are in memory anyway.
/// @thread any, at once
class SeriesCache
{
public:
    using Lines = std::vector<std::shared_ptr<const Line>>;

    explicit SeriesCache(std::size_t maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    /// A metric of a run, a line for each segment that logged numbers under it, in order. A line that has no new points
    /// since it was last given is the same one.
    /// @param reader  of the store the run is in
    /// @errors as StoreReader
    Result<Lines> lines(StoreReader& reader, const RunRef& run, bool system, const KeyPath& key);

    /// The store has news of these runs: lines() looks at it again.
    void changed(const std::vector<RunRef>& runs);
    /// These are no more.
    void forget(const std::vector<RunRef>& runs);
    void forgetSource(SourceId source);
    /// Of what is kept; rows that are shared count for each line.
    std::size_t bytes();

private:
    struct Key {
        RunRef run;
        bool system = false;
        KeyPath key;
        auto operator<=>(const Key&) const = default;
    };
    struct Rows {
        LineRows rows; ///< guarded by Access::reading
    };
    /// How a run is read: one thread at a time, so that none reads what another is reading.
    struct Access {
        std::mutex reading; ///< guards rows; never taken while m_mutex is held
        std::map<std::pair<std::int64_t, std::int64_t>, std::weak_ptr<Rows>> rows; ///< by segment and axis of the store
        std::uint64_t changes = 0; ///< how often the run changed; guarded by m_mutex
    };
    struct Part {
        std::int64_t segment = 0; ///< SeriesPlace::segment
        std::shared_ptr<Rows> rows;
        std::shared_ptr<const Line> line;
    };
    struct Entry {
        Key key;
        std::shared_ptr<Access> access;
        std::uint64_t changes = 0; ///< Access::changes when it was read
        std::vector<Part> parts;
        std::size_t bytes = 0;
    };
    using Entries = std::list<Entry>;
    /// What is known when something is asked for.
    struct Known {
        std::shared_ptr<Access> access;
        std::uint64_t changes = 0;
        std::vector<Part> parts;
        bool isCurrent = false;
    };

    Known look(const Key& key);
    static Result<std::vector<Part>> read(StoreReader& reader, const Key& key, const Known& known);
    static Result<Part> readPart(StoreReader& reader, const SeriesPlace& place, const Known& known);
    void keep(const Key& key, const Known& known, const std::vector<Part>& parts);
    void erase(Entries::iterator entry);
    void eraseRun(const RunRef& run);

    std::mutex m_mutex; ///< guards all below
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    Entries m_entries; ///< used last first
    std::map<Key, Entries::iterator> m_index;
    std::map<RunRef, std::weak_ptr<Access>> m_runs; ///< of those with entries, or being read
};

} // namespace runglass
