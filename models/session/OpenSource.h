// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Index.h"
#include "models/session/Places.h"
#include "models/sources/RunSource.h"

#include <mutex>

namespace runglass
{

/// A source and its index, opened together: what the command line works with, and what Session runs on its threads.
/// @thread sync: one at a time; everything else: any, at once
class OpenSource
{
public:
    /// @errors as openRunSource and Index::open
    static Result<std::shared_ptr<OpenSource>> open(const std::string& location, const Places& places);

    RunSource& source() { return *m_source; }
    const RunSource& source() const { return *m_source; }
    const Index& index() const { return *m_index; }

    /// What fails because the index's file cannot be written is done again with an index in memory.
    Result<SyncReport> sync(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress);
    /// A reader of its own for the calling thread.
    Result<std::unique_ptr<StoreReader>> reader() const { return m_index->reader(); }

private:
    OpenSource(std::unique_ptr<RunSource> source, std::unique_ptr<Index> index);

    std::unique_ptr<RunSource> m_source;
    std::unique_ptr<Index> m_index;
    std::mutex m_writing; ///< guards the index's writer
};

} // namespace runglass
