// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/ByteCodec.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace runglass
{

/// A set of rows as bits.
using RowBits = std::vector<std::uint64_t>;

inline bool testBit(const RowBits& bits, std::uint32_t row)
{
    return row / 64 < bits.size() && (bits[row / 64] >> (row % 64) & 1) != 0;
}

inline void setBit(RowBits& bits, std::uint32_t row, bool on)
{
    if (row / 64 >= bits.size())
        bits.resize(row / 64 + 1);
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    bits[row / 64] = on ? bits[row / 64] | bit : bits[row / 64] & ~bit;
}

/// The present cells of a column: a vector with a bitmap where at least two thirds of the rows have one, else sorted
/// rows beside their cells.
template <typename T> class Cells
{
public:
    /// A cell that is to be set, or removed when it has no value. Patches are ordered by row, one a row.
    struct Patch {
        std::uint32_t row = 0;
        std::optional<T> value;
    };

    std::size_t count() const { return m_count; }
    bool isDense() const { return m_dense; }
    /// Of sparse cells, beside values(); empty of dense ones.
    const std::vector<std::uint32_t>& rows() const { return m_rows; }
    /// Of dense cells a value a row, valid() says which are there; both may end before the table's last row.
    const std::vector<T>& values() const { return m_values; }
    const RowBits& valid() const { return m_valid; }

    const T* find(std::uint32_t row) const
    {
        if (m_dense)
            return row < m_values.size() && testBit(m_valid, row) ? &m_values[row] : nullptr;
        const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), row);
        return at != m_rows.end() && *at == row ? &m_values[static_cast<std::size_t>(at - m_rows.begin())] : nullptr;
    }

    /// visit(row, cell) for every present cell in order of rows.
    template <typename Visit> void forEach(const Visit& visit) const
    {
        if (!m_dense) {
            for (std::size_t i = 0; i < m_rows.size(); ++i)
                visit(m_rows[i], m_values[i]);
            return;
        }
        for (std::size_t word = 0; word < m_valid.size(); ++word) {
            for (std::uint64_t bits = m_valid[word]; bits != 0; bits &= bits - 1) {
                const auto row = static_cast<std::uint32_t>(word * 64 + static_cast<unsigned>(std::countr_zero(bits)));
                visit(row, m_values[row]);
            }
        }
    }

    bool hasAny(const RowBits& rows) const
    {
        if (!m_dense)
            return std::any_of(m_rows.begin(), m_rows.end(), [&rows](std::uint32_t row) { return testBit(rows, row); });
        const std::size_t words = std::min(rows.size(), m_valid.size());
        for (std::size_t word = 0; word < words; ++word) {
            if ((rows[word] & m_valid[word]) != 0)
                return true;
        }
        return false;
    }

    /// These cells after the patches, in a table of rowCount rows.
    Cells patched(std::vector<Patch> patches, std::uint32_t rowCount) const
    {
        std::size_t count = m_count;
        for (const Patch& patch : patches) {
            const bool had = find(patch.row) != nullptr;
            count += patch.value && !had ? 1 : 0;
            count -= !patch.value && had ? 1 : 0;
        }
        Cells result;
        result.m_count = count;
        result.m_dense = count * 3 >= std::size_t{rowCount} * 2;
        if (result.m_dense)
            result.fillDense(*this, std::move(patches), rowCount);
        else
            result.fillSparse(*this, std::move(patches));
        return result;
    }

    /// The cells with each row replaced by newRows[row]; those that get kGone are dropped. newRows keeps the order.
    static constexpr std::uint32_t kGone = 0xFFFFFFFF;
    Cells remapped(const std::vector<std::uint32_t>& newRows, std::uint32_t rowCount) const
    {
        std::vector<Patch> patches;
        patches.reserve(m_count);
        forEach([&](std::uint32_t row, const T& value) {
            if (newRows[row] != kGone)
                patches.push_back({newRows[row], value});
        });
        return Cells().patched(std::move(patches), rowCount);
    }

    void write(ByteWriter& out) const
    {
        out.plain(static_cast<std::uint8_t>(m_dense));
        out.all(m_rows);
        out.all(m_values);
        out.all(m_valid);
    }
    /// What write() wrote, of a table of rowCount rows; anything else makes in fail.
    void read(ByteReader& in, std::uint32_t rowCount)
    {
        m_dense = in.plain<std::uint8_t>() != 0;
        m_rows = in.all<std::uint32_t>();
        m_values = in.all<T>();
        m_valid = in.all<std::uint64_t>();
        m_count = m_values.size();
        const bool fits = m_dense ? m_rows.empty() && fitsDense(rowCount)
                                  : m_valid.empty() && m_rows.size() == m_values.size() && fitsSparse(rowCount);
        if (!fits || !in.ok()) {
            *this = {};
            in.fail();
        }
    }

