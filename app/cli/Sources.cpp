// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Sources.h"

#include "app/cli/Output.h"
#include "models/session/RunTwins.h"

#include <algorithm>
#include <filesystem>
#include <limits>

namespace runglass::cli
{

namespace fs = std::filesystem;

namespace
{

/// The name of the recorder's store as a source. A folder that is called like it is written ./default.
constexpr const char* kDefault = "default";

/// Puts the store's place in place of its name; false when nothing has been recorded.
bool findStore(const Places& places, std::string& location)
{
    location = places.recorderStore();
    std::error_code ignored;
    return !location.empty() && fs::exists(location, ignored);
}

bool isUrl(const std::string& text)
{
    return text.starts_with("http://") || text.starts_with("https://");
}

bool exists(const std::string& path)
{
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

/// A RUN that can only be meant as a path.
bool saysPath(const std::string& text)
{
    return text == "." || text == ".." || text.starts_with("./") || text.starts_with("../") || text.ends_with(".wandb");
}

/// Absolute, links resolved as far as it is there.
fs::path canonical(const std::string& path)
{
    std::error_code failed;
    fs::path found = fs::weakly_canonical(path, failed);
    if (failed)
        found = fs::path(path).lexically_normal();
    return found.has_filename() ? found : found.parent_path();
}

bool isInside(const fs::path& path, const fs::path& folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// Locations that are not inside another one, in order, without repetition.
std::vector<std::string> outermost(const std::vector<std::string>& locations)
{
    std::vector<fs::path> paths;
    for (const std::string& location : locations)
        paths.push_back(location == kDefault ? fs::path(location) : canonical(location));
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        bool covered = false;
        for (std::size_t other = 0; other < paths.size() && !covered; ++other) {
            const bool same = paths[i] == paths[other];
            covered = same ? other < i : isInside(paths[i], paths[other]);
        }
        if (!covered)
            kept.push_back(locations[i]);
    }
    return kept;
}

bool startsLater(const FoundRun& a, const FoundRun& b)
{
    constexpr TimeNs kNever = std::numeric_limits<TimeNs>::min();
    const TimeNs timeA = a.run.startedAt.value_or(kNever);
    const TimeNs timeB = b.run.startedAt.value_or(kNever);
    return timeA != timeB ? timeA > timeB : a.run.path < b.run.path;
}

bool isRecorders(const FoundRun& found)
{
    return found.source().ownStore().has_value();
}

/// Takes out the folders' runs that a recorder holds, and names them with the recorder's.
void joinTwins(std::vector<FoundRun>& runs)
{
    RunTwins twins;
    // A run is told by its place here: sources have no numbers on the command line.
    const auto refOf = [](std::size_t place, const FoundRun& found) {
        return RunRef{static_cast<SourceId>(place), found.run.path};
    };
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (isRecorders(runs[i]))
            twins.learn(refOf(i, runs[i]), runs[i].run);
    if (twins.isEmpty())
        return;
    std::vector<bool> isFolder(runs.size(), false);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const Run& run = runs[i].run;
        const RunRef ref = refOf(i, runs[i]);
        if (isRecorders(runs[i]) || !twins.link(ref, folderRun(run)))
            continue;
        isFolder[i] = true;
        runs[static_cast<std::size_t>(twins.recordedOf(ref)->source)].folders.emplace_back(runs[i].where, run.path);
    }
    std::size_t place = 0;
    std::erase_if(runs, [&](const FoundRun&) { return isFolder[place++]; });
}

} // namespace

bool Sources::open(const std::vector<std::string>& locations)
{
    for (const std::string& location : locations) {
        if (isUrl(location)) {
            say("\"" + location +
                "\" cannot be read as a source: give a folder of runs, a run folder or a .wandb file.");
            return false;
        }
    }
    const Places places = Places::fromEnvironment();
    if (!places.notice.empty())
        say(places.notice);
    for (std::string location : outermost(locations)) {
        if (location == kDefault && !findStore(places, location)) {
            tellTrouble({Error::Kind::NotFound, "Nothing has been recorded yet: see runglass serve --help.", {}});
            continue;
        }
        Result<std::shared_ptr<OpenSource>> opened = OpenSource::open(location, places);
        if (opened)
            read(std::move(opened).value());
        else
            tellTrouble(opened.error());
    }
    return true;
}

bool Sources::openOrDefault(const std::vector<std::string>& locations)
{
    return open(locations.empty() ? std::vector<std::string>{kDefault} : locations);
}

void Sources::read(std::shared_ptr<OpenSource> source)
{
    const Result<SyncReport> report = source->sync(CancelToken(), [](const SyncProgress&) {});
    if (!report)
        tellTrouble(report.error());
    else
        for (const Warning& warning : report->warnings)
            tellTrouble({Error::Kind::Io, warning.cause, warning.file, warning.offset});
    if (const std::string notice = source->index().notice(); !notice.empty())
        say(notice);
    Result<std::unique_ptr<StoreReader>> reader = source->reader();
    if (!reader)
        return tellTrouble(reader.error());
    const bool isGone = !report && report.error().kind == Error::Kind::NotFound;
    m_sources.push_back(std::make_unique<ReadSource>(ReadSource{std::move(source), std::move(reader).value(), isGone}));
}

std::vector<FoundRun> Sources::runs()
{
    std::vector<FoundRun> found;
    for (const std::unique_ptr<ReadSource>& source : m_sources) {
        Result<StoreChanges> changes = source->reader->changesSince(0);
        if (!changes) {
            tellTrouble(changes.error());
            continue;
        }
        for (Run& run : changes->changed)
            found.push_back({source.get(), std::move(run), {}});
    }
    joinTwins(found);
    std::sort(found.begin(), found.end(), startsLater);
    return found;
}

std::vector<FoundRun> Sources::trashedRuns()
{
    std::vector<FoundRun> found;
    for (const std::unique_ptr<ReadSource>& source : m_sources) {
        Result<std::vector<TrashedRun>> trash = source->source->source().trash(CancelToken());
        if (!trash) {
            tellTrouble(trash.error());
            continue;
        }
        for (TrashedRun& trashed : *trash) {
            Run run = trashed.stored.run;
            found.push_back({source.get(), std::move(run), std::move(trashed)});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundRun& a, const FoundRun& b) { return a.trashed->when > b.trashed->when; });
    return found;
}

bool Sources::isOnlyPath(const std::string& run)
{
    return saysPath(run);
}

bool Sources::mayBePath(const std::string& run)
{
    return !isUrl(run) && (exists(run) || saysPath(run));
}

ExitStatus Sources::find(const Options& options, FoundRun& found)
{
    // "/project/id" may be a path on the disk or a run path, and an ID may be the name of some folder: what is there on
    // the disk is meant, unless sources were given and know the run.
    const std::optional<RunReference> reference = saysPath(options.run) ? std::nullopt : parseRunReference(options.run);
    const bool isPath = !isUrl(options.run) && (exists(options.run) || saysPath(options.run));
    if (reference && (!options.sources.empty() || !isPath)) {
        if (!openOrDefault(options.sources))
            return ExitStatus::Usage;
        std::vector<FoundRun> candidates;
        for (FoundRun& run : runs()) {
            if (matches(*reference, run.run.path))
                candidates.push_back(std::move(run));
        }
        if (!candidates.empty() || !exists(options.run))
            return pick(std::move(candidates), options.run, found);
        m_sources.clear();
    }
    if (isPath)
        return open({options.run}) ? pick(runs(), options.run, found) : ExitStatus::Usage;
    say("\"" + options.run + "\" is no run ID, no run path and nothing that is there.");
    return ExitStatus::Usage;
}

ExitStatus Sources::pick(std::vector<FoundRun> candidates, const std::string& name, FoundRun& found)
{
    if (candidates.empty()) {
        say("No run is called \"" + name + "\", and no run has that ID or path.");
        return ExitStatus::NothingMatched;
    }
    if (candidates.size() > 1) {
        say("\"" + name + "\" names " + std::to_string(candidates.size()) + " runs. Give the path of one of them:");
        constexpr std::size_t kShown = 20;
        for (std::size_t i = 0; i < std::min(candidates.size(), kShown); ++i)
            say("  " + toString(candidates[i].run.path) + " in " + candidates[i].source().location());
        return ExitStatus::Usage;
    }
    found = std::move(candidates.front());
    return ExitStatus::Done;
}

RunDetail Sources::detail(const FoundRun& found)
{
    tellWarnings(found.run);
    Result<RunDetail> detail = found.reader().detail(found.run.path);
    if (!detail) {
        tellTrouble(detail.error());
        return {};
    }
    addLocations(*detail, foldersOf(found));
    return std::move(detail).value();
}

std::vector<RunDetail> Sources::foldersOf(const FoundRun& found)
{
    std::vector<RunDetail> folders;
    for (const auto& [where, path] : found.folders)
        if (Result<RunDetail> detail = where->reader->detail(path))
            folders.push_back(std::move(detail).value());
    return folders;
}

Sources::Files Sources::files(const FoundRun& found)
{
    Files files;
    Result<RunDetail> detail = found.reader().detail(found.run.path);
    if (!detail) {
        tellTrouble(detail.error());
        return files;
    }
    files.detail = std::move(detail).value();
    Result<std::vector<RunFile>> listed = found.source().listFiles(files.detail, CancelToken());
    if (listed && listed->empty() && !found.folders.empty()) {
        files.detail = withFolders(files.detail, foldersOf(found));
        listed = found.source().listFiles(files.detail, CancelToken());
    }
    if (listed)
        files.files = std::move(listed).value();
    else
        tellTrouble(listed.error());
    return files;
}

void Sources::tellWarnings(const Run& run)
{
    for (const Warning& warning : run.warnings)
        tellTrouble({Error::Kind::Corruption, warning.cause, warning.file, warning.offset});
}

void Sources::tellTrouble(const Error& error)
{
    m_trouble = true;
    say(describe(error));
}

} // namespace runglass::cli
