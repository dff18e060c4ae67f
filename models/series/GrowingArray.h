// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <span>

namespace runglass
{

/// An array that only grows, and whose copies cost nothing: they share their elements, and each keeps its own count.
/// What is appended to one copy is not seen by the others. Of several copies the first to append goes on in the
/// shared memory, behind what any of them sees; another that appends moves out with a copy of its own. So elements
/// that a copy sees are never written again, and readers need no lock.
/// @thread a copy: any one at a time while appending; const use: any, at once. Different copies: any, at once, as long
///         as a copy reaches another thread by something that orders memory (a mutex, a queue, a future).
template <typename T> class GrowingArray
{
public:
    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T& operator[](std::size_t i) const { return m_buffer->items[i]; }
    std::span<const T> all() const { return {m_size == 0 ? nullptr : m_buffer->items.get(), m_size}; }

    /// Makes room for so many in all, where that is known.
    void reserve(std::size_t count)
    {
        if (count > m_size && (!m_buffer || m_buffer->capacity < count))
            moveOut(count, m_size);
    }
    void append(std::span<const T> items) { std::copy(items.begin(), items.end(), claim(items.size())); }
    void push(T item) { *claim(1) = std::move(item); }

    /// Of the memory that this copy keeps alive, room to grow included.
    std::size_t bytes() const { return m_buffer ? m_buffer->capacity * sizeof(T) : 0; }

private:
    struct Buffer {
        explicit Buffer(std::size_t room)
            : items(std::make_unique_for_overwrite<T[]>(room))
            , capacity(room)
        {
        }
        std::unique_ptr<T[]> items;
        std::size_t capacity;
        std::atomic<std::size_t> used = 0; ///< by the copy that has most of it; others end before
    };

    /// Room for count elements at the end, which nobody else writes to or reads from.
    T* claim(std::size_t count)
    {
        constexpr std::size_t least = 8;
        if (!claimShared(count))
            moveOut(std::max({m_size + count, m_size + m_size / 2, least}), m_size + count);
        T* room = m_buffer->items.get() + m_size;
        m_size += count;
        return room;
    }

    void moveOut(std::size_t capacity, std::size_t used)
    {
        auto grown = std::make_shared<Buffer>(capacity);
        std::copy(all().begin(), all().end(), grown->items.get());
        grown->used = used;
        m_buffer = std::move(grown);
    }

    bool claimShared(std::size_t count)
    {
        std::size_t mine = m_size;
        return m_buffer && m_buffer->capacity - m_size >= count &&
               m_buffer->used.compare_exchange_strong(mine, m_size + count);
    }

    std::shared_ptr<Buffer> m_buffer;
    std::size_t m_size = 0;
};

} // namespace runglass
