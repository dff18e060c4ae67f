// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Console.h"

#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace runglass
{

/// The lines of a console, to which more may be added and of which some may change. Copies share them in chunks and
/// stay as they are: changing a line costs the chunk it is in.
/// @thread a copy: any one at a time while it changes; const use: any, at once. Different copies: any, at once.
class LogLines
{
public:
    static constexpr std::size_t kChunk = 256;
    using Chunk = std::vector<LogLine>; ///< kChunk lines, the last one at least one

    class Iterator;

    LogLines() = default;
    explicit LogLines(std::vector<LogLine> lines);

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const LogLine& operator[](std::size_t i) const { return (*m_chunks[i / kChunk])[i % kChunk]; }
    const LogLine& front() const { return (*this)[0]; }
    const LogLine& back() const { return (*this)[m_size - 1]; }
    Iterator begin() const;
    Iterator end() const;

    /// Behind the last one.
    void push(LogLine line);
    /// Drops lines from the beginning, in whole chunks: up to count of them.
    void dropFront(std::size_t count);
    /// In place of line i.
    void set(std::size_t i, LogLine line);

    std::size_t chunkCount() const { return m_chunks.size(); }
    /// Lines from i × kChunk on. Copies with the same chunk have the same lines in it.
    std::shared_ptr<const Chunk> chunk(std::size_t i) const { return m_chunks[i]; }

private:
    Chunk& own(std::size_t chunk);

    std::vector<std::shared_ptr<Chunk>> m_chunks; ///< written only where nobody else has them
    std::size_t m_size = 0;
};

class LogLines::Iterator
{
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = LogLine;
    using difference_type = std::ptrdiff_t;
    using pointer = const LogLine*;
    using reference = const LogLine&;

    Iterator() = default;
    Iterator(const LogLines& lines, std::size_t place)
        : m_lines(&lines)
        , m_place(place)
    {
    }
    reference operator*() const { return (*m_lines)[m_place]; }
    pointer operator->() const { return &(*m_lines)[m_place]; }
    Iterator& operator++()
    {
        ++m_place;
        return *this;
    }
    Iterator operator++(int)
    {
        const Iterator before = *this;
        ++m_place;
        return before;
    }
    bool operator==(const Iterator& other) const { return m_place == other.m_place; }

private:
    const LogLines* m_lines = nullptr;
    std::size_t m_place = 0;
};

inline LogLines::Iterator LogLines::begin() const
{
    return {*this, 0};
}

inline LogLines::Iterator LogLines::end() const
{
    return {*this, m_size};
}

} // namespace runglass
