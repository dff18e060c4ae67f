// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/KeySlots.h"
#include "models/sources/LogProblems.h"
#include "models/sources/SeriesColumn.h"

#include <map>

namespace runglass
{

/// Logged rows → one series a metric. Numbers go from the record's text straight into their column; a media object,
/// which the SDK spreads over one item a member, becomes one object again.
/// @thread  any one at a time
class HistoryBuilder
{
public:
    /// What is kept; what comes after is left out, and that is told.
    static constexpr std::size_t kMaxMetrics = 200'000;
    /// Of values that are neither numbers nor bools, from one take() to the next.
    static constexpr std::size_t kMaxValueBytes = std::size_t{160} << 20;
    /// The same of one metric from beginning to end: so much is there at once when it is shown.
    static constexpr std::size_t kMaxMetricBytes = std::size_t{128} << 20;
    /// Beyond this take() is due.
    static constexpr std::size_t kManyValueBytes = std::size_t{32} << 20;

    explicit HistoryBuilder(LogProblems& problems);

    /// A history record. Its items _step, _timestamp and _runtime place it; other keys that begin with "_" are the
    /// SDK's own and left out.
    /// @param step  of the record, for rows without _step
    void addRow(std::int64_t step, std::span<const WandbItem> items);
    /// A system sample: steps count samples.
    void addSample(std::optional<TimeNs> time, std::span<const WandbItem> items);

    /// What tells the keys of the last row apart from those of other rows: small numbers, one an item.
    std::span<const std::size_t> lastRowKeys() const { return {m_rowSlots.data(), m_rowItems}; }
    std::uint64_t rows() const { return m_row; }
    /// What was not taken yet takes much memory.
    bool isHeavy() const { return m_valueBytes > kManyValueBytes; }
    /// Greatest _timestamp, in seconds since 1970; NaN when there was none.
    double lastTimestamp() const { return m_lastTimestamp; }
    /// _runtime of the last row that had one, in seconds; NaN when there was none.
    double lastRuntime() const { return m_lastRuntime; }

    /// Gives the series away, ordered by key: the values since the last call.
    std::vector<Series> take(bool system);
    /// Rows came whose steps lie before some that were given away: the series can only be had by reading all anew.
    bool isBehind() const;

private:
    enum class Role : std::uint8_t { Metric, Step, Timestamp, Runtime, Hidden };
    struct Slot {
        SeriesColumn column;
        std::size_t valueBytes = 0; ///< as kMaxMetricBytes counts them
        Role role = Role::Metric;
        bool isTypeMarker = false; ///< the last of several components is "_type"
    };
    struct Place {
        std::int64_t step = 0;
        double time = 0;
    };
    struct Seen {
        std::uint64_t row = 0;  ///< that had the slot last
        std::uint32_t item = 0; ///< where
    };

    Role roleOf(const KeyPath& path) const;
    std::size_t slotOf(const WandbItem& item)
    {
        const std::size_t slot = m_keys.slotOf(item);
        return slot < m_slots.size() ? slot : addSlot(slot);
    }
    std::size_t addSlot(std::size_t slot);
    bool addNumber(std::size_t slot, const Place& place, std::string_view json);
    void findSlots(std::span<const WandbItem> items);
    void arrange();
    bool isUsualRow() const;
    void learnRow();
    bool readPlace(std::span<const WandbItem> items, Place& place);
    void tellOnce(bool& told, const char* cause);
    bool hasRoom(Slot& slot, const Value& value);
    void addValue(std::size_t slot, const Place& place, std::string_view json);
    void addMedia(std::span<const WandbItem> items, const Place& place);

    LogProblems& m_problems;
    KeySlots m_keys;
    std::vector<Slot> m_slots;
    std::map<KeyPath, std::size_t> m_owners; ///< of keys as stored
    std::vector<std::size_t> m_rowSlots;     ///< of the items of the row at hand
    std::size_t m_rowItems = 0;
    std::vector<std::uint32_t> m_sequence; ///< of those items: which is looked at when
    std::vector<Seen> m_seen;              ///< by slot
    std::vector<std::size_t> m_usual; ///< slots of a row like most others, in the order in which they are looked at
    int m_unusual = 0;                ///< rows since one was like that
    std::vector<bool> m_consumed;     ///< items of the row that went into media objects
    std::uint64_t m_row = 0;
    std::size_t m_valueBytes = 0;
    bool m_toldOfMetrics = false;
    bool m_toldOfValues = false;
    double m_lastTimestamp;
    double m_lastRuntime;
};

} // namespace runglass
