// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace runglass
{

/// Finds things that are kept elsewhere and known by a number, by their hash: open addressing, eight bytes a slot.
class HashIndex
{
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    /// The number for which same(number) holds among those added with this hash, or kNone.
    template <typename Same> std::uint32_t find(std::size_t hash, const Same& same) const
    {
        if (m_slots.empty())
            return kNone;
        const std::size_t mask = m_slots.size() - 1;
        const std::uint32_t folded = fold(hash);
        for (std::size_t place = folded & mask;; place = (place + 1) & mask) {
            const Slot& slot = m_slots[place];
            if (slot.number == kNone)
                return kNone;
            if (slot.hash == folded && same(slot.number))
                return slot.number;
        }
    }

    void add(std::size_t hash, std::uint32_t number)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        place({fold(hash), number});
        ++m_count;
    }

    bool isEmpty() const { return m_count == 0; }

    void clear()
    {
        m_slots.clear();
        m_count = 0;
    }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kNone;
    };

    static std::uint32_t fold(std::size_t hash)
    {
        // Spreads what differs in few bits only, as hashes of numbers do.
        const std::uint64_t mixed = static_cast<std::uint64_t>(hash) * 0x9E3779B97F4A7C15ULL;
        return static_cast<std::uint32_t>(mixed >> 32);
    }
    void place(Slot slot)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].number != kNone)
            at = (at + 1) & mask;
        m_slots[at] = slot;
    }
    void grow()
    {
        std::vector<Slot> old(m_slots.empty() ? 16 : m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.number != kNone)
                place(slot);
        }
    }

    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
};

} // namespace runglass
