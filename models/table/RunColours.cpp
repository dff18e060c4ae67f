// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/RunColours.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace runglass
{

namespace
{

/// The slots of one round.
class Round
{
public:
    std::uint8_t take(std::uint64_t hash)
    {
        if (m_count == kColourSlots) {
            m_taken = {};
            m_count = 0;
        }
        // Steps are coprime to the rings, so that every slot is tried.
        const bool first = m_count < kFirstRing;
        const std::size_t from = first ? 0 : kFirstRing;
        const std::size_t size = first ? kFirstRing : kColourSlots - kFirstRing;
        const std::size_t step = first ? 3 : 5;
        std::size_t place = hash % size;
        while (m_taken[from + place])
            place = (place + step) % size;
        m_taken[from + place] = true;
        ++m_count;
        return static_cast<std::uint8_t>(from + place);
    }

private:
    std::array<bool, kColourSlots> m_taken = {};
    std::size_t m_count = 0;
};

auto projectOf(const RunRef& ref)
{
    return std::tie(ref.source, ref.path.entity, ref.path.project);
}

} // namespace

std::uint64_t fnv1a64(std::string_view bytes)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001B3ULL;
    }
    return hash;
}

std::uint8_t shuffledSlot(std::uint8_t slot, std::uint32_t shuffle)
{
    if (shuffle == 0 || slot >= kColourSlots)
        return slot;
    // Fisher and Yates, within the ring. splitmix64 gives the numbers, so that every machine deals alike.
    const std::uint8_t from = slot < kFirstRing ? 0 : kFirstRing;
    const std::uint8_t size = slot < kFirstRing ? kFirstRing : kColourSlots - kFirstRing;
    std::array<std::uint8_t, kColourSlots> places = {};
    std::iota(places.begin(), places.begin() + size, std::uint8_t{0});
    std::uint64_t state = (std::uint64_t{shuffle} << 8U) + from;
    for (std::uint8_t last = size - 1; last > 0; --last) {
        state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        std::swap(places[last], places[(mixed ^ (mixed >> 31U)) % (last + 1U)]);
    }
    return static_cast<std::uint8_t>(from + places[slot - from]);
}

std::vector<std::uint8_t> colourSlots(const std::vector<ColouredRun>& runs)
{
    std::vector<std::size_t> order(runs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&runs](std::size_t left, std::size_t right) {
        const RunRef& a = *runs[left].ref;
        const RunRef& b = *runs[right].ref;
        if (projectOf(a) != projectOf(b))
            return projectOf(a) < projectOf(b);
        constexpr TimeNs kLast = std::numeric_limits<TimeNs>::max();
        const TimeNs startOfA = runs[left].startedAt.value_or(kLast);
        const TimeNs startOfB = runs[right].startedAt.value_or(kLast);
        return startOfA != startOfB ? startOfA < startOfB : a.path.id < b.path.id;
    });
    std::vector<std::uint8_t> slots(runs.size());
    Round round;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const RunRef& ref = *runs[order[i]].ref;
        if (i > 0 && projectOf(ref) != projectOf(*runs[order[i - 1]].ref))
            round = {};
        slots[order[i]] = round.take(fnv1a64(toString(ref.path)));
    }
    return slots;
}

} // namespace runglass
