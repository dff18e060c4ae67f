// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/WandbFolderSource.h"

#include "models/sources/LogMemory.h"
#include "models/sources/OutputLog.h"
#include "models/sources/PosixFileSystem.h"

#include <algorithm>

namespace runglass
{

namespace
{

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr milliseconds kLookAtLiving{1000};
constexpr milliseconds kLookAtDead{5000};
constexpr milliseconds kBetweenPasses{200};
constexpr milliseconds kLookForMissing{2000};
constexpr seconds kSafetyPass{60};
/// A log that grows though nobody here is seen to write it, as from another computer, is likely to grow again.
constexpr seconds kKeepReading{300};
constexpr seconds kFirstPoll{5};

bool hasCopies(const RunSegments& group)
{
    return std::any_of(group.segments.begin(), group.segments.end(),
                       [](const SegmentFolder& segment) { return !segment.copies.empty(); });
}

bool wasTouched(const OpenRun& run, const FolderWatch::Events& events)
{
    return std::any_of(run.group().segments.begin(), run.group().segments.end(),
                       [&](const SegmentFolder& segment) { return events.runs.contains(segment.folder.folder); });
}

} // namespace

WandbFolderSource::WandbFolderSource(std::string location, Surroundings surroundings)
    : m_location(std::move(location))
    , m_surroundings(std::move(surroundings))
    , m_files(*m_surroundings.files)
    , m_runFiles(m_files)
    , m_states(m_files, *m_surroundings.clock, m_surroundings.look)
    , m_notes(m_files, m_surroundings.dataDirectory)
    , m_commands(m_files, *m_surroundings.clock, m_surroundings.look, m_location, m_surroundings.dataDirectory)
{
}

Result<std::unique_ptr<RunSource>> WandbFolderSource::open(const std::string& location, Surroundings surroundings)
{
    const FileSystem& files = *surroundings.files;
    Result<std::string> canonical = files.canonical(location);
    if (!canonical)
        return canonical.error();
    const Result<FileStatus> status = files.status(*canonical);
    if (!status)
        return status.error();
    const bool isLog = status->kind == EntryKind::File && canonical->ends_with(".wandb");
    if (!isLog && status->kind != EntryKind::Directory)
        return Error{Error::Kind::Unsupported, "it is neither a directory nor a .wandb file", location};
    return std::unique_ptr<RunSource>(new WandbFolderSource(std::move(canonical).value(), std::move(surroundings)));
}

Result<std::unique_ptr<RunSource>> WandbFolderSource::open(const std::string& location)
{
    return open(location, hereAndNow());
}

Result<std::unique_ptr<RunSource>> WandbFolderSource::openMissing(const std::string& location)
{
    if (!location.starts_with('/'))
        return Error{Error::Kind::Unsupported, "it is no absolute path", location};
    return std::unique_ptr<RunSource>(new WandbFolderSource(location, hereAndNow()));
}

WandbFolderSource::Surroundings WandbFolderSource::hereAndNow(std::string dataDirectory)
{
    return {std::make_shared<PosixFileSystem>(), std::make_shared<SystemClock>(), [] { return LogHolders::look(); },
            std::move(dataDirectory)};
}

Result<WandbFolderSync::Found> WandbFolderSource::find(StoreWriter& writer, const CancelToken& cancel,
                                                       const WandbFolderSync::Progress& progress)
{
    const RunFolderFinder finder(m_files);
    Result<FoundFolders> folders = finder.find(m_location, cancel, [&progress](std::size_t count) {
        progress({0, static_cast<int>(count)});
    });
    if (!folders)
        return folders.error();
    findNotes(*folders);
    std::erase_if(folders->folders, [this](const RunFolder& folder) { return m_notes.isHidden(folder.folder); });
    Result<std::map<std::string, LogSighting>> sightings = writer.sightings();
    if (!sightings)
        return sightings.error();
    LogMemory memory(m_files, std::move(sightings).value());
    Result<std::vector<IdentifiedFolder>> identified = memory.identifyAll(std::move(folders->folders), cancel);
    if (!identified)
        return identified.error();

    WandbFolderSync::Found found;
    found.groups = groupRuns(m_files, std::move(identified).value());
    found.listed.insert(folders->directories.begin(), folders->directories.end());
    found.sightings = memory.takeNews();
    for (const RunSegments& group : found.groups)
        if (hasCopies(group))
            found.otherCopies.insert(group.path);
    for (const LogSighting* missing : memory.missing()) {
        found.logsGone.push_back(missing->log);
        found.otherCopies.insert(missing->path);
    }
    found.hasOtherNotes = m_hasOtherNotes || !m_otherNotes.empty();
    m_tree = std::move(folders->directories);
    m_report = {static_cast<int>(found.groups.size()), std::move(folders->warnings)};
    m_report.warnings.insert(m_report.warnings.end(), m_noteProblems.begin(), m_noteProblems.end());
    return found;
}

Result<SyncReport> WandbFolderSource::sync(StoreWriter& writer, const CancelToken& cancel,
                                           const std::function<void(const SyncProgress&)>& progress)
{
    const Steady::time_point begun = Steady::now();
    m_passWanted = false;
    m_isShared = m_files.isShared(m_location);
    m_states.look();
    const WandbFolderSync::Tools tools{m_files, *m_surroundings.clock, m_states, m_notes, writer, cancel, progress};
    WandbFolderSync pass(tools, m_open);
    Result<WandbFolderSync::Found> found = find(writer, cancel, progress);
    if (!found) {
        const bool isMissing = found.error().kind == Error::Kind::NotFound;
        if (isMissing && !m_isMissing)
            if (Status said = pass.sayVanished(); !said)
                return said.error();
        m_isMissing = isMissing;
        m_lastPass = Steady::now();
        return found.error();
    }
    m_isMissing = false;
    const Status done = pass.run(std::move(found).value());
    if (done) {
        m_hasOtherNotes = false;
        m_otherNotes.clear();
    }
    m_lastPass = m_lastLook = Steady::now();
    m_passTime = m_lastPass - begun;
    if (m_watch) {
        watch();
        // What was noted since they were read, in a directory that was not watched yet, was not heard of.
        refreshNotes();
        m_passWanted = m_passWanted || (done && (m_hasOtherNotes || !m_otherNotes.empty()));
    }
    if (!done)
        return done.error();
    return m_report;
}

void WandbFolderSource::watch()
{
    std::vector<std::string> runs;
    for (const auto& [path, run] : m_open)
        for (const SegmentFolder& segment : run.group().segments)
            runs.push_back(segment.folder.folder);
    std::vector<std::string> notes;
    for (const std::string& place : m_noted)
        notes.push_back(joinPath(place, std::string(kNotesDirectory)));
    m_watch->watch(m_tree, runs, notes);
}

/// Where users may have noted something: beside the runs, also above a run folder that was opened itself, and where a
/// user's own notes lie that could not lie there.
void WandbFolderSource::findNotes(const FoundFolders& folders)
{
    m_noted = {folders.noted.begin(), folders.noted.end()};
    const std::string own = m_surroundings.dataDirectory + "/edits";
    const bool hasOwn = !m_surroundings.dataDirectory.empty() && m_files.status(own);
    const std::set<std::string> listed(folders.directories.begin(), folders.directories.end());
    std::set<std::string> places;
    for (const RunFolder& folder : folders.folders)
        places.insert(parentPath(folder.folder));
    for (const std::string& place : places) {
        const bool isOutside = !listed.contains(place);
        if ((isOutside && m_files.status(joinPath(place, std::string(kNotesDirectory)))) ||
            (hasOwn && m_files.status(own + place)))
            m_noted.insert(place);
    }
    refreshNotes();
}

void WandbFolderSource::refreshNotes()
{
    FolderNotes::News news = m_notes.refresh(m_noted);
    m_otherNotes.merge(news.edited);
    m_hasOtherNotes = m_hasOtherNotes || news.trash;
    m_commands.setPlaces(m_noted);
    m_noteProblems = std::move(news.problems);
}

/// Tells the store what was noted, without looking at the runs' folders.
Status WandbFolderSource::followNotes(StoreWriter& writer)
{
    refreshNotes();
    if (m_hasOtherNotes)
        m_passWanted = true; // something was deleted or came back
    Result<std::vector<StoredRun>> runs = writer.documents(m_otherNotes);
    if (!runs)
        return runs.error();
    RunBatch batch;
    for (StoredRun& stored : *runs)
        if (m_notes.applyTo(stored.run))
            batch.runs.push_back({std::move(stored.run), std::move(stored.detail), {}});
    if (commitFollowed(writer, batch))
        m_otherNotes.clear();
    return Done{};
}

Result<SyncReport> WandbFolderSource::follow(StoreWriter& writer, const CancelToken& cancel,
                                             const std::function<void(const SyncProgress&)>& progress)
{
    if (!m_watch) {
        m_watch = std::make_unique<FolderWatch>();
        watch();
        // What came between the last pass and now was not heard of. The pass may be put off, the runs need not wait.
        m_passWanted = true;
        m_lastLook = m_lastLookAtDead = {};
    }
    const FolderWatch::Events events = m_watch->take();
    m_passWanted = m_passWanted || events.tree;
    const bool wasChanged = m_wasChanged.exchange(false);
    if (wasChanged)
        m_noted.merge(m_commands.takeTouched());
    if (wasChanged || events.notes)
        if (const Status told = followNotes(writer); !told)
            return told.error();
    // What somebody has just asked for here is shown at once, whatever a pass costs.
    if (wasChanged && m_passWanted)
        m_lastPass = {};
    if (untilPass() <= milliseconds(0))
        return sync(writer, cancel, progress);
    if (const Status followed = followRuns(writer, events, cancel); !followed)
        return followed.error();
    return m_report;
}

Status WandbFolderSource::followRuns(StoreWriter& writer, const FolderWatch::Events& events, const CancelToken& cancel)
{
    const Steady::time_point now = Steady::now();
    const bool looksAtLiving = now - m_lastLook >= kLookAtLiving;
    const bool looksAtDead = now - m_lastLookAtDead >= kLookAtDead;
    if (looksAtLiving) {
        m_states.look();
        m_lastLook = now;
    }
    if (looksAtDead)
        m_lastLookAtDead = now;
    RunBatch batch;
    for (auto& [path, run] : m_open) {
        if (!wasTouched(run, events) && !(run.isAlive() ? looksAtLiving : looksAtDead))
            continue;
        for (bool isMore = true; isMore;) {
            Result<std::optional<RunUpdate>> update = followRun(run, cancel);
            if (!update)
                return update.error();
            isMore = *update && run.hasNews();
            if (*update)
                batch.runs.push_back(std::move(**update));
            if (isMore && !commitFollowed(writer, batch))
                return Done{};
        }
    }
    if (commitFollowed(writer, batch))
        std::erase_if(m_open, [](const auto& entry) { return entry.second.hasEnded(); });
    return Done{};
}

bool WandbFolderSource::commitFollowed(StoreWriter& writer, RunBatch& batch)
{
    for (RunUpdate& update : batch.runs)
        m_notes.applyTo(update.run);
    if (batch.runs.empty() || writer.commit(std::exchange(batch, {})))
        return true;
    // Another process was faster, or the index was taken away: a pass sees what is there now.
    m_passWanted = true;
    for (auto& [path, run] : m_open)
        run.forgetReading();
    return false;
}

Result<std::optional<RunUpdate>> WandbFolderSource::followRun(OpenRun& run, const CancelToken& cancel)
{
    if (!run.lookAtLogs()) {
        m_passWanted = true;
        return std::optional<RunUpdate>();
    }
    if (!run.hasNews()) {
        if (!run.isAlive())
            run.dropTailsAfter(kKeepReading);
        std::optional<RunUpdate> update = run.decide(m_states);
        if (!update && run.hasPrinted())
            update = run.documents();
        return update;
    }
    // Its first records say whose it is.
    if (run.group().path.project.empty()) {
        m_passWanted = true;
        return std::optional<RunUpdate>();
    }
    if (!run.isAlive())
        m_states.look();
    Result<RunUpdate> update = run.read(m_states, SegmentTail::Amount::Slice, cancel);
    if (!update)
        return update.error();
    return std::optional(std::move(update).value());
}

WandbFolderSource::Steady::duration WandbFolderSource::untilPass() const
{
    // A tree that takes long to walk is walked more rarely.
    Steady::duration between = kSafetyPass;
    if (m_passWanted)
        between = std::clamp<Steady::duration>(5 * m_passTime, kBetweenPasses, kSafetyPass);
    else if (m_isMissing)
        between = kLookForMissing;
    else if (m_isShared || !m_watch || !m_watch->isComplete())
        between = std::clamp<Steady::duration>(20 * m_passTime, kFirstPoll, kSafetyPass);
    return m_lastPass + between - Steady::now();
}

NewsAnnouncement WandbFolderSource::announcement() const
{
    if (!m_watch)
        return {-1, milliseconds(0)};
    Steady::duration next = untilPass();
    if (!m_open.empty()) {
        const bool anyLives =
            std::any_of(m_open.begin(), m_open.end(), [](const auto& entry) { return entry.second.isAlive(); });
        next = std::min<Steady::duration>(next, anyLives ? kLookAtLiving : kLookAtDead);
    }
    return {m_watch->descriptor(), std::max(milliseconds(0), std::chrono::ceil<milliseconds>(next))};
}

void WandbFolderSource::completeConsole(const Segment& segment, std::vector<ConsoleFragment>& console) const
{
    if (segment.exitCode)
        return;
    // What is wrong with output.log is no damage of the run: its log is what counts.
    LogProblems ignored(segment.folder);
    runglass::completeConsole(m_files, segment.folder, console, ignored);
}

std::string WandbFolderSource::unloggedConsole(const Segment& segment, const LogLines& lines, std::size_t first,
                                               bool endsLine) const
{
    if (segment.exitCode)
        return {};
    LogProblems ignored(segment.folder);
    return runglass::unloggedConsole(m_files, segment.folder, lines, first, endsLine, ignored);
}

Capabilities WandbFolderSource::capabilities(const Run& run) const
{
    return FolderCommands::capabilities(run);
}

Result<CommandEffect> WandbFolderSource::perform(const RunCommand& command, const StoredRun& run)
{
    Result<CommandEffect> effect = m_commands.perform(command, run);
    if (effect)
        m_wasChanged = true;
    return effect;
}

Result<std::uint64_t> WandbFolderSource::sizeOf(const StoredRun& run, const std::string& folder,
                                                const CancelToken& cancel) const
{
    return FolderCommands::sizeOf(run, folder, cancel);
}

Result<std::vector<TrashedRun>> WandbFolderSource::trash(const CancelToken& cancel) const
{
    return m_commands.trash(cancel);
}

Result<std::uint64_t> WandbFolderSource::removeLeftovers()
{
    return m_commands.removeLeftovers();
}

Result<std::vector<RunFile>> WandbFolderSource::listFiles(const RunDetail& detail, const CancelToken& cancel) const
{
    return m_runFiles.list(detail, cancel);
}

Result<std::string> WandbFolderSource::readFile(const RunDetail& detail, const RunFile& file, std::uint64_t offset,
                                                std::uint64_t length) const
{
    return m_runFiles.read(detail, file, offset, length);
}

std::string WandbFolderSource::localPath(const RunDetail& detail, const RunFile& file) const
{
    return m_runFiles.localPath(detail, file);
}

} // namespace runglass
