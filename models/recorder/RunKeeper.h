// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/RunRecord.h"
#include "models/recorder/SilenceWatch.h"
#include "models/run/Clock.h"
#include "models/store/RecorderStore.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

class RunNews;

/// A run with both parts of what is kept of it.
struct KeptRun {
    RecordedRun run;
    RunRecord record;
};

/// The record as it is shown: with what users have made of the run.
RunRecord shownRecord(const KeptRun& kept);

/// Lines that were sent for the files of a run, at their places there.
struct SentLines {
    RecordedFile file = RecordedFile::History;
    std::uint64_t first = 0;
    std::vector<std::string> lines;
};

/// Runs in the recorder's store: what is sent is kept, and what the window reads follows from it.
/// @thread  any one at a time
class RunKeeper
{
public:
    /// @param filesDirectory  where files of runs lie; empty: nowhere
    RunKeeper(RecorderStore& store, const Clock& clock, std::string filesDirectory)
        : m_store(store)
        , m_clock(clock)
        , m_filesDirectory(std::move(filesDirectory))
    {
    }

    RecorderStore& store() { return m_store; }
    TimeNs now() const { return m_clock.now(); }
    SilenceWatch& silence() { return m_silence; }
    /// The run's writer gave a sign of life. What is said of it is not written yet.
    void hear(KeptRun& kept);
    /// Says what is to be shown of a run's artifacts from now on.
    void setArtifacts(std::function<std::vector<Artifact>(std::int64_t run)> artifacts)
    {
        m_artifacts = std::move(artifacts);
    }
    /// Of a run's files; empty: they are not kept.
    std::string folderOf(std::int64_t number) const;

    /// Deleted runs included.
    Result<std::optional<KeptRun>> find(const RunPath& path);
    Result<std::optional<KeptRun>> find(std::int64_t number);

    /// Writes record, config and summary.
    Status save(KeptRun& kept);
    /// Writes the record of a run that lies in the trash: readers see it once it is restored.
    Status saveTrashed(KeptRun& kept);
    /// Writes lines at their place, together with record, config and summary; those that are there already are passed
    /// over. Much at once is written in slices, each whole in itself: when it fails, some of the lines may be there.
    /// @errors InvalidArgument: the place lies far behind the last line
    Status write(KeptRun& kept, SentLines sent);
    /// Cuts the history to count lines.
    Status cutHistory(KeptRun& kept, std::uint64_t count);
    /// From now on another writer is at work: what it sends is a segment of its own.
    static void beginSegment(KeptRun& kept, TimeNs now);
    /// Fills the tables that the window reads anew, from the lines.
    Status derive(KeptRun& kept);
    /// Does that for all runs that need it, as after a change of those tables or when they were restored; for each
    /// once.
    Status deriveAll();
    /// Writes what readers see of open runs anew: while nobody recorded, their state was unknown.
    Status saveOpen();

private:
    Status writeSlice(KeptRun& kept, RecordedFile file, std::uint64_t first, std::vector<std::string> lines);
    bool take(RunNews& news, const KeptRun& kept, RecordedFile file, std::uint64_t first,
              const std::vector<std::string>& lines);
    void complete(RunUpdate& update, std::int64_t number) const;
    Status deriveSegment(KeptRun& kept, std::size_t ordinal);
    Result<std::size_t> countKnown(const KeptRun& kept, const SentLines& sent);

    RecorderStore& m_store;
    const Clock& m_clock;
    std::string m_filesDirectory;
    SilenceWatch m_silence;
    std::set<std::int64_t> m_damaged; ///< runs that could not be derived: not tried again
    std::function<std::vector<Artifact>(std::int64_t)> m_artifacts = [](std::int64_t) {
        return std::vector<Artifact>();
    };
};

} // namespace runglass
