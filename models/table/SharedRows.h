// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/SoleOwner.h"

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace runglass
{

/// One value a row, in blocks that copies share: a copy costs a pointer a block, and a block is copied before it is
/// changed while another has it too.
/// @thread a copy: any one at a time while it changes; const use: any, at once. Different copies: any, at once.
template <typename T> class SharedRows
{
public:
    static constexpr std::size_t kBlock = 256;

    std::size_t size() const { return m_size; }
    const T& operator[](std::size_t row) const { return (*m_blocks[row / kBlock])[row % kBlock]; }

    T& writable(std::size_t row) { return owned(row / kBlock)[row % kBlock]; }
    T& push(T value = {})
    {
        if (m_size % kBlock == 0) {
            m_blocks.push_back(std::make_shared<std::vector<T>>());
            m_blocks.back()->reserve(kBlock);
        }
        ++m_size;
        return owned(m_blocks.size() - 1).emplace_back(std::move(value));
    }

private:
    using Block = std::vector<T>;

    Block& owned(std::size_t block)
    {
        std::shared_ptr<Block>& mine = m_blocks[block];
        if (!isSoleOwner(mine)) {
            auto copy = std::make_shared<Block>();
            copy->reserve(kBlock);
            copy->assign(mine->begin(), mine->end());
            mine = std::move(copy);
        }
        return *mine;
    }

    std::vector<std::shared_ptr<Block>> m_blocks;
    std::size_t m_size = 0;
};

} // namespace runglass
