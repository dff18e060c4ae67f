// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ReaderPool.h"

namespace runglass
{

Result<ReaderPool::Loan> ReaderPool::take()
{
    std::unique_ptr<StoreReader> reader;
    const int moves = m_source->index().moves();
    {
        const std::lock_guard lock(m_mutex);
        if (m_moves != moves)
            m_idle.clear();
        m_moves = moves;
        if (!m_idle.empty()) {
            reader = std::move(m_idle.back());
            m_idle.pop_back();
        }
    }
    if (!reader) {
        Result<std::unique_ptr<StoreReader>> opened = m_source->reader();
        if (!opened)
            return opened.error();
        reader = std::move(*opened);
    }
    return Loan(*this, std::move(reader), moves);
}

void ReaderPool::giveBack(std::unique_ptr<StoreReader> reader, int moves)
{
    const std::lock_guard lock(m_mutex);
    if (moves == m_moves)
        m_idle.push_back(std::move(reader));
}

} // namespace runglass
