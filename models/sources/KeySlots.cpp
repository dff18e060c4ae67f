// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/KeySlots.h"

#include <cstring>
#include <random>
#include <span>

namespace runglass
{

namespace
{

std::span<const std::string_view> components(const WandbItem& item)
{
    return item.nestedKey.empty() ? std::span<const std::string_view>(&item.key, 1) : item.nestedKey;
}

bool isPath(const KeyPath& path, std::span<const std::string_view> wanted)
{
    if (path.size() != wanted.size())
        return false;
    for (std::size_t i = 0; i < path.size(); ++i)
        if (path[i] != wanted[i])
            return false;
    return true;
}

/// Another one in every process: keys come from files that anybody may have written, and keys made to share a bucket
/// would cost a walk over all of them each.
std::uint64_t seed()
{
    static const std::uint64_t kSeed = std::uint64_t{std::random_device()()} << 32 | std::random_device()();
    return kSeed;
}

/// Eight bytes at a time: keys are short, and there is one for every value that was ever logged.
std::uint64_t hashOf(std::span<const std::string_view> path)
{
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = seed() ^ path.size();
    for (const std::string_view component : path) {
        hash = (hash ^ component.size()) * kOdd;
        std::size_t i = 0;
        for (; i + 8 <= component.size(); i += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, component.data() + i, 8);
            hash = (hash ^ word) * kOdd;
            hash ^= hash >> 29;
        }
        std::uint64_t rest = 0;
        if (i < component.size()) // an empty component may have no address
            std::memcpy(&rest, component.data() + i, component.size() - i);
        hash = (hash ^ rest) * kOdd;
        hash ^= hash >> 32;
    }
    return hash;
}

} // namespace

std::size_t KeySlots::slotOf(const WandbItem& item, std::size_t guess)
{
    const std::span<const std::string_view> wanted = components(item);
    if (guess < m_paths.size() && isPath(m_paths[guess], wanted))
        return guess;
    if (m_paths.size() * 2 >= m_buckets.size())
        grow();
    const std::uint64_t hash = hashOf(wanted);
    const std::size_t mask = m_buckets.size() - 1;
    for (std::size_t bucket = hash & mask;; bucket = (bucket + 1) & mask) {
        if (m_buckets[bucket] == 0) {
            m_paths.push_back(item.path());
            m_hashes.push_back(hash);
            m_buckets[bucket] = static_cast<std::uint32_t>(m_paths.size());
            return m_paths.size() - 1;
        }
        const std::size_t slot = m_buckets[bucket] - 1;
        if (m_hashes[slot] == hash && isPath(m_paths[slot], wanted))
            return slot;
    }
}

void KeySlots::grow()
{
    const std::size_t size = m_buckets.empty() ? 64 : m_buckets.size() * 2;
    m_buckets.assign(size, 0);
    for (std::size_t slot = 0; slot < m_paths.size(); ++slot) {
        std::size_t bucket = m_hashes[slot] & (size - 1);
        while (m_buckets[bucket] != 0)
            bucket = (bucket + 1) & (size - 1);
        m_buckets[bucket] = static_cast<std::uint32_t>(slot + 1);
    }
}

} // namespace runglass
