// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/GrowingArray.h"

#include <cstdint>
#include <optional>

namespace runglass
{

/// Numbers of one type, packed without loss, to which more may be appended. A copy costs nothing and stays as it is
/// when the original grows (see GrowingArray).
/// Every 1,024 numbers make a block, which takes the least of: nothing a number where they are an arithmetic
/// progression (steps, constants), 4 bytes where each survives as a float or where all lie near each other (times,
/// counters), else 8 bytes. The last, unfinished block takes 8.
/// @thread as GrowingArray
class PackedNumbers
{
public:
    enum class Type { Double, Integer };
    static constexpr std::size_t kBlock = 1024;

    explicit PackedNumbers(Type type = Type::Double)
        : m_type(type)
    {
    }

    Type type() const { return m_type; }
    bool empty() const { return size() == 0; }
    std::size_t size() const { return m_blocks.size() * kBlock + m_open.size(); }

    /// Makes room for so many in all, where that is known.
    void reserve(std::size_t count) { m_blocks.reserve(count / kBlock); }
    /// Only for the type of the column.
    void append(std::span<const double> numbers);
    void append(std::span<const std::int64_t> numbers);

    double operator[](std::size_t i) const;
    /// Only of Type::Integer.
    std::int64_t integer(std::size_t i) const { return static_cast<std::int64_t>(word(i)); }
    /// Numbers [begin, begin + out.size()) as doubles.
    void copy(std::size_t begin, std::span<double> out) const;

    /// How far each of numbers [begin, begin + count) but the first is from the one before, where that is the same and
    /// can be told without looking at them.
    std::optional<double> evenStep(std::size_t begin, std::size_t count) const;

    /// Whether before, a copy of this or of what it was copied from, has only been appended to since. Does not look
    /// at each number: false where it cannot be told by that.
    bool continues(const PackedNumbers& before) const;

    /// Of the memory this copy keeps alive.
    std::size_t bytes() const;

private:
    /// A number as its 64 bits.
    using Word = std::uint64_t;
    struct Block;

    template <typename T> void appendAll(std::span<const T> numbers);
    template <typename T> void close(std::span<const T> numbers);
    Word word(std::size_t i) const;
    double toNumber(Word word) const;

    Type m_type;
    GrowingArray<std::shared_ptr<const Block>> m_blocks;
    GrowingArray<Word> m_open; ///< the numbers behind the last block, fewer than make one
    std::size_t m_blockBytes = 0;
};

} // namespace runglass
