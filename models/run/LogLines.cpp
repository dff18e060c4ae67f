// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/LogLines.h"

#include "models/run/SoleOwner.h"

#include <algorithm>
#include <utility>

namespace runglass
{

LogLines::LogLines(std::vector<LogLine> lines)
{
    for (LogLine& line : lines)
        push(std::move(line));
}

void LogLines::push(LogLine line)
{
    if (m_size == m_chunks.size() * kChunk) {
        m_chunks.push_back(std::make_shared<Chunk>());
        m_chunks.back()->reserve(kChunk);
    }
    own(m_size / kChunk).push_back(std::move(line));
    ++m_size;
}

void LogLines::dropFront(std::size_t count)
{
    const std::size_t chunks = std::min(count, m_size) / kChunk;
    m_chunks.erase(m_chunks.begin(), m_chunks.begin() + static_cast<std::ptrdiff_t>(chunks));
    m_size -= chunks * kChunk;
}

void LogLines::set(std::size_t i, LogLine line)
{
    own(i / kChunk)[i % kChunk] = std::move(line);
}

LogLines::Chunk& LogLines::own(std::size_t chunk)
{
    std::shared_ptr<Chunk>& its = m_chunks[chunk];
    if (!isSoleOwner(its)) {
        auto mine = std::make_shared<Chunk>();
        mine->reserve(kChunk);
        *mine = *its;
        its = std::move(mine);
    }
    return *its;
}

} // namespace runglass