private:
    /// Also counts. A column that no batch has touched since may end before the table's last row.
    bool fitsDense(std::uint32_t rowCount)
    {
        if (m_values.size() > rowCount || m_valid.size() != (m_values.size() + 63) / 64)
            return false;
        m_count = 0;
        for (const std::uint64_t word : m_valid)
            m_count += static_cast<std::size_t>(std::popcount(word));
        const std::size_t rest = m_values.size() % 64;
        return rest == 0 || m_valid.back() >> rest == 0;
    }
    bool fitsSparse(std::uint32_t rowCount) const
    {
        const bool ordered = std::adjacent_find(m_rows.begin(), m_rows.end(), std::greater_equal<>()) == m_rows.end();
        return ordered && (m_rows.empty() || m_rows.back() < rowCount);
    }
    void fillDense(const Cells& from, std::vector<Patch> patches, std::uint32_t rowCount)
    {
        if (from.m_dense) {
            m_values.reserve(rowCount);
            m_values = from.m_values;
            m_valid = from.m_valid;
        }
        m_values.resize(rowCount);
        m_valid.resize((std::size_t{rowCount} + 63) / 64);
        if (!from.m_dense)
            from.forEach([this](std::uint32_t row, const T& value) { setDense(row, value); });
        for (Patch& patch : patches) {
            if (patch.value)
                setDense(patch.row, std::move(*patch.value));
            else
                setBit(m_valid, patch.row, false);
        }
    }
    void setDense(std::uint32_t row, T value)
    {
        m_values[row] = std::move(value);
        setBit(m_valid, row, true);
    }
    void fillSparse(const Cells& from, std::vector<Patch> patches)
    {
        m_rows.reserve(m_count);
        m_values.reserve(m_count);
        auto next = patches.begin();
        const auto takePatch = [&] {
            if (next->value) {
                m_rows.push_back(next->row);
                m_values.push_back(std::move(*next->value));
            }
            ++next;
        };
        from.forEach([&](std::uint32_t row, const T& value) {
            while (next != patches.end() && next->row < row)
                takePatch();
            if (next != patches.end() && next->row == row)
                return;
            m_rows.push_back(row);
            m_values.push_back(value);
        });
        while (next != patches.end())
            takePatch();
    }

    bool m_dense = false;
    std::size_t m_count = 0;
    std::vector<std::uint32_t> m_rows; ///< of sparse cells
    std::vector<T> m_values;
    RowBits m_valid; ///< of dense cells
};

/// Finds cells of many rows: of sparse ones by counting bits, where Cells::find() would search each time.
/// @thread any, at once; the cells outlive it
template <typename T> class CellFinder
{
public:
    explicit CellFinder(const Cells<T>& cells)
        : m_values(cells.values().data())
    {
        if (cells.isDense()) {
            m_bits = cells.valid().data();
            m_words = cells.valid().size();
            return;
        }
        const std::vector<std::uint32_t>& rows = cells.rows();
        m_words = rows.empty() ? 0 : rows.back() / 64 + 1;
        m_own.resize(m_words);
        m_before.resize(m_words);
        for (const std::uint32_t row : rows)
            m_own[row / 64] |= std::uint64_t{1} << (row % 64);
        std::uint32_t before = 0;
        for (std::size_t word = 0; word < m_words; ++word) {
            m_before[word] = before;
            before += static_cast<std::uint32_t>(std::popcount(m_own[word]));
        }
        m_bits = m_own.data();
    }
    CellFinder(const CellFinder&) = delete;
    CellFinder& operator=(const CellFinder&) = delete;

    const T* find(std::uint32_t row) const
    {
        const std::size_t word = row / 64;
        if (word >= m_words || (m_bits[word] >> (row % 64) & 1) == 0)
            return nullptr;
        if (m_before.empty())
            return m_values + row;
        const std::uint64_t lower = m_bits[word] & ((std::uint64_t{1} << (row % 64)) - 1);
        return m_values + m_before[word] + std::popcount(lower);
    }

private:
    const T* m_values;
    const std::uint64_t* m_bits = nullptr; ///< which rows have a cell
    std::size_t m_words = 0;
    RowBits m_own;                       ///< m_bits of sparse cells
    std::vector<std::uint32_t> m_before; ///< of sparse cells: how many there are before each word
};

} // namespace runglass
