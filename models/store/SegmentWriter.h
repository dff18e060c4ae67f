// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunBatch.h"
#include "models/store/AxisWriter.h"
#include "models/store/SeriesStatistics.h"
#include "models/store/WriteSession.h"

#include <map>
#include <span>

namespace runglass
{

/// Adds points and console to one row of segments. Nothing of it is visible until finish(), in the last transaction.
/// All calls throw StoreFailure.
class SegmentWriter
{
public:
    /// Whether the transaction may be ended and another begun between chunks.
    enum class Slices { One, Many };

    /// A new row, which is to take the place of what the ordinal has.
    static std::unique_ptr<SegmentWriter> stage(WriteSession& session, std::int64_t run, int ordinal, Slices slices);
    /// A row that is there.
    static std::unique_ptr<SegmentWriter> resume(WriteSession& session, std::int64_t segment, Slices slices);

    /// Corruption: what is there cannot be gone on with. Refused: another process has taken the segment over.
    void append(const SegmentUpdate& update);
    /// Refused when somebody else has begun to write the segment since.
    void verify();
    /// Makes it all visible.
    void finish(const SegmentUpdate& update);

    /// Every metric that has points here, and whether they are numbers.
    void addMetrics(std::map<std::int64_t, bool>& numeric) const;

    std::int64_t number() const { return m_segment; }
    bool isStaged() const { return m_staged; }
    std::int64_t token() const { return m_token; }

private:
    struct SeriesState {
        std::int64_t number = 0, axis = 0;
        SeriesKind kind = SeriesKind::Double;
        bool exact = true;
        bool fresh = true; ///< nothing of it was ever written
        bool changed = false;
        SeriesStatistics statistics;
    };

    SegmentWriter(WriteSession& session, std::int64_t segment, std::int64_t token, bool isStaged, Slices slices);
    void load();
    void pause();
    void appendSeries(const Series& series);
    void insertSeries(std::int64_t metric, SeriesState& state, const SeriesStatistics& after);
    void appendPoints(const SeriesState& state, const SeriesValues& values);
    std::uint64_t takeTail(const SeriesState& state, SeriesValues& tail);
    void writeChunk(std::int64_t series, std::uint64_t start, const SeriesValues& values, std::size_t from,
                    std::size_t length);
    void appendConsole(std::span<const ConsoleFragment> fragments);
    std::vector<ConsoleFragment> takeConsoleTail();

    WriteSession& m_session;
    Database& m_database;
    std::int64_t m_segment;
    std::int64_t m_token;
    bool m_staged;
    Slices m_slices;
    AxisWriter m_axes;
    std::uint64_t m_fragments = 0;
    std::map<std::int64_t, SeriesState> m_series; ///< by metric
};

} // namespace runglass
