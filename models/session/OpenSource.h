// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/Index.h"
#include "models/session/Places.h"
#include "models/sources/RunSource.h"

#include <mutex>

namespace runglass
{

/// A source and its index, opened together: what the command line works with, and what Session runs on its threads.
/// @thread sync, follow, announcement and forgetVanished: one at a time; everything else: any, at once
class OpenSource
{
public:
    /// A location that is gone is opened all the same when there is an index of it: its sync says what is wrong.
    /// @errors as openRunSource and Index::open
    static Result<std::shared_ptr<OpenSource>> open(const std::string& location, const Places& places);

    RunSource& source() { return *m_source; }
    const RunSource& source() const { return *m_source; }
    const Index& index() const { return *m_index; }

    /// What fails because the index's file cannot be written is done again with an index in memory.
    Result<SyncReport> sync(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress);
    /// As RunSource::follow and announcement.
    Result<SyncReport> follow(const CancelToken& cancel, const std::function<void(const SyncProgress&)>& progress);
    NewsAnnouncement announcement() const { return m_source->announcement(); }
    /// Takes runs out of the index whose folder is gone.
    Status forgetVanished();
    /// Carries out a command on a run as the index has it now.
    /// @errors as RunSource::perform; NotFound also when there is no such run
    Result<CommandEffect> perform(const RunCommand& command, StoreReader& reader) const;
    /// As RunSource::removeLeftovers.
    Result<std::uint64_t> removeLeftovers() const { return m_source->removeLeftovers(); }
    /// The documents of a run as the index has it now.
    static Result<StoredRun> stored(const RunPath& run, StoreReader& reader);
    /// What a segment has printed: as the store has it, and what its log does not hold yet.
    Result<std::vector<ConsoleFragment>> console(StoreReader& reader, const RunPath& run, const Segment& segment) const;
    /// A reader of its own for the calling thread.
    Result<std::unique_ptr<StoreReader>> reader() const { return m_index->reader(); }

private:
    OpenSource(std::unique_ptr<RunSource> source, std::unique_ptr<Index> index);

    std::unique_ptr<RunSource> m_source;
    std::unique_ptr<Index> m_index;
    std::mutex m_writing; ///< guards the index's writer
};

} // namespace runglass
