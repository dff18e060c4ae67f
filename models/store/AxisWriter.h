// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Series.h"
#include "models/store/WriteSession.h"

#include <functional>
#include <map>
#include <span>
#include <unordered_map>

namespace runglass
{

/// Writes the axes of one segment: the rows (step, time) of its series, once for all series that were logged together.
class AxisWriter
{
public:
    /// @param pause  called between chunks; may end the transaction and begin another
    AxisWriter(WriteSession& session, std::int64_t segment, std::function<void()> pause);

    /// Takes up the axes that are there.
    void load();
    /// Series that come now are no longer compared with those before.
    void beginUpdate() { m_rows.clear(); }
    /// The axis whose first `count` rows are those that a series had so far (0 and 0: none), followed by those of
    /// `series`, which must stay where it is until the next beginUpdate.
    std::int64_t axisFor(const Series& series, std::int64_t axis, std::uint64_t count);
    /// Makes the new rows visible.
    void finish();

private:
    struct Rows {
        std::int64_t before = 0;
        std::uint64_t count = 0;
        const Series* series = nullptr;
        std::int64_t axis = 0;
    };
    struct Axis {
        std::uint64_t count = 0;
        bool changed = false;
        bool fresh = true; ///< nothing of it was ever written
    };

    std::int64_t make();
    std::int64_t copy(std::int64_t from, std::uint64_t count);
    void extend(std::int64_t axis, std::span<const std::int64_t> steps, std::span<const double> times);
    std::uint64_t takeTail(std::int64_t axis, std::vector<std::int64_t>& steps, std::vector<double>& times);

    WriteSession& m_session;
    Database& m_database;
    std::int64_t m_segment;
    std::function<void()> m_pause;
    std::map<std::int64_t, Axis> m_axes;
    std::unordered_multimap<std::uint64_t, Rows> m_rows; ///< of this update, by a hash of them
};

} // namespace runglass
