// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/WandbItems.h"
#include "models/sources/KeySlots.h"
#include "models/sources/LogProblems.h"

#include <array>
#include <optional>
#include <utility>

namespace runglass
{

/// Summary updates → the summary. Every logged row sends all of its values here too, so only the text of the last
/// write of each path is kept, and parsed once at the end. Most updates are not even decoded: one that a history row
/// repeats is superseded by the next such one, when that row has all its keys; another by the next with the same keys.
class SummaryBuilder
{
public:
    /// What a summary may take in memory; later values are left out of a larger one, and that is told.
    static constexpr std::size_t kMaxBytes = std::size_t{32} << 20;

    /// @param problems  gets what is wrong with a record that was taken undecoded, at the offset it was taken at
    explicit SummaryBuilder(LogProblems& problems);
    SummaryBuilder(const SummaryBuilder&) = delete;
    SummaryBuilder& operator=(const SummaryBuilder&) = delete;

    void apply(std::span<const WandbItem> updates, std::span<const WandbItem> removals);

    /// Takes a SummaryRecord undecoded.
    void hold(std::string_view message);
    /// Whether a history record begins with the items of the record that was held last, as the SDK writes them.
    bool isRepeatedBy(std::string_view historyMessage) const;
    /// The record held last was repeated by a row with these keys, as numbers that say the same key each time.
    void settle(std::span<const std::size_t> rowKeys);

    /// The object as the last write of every path left it. A value that is no JSON is left out and said.
    /// @param problems  gets that; and what is found wrong with a record only now, as those of the constructor do
    Value build(LogProblems& problems);

private:
    using Order = std::pair<std::uint64_t, std::uint64_t>; ///< of the record, and in it
    struct Write {
        std::size_t start = 0; ///< of its JSON in m_texts
        std::size_t length = 0;
        Order order; ///< of the last write
        bool removed = false;
    };
    struct Held {
        std::string message;
        bool isThere = false;
        std::uint64_t record = 0;
        std::uint64_t offset = 0;
        std::vector<std::size_t> keys; ///< of the row that repeated it
    };

    void apply(std::uint64_t record, std::span<const WandbItem> updates, std::span<const WandbItem> removals);
    std::optional<Warning> applyHeld(Held& held);
    void write(const WandbItem& item, Order order, bool isRemoval);
    void dropOverwritten();

    LogProblems& m_problems;
    KeySlots m_keys;
    std::vector<Write> m_writes; ///< by slot
    std::string m_texts;         ///< one behind the other, with what was overwritten in between
    std::size_t m_mostTexts;     ///< bytes at which that is dropped
    std::uint64_t m_records = 0;

    std::array<Held, 3> m_held;        ///< what the next three change places in
    Held* m_last = m_held.data();      ///< nothing is known of it yet
    Held* m_repeated = &m_held[1];     ///< a row repeated it
    Held* m_other = &m_held[2];        ///< none did
    std::vector<std::uint64_t> m_rows; ///< by key of a row: the last row that had it
    std::uint64_t m_row = 0;
    WandbItemList m_updates, m_removals;
};

} // namespace runglass
