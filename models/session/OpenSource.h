// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Places.h"
#include "models/sources/RunSource.h"
#include "models/store/StoreReader.h"

#include <mutex>

namespace runglass
{

/// A source and its index, opened together: what the command line works with, and what Session runs on its threads.
/// @thread sync: one at a time; everything else: any, at once
class OpenSource
{
public:
    /// @errors as openRunSource and StoreWriter::open
    static Result<std::shared_ptr<OpenSource>> open(const std::string& location, const Places& places);

    RunSource& source() { return *m_source; }
    const RunSource& source() const { return *m_source; }
    const StoreLocation& store() const { return m_store; }

    Result<SyncReport> sync(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress);
    /// A reader of its own for the calling thread.
    Result<std::unique_ptr<StoreReader>> reader() const;

private:
    OpenSource(std::unique_ptr<RunSource> source, StoreLocation store, std::unique_ptr<StoreWriter> writer);

    std::unique_ptr<RunSource> m_source;
    StoreLocation m_store;
    std::mutex m_writing; ///< guards m_writer
    std::unique_ptr<StoreWriter> m_writer;
};

} // namespace runglass
