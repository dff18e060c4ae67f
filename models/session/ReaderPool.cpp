// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/ReaderPool.h"

namespace runglass
{

Result<ReaderPool::Loan> ReaderPool::take()
{
    std::unique_ptr<StoreReader> reader;
    {
        const std::lock_guard lock(m_mutex);
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
    return Loan(*this, std::move(reader));
}

void ReaderPool::giveBack(std::unique_ptr<StoreReader> reader)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(reader));
}

} // namespace runglass
