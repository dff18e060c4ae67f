// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/OpenSource.h"

#include <memory>
#include <mutex>
#include <vector>

namespace runglass
{

/// An open source with readers of its index to lend: opening one costs more than most questions.
/// @thread any, at once
class ReaderPool
{
public:
    /// A reader that goes back to the pool.
    class Loan
    {
    public:
        Loan(ReaderPool& pool, std::unique_ptr<StoreReader> reader, int moves)
            : m_pool(&pool)
            , m_reader(std::move(reader))
            , m_moves(moves)
        {
        }
        ~Loan()
        {
            if (m_reader)
                m_pool->giveBack(std::move(m_reader), m_moves);
        }
        Loan(Loan&&) = default;
        Loan& operator=(Loan&&) = delete;
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        StoreReader* operator->() const { return m_reader.get(); }
        StoreReader& get() const { return *m_reader; }

    private:
        ReaderPool* m_pool;
        std::unique_ptr<StoreReader> m_reader;
        int m_moves; ///< of the index, when the reader was opened
    };

    explicit ReaderPool(std::shared_ptr<OpenSource> source)
        : m_source(std::move(source))
    {
    }

    const OpenSource& source() const { return *m_source; }
    /// @errors as OpenSource::reader
    Result<Loan> take();

private:
    void giveBack(std::unique_ptr<StoreReader> reader, int moves);

    std::shared_ptr<OpenSource> m_source;
    std::mutex m_mutex; ///< guards what follows
    std::vector<std::unique_ptr<StoreReader>> m_idle;
    int m_moves = 0; ///< of the index that the idle ones read
};

} // namespace runglass
